"""What people contribute to a consultation: cards and groups of them, perspectives, questions and their answers."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from caseboard.anonymize import SafeText
from caseboard.db import Base, Safe
from caseboard.models.columns import MaybeMoment, Moment, PublicId, words
from caseboard.models.consultation import CaseSession


class PerspectiveState(StrEnum):
    """Queued until all are revealed together."""

    QUEUED = "queued"
    REVEALED = "revealed"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"


class CardKind(StrEnum):
    """A thought on the case, a key question that somebody offers, or what the note taker wrote down."""

    THOUGHT = "thought"
    OFFER = "offer"
    NOTE = "note"


class CardGroup(Base):
    """Cards that belong together on the board, under a name the moderator gives them."""

    __tablename__ = "card_group"
    __table_args__ = (UniqueConstraint("id", "session_id"),)

    id: Mapped[PublicId]
    session_id: Mapped[str] = mapped_column(ForeignKey("case_session.id", ondelete="CASCADE"), index=True)
    name: Mapped[SafeText | None] = mapped_column(Safe)
    position: Mapped[int] = mapped_column(default=0)


class Perspective(Base):
    """What a colleague of another house sees in the case, one thought per card; never from the case's own house.

    A written round takes one of them from each adviser, a live session many.
    """

    __tablename__ = "perspective"
    __table_args__ = (
        # a group of the same consultation, and no other
        ForeignKeyConstraint(["group_id", "session_id"], ["card_group.id", "card_group.session_id"]),
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
    kind: Mapped[CardKind] = mapped_column(
        words(CardKind, "card_kind"), default=CardKind.THOUGHT, server_default=CardKind.THOUGHT.value
    )
    send_back_reason: Mapped[SafeText | None] = mapped_column(Safe)
    once_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    phase_key: Mapped[str | None] = mapped_column(String(32))
    group_id: Mapped[str | None] = mapped_column(String(32))
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    parked_at: Mapped[MaybeMoment]
    settled_at: Mapped[MaybeMoment]
    taken_at: Mapped[MaybeMoment]
    created_at: Mapped[Moment]

    case_session: Mapped[CaseSession] = relationship(
        viewonly=True, primaryjoin=lambda: CaseSession.id == foreign(Perspective.session_id), innerjoin=True
    )


class QuestionState(StrEnum):
    """Whether the case giver has answered, or the moderator sent the question back because it names somebody."""

    OPEN = "open"
    ANSWERED = "answered"
    SENT_BACK = "sent_back"


class Question(Base):
    """A question of somebody who advises (Rückfrage), answered by the unnamed case giver; never from their house."""

    __tablename__ = "question"
    __table_args__ = (
        ForeignKeyConstraint(
            ["session_id", "case_id", "case_jobcenter_id"],
            ["case_session.id", "case_session.case_id", "case_session.case_jobcenter_id"],
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(["asker_id", "jobcenter_id"], ["user.id", "user.jobcenter_id"]),
        CheckConstraint("jobcenter_id <> case_jobcenter_id", name="only_from_other_houses"),
        CheckConstraint("(state = 'answered') = (answer IS NOT NULL)", name="answered_with_words"),
    )

    id: Mapped[PublicId]
    session_id: Mapped[str] = mapped_column(String(32), index=True)
    case_id: Mapped[str] = mapped_column(String(32))
    case_jobcenter_id: Mapped[str] = mapped_column(String(32))
    asker_id: Mapped[str] = mapped_column(String(32), index=True)
    jobcenter_id: Mapped[str] = mapped_column(String(32))
    text: Mapped[SafeText] = mapped_column(Safe)
    answer: Mapped[SafeText | None] = mapped_column(Safe)
    state: Mapped[QuestionState] = mapped_column(words(QuestionState, "question_state"), default=QuestionState.OPEN)
    send_back_reason: Mapped[SafeText | None] = mapped_column(Safe)
    phase_key: Mapped[str | None] = mapped_column(String(32))
    once_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[Moment]
    answered_at: Mapped[MaybeMoment]

    case_session: Mapped[CaseSession] = relationship(
        viewonly=True, primaryjoin=lambda: CaseSession.id == foreign(Question.session_id), innerjoin=True
    )
