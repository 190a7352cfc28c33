"""The consultation: sessions and rounds, who has a seat in them, and the result.

`CaseSession` stands for a written round and for a dated live session (plain `session` is Flask's).
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    false,
)
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from caseboard.anonymize import SafeText
from caseboard.db import Base, Instant, Safe
from caseboard.models.case import Case
from caseboard.models.columns import MaybeMoment, Moment, PublicId, words


class SessionKind(StrEnum):
    """In writing over some working days, or on one date."""

    WRITTEN = "written"
    LIVE = "live"


class SessionState(StrEnum):
    """Where a session stands; `running` has phases (sessions/phases.py)."""

    PLANNED = "planned"
    INVITED = "invited"
    RUNNING = "running"
    FINISHED = "finished"
    RESULT_SENT = "result_sent"
    CANCELLED = "cancelled"


UNDER_WAY = sql("state IN ('planned', 'invited', 'running')")


class CaseSession(Base):
    """One consultation of one case. It repeats the case's house, so that the database can refuse its own.

    `agenda` is the process as it was when the consultation was planned; who edits the process later changes nothing
    here. `phase` is the key of its phase, `phase_ends_at` the moment at which the clock on every screen stands at zero.
    `looked_at` is the first moment of which somebody knows that the moderator of a round could read what is hidden.
    `date_version` counts what calendars show and nothing else: `version` moves with every word that somebody writes.
    The case giver is the author of the case and has no column and no seat.
    """

    __tablename__ = "case_session"
    __table_args__ = (
        ForeignKeyConstraint(["case_id", "case_jobcenter_id"], ["case.id", "case.jobcenter_id"], ondelete="CASCADE"),
        UniqueConstraint("id", "case_id", "case_jobcenter_id"),
        CheckConstraint("ends_at > starts_at", name="ends_after_it_starts"),
        CheckConstraint("least_perspectives >= 1", name="wants_perspectives"),
        CheckConstraint("co_moderator_id <> moderator_id", name="two_moderate"),
        CheckConstraint("least_seats >= 1 AND (most_seats IS NULL OR most_seats >= least_seats)", name="seats"),
        Index("uq_case_session_under_way", "case_id", unique=True, sqlite_where=UNDER_WAY, postgresql_where=UNDER_WAY),
    )

    id: Mapped[PublicId]
    case_id: Mapped[str] = mapped_column(String(32), index=True)
    case_jobcenter_id: Mapped[str] = mapped_column(String(32))
    kind: Mapped[SessionKind] = mapped_column(words(SessionKind, "session_kind"))
    state: Mapped[SessionState] = mapped_column(words(SessionState, "session_state"), default=SessionState.PLANNED)
    phase: Mapped[str] = mapped_column(String(32), default="casting")
    moderator_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    co_moderator_id: Mapped[str | None] = mapped_column(ForeignKey("user.id"), index=True)
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    least_perspectives: Mapped[int] = mapped_column(default=3)
    least_seats: Mapped[int] = mapped_column(default=1, server_default="1")
    most_seats: Mapped[int | None]
    urgent: Mapped[bool] = mapped_column(default=False, server_default=false())
    extensions: Mapped[int] = mapped_column(default=0, server_default="0")
    video_link: Mapped[str | None] = mapped_column(String(500))

    process_id: Mapped[str | None] = mapped_column(ForeignKey("process.id"))
    agenda: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list, server_default="[]")
    phase_started_at: Mapped[MaybeMoment]
    phase_ends_at: Mapped[MaybeMoment]
    method_key: Mapped[str | None] = mapped_column(String(48))
    key_question: Mapped[SafeText | None] = mapped_column(Safe)
    first_step: Mapped[SafeText | None] = mapped_column(Safe)
    writes_alone: Mapped[bool] = mapped_column(default=False, server_default=false())
    moderator_presents: Mapped[bool] = mapped_column(default=False, server_default=false())
    case_giver_speaks: Mapped[bool] = mapped_column(default=False, server_default=false())
    turn_user_id: Mapped[str | None] = mapped_column(ForeignKey("user.id"))
    case_giver_needs_time_at: Mapped[MaybeMoment]
    moderator_came_at: Mapped[MaybeMoment]
    co_moderator_came_at: Mapped[MaybeMoment]

    created_at: Mapped[Moment]
    moved_at: Mapped[MaybeMoment]
    move_reason: Mapped[SafeText | None] = mapped_column(Safe)
    date_version: Mapped[int] = mapped_column(default=1, server_default="1")
    date_changed_at: Mapped[MaybeMoment]
    started_at: Mapped[MaybeMoment]
    looked_at: Mapped[MaybeMoment]
    taken_up_at: Mapped[MaybeMoment]
    revealed_at: Mapped[MaybeMoment]
    finished_at: Mapped[MaybeMoment]
    touched_at: Mapped[MaybeMoment]
    version: Mapped[int] = mapped_column(default=1)

    seats: Mapped[list["Seat"]] = relationship(lazy="selectin", cascade="all, delete-orphan")
    case: Mapped[Case] = relationship(
        viewonly=True, primaryjoin=lambda: Case.id == foreign(CaseSession.case_id), innerjoin=True
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands

    def seat_of(self, user_id: str) -> "Seat | None":
        """The place of this person, whatever they answered."""
        return next((seat for seat in self.seats if seat.user_id == user_id), None)

    def changes_its_date(self, now: datetime) -> None:
        """Calendars fetch it anew: another date, another end or another link."""
        self.date_version += 1
        self.date_changed_at = now

    def accepted(self) -> frozenset[str]:
        """The ids of everybody who accepted, whatever their part."""
        return frozenset(seat.user_id for seat in self.seats if seat.state is SeatState.ACCEPTED)

    def leaders(self) -> frozenset[str]:
        """The ids of the moderator and of whoever stands by."""
        return frozenset({self.moderator_id, self.co_moderator_id} - {None})

    def everybody(self) -> frozenset[str]:
        """The ids of everybody who has a part: those who lead, who accepted, and the case giver."""
        return self.accepted() | self.leaders() | {self.case.author_id}


class SeatState(StrEnum):
    """What somebody invited answered; a substitute would come and moves up when a seat falls free."""

    INVITED = "invited"
    TENTATIVE = "tentative"
    ACCEPTED = "accepted"
    SUBSTITUTE = "substitute"
    DECLINED = "declined"


class SeatPart(StrEnum):
    """What somebody with a seat is there for; moderators and the case giver have none."""

    ADVISER = "adviser"
    NOTE_TAKER = "note_taker"
    OBSERVER = "observer"


class Seat(Base):
    """Somebody's place in a session. `turns` counts how often they spoke or passed in the running phase."""

    __tablename__ = "seat"

    session_id: Mapped[str] = mapped_column(ForeignKey("case_session.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), primary_key=True, index=True)
    state: Mapped[SeatState] = mapped_column(words(SeatState, "seat_state"), default=SeatState.INVITED)
    part: Mapped[SeatPart] = mapped_column(
        words(SeatPart, "seat_part"), default=SeatPart.ADVISER, server_default=SeatPart.ADVISER.value
    )
    turns: Mapped[int] = mapped_column(default=0, server_default="0")
    needs_time_at: Mapped[MaybeMoment]
    attended_at: Mapped[MaybeMoment]
    invited_at: Mapped[Moment]
    answered_at: Mapped[MaybeMoment]


class Result(Base):
    """What the case giver takes along: what helps, and a first step."""

    __tablename__ = "result"

    session_id: Mapped[str] = mapped_column(ForeignKey("case_session.id", ondelete="CASCADE"), primary_key=True)
    helped: Mapped[SafeText] = mapped_column(Safe)
    first_step: Mapped[SafeText] = mapped_column(Safe)
    thanks: Mapped[SafeText | None] = mapped_column(Safe)
    created_at: Mapped[Moment]
