"""What waits for moderators and for leadership about proposals and measures."""

from collections.abc import Iterator
from datetime import timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import exists, select

from caseboard import clock, policy
from caseboard.db import db
from caseboard.home import topics
from caseboard.home.tasks.task import Task
from caseboard.models import Commitment, Measure, MeasureStage, Proposal, ProposalState, User
from caseboard.policy import measures as measure_rules


def proposals(user: User) -> Iterator[Task]:
    """Drafts that want a second moderator, and submitted ones that want a decision."""
    if policy.moderates(user):
        drafts = measure_rules.secondable_proposals(user).where(Proposal.state == ProposalState.DRAFT)
        for proposal in db.session.scalars(drafts):
            sentence, about = _l("Read a proposal as second moderator"), topics.short(proposal.title)
            yield Task(sentence, "measures.proposal", proposal.id, proposal.created_at, about=about)
    if policy.leads(user):
        open_ones = select(Proposal).where(Proposal.state == ProposalState.UNDER_REVIEW)
        for proposal in db.session.scalars(open_ones):
            since = proposal.submitted_at or proposal.created_at
            late = clock.now() - since > timedelta(days=90)
            about = topics.short(proposal.title)
            yield Task(_l("Decide on a proposal"), "measures.proposal", proposal.id, since, late, about)


def commitments(user: User) -> Iterator[Task]:
    """Measures of which this house has not said whether it takes part."""
    if not policy.leads(user):
        return
    answered = exists().where(Commitment.measure_id == Measure.id, Commitment.jobcenter_id == user.jobcenter_id)
    for measure in db.session.scalars(select(Measure).where(Measure.stage == MeasureStage.COMMITMENTS, ~answered)):
        sentence, about = _l("Say whether your house takes part"), topics.short(measure.title)
        yield Task(sentence, "measures.measure", measure.id, measure.stage_since, about=about)
