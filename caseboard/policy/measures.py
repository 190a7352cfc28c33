"""Who may draft, bear, read and decide proposals, and who speaks for a house about a measure."""

from sqlalchemy import Select, false, or_, select

from caseboard import policy
from caseboard.models import Measure, Proposal, ProposalState, User


def may_read_proposal(user: User, proposal: Proposal) -> bool:
    """Everybody in the network reads what leadership was asked; a draft only moderators."""
    if proposal.state is ProposalState.DRAFT:
        return policy.moderates(user)
    return policy.sees_the_network(user)


def readable_proposals(user: User) -> Select[tuple[Proposal]]:
    """Every proposal `may_read_proposal` says yes for."""
    if policy.moderates(user):
        return select(Proposal)
    if policy.sees_the_network(user):
        return select(Proposal).where(Proposal.state != ProposalState.DRAFT)
    return select(Proposal).where(false())


def may_second(user: User, proposal: Proposal) -> bool:
    """The second moderator works for none of the houses of the first."""
    return policy.moderates(user) and proposal.first_jobcenter_id not in user.houses


def secondable_proposals(user: User) -> Select[tuple[Proposal]]:
    """Every proposal `may_second` says yes for."""
    if not policy.moderates(user):
        return select(Proposal).where(false())
    return select(Proposal).where(Proposal.first_jobcenter_id.not_in(user.houses))


def may_drop(user: User, proposal: Proposal) -> bool:
    """Moderators of the house that drafted a proposal can drop it."""
    return policy.moderates(user) and proposal.first_jobcenter_id == user.jobcenter_id


def droppable_proposals(user: User) -> Select[tuple[Proposal]]:
    """Every proposal `may_drop` says yes for."""
    if not policy.moderates(user):
        return select(Proposal).where(false())
    return select(Proposal).where(Proposal.first_jobcenter_id == user.jobcenter_id)


def may_decide(user: User, proposal: Proposal) -> bool:
    """Leadership answers what two moderators bear."""
    return policy.leads(user) and proposal.state is not ProposalState.DRAFT


def decidable_proposals(user: User) -> Select[tuple[Proposal]]:
    """Every proposal `may_decide` says yes for."""
    if not policy.leads(user):
        return select(Proposal).where(false())
    return select(Proposal).where(Proposal.state != ProposalState.DRAFT)


def may_read_measure(user: User, measure: Measure) -> bool:  # noqa: ARG001 - measures are no secret in the network
    """Everybody in the network reads what the houses do about a theme."""
    return policy.sees_the_network(user)


def readable_measures(user: User) -> Select[tuple[Measure]]:
    """Every measure `may_read_measure` says yes for."""
    return select(Measure) if policy.sees_the_network(user) else select(Measure).where(false())


def may_commit(user: User, measure: Measure) -> bool:  # noqa: ARG001 - each house may take part in each measure
    """Leadership says for its own house whether it takes part; the verb knows no other house."""
    return policy.leads(user)


def committable_measures(user: User) -> Select[tuple[Measure]]:
    """Every measure `may_commit` says yes for."""
    return select(Measure) if policy.leads(user) else select(Measure).where(false())


def may_advance(user: User, measure: Measure) -> bool:
    """The leading house moves a measure on; while there is none, whoever moves it takes the lead."""
    return policy.leads(user) and measure.lead_jobcenter_id in {None, user.jobcenter_id}


def advanceable_measures(user: User) -> Select[tuple[Measure]]:
    """Every measure `may_advance` says yes for."""
    if not policy.leads(user):
        return select(Measure).where(false())
    lead = Measure.lead_jobcenter_id
    return select(Measure).where(or_(lead.is_(None), lead == user.jobcenter_id))
