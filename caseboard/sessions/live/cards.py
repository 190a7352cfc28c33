"""The verbs of cards: one thought each, hidden until the moderator reveals it, sent back where it names somebody."""

from collections.abc import Set

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from caseboard import airlock, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db, forget_deleted
from caseboard.errors import Conflict
from caseboard.models import CaseSession, Perspective, PerspectiveState, User
from caseboard.models.contribution import CardKind
from caseboard.policy.sessions import Part
from caseboard.sessions import contributions, phases
from caseboard.sessions.actions import Action
from caseboard.sessions.live import turns
from caseboard.sessions.live.begin import begin
from caseboard.sessions.live.marks import mark, require_same

POSTS = {CardKind.THOUGHT: Action.POST_CARD, CardKind.OFFER: Action.OFFER_QUESTION, CardKind.NOTE: Action.NOTE}
CHANGES = {
    CardKind.THOUGHT: Action.CHANGE_CARD,
    CardKind.OFFER: Action.CHANGE_CARD,
    CardKind.NOTE: Action.NOTE,
}
STANDS = dict.fromkeys(CardKind, PerspectiveState.QUEUED) | {CardKind.NOTE: PerspectiveState.REVEALED}
"""What is written waits for the moderator, but for notes: everybody has heard what they say."""
OPEN_TO_CHANGE = frozenset({PerspectiveState.QUEUED, PerspectiveState.SENT_BACK})
"""What everybody has seen is not rewritten behind their backs."""


def post(person: User, case_session: CaseSession, kind: CardKind, text: str, once_key: str) -> Perspective:
    """Put a card on the board: stripped unasked, hidden unless it is a note.

    Raises:
        InvalidInput: the text cannot be taken as it is.
        WrongMoment: not in this phase, or somebody else has the turn.
    """
    return _post(person, case_session, kind, airlock.safe(text), once_key)


@command
def _post(person: User, case_session: CaseSession, kind: CardKind, text: SafeText, once_key: str) -> Perspective:
    part = begin(POSTS[kind], person, case_session)
    key = contributions.key_of(person, once_key)
    first = contributions.known(Perspective, key)
    if first is not None:
        return first
    require_turn(part, person, case_session)
    card = Perspective(
        **contributions.bound(person, case_session),
        author_id=person.id,
        kind=kind,
        text=text,
        once_key=key,
        phase_key=case_session.phase,
        state=STANDS[kind],
    )
    db.session.add(card)
    if kind is CardKind.THOUGHT:
        has_had_it(person, case_session)
    db.session.flush()
    return card


def require_turn(part: Part, person: User, case_session: CaseSession) -> None:
    """In a phase with turns one writes when one has the turn; the note taker writes for everybody.

    Raises:
        WrongMoment: somebody else has it.
    """
    holder = case_session.turn_user_id
    waits = phases.current(case_session).turns and holder not in {None, person.id} and part is Part.ADVISER
    policy.require_moment(not waits, _l("Somebody else has the turn. Yours will come; what you typed is still here."))


def has_had_it(person: User, case_session: CaseSession) -> None:
    """A contribution ends the turn of whoever has it."""
    if case_session.turn_user_id == person.id:
        turns.take(case_session)


def change(person: User, case_session: CaseSession, card_id: str, text: str, seen: str) -> None:
    """Write one's own card anew before it is revealed, or after it was sent back.

    What was sent back because it named somebody leaves the files as well.

    Raises:
        Collision: it was changed since, in another window.
        WrongMoment: not in this phase, or everybody has seen it already.
    """
    if _change(person, case_session, card_id, airlock.safe(text), seen):
        forget_deleted()


@command
def _change(person: User, case_session: CaseSession, card_id: str, text: SafeText, seen: str) -> bool:
    begin(CHANGES[own_card(person, case_session, card_id).kind], person, case_session)
    card = own_card(person, case_session, card_id)
    _require_open(card)
    require_same(seen, card_mark(card), card.text)
    was_sent_back = card.state is PerspectiveState.SENT_BACK
    card.state = STANDS[card.kind]
    card.text, card.send_back_reason = text, None
    return was_sent_back


