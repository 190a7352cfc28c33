"""The verbs of the board: put cards into groups, name the groups, park a card, take one along."""

from sqlalchemy import func, select

from caseboard import airlock, clock, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db, forget_deleted
from caseboard.models import CardGroup, CaseSession, Perspective, PerspectiveState, User
from caseboard.models.contribution import CardKind
from caseboard.sessions import contributions
from caseboard.sessions.actions import Action
from caseboard.sessions.live.begin import begin
from caseboard.sessions.live.cards import card_of
from caseboard.sessions.live.marks import mark, require_same

NEW = "new"
"""Stands for a group that is made for this card."""


@command
def group(person: User, case_session: CaseSession, card_id: str, target: str) -> str | None:
    """Put a card into a group, into a new one, or back among the single ones; the last move counts.

    Args:
        person: whoever sorts.
        case_session: a live session.
        card_id: a revealed card.
        target: the id of a group, `NEW`, or nothing.

    Returns:
        The group in which it lies now.
    """
    begin(Action.GROUP, person, case_session)
    card = _shown(case_session, card_id)
    into = _new_group(case_session) if target == NEW else group_of(case_session, target) if target else None
    card.group_id, card.parked_at = (into.id if into else None), None
    last = select(func.max(Perspective.position)).where(Perspective.session_id == case_session.id)
    card.position = (db.session.scalar(last) or 0) + 1
    contributions.drop_empty_groups(case_session)
    return card.group_id


def name_group(person: User, case_session: CaseSession, group_id: str, name: str, seen: str) -> None:
    """Say what the cards of a group have in common.

    Raises:
        Collision: somebody else has just named it.
    """
    _name_group(person, case_session, group_id, airlock.safe(name, field="name"), seen)


@command
def _name_group(person: User, case_session: CaseSession, group_id: str, name: SafeText, seen: str) -> None:
    begin(Action.NAME_GROUP, person, case_session)
    named = group_of(case_session, group_id)
    require_same(seen, mark(named.name), named.name or "")
    named.name = name


def unname_group(person: User, case_session: CaseSession, group_id: str, seen: str) -> None:
    """Take the name of a group away, because it names somebody; it leaves the files as well.

    Raises:
        Collision: it has another name by now.
    """
    _unname_group(person, case_session, group_id, seen)
    forget_deleted()


@command
def _unname_group(person: User, case_session: CaseSession, group_id: str, seen: str) -> None:
    begin(Action.NAME_GROUP, person, case_session)
    named = group_of(case_session, group_id)
    require_same(seen, mark(named.name), named.name or "")
    named.name = None


@command
def park(person: User, case_session: CaseSession, card_id: str, parked: bool) -> None:
    """Put a card aside for another time, or back on the board."""
    begin(Action.PARK, person, case_session)
    card = _shown(case_session, card_id)
    card.parked_at = (card.parked_at or clock.now()) if parked else None
    card.group_id = None
    contributions.drop_empty_groups(case_session)


@command
def take_along(case_giver: User, case_session: CaseSession, card_id: str, taken: bool) -> None:
    """Mark what helps, as the case giver sees it."""
    begin(Action.TAKE_ALONG, case_giver, case_session)
    card = _shown(case_session, card_id)
    card.taken_at = (card.taken_at or clock.now()) if taken else None


def group_of(case_session: CaseSession, group_id: str) -> CardGroup:
    """A group of this session.

    Raises:
        NotFound: there is none.
    """
    return contributions.inside(CardGroup, case_session, group_id)


def _shown(case_session: CaseSession, card_id: str) -> Perspective:
    """A card that everybody sees; nobody sorts what is hidden."""
    card = card_of(case_session, card_id)
    policy.require(card.state is PerspectiveState.REVEALED and card.kind is CardKind.THOUGHT)
    return card


def _new_group(case_session: CaseSession) -> CardGroup:
    last = select(func.max(CardGroup.position)).where(CardGroup.session_id == case_session.id)
    made = CardGroup(session_id=case_session.id, position=(db.session.scalar(last) or 0) + 1)
    db.session.add(made)
    db.session.flush()
    return made
