"""What the verbs of this room take: words that went through the airlock, and choices from closed lists."""

from dataclasses import dataclass
from datetime import date

from caseboard.anonymize import SafeText
from caseboard.models import CommitmentState, MeasureKind, MeasureStage, ProposalState


@dataclass(frozen=True)
class Draft:
    """A proposal as a moderator puts it, stripped."""

    title: SafeText
    need: SafeText
    idea: SafeText
    once_key: str | None = None


@dataclass(frozen=True)
class Verdict:
    """Leadership's answer, never without a reason."""

    outcome: ProposalState
    reason: SafeText
    until: date | None = None


@dataclass(frozen=True)
class Pledge:
    """What one house says for itself, subject to its bodies."""

    state: CommitmentState
    places: int | None = None
    reason: SafeText | None = None


@dataclass(frozen=True)
class Progress:
    """Where a measure stands now and what is known of it; None leaves a field as it is, empty text clears it."""

    stage: MeasureStage
    kind: MeasureKind | None = None
    goal: SafeText | None = None
    concept: SafeText | None = None
    target_group: SafeText | None = None
    legal_basis: SafeText | None = None
