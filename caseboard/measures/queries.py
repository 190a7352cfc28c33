"""Reads proposals and measures into views: rounded evidence, houses and days, never a person or a case."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select

from caseboard import clock, figures, labels
from caseboard.db import db
from caseboard.measures import lifecycle
from caseboard.measures.views import (
    CommitmentView,
    DecisionView,
    Evidence,
    MeasureView,
    Overview,
    ProposalView,
    StepView,
    ThemeEvidence,
    ThemeName,
)
from caseboard.models import (
    Commitment,
    CommitmentState,
    Decision,
    Jobcenter,
    Measure,
    Proposal,
    ProposalState,
    Theme,
    User,
)
from caseboard.policy import measures as rules
from caseboard.policy import themes as theme_rules

SILENCE = timedelta(days=90)
"""Longer than a quarter means that a round of managing directors has passed without an answer."""


def overview(user: User, language: str) -> Overview:
    """All proposals and measures this person reads; a recommended proposal shows as its measure."""
    proposals = db.session.scalars(rules.readable_proposals(user).order_by(Proposal.created_at.desc(), Proposal.id))
    measures = db.session.scalars(rules.readable_measures(user).order_by(Measure.created_at.desc(), Measure.id))
    return Overview(
        tuple(proposal_view(user, one, language) for one in proposals if one.state is not ProposalState.RECOMMENDED),
        tuple(measure_view(user, one, language) for one in measures),
    )


def proposal_view(user: User, proposal: Proposal, language: str) -> ProposalView:
    """One proposal with its evidence and every answer it got."""
    silent = _silence(proposal)
    frozen = proposal.evidence
    return ProposalView(
        id=proposal.id,
        title=proposal.title,
        theme=_theme(user, proposal.theme_id, language),
        state=proposal.state,
        need=proposal.need,
        idea=proposal.idea,
        evidence=_evidence(
            proposal.basis,
            date.fromisoformat(frozen["week"]) if frozen.get("week") else None,
            frozen.get("cases"),
            frozen.get("observations"),
        ),
        day=proposal.created_at,
        submitted=proposal.submitted_at,
        silent_days=silent.days if silent and silent > SILENCE else None,
        overdue=_overdue(proposal),
        decisions=tuple(_decisions(proposal.decisions)),
        measure_id=db.session.scalar(select(Measure.id).where(Measure.proposal_id == proposal.id)),
        may_second=proposal.state is ProposalState.DRAFT and rules.may_second(user, proposal),
        may_drop=proposal.state is ProposalState.DRAFT and rules.may_drop(user, proposal),
        may_decide=proposal.is_open and rules.may_decide(user, proposal),
    )


def measure_view(user: User, measure: Measure, language: str) -> MeasureView:
    """One measure with every house's own word and the way it has come."""
    houses = {house.id: house for house in db.session.scalars(select(Jobcenter))}
    committed = [one for one in measure.commitments if one.state is CommitmentState.COMMITTED]
    own = next((one for one in measure.commitments if one.jobcenter_id == user.jobcenter_id), None)
    over = lifecycle.is_over(measure.stage)
    return MeasureView(
        id=measure.id,
        title=measure.title,
        theme=_theme(user, measure.theme_id, language),
        proposal_id=measure.proposal_id,
        kind=measure.kind,
        stage=measure.stage,
        position=len(lifecycle.WAY) if over else lifecycle.WAY.index(measure.stage),
        over=over,
        goal=measure.goal,
        concept=measure.concept,
        target_group=measure.target_group,
        legal_basis=measure.legal_basis,
        lead=houses[measure.lead_jobcenter_id].name if measure.lead_jobcenter_id else None,
        commitments=tuple(sorted(_commitments(measure.commitments, houses), key=lambda view: view.house)),
        committed=len(committed),
        places=sum(one.places or 0 for one in committed),
        crosses=lifecycle.crosses_counties(houses[one.jobcenter_id].county for one in committed),
        history=tuple(StepView(step.stage, step.at, houses[step.jobcenter_id].name) for step in measure.steps),
        may_commit=not over and rules.may_commit(user, measure),
        may_advance=not over and rules.may_advance(user, measure),
        own_state=own.state if own else None,
    )


def theme_evidence(theme: Theme, language: str) -> ThemeEvidence:
    """The theme and its present figures, for whoever drafts a proposal."""
    newest = theme.newest
    evidence = _evidence(
        newest.basis.value if newest and newest.basis else "",
        newest.week if newest else None,
        newest.cases if newest else None,
        newest.observations if newest else None,
    )
    return ThemeEvidence(theme.id, theme.name_in(language), evidence)


def own_commitment(user: User, measure: Measure) -> Commitment | None:
    """What the house of `user` said so far, to fill the form with; the row goes no further than that."""
    return next((one for one in measure.commitments if one.jobcenter_id == user.jobcenter_id), None)


def _evidence(basis: str, week: date | None, cases: int | None, observations: int | None) -> Evidence:
    return Evidence(basis, week, cases, observations, figures.full_bar(week, cases, observations))


def _silence(proposal: Proposal) -> timedelta | None:
    """How long leadership has owed an answer."""
    if proposal.state is not ProposalState.UNDER_REVIEW or proposal.submitted_at is None:
        return None
    return clock.today() - proposal.submitted_at.astimezone(clock.BERLIN).date()


def _overdue(proposal: Proposal) -> bool:
    """Whether the day until which it was postponed has passed."""
    if proposal.state is not ProposalState.POSTPONED or not proposal.decisions:
        return False
    until = proposal.decisions[-1].until
    return until is not None and until < clock.today()


def _decisions(rows: Iterable[Decision]) -> Iterable[DecisionView]:
    for row in rows:
        house = db.session.scalar(
            select(Jobcenter.name).join(User, User.jobcenter_id == Jobcenter.id).where(User.id == row.leader_id)
        )
        yield DecisionView(row.outcome, row.reason, row.until, row.at, house or "")


def _commitments(rows: Iterable[Commitment], houses: dict[str, Jobcenter]) -> Iterable[CommitmentView]:
    for row in rows:
        house = houses[row.jobcenter_id]
        yield CommitmentView(house.name, house.county, row.state, row.places, row.reason, row.at)


def _theme(user: User, theme_id: str, language: str) -> ThemeName:
    """The theme as it was called when this began; its link leads to what it has become."""
    theme = db.session.get_one(Theme, theme_id)
    present = db.session.get_one(Theme, labels.redirects().get(theme_id, theme_id))
    return ThemeName(present.id, theme.name_in(language), theme_rules.may_see_theme(user, present))
