"""Themes across cases: the editable taxonomy, what advisers observe at home, and the frozen weekly figures."""

from datetime import date
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

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


class ThemeSnapshot(Base):
    """What everybody may see of a theme in one week: rounded, frozen, the same on every page."""

    __tablename__ = "theme_snapshot"
    __table_args__ = (UniqueConstraint("week", "theme_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    week: Mapped[date]
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"), index=True)
    cases: Mapped[int]
    observations: Mapped[int]
    flagged: Mapped[bool]
