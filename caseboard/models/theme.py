"""Themes across cases: the editable taxonomy, what advisers observe at home, and the frozen weekly figures."""

from datetime import date
from enum import StrEnum

from sqlalchemy import JSON, CheckConstraint, ColumnElement, ForeignKey, String, Text, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, aliased, foreign, mapped_column, relationship

from caseboard.db import Base
from caseboard.models.columns import Moment, words


class ThemeState(StrEnum):
    """In use, or kept only for what was."""

    ACTIVE = "active"
    RETIRED = "retired"


class Theme(Base):
    """A recurring subject of consultation, in curators' words; reference data, edited by moderators."""

    __tablename__ = "theme"

    id: Mapped[str] = mapped_column(String(48), primary_key=True)
    name_de: Mapped[str] = mapped_column(String(120))
    name_en: Mapped[str] = mapped_column(String(120))
    definition: Mapped[str] = mapped_column(Text)
    seeds: Mapped[list[str]] = mapped_column(JSON, default=list)
    state: Mapped[ThemeState] = mapped_column(words(ThemeState, "theme_state"), default=ThemeState.ACTIVE)

    newest: Mapped["ThemeSnapshot | None"] = relationship(
        viewonly=True, primaryjoin=lambda: (Theme.id == foreign(ThemeSnapshot.theme_id)) & _of_newest_week()
    )

    @property
    def flagged(self) -> bool:
        """Whether the newest weekly figures make the theme a candidate."""
        return self.newest is not None and self.newest.flagged


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

    A figure is a multiple of five, zero for "fewer than five", and nothing where there are too few to show any.
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


def _of_newest_week() -> ColumnElement[bool]:
    every = aliased(ThemeSnapshot)
    return ThemeSnapshot.week == select(func.max(every.week)).scalar_subquery()
