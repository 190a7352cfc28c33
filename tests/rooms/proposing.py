"""The way of a proposal up to a measure, for tests that begin further along."""

from sqlalchemy import select

from caseboard.anonymize import SafeText
from caseboard.db import db
from caseboard.measures import service
from caseboard.measures.input import Draft, Verdict
from caseboard.models import Measure, Notice, Proposal, ProposalState, Theme
from tests.actors import Actor, Stage

THEME = "mobilitaet"
FORM = {
    "title": "Der Weg zur ersten Schicht",
    "need": "Die Schicht beginnt vor dem ersten Bus.",
    "idea": "Ein gemeinsamer Fahrdienst.",
}
REASON = SafeText.trusted("Klein genug, um anzufangen.")


def drafted(moderator: Actor, theme: str = THEME) -> Proposal:
    """A draft by `moderator`."""
    texts = {name: SafeText.trusted(text) for name, text in FORM.items()}
    return service.draft(moderator.user, db.session.get_one(Theme, theme), Draft(**texts))


def submitted(first: Actor, other: Actor) -> Proposal:
    """A proposal that two moderators bear."""
    proposal = drafted(first)
    service.second(other.user, proposal)
    return proposal


def recommended(first: Actor, other: Actor, leader: Actor) -> Measure:
    """A measure that leadership has recommended."""
    measure = service.decide(leader.user, submitted(first, other), Verdict(ProposalState.RECOMMENDED, REASON))
    assert measure is not None
    return measure


def told(kind: str) -> set[str]:
    """Who found a notice of this kind on the home page."""
    return set(db.session.scalars(select(Notice.user_id).where(Notice.kind == kind)))


def open_now(actor: Actor, proposal: Proposal) -> str:
    """The page of a proposal at the present moment of the clock, with a sign-in of that moment."""
    fresh = Actor(actor.user_id, Stage(actor.client.application).signed_in(actor.user_id))
    return fresh.opens(f"/vorschlaege/{proposal.id}").get_data(as_text=True)
