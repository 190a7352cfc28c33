"""The consultation: sessions and rounds, seats, perspectives and what came of it.

`CaseSession` stands for a written round and for a dated live session (plain `session` is Flask's).
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, String, UniqueConstraint
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


class CaseSession(Base):
    """One consultation of one case. It repeats the case's house, so that the database can refuse its own."""

    __tablename__ = "case_session"
    __table_args__ = (
        ForeignKeyConstraint(["case_id", "case_jobcenter_id"], ["case.id", "case.jobcenter_id"], ondelete="CASCADE"),
        UniqueConstraint("id", "case_id", "case_jobcenter_id"),
        CheckConstraint("ends_at > starts_at", name="ends_after_it_starts"),
        CheckConstraint("least_perspectives >= 1", name="wants_perspectives"),
    )

    id: Mapped[PublicId]
    case_id: Mapped[str] = mapped_column(String(32), index=True)
    case_jobcenter_id: Mapped[str] = mapped_column(String(32))
    kind: Mapped[SessionKind] = mapped_column(words(SessionKind, "session_kind"))
    state: Mapped[SessionState] = mapped_column(words(SessionState, "session_state"), default=SessionState.PLANNED)
    phase: Mapped[str] = mapped_column(String(32), default="casting")
    moderator_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    least_perspectives: Mapped[int] = mapped_column(default=3)
    video_link: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[Moment]
    revealed_at: Mapped[MaybeMoment]
    version: Mapped[int] = mapped_column(default=1)

    seats: Mapped[list["Seat"]] = relationship(lazy="selectin", cascade="all, delete-orphan")
    case: Mapped[Case] = relationship(
        viewonly=True, primaryjoin=lambda: Case.id == foreign(CaseSession.case_id), innerjoin=True
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands

    def seat_of(self, user_id: str) -> "Seat | None":
        """The place of this person, whatever they answered."""
        return next((seat for seat in self.seats if seat.user_id == user_id), None)

    def accepted(self) -> frozenset[str]:
        """The ids of the advisers who accepted."""
        return frozenset(seat.user_id for seat in self.seats if seat.state is SeatState.ACCEPTED)


class SeatState(StrEnum):
    """What an invited adviser answered."""

    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Seat(Base):
    """An adviser's place in a session."""

    __tablename__ = "seat"

    session_id: Mapped[str] = mapped_column(ForeignKey("case_session.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), primary_key=True, index=True)
    state: Mapped[SeatState] = mapped_column(words(SeatState, "seat_state"), default=SeatState.INVITED)
    invited_at: Mapped[Moment]
    answered_at: Mapped[MaybeMoment]


class PerspectiveState(StrEnum):
    """Queued until all are revealed together."""

    QUEUED = "queued"
    REVEALED = "revealed"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"


class Perspective(Base):
    """What a colleague of another house sees in the case; never from the case's own house."""

    __tablename__ = "perspective"
    __table_args__ = (
        ForeignKeyConstraint(
            ["session_id", "case_id", "case_jobcenter_id"],
            ["case_session.id", "case_session.case_id", "case_session.case_jobcenter_id"],
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(["author_id", "jobcenter_id"], ["user.id", "user.jobcenter_id"]),
        CheckConstraint("jobcenter_id <> case_jobcenter_id", name="only_from_other_houses"),
    )

    id: Mapped[PublicId]
    session_id: Mapped[str] = mapped_column(String(32), index=True)
    case_id: Mapped[str] = mapped_column(String(32))
    case_jobcenter_id: Mapped[str] = mapped_column(String(32))
    author_id: Mapped[str] = mapped_column(String(32), index=True)
    jobcenter_id: Mapped[str] = mapped_column(String(32))
    text: Mapped[SafeText] = mapped_column(Safe)
    state: Mapped[PerspectiveState] = mapped_column(
        words(PerspectiveState, "perspective_state"), default=PerspectiveState.QUEUED
    )
    send_back_reason: Mapped[SafeText | None] = mapped_column(Safe)
    once_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[Moment]


class Result(Base):
    """What the case giver takes along: what helps, and a first step."""

    __tablename__ = "result"

    session_id: Mapped[str] = mapped_column(ForeignKey("case_session.id", ondelete="CASCADE"), primary_key=True)
    helped: Mapped[SafeText] = mapped_column(Safe)
    first_step: Mapped[SafeText] = mapped_column(Safe)
    thanks: Mapped[SafeText | None] = mapped_column(Safe)
    created_at: Mapped[Moment]
