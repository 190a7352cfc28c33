"""What pages may know of proposals and measures: figures, houses and days, never a person or a case."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class ThemeName:
    """The theme something is about, and whether this person may open its page."""

    id: str
    name: str
    visible: bool


@dataclass(frozen=True)
class Evidence:
    """The rounded figures that were frozen into a proposal."""

    basis: str
    week: date | None
    cases: int | None
    observations: int | None
    most: int


@dataclass(frozen=True)
class ThemeEvidence:
    """What a new proposal of a theme would rest on."""

    id: str
    name: str
    evidence: Evidence


@dataclass(frozen=True)
class DecisionView:
    """One answer of leadership."""

    outcome: str
    reason: str
    until: date | None
    day: datetime
    house: str


@dataclass(frozen=True)
class ProposalView:
    """A proposal as pages show it."""

    id: str
    title: str
    theme: ThemeName
    state: str
    need: str
    idea: str
    evidence: Evidence
    day: datetime
    submitted: datetime | None
    silent_days: int | None
    overdue: bool
    decisions: tuple[DecisionView, ...]
    measure_id: str | None
    may_second: bool
    may_drop: bool
    may_decide: bool


@dataclass(frozen=True)
class CommitmentView:
    """What one house said for itself."""

    house: str
    county: str
    state: str
    places: int | None
    reason: str | None
    day: datetime


@dataclass(frozen=True)
class StepView:
    """When which stage was reached, and by which house."""

    stage: str
    day: datetime
    house: str


@dataclass(frozen=True)
class MeasureView:
    """A measure as pages show it."""

    id: str
    title: str
    theme: ThemeName
    proposal_id: str
    kind: str
    stage: str
    position: int
    over: bool
    goal: str | None
    concept: str | None
    target_group: str | None
    legal_basis: str | None
    lead: str | None
    commitments: tuple[CommitmentView, ...]
    committed: int
    places: int
    crosses: bool
    history: tuple[StepView, ...]
    may_commit: bool
    may_advance: bool
    own_state: str | None


@dataclass(frozen=True)
class Overview:
    """Everything that is proposed or done, newest first."""

    proposals: tuple[ProposalView, ...]
    measures: tuple[MeasureView, ...]
