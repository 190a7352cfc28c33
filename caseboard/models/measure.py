"""From a recurring theme to something that is done about it: proposals, decisions, measures and commitments."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from caseboard.anonymize import SafeText
from caseboard.db import Base, Safe
from caseboard.models.columns import MaybeMoment, Moment, PublicId, words
from caseboard.models.theme import Basis


class ProposalState(StrEnum):
    """Drafted by one moderator, borne by a second, decided by leadership."""

    DRAFT = "draft"
    UNDER_REVIEW = "under_review"
    RECOMMENDED = "recommended"
    POSTPONED = "postponed"
    REJECTED = "rejected"


OPEN = frozenset({ProposalState.DRAFT, ProposalState.UNDER_REVIEW, ProposalState.POSTPONED})
"""A theme has at most one proposal in these states."""


class Proposal(Base):
    """A candidate for a cross-county measure with its evidence: rounded figures, no case text."""

    __tablename__ = "proposal"
    __table_args__ = (
        ForeignKeyConstraint(["first_moderator_id", "first_jobcenter_id"], ["user.id", "user.jobcenter_id"]),
        ForeignKeyConstraint(["second_moderator_id", "second_jobcenter_id"], ["user.id", "user.jobcenter_id"]),
        CheckConstraint("(second_moderator_id IS NULL) = (second_jobcenter_id IS NULL)", name="second_has_a_house"),
        CheckConstraint("second_jobcenter_id <> first_jobcenter_id", name="two_houses"),
        CheckConstraint("state = 'draft' OR second_moderator_id IS NOT NULL", name="second_moderator_bears_it"),
    )

    id: Mapped[PublicId]
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"), index=True)
    state: Mapped[ProposalState] = mapped_column(words(ProposalState, "proposal_state"), default=ProposalState.DRAFT)
    basis: Mapped[Basis] = mapped_column(words(Basis, "basis"))
    title: Mapped[SafeText] = mapped_column(Safe)
    need: Mapped[SafeText] = mapped_column(Safe)
    idea: Mapped[SafeText] = mapped_column(Safe)
    evidence: Mapped[dict[str, Any]] = mapped_column(JSON)
    first_moderator_id: Mapped[str] = mapped_column(String(32))
    first_jobcenter_id: Mapped[str] = mapped_column(String(32))
    second_moderator_id: Mapped[str | None] = mapped_column(String(32))
    second_jobcenter_id: Mapped[str | None] = mapped_column(String(32))
    once_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[Moment]
    submitted_at: Mapped[MaybeMoment]
    version: Mapped[int] = mapped_column(default=1)

    decisions: Mapped[list["Decision"]] = relationship(lazy="selectin", order_by="Decision.id")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands

    @property
    def is_open(self) -> bool:
        """Whether an answer is still to come."""
        return self.state in OPEN


class Decision(Base):
    """Leadership's answer to a proposal; a reason is never missing."""

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint("length(reason) > 0", name="has_a_reason"),
        CheckConstraint("outcome <> 'postponed' OR until IS NOT NULL", name="postponed_until"),
        CheckConstraint("outcome IN ('recommended', 'postponed', 'rejected')", name="outcome"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[str] = mapped_column(ForeignKey("proposal.id", ondelete="CASCADE"), index=True)
    leader_id: Mapped[str] = mapped_column(ForeignKey("user.id"))
    outcome: Mapped[ProposalState] = mapped_column(words(ProposalState, "outcome_word"))
    reason: Mapped[SafeText] = mapped_column(Safe)
    until: Mapped[date | None]
    at: Mapped[Moment]


class MeasureKind(StrEnum):
    """Many themes end in something other than a purchased programme."""

    PROGRAMME = "programme"
    PROCESS = "process"
    TRAINING = "training"
    FUNCTION = "function"
    NETWORK = "network"


class MeasureStage(StrEnum):
    """The life of a measure after it was recommended."""

    CONCEPT = "concept"
    COMMITMENTS = "commitments"
    BODIES = "bodies"
    PROCUREMENT = "procurement"
    RUNNING = "running"
    REVIEW = "review"
    KEPT = "kept"
    CHANGED = "changed"
    ENDED = "ended"


class Measure(Base):
    """What the houses do about a theme, each having decided for itself."""

    __tablename__ = "measure"

    id: Mapped[PublicId]
    proposal_id: Mapped[str] = mapped_column(ForeignKey("proposal.id"), unique=True)
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"), index=True)
    kind: Mapped[MeasureKind] = mapped_column(words(MeasureKind, "measure_kind"), default=MeasureKind.PROGRAMME)
    stage: Mapped[MeasureStage] = mapped_column(words(MeasureStage, "measure_stage"), default=MeasureStage.COMMITMENTS)
    title: Mapped[SafeText] = mapped_column(Safe)
    goal: Mapped[SafeText | None] = mapped_column(Safe)
    concept: Mapped[SafeText | None] = mapped_column(Safe)
    target_group: Mapped[SafeText | None] = mapped_column(Safe)
    legal_basis: Mapped[SafeText | None] = mapped_column(Safe)
    lead_jobcenter_id: Mapped[str | None] = mapped_column(ForeignKey("jobcenter.id"))
    created_at: Mapped[Moment]
    stage_since: Mapped[Moment]
    version: Mapped[int] = mapped_column(default=1)

    commitments: Mapped[list["Commitment"]] = relationship(lazy="selectin", cascade="all, delete-orphan")
    steps: Mapped[list["MeasureStep"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="MeasureStep.id"
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands


class MeasureStep(Base):
    """When a measure reached a stage, and the house that moved it there."""

    __tablename__ = "measure_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[str] = mapped_column(ForeignKey("measure.id", ondelete="CASCADE"), index=True)
    stage: Mapped[MeasureStage] = mapped_column(words(MeasureStage, "measure_stage"))
    jobcenter_id: Mapped[str] = mapped_column(ForeignKey("jobcenter.id"))
    at: Mapped[Moment]


class CommitmentState(StrEnum):
    """What one house says for itself."""

    INTERESTED = "interested"
    COMMITTED = "committed"
    DECLINED = "declined"
    LEFT = "left"


class Commitment(Base):
    """One house's own decision about a measure, subject to its bodies (Beteiligung unter Gremienvorbehalt)."""

    __tablename__ = "commitment"
    __table_args__ = (CheckConstraint("places IS NULL OR places >= 0", name="places"),)

    measure_id: Mapped[str] = mapped_column(ForeignKey("measure.id", ondelete="CASCADE"), primary_key=True)
    jobcenter_id: Mapped[str] = mapped_column(ForeignKey("jobcenter.id"), primary_key=True)
    state: Mapped[CommitmentState] = mapped_column(words(CommitmentState, "commitment_state"))
    places: Mapped[int | None]
    reason: Mapped[SafeText | None] = mapped_column(Safe)
    leader_id: Mapped[str] = mapped_column(ForeignKey("user.id"))
    at: Mapped[Moment]
