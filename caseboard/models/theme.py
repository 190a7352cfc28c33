"""Themes across cases: the editable taxonomy, what advisers observe at home, and the frozen weekly figures."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ColumnElement, ForeignKey, String, Text, UniqueConstraint, func, select
from sqlalchemy.ext.hybrid import hybrid_method
from sqlalchemy.orm import Mapped, aliased, foreign, mapped_column, relationship

from caseboard.db import Base
from caseboard.models.columns import Moment, words


class ThemeState(StrEnum):
    """In use, or kept only for what was: put aside, or redirected to another theme."""

    ACTIVE = "active"
    RETIRED = "retired"
    MERGED = "merged"


class ThemeOrigin(StrEnum):
    """Where a theme comes from: the start taxonomy, the division of another one, or the cases themselves."""

    SHIPPED = "shipped"
    SPLIT = "split"
    CANDIDATE = "candidate"


class Standing(StrEnum):
    """What the rule of recurrence says of a theme; a local cluster is shown to its own house alone."""

    NO_BASIS = "no_basis"
    QUIET = "quiet"
    WATCH = "watch"
    SIGNAL = "signal"
    LOCAL = "local"
    STANDING = "standing"


class Theme(Base):
    """A recurring subject of consultation, in curators' words; reference data, edited by moderators."""

    __tablename__ = "theme"
    __table_args__ = (
        CheckConstraint("(state = 'merged') = (merged_into_id IS NOT NULL)", name="redirects_when_merged"),
        CheckConstraint("merged_into_id <> id", name="not_into_itself"),
        CheckConstraint("parent_id <> id", name="not_its_own_parent"),
    )

    id: Mapped[str] = mapped_column(String(48), primary_key=True)
    name_de: Mapped[str] = mapped_column(String(120))
    name_en: Mapped[str] = mapped_column(String(120))
    definition: Mapped[str] = mapped_column(Text)
    seeds: Mapped[list[str]] = mapped_column(JSON, default=list)
    excludes: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    state: Mapped[ThemeState] = mapped_column(words(ThemeState, "theme_state"), default=ThemeState.ACTIVE)
    origin: Mapped[ThemeOrigin] = mapped_column(
        words(ThemeOrigin, "theme_origin"), default=ThemeOrigin.SHIPPED, server_default="shipped"
    )
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("theme.id"))
    merged_into_id: Mapped[str | None] = mapped_column(ForeignKey("theme.id"))

    newest: Mapped["ThemeSnapshot | None"] = relationship(
        viewonly=True, primaryjoin=lambda: (Theme.id == foreign(ThemeSnapshot.theme_id)) & _of_newest_week()
    )

    @hybrid_method
    def name_in(self, language: str) -> str:
        """What the theme is called in this language; of the class, the column that holds it."""
        return self.name_en if language == "en" else self.name_de

    @property
    def flagged(self) -> bool:
        """Whether the newest weekly figures make the theme a candidate."""
        return self.newest is not None and self.newest.flagged

    @property
    def recurs(self) -> bool:
        """Whether leadership hears of it: a candidate, or a theme that is always and nearly everywhere there."""
        return self.flagged or (self.newest is not None and self.newest.standing is Standing.STANDING)

    def rises_only_in(self, jobcenter_id: str) -> bool:
        """Whether this is the one house that may hear that the theme has risen there alone."""
        return self.newest is not None and self.newest.local_jobcenter_id == jobcenter_id


class Answer(StrEnum):
    """An adviser's answer to "Do you have this too?"."""

    YES = "yes"
    SOMETIMES = "sometimes"
    NO = "no"


class Observation(Base):
    """One adviser's answer for one theme after one session; shown beside the counts, never mixed into them."""

    __tablename__ = "observation"
    __table_args__ = (UniqueConstraint("session_id", "theme_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str | None] = mapped_column(ForeignKey("case_session.id", ondelete="SET NULL"), index=True)
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"), index=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"))
    jobcenter_id: Mapped[str] = mapped_column(ForeignKey("jobcenter.id"))
    answer: Mapped[Answer] = mapped_column(words(Answer, "answer"))
    at: Mapped[Moment]


class Basis(StrEnum):
    """What a flag or a proposal rests on: enough cases, or several houses that say they know it."""

    SIGNAL = "signal"
    ASSESSMENT = "assessment"


class ThemeSnapshot(Base):
    """What everybody may see of a theme in one week: rounded, frozen, the same on every page.

    A figure is a multiple of five, and nothing where there are too few to show any.
    """

    __tablename__ = "theme_snapshot"
    __table_args__ = (
        UniqueConstraint("week", "theme_id"),
        CheckConstraint("flagged = (basis IS NOT NULL)", name="flag_has_a_basis"),
        CheckConstraint("cases % 5 = 0 AND observations % 5 = 0", name="rounded"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    week: Mapped[date]
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"), index=True)
    cases: Mapped[int | None]
    observations: Mapped[int | None]
    flagged: Mapped[bool]
    basis: Mapped[Basis | None] = mapped_column(words(Basis, "basis"))
    standing: Mapped[Standing] = mapped_column(
        words(Standing, "standing"), default=Standing.NO_BASIS, server_default="no_basis"
    )
    local_jobcenter_id: Mapped[str | None] = mapped_column(ForeignKey("jobcenter.id"))
    """The one house that may hear that the theme has risen there alone."""
    evidence: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    """What the sentence of a signal says, in figures that are rounded already."""
    quarters: Mapped[dict[str, int | None]] = mapped_column(JSON, default=dict, server_default="{}")
    """The figure of every closed quarter by its first day; once published it is carried on unchanged."""
    client_groups: Mapped[dict[str, list[str]]] = mapped_column(JSON, default=dict, server_default="{}")
    """The client groups that are named beside the figure of a quarter, carried on unchanged like that."""
    heard: Mapped[dict[str, int | None]] = mapped_column(JSON, default=dict, server_default="{}")
    """How many advisers said in a closed quarter that they know it, rounded and carried on unchanged like that."""
    parts: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    """The themes that were part of it in this week, so that its figure and its picture add up the same ones."""


def _of_newest_week() -> ColumnElement[bool]:
    every = aliased(ThemeSnapshot)
    return ThemeSnapshot.week == select(func.max(every.week)).scalar_subquery()
