"""The memory of the taxonomy: what people said a case is about, and every change of the themes themselves."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from caseboard.db import Base
from caseboard.models.columns import MaybeMoment, Moment, PublicId, words


class EventKind(StrEnum):
    """What moderators do to the taxonomy."""

    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    RETIRE = "retire"
    REACTIVATE = "reactivate"
    ACCEPT = "accept"
    DISMISS = "dismiss"
    UNDO = "undo"


class ThemeEvent(Base):
    """One change of the taxonomy with enough to undo it exactly; rows are only ever added, and hold no case."""

    __tablename__ = "theme_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[EventKind] = mapped_column(words(EventKind, "event_kind"))
    theme_id: Mapped[str | None] = mapped_column(ForeignKey("theme.id"), index=True)
    candidate_id: Mapped[str | None] = mapped_column(ForeignKey("theme_candidate.id", ondelete="SET NULL"))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"))
    at: Mapped[Moment]
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("theme_event.id"), unique=True)


class ThemeLabel(Base):
    """Somebody's word that a case is about a theme, or is not; rows are only ever added, and the last word holds.

    A label without a theme says that none fits. What an event wrote counts no more once the event is undone.
    """

    __tablename__ = "theme_label"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    theme_id: Mapped[str | None] = mapped_column(ForeignKey("theme.id"), index=True)
    says: Mapped[bool]
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"))
    at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("theme_event.id"))


class CandidateState(StrEnum):
    """Whether somebody has looked at a candidate, and how they decided."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class ThemeCandidate(Base):
    """Terms that many recent cases share and no theme explains: a theme that may be missing."""

    __tablename__ = "theme_candidate"

    id: Mapped[PublicId]
    terms: Mapped[list[str]] = mapped_column(JSON)
    houses: Mapped[int]
    state: Mapped[CandidateState] = mapped_column(
        words(CandidateState, "candidate_state"), default=CandidateState.OPEN, index=True
    )
    middle: Mapped[dict[str, float]] = mapped_column(JSON, default=dict, server_default="{}")
    """By which it is known again once it was dismissed: places of terms that at least three houses use."""
    found_at: Mapped[Moment]
    decided_at: Mapped[MaybeMoment]


class CandidateSearch(Base):
    """A week in which candidates were sought, so that it is done once, whether any were found or not."""

    __tablename__ = "theme_candidate_search"

    week: Mapped[date] = mapped_column(primary_key=True)
    found: Mapped[int]
    at: Mapped[Moment]


class CandidateCase(Base):
    """An example of a candidate; it goes with its case."""

    __tablename__ = "theme_candidate_case"

    candidate_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("theme_candidate.id", ondelete="CASCADE"), primary_key=True
    )
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(default=0, server_default="0")
    """The most typical one comes first."""
