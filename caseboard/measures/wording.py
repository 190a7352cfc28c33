"""How states, stages and kinds are called in plain words."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from caseboard.models import CommitmentState, MeasureKind, MeasureStage, ProposalState

PROPOSAL_STATES: dict[str, LazyString] = {
    ProposalState.DRAFT: _l("needs a second moderator"),
    ProposalState.UNDER_REVIEW: _l("lies with leadership"),
    ProposalState.RECOMMENDED: _l("recommended"),
    ProposalState.POSTPONED: _l("postponed"),
    ProposalState.REJECTED: _l("rejected"),
}

OUTCOME_ACTIONS: dict[str, LazyString] = {
    ProposalState.RECOMMENDED: _l("Recommend: each jobcenter then decides for itself"),
    ProposalState.POSTPONED: _l("Postpone until a certain day"),
    ProposalState.REJECTED: _l("Reject"),
}

STAGES: dict[str, LazyString] = {
    MeasureStage.CONCEPT: _l("Concept"),
    MeasureStage.COMMITMENTS: _l("Who takes part?"),
    MeasureStage.BODIES: _l("Bodies and budget"),
    MeasureStage.PROCUREMENT: _l("Procurement"),
    MeasureStage.RUNNING: _l("Running"),
    MeasureStage.REVIEW: _l("Does it work?"),
    MeasureStage.KEPT: _l("Kept for good"),
    MeasureStage.CHANGED: _l("Changed"),
    MeasureStage.ENDED: _l("Ended"),
}

KINDS: dict[str, LazyString] = {
    MeasureKind.PROGRAMME: _l("Programme for clients"),
    MeasureKind.PROCESS: _l("Process or agreement"),
    MeasureKind.TRAINING: _l("Training for staff"),
    MeasureKind.FUNCTION: _l("Shared function"),
    MeasureKind.NETWORK: _l("Network or partner"),
}

COMMITMENT_STATES: dict[str, LazyString] = {
    CommitmentState.INTERESTED: _l("interested"),
    CommitmentState.COMMITTED: _l("takes part, subject to its bodies"),
    CommitmentState.DECLINED: _l("stays out"),
    CommitmentState.LEFT: _l("has left"),
}

COMMITMENT_ACTIONS: dict[str, LazyString] = {
    CommitmentState.INTERESTED: _l("is interested"),
    CommitmentState.COMMITTED: _l("takes part, subject to its bodies"),
    CommitmentState.DECLINED: _l("stays out"),
    CommitmentState.LEFT: _l("leaves the measure"),
}