def take_back(person: User, case_session: CaseSession, card_id: str) -> None:
    """Delete one's own card before it is revealed; it leaves the files as well."""
    _take_back(person, case_session, card_id)
    forget_deleted()


@command
def _take_back(person: User, case_session: CaseSession, card_id: str) -> None:
    kind = own_card(person, case_session, card_id).kind
    begin(Action.NOTE if kind is CardKind.NOTE else Action.TAKE_BACK_CARD, person, case_session)
    card = own_card(person, case_session, card_id)
    _require_open(card)
    db.session.delete(card)


@command
def reveal(moderator: User, case_session: CaseSession, seen: Set[str]) -> int:
    """Show the cards that the moderator has read, exactly as they read them; a later one waits for the next time.

    Args:
        moderator: whoever leads.
        case_session: a live session.
        seen: the ids and marks of the cards, as `card_sign` makes them.

    Returns:
        How many are on the board now.

    Raises:
        Conflict: none of them waits in this form any more.
    """
    begin(Action.REVEAL, moderator, case_session)
    waiting = select(Perspective).where(
        Perspective.session_id == case_session.id, Perspective.state == PerspectiveState.QUEUED
    )
    chosen = [card for card in db.session.scalars(waiting.order_by(Perspective.id)) if card_sign(card) in seen]
    if not chosen:
        raise Conflict(_l("These cards are revealed already, or were changed since. Please look at the new state."))
    last = db.session.scalar(select(func.max(Perspective.position)).where(Perspective.session_id == case_session.id))
    for position, card in enumerate(chosen, (last or 0) + 1):
        card.state, card.position = PerspectiveState.REVEALED, position
    return len(chosen)


def send_back(moderator: User, case_session: CaseSession, card_id: str, reason: str, seen: str) -> None:
    """Give a card back that names somebody; only whoever wrote it sees that and why, and the moderator not who.

    Raises:
        Collision: it was changed since.
    """
    _send_back(moderator, case_session, card_id, airlock.safe(reason, field="reason"), seen)


@command
def _send_back(moderator: User, case_session: CaseSession, card_id: str, reason: SafeText, seen: str) -> None:
    begin(Action.SEND_BACK, moderator, case_session)
    card = card_of(case_session, card_id)
    policy.require(card.state in {PerspectiveState.QUEUED, PerspectiveState.REVEALED})
    require_same(seen, card_mark(card), card.text)
    card.state, card.send_back_reason = PerspectiveState.SENT_BACK, reason
    card.group_id = card.parked_at = card.taken_at = None
    contributions.drop_empty_groups(case_session)


@command
def pass_turn(person: User, case_session: CaseSession) -> None:
    """Pass the turn on, with something said or without; the moderator does it for somebody who is away.

    Raises:
        WrongMoment: somebody else has the turn.
    """
    part = begin(Action.PASS_TURN, person, case_session)
    mine = case_session.turn_user_id == person.id or part is Part.MODERATOR
    policy.require_moment(mine, _l("Somebody else has the turn now."))
    turns.take(case_session)


def card_mark(card: Perspective) -> str:
    """What a card says, and where it stands."""
    return mark(card.id, card.text, card.state.value)


def card_sign(card: Perspective) -> str:
    """A card and what it said when it was read, in one word."""
    return f"{card.id}.{card_mark(card)}"


def card_of(case_session: CaseSession, card_id: str) -> Perspective:
    """A card of this session.

    Raises:
        NotFound: there is none.
    """
    return contributions.inside(Perspective, case_session, card_id)


def own_card(person: User, case_session: CaseSession, card_id: str) -> Perspective:
    """A card that this person wrote.

    Raises:
        NotFound: there is none; other people's cards do not exist for them.
    """
    card = card_of(case_session, card_id)
    policy.require(card.author_id == person.id)
    return card


def _require_open(card: Perspective) -> None:
    fits = card.state in OPEN_TO_CHANGE or card.kind is CardKind.NOTE
    policy.require_moment(fits, _l("Everybody has seen this card by now; it stays as it is."))
