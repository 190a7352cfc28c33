"""The verbs of proposals and measures: draft, bear, decide, commit, advance; each tells whom it concerns."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, select

from caseboard import airlock, audit, clock, labels, outbox, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import InvalidInput
from caseboard.measures import contributors, lifecycle
from caseboard.measures.input import Draft, Pledge, Progress, Verdict
from caseboard.models import (
    Basis,
    Commitment,
    CommitmentState,
    Decision,
    Measure,
    MeasureStage,
    MeasureStep,
    Notice,
    Proposal,
    ProposalState,
    Role,
    Theme,
    User,
    UserRole,
)
from caseboard.models.measure import OPEN
from caseboard.policy import measures as rules
from caseboard.policy import themes as theme_rules

OUTCOMES = (ProposalState.RECOMMENDED, ProposalState.POSTPONED, ProposalState.REJECTED)
IN = frozenset({CommitmentState.INTERESTED, CommitmentState.COMMITTED})
SECOND_LOOK = _l("Somebody has just borne this proposal. Leadership has it now.")
ANSWERED = _l("This proposal has been answered already.")
ONE_AT_A_TIME = _l("There is an open proposal for this theme already.")
OVER = _l("This measure has found its outcome. Nothing changes any more.")
NOT_NEXT = _l("The measure has moved on in the meantime; this stage does not come next.")
NOBODY_COMMITTED = _l("At least one jobcenter must have committed before the measure goes on.")


def clean(typed: Mapping[str, str]) -> tuple[Mapping[str, SafeText], bool]:
    """Pass typed fields through the airlock, before the transaction; also whether anything had to be masked."""
    stripped = airlock.business(typed)
    return stripped.texts, bool(stripped.finds)


@command
def draft(moderator: User, theme: Theme, draft: Draft) -> Proposal:
    """Make a proposal of a flagged theme, with the figures of this week frozen into it."""
    db.session.refresh(theme, with_for_update=True)
    policy.require(theme_rules.may_propose(moderator, theme))
    sent = _sent_before(moderator, draft.once_key)
    if sent:
        return sent
    taken = select(Proposal.id).where(Proposal.theme_id.in_(labels.held_by(theme.id)), Proposal.state.in_(OPEN))
    policy.require_moment(db.session.scalars(taken).first() is None, ONE_AT_A_TIME)
    proposal = Proposal(
        theme_id=theme.id,
        basis=_basis(theme),
        title=draft.title,
        need=draft.need,
        idea=draft.idea,
        evidence=_evidence(theme),
        first_moderator_id=moderator.id,
        first_jobcenter_id=moderator.jobcenter_id,
        once_key=draft.once_key,
    )
    db.session.add(proposal)
    db.session.flush()
    audit.record(moderator, "proposal.draft", f"proposal:{proposal.id}")
    others = _people(Role.MODERATION, lambda other: rules.may_second(other, proposal))
    outbox.tell(others, "proposal.to_second", f"proposal:{proposal.id}")
    return proposal


@command
def second(moderator: User, proposal: Proposal) -> None:
    """Bear a draft as second moderator; from now on it lies with leadership."""
    policy.require(rules.may_second(moderator, proposal))
    policy.require_moment(proposal.state is ProposalState.DRAFT, SECOND_LOOK)
    proposal.second_moderator_id, proposal.second_jobcenter_id = moderator.id, moderator.jobcenter_id
    proposal.state, proposal.submitted_at = ProposalState.UNDER_REVIEW, clock.now()
    audit.record(moderator, "proposal.second", f"proposal:{proposal.id}")
    outbox.tell(_people(Role.LEADERSHIP, policy.leads), "proposal.to_decide", f"proposal:{proposal.id}")


@command
def drop(moderator: User, proposal: Proposal) -> None:
    """Take back a draft that nobody bears, so that the theme is free for a better one."""
    policy.require(rules.may_drop(moderator, proposal))
    policy.require_moment(proposal.state is ProposalState.DRAFT, SECOND_LOOK)
    thing = f"proposal:{proposal.id}"
    db.session.execute(delete(Notice).where(Notice.thing == thing))
    db.session.delete(proposal)
    audit.record(moderator, "proposal.drop", thing)


@command
def decide(leader: User, proposal: Proposal, verdict: Verdict) -> Measure | None:
    """Recommend, postpone or reject, and tell everybody who contributed; a recommendation opens a measure."""
    policy.require(rules.may_decide(leader, proposal))
    policy.require_moment(proposal.is_open, ANSWERED)
    _check(verdict)
    proposal.state = verdict.outcome
    proposal.decisions.append(
        Decision(leader_id=leader.id, outcome=verdict.outcome, reason=verdict.reason, until=_until(verdict))
    )
    measure = _open_measure(leader, proposal) if verdict.outcome is ProposalState.RECOMMENDED else None
    audit.record(leader, f"proposal.{verdict.outcome}", f"proposal:{proposal.id}")
    outbox.tell_again(contributors.of(proposal) - {leader.id}, "proposal.decided", f"proposal:{proposal.id}")
    return measure


@command
def commit(leader: User, measure: Measure, pledge: Pledge) -> None:
    """Say for the own house, and for no other, whether it takes part."""
    db.session.refresh(measure, with_for_update=True)
    policy.require(rules.may_commit(leader, measure))
    policy.require_moment(not lifecycle.is_over(measure.stage), OVER)
    own = next((one for one in measure.commitments if one.jobcenter_id == leader.jobcenter_id), None)
    if pledge.state is CommitmentState.LEFT and (own is None or own.state not in IN):
        raise InvalidInput({"state": _l("Only a jobcenter that takes part can leave.")})
    if own is None:
        own = Commitment(jobcenter_id=leader.jobcenter_id)
        measure.commitments.append(own)
    own.state, own.reason = pledge.state, pledge.reason or None
    own.places = pledge.places if pledge.state in IN else None
    own.leader_id, own.at = leader.id, clock.now()
    if pledge.state not in IN and measure.lead_jobcenter_id == leader.jobcenter_id:
        measure.lead_jobcenter_id = None
    audit.record(leader, f"measure.{pledge.state}", f"measure:{measure.id}")


@command
def advance(leader: User, measure: Measure, progress: Progress) -> None:
    """Fill in what is known and move to the next stage; whoever moves a measure without a lead takes it."""
    db.session.refresh(measure, with_for_update=True)
    policy.require(rules.may_advance(leader, measure))
    policy.require_moment(not lifecycle.is_over(measure.stage), OVER)
    moves = progress.stage is not measure.stage
    if moves:
        policy.require_moment(progress.stage in lifecycle.following(measure.stage), NOT_NEXT)
        someone = any(one.state is CommitmentState.COMMITTED for one in measure.commitments)
        policy.require_moment(someone or progress.stage not in lifecycle.NEEDS_A_HOUSE, NOBODY_COMMITTED)
    measure.lead_jobcenter_id = leader.jobcenter_id
    for name in ("kind", "goal", "concept", "target_group", "legal_basis"):
        value = getattr(progress, name)
        if value is not None:
            setattr(measure, name, value or None)
    audit.record(leader, "measure.advance", f"measure:{measure.id}")
    if moves:
        _step(measure, progress.stage, leader)
        told = contributors.of(_proposal(measure)) | {one.leader_id for one in measure.commitments if one.state in IN}
        outbox.tell_again(told - {leader.id}, "measure.moved", f"measure:{measure.id}")


def require_open(proposal: Proposal) -> None:
    """Say kindly that an answer was given already."""
    policy.require_moment(proposal.is_open, ANSWERED)


def _check(verdict: Verdict) -> None:
    wrong: dict[str, Any] = {}
    if verdict.outcome not in OUTCOMES:
        wrong["outcome"] = _l("Please choose one of the three answers.")
    if not verdict.reason.strip():
        wrong["reason"] = _l("Please give a reason: everybody who contributed reads it.")
    if verdict.outcome is ProposalState.POSTPONED and (verdict.until is None or verdict.until <= clock.today()):
        wrong["until"] = _l("Please give a day in the future.")
    if wrong:
        raise InvalidInput(wrong)


def _until(verdict: Verdict) -> date | None:
    return verdict.until if verdict.outcome is ProposalState.POSTPONED else None


def _open_measure(leader: User, proposal: Proposal) -> Measure:
    measure = Measure(
        proposal_id=proposal.id, theme_id=proposal.theme_id, title=proposal.title, stage=MeasureStage.COMMITMENTS
    )
    db.session.add(measure)
    db.session.flush()
    _step(measure, MeasureStage.COMMITMENTS, leader)
    return measure


def _step(measure: Measure, stage: MeasureStage, leader: User) -> None:
    measure.stage, measure.stage_since = stage, clock.now()
    measure.steps.append(MeasureStep(stage=stage, jobcenter_id=leader.jobcenter_id))


def _sent_before(moderator: User, once_key: str | None) -> Proposal | None:
    if not once_key:
        return None
    return db.session.scalars(
        select(Proposal).where(Proposal.once_key == once_key, Proposal.first_moderator_id == moderator.id)
    ).first()


def _proposal(measure: Measure) -> Proposal:
    return db.session.get_one(Proposal, measure.proposal_id)


def _basis(theme: Theme) -> Basis:
    newest = theme.newest
    return newest.basis if newest and newest.basis else Basis.ASSESSMENT


def _evidence(theme: Theme) -> dict[str, Any]:
    """Rounded figures of the newest week and nothing else: no case, no house, no person."""
    newest = theme.newest
    if newest is None:
        return {}
    return {"week": newest.week.isoformat(), "cases": newest.cases, "observations": newest.observations}


def _people(role: Role, fits: Callable[[User], bool]) -> Iterable[str]:
    rows = select(User).join(UserRole, UserRole.user_id == User.id).where(UserRole.role == role, User.active)
    return [user.id for user in db.session.scalars(rows) if fits(user)]
