"""The verbs of whoever runs a written round: look through, send back, remind, extend, go on, reveal."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from caseboard import audit, clock, guard, outbox, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db, forget_deleted
from caseboard.errors import Conflict, InvalidInput
from caseboard.models import CaseSession, Perspective, PerspectiveState, Seat, SeatPart, SeatState, SessionState, User
from caseboard.policy import rounds as rules
from caseboard.policy import sessions
from caseboard.sessions.actions import Action
from caseboard.sessions.live.marks import mark, require_same
from caseboard.sessions.lookups import is_revealable, writers
from caseboard.sessions.phases import PhaseSpec
from caseboard.sessions.service.entry import act, enter, enter_phase, note_that_it_can_be_read, thing
from caseboard.sessions.service.running import reveal_all
from caseboard.sessions.wording import WRONG_MOMENTS_IN_WRITING
from caseboard.sessions.written import timetable

MOST_DAYS = 10
"""So many working days can be added at once."""


def hidden(case_session: CaseSession) -> list[Perspective]:
    """What is to be revealed, in an order that says nothing about when and by whom it was written."""
    waiting = select(Perspective).where(
        Perspective.session_id == case_session.id, Perspective.state == PerspectiveState.QUEUED
    )
    return list(db.session.scalars(waiting.order_by(Perspective.id)))


def seen(case_session: CaseSession) -> str:
    """What a moderator has looked through, as a keyed hash: revealing shows exactly this, or nothing."""
    words = "\x1f".join(f"{one.id}\x1e{one.text}" for one in hidden(case_session))
    return guard.keyed("sessions.look_through", f"{case_session.id}\x1f{words}")


def reveal(moderator: User, case_session: CaseSession, looked_at: str) -> None:
    """Reveal what the moderator has looked through; what was sent back and not rewritten is deleted.

    Raises:
        Conflict: something has come or changed since the look.
        WrongMoment: there are not enough perspectives yet.
    """
    if _reveal(moderator, case_session, looked_at):
        forget_deleted()


@command
def _reveal(moderator: User, case_session: CaseSession, looked_at: str) -> bool:
    act(Action.REVEAL, moderator, case_session)
    policy.require(rules.may_lead_round(moderator, case_session))
    policy.require_moment(is_revealable(case_session), WRONG_MOMENTS_IN_WRITING[Action.REVEAL])
    if looked_at != seen(case_session):
        raise Conflict(_l("A perspective has come or changed since you looked. Please look through them once more."))
    return reveal_all(moderator, case_session)


@command
def send_back(moderator: User, perspective: Perspective, reason: SafeText, seen_text: str) -> None:
    """Send a perspective back that names somebody; whoever wrote it is told, and the moderator learns no name.

    Raises:
        Collision: it was written anew since the moderator has read it.
        WrongMoment: it cannot be looked through yet, or was sent back or written anew meanwhile.
    """
    case_session = perspective.case_session
    act(Action.SEND_BACK, moderator, case_session)
    policy.require(rules.may_return_perspective(moderator, perspective))
    db.session.refresh(perspective, with_for_update={"of": Perspective})
    require_looking_through(perspective)
    require_same(seen_text, mark(perspective.text), perspective.text)
    perspective.state, perspective.send_back_reason = PerspectiveState.SENT_BACK, reason
    audit.record(moderator, "perspective.send_back", f"perspective:{perspective.id}")
    outbox.tell_again([perspective.author_id], "session.perspective_returned", thing(case_session))


def require_looking_through(perspective: Perspective) -> None:
    """A moderator reads what is hidden once there is enough of it, so that its coming tells nobody's name.

    Raises:
        WrongMoment: there is not, or this one was sent back or revealed.
    """
    sessions.require_awake(perspective.case_session)
    ready = perspective.state is PerspectiveState.QUEUED and is_revealable(perspective.case_session)
    policy.require_moment(ready, _l("This perspective cannot be looked through now. Please open the list once more."))


@command
def extend(moderator: User, case_session: CaseSession, days: int, seen_end: datetime) -> None:
    """Give everybody more working days; the present phase gets longer and all later ones move.

    Args:
        moderator: who runs the round.
        case_session: the round.
        days: how many working days more.
        seen_end: the end that stood on the page, so that a second click does not add days twice.

    Raises:
        Conflict: it has been extended meanwhile.
    """
    act(Action.EXTEND, moderator, case_session)
    policy.require(rules.may_lead_round(moderator, case_session))
    if not 1 <= days <= MOST_DAYS:
        raise InvalidInput({"days": _l("Between one and %(most)s working days, please.", most=MOST_DAYS)})
    if case_session.ends_at != seen_end:
        raise Conflict(_l("This round has just been extended already. Please look at its new end."))
    case_session.ends_at = timetable.extended(case_session.ends_at, days)
    case_session.extensions += 1
    case_session.touched_at = clock.now()
    case_session.changes_its_date(clock.now())
    nobody_needs_time(case_session)
    audit.record(moderator, "session.extend", thing(case_session))
    told = case_session.everybody() - {moderator.id}
    outbox.tell(told, "session.extended", thing(case_session), once=str(case_session.extensions))


@command
def next_phase(moderator: User, case_session: CaseSession, phase_key: str) -> None:
    """Go on to the next phase before its day, such as when everybody has written.

    Raises:
        Conflict: the round stands in another phase than the page said.
        WrongMoment: nothing follows but revealing.
    """
    _enter_to_move(Action.NEXT_PHASE, moderator, case_session, phase_key)
    following = timetable.following(case_session)
    policy.require_moment(following is not None, _l("No phase follows: look through the perspectives and reveal them."))
    move(moderator, case_session, following)
    audit.record(moderator, "session.next_phase", thing(case_session))


@command
def step_back(moderator: User, case_session: CaseSession, phase_key: str) -> None:
    """Go back one phase; it then lasts until the end of the one that was left.

    Raises:
        Conflict: the round stands in another phase than the page said.
        WrongMoment: this is the first.
    """
    _enter_to_move(Action.STEP_BACK, moderator, case_session, phase_key)
    preceding = timetable.preceding(case_session)
    policy.require_moment(preceding is not None, _l("This is the first phase."))
    ahead = timetable.phase_end(case_session, preceding) > clock.now()
    policy.require_moment(ahead, _l("The days of that phase are over. Extend the round first."))
    move(moderator, case_session, preceding)
    audit.record(moderator, "session.step_back", thing(case_session))


def _enter_to_move(action: Action, moderator: User, case_session: CaseSession, phase_key: str) -> None:
    act(action, moderator, case_session)
    policy.require(rules.may_lead_round(moderator, case_session))
    if case_session.phase != phase_key:
        raise Conflict


def move(moderator: User | None, case_session: CaseSession, phase: PhaseSpec) -> None:
    """Let a round stand in another phase, inside the running transaction; in an urgent one everybody hears at once.

    Without a moderator it is the worker who does, because the day has come.
    """
    note_that_it_can_be_read(case_session)
    enter_phase(case_session, phase)
    nobody_needs_time(case_session)
    if case_session.urgent:
        told = case_session.everybody() - {moderator.id if moderator else None}
        outbox.tell(told, "session.next_phase", thing(case_session), once=phase.key)


@command
def need_time(adviser: User, case_session: CaseSession) -> None:
    """Wish for more time; the moderator sees how many do, and not who."""
    act(Action.NEED_TIME, adviser, case_session)
    policy.require(rules.may_write_in_round(adviser, case_session))
    seat = case_session.seat_of(adviser.id)
    if seat is not None and seat.needs_time_at is None:
        seat.needs_time_at = clock.now()


def nobody_needs_time(case_session: CaseSession) -> None:
    """What was wished for is given, or lies in a phase that is over."""
    for seat in case_session.seats:
        seat.needs_time_at = None


@command
def remind(moderator: User, case_session: CaseSession) -> None:
    """Ask those who accepted and have not written, once a day; the moderator does not learn whom."""
    enter(rules.may_lead_round, moderator, case_session)
    running = case_session.state is SessionState.RUNNING
    policy.require_moment(running, _l("Nobody can write yet, or the perspectives are revealed."))
    outbox.tell(silent(case_session), "session.nudged", thing(case_session), once=f"by hand/{clock.today()}")
    audit.record(moderator, "session.remind", thing(case_session))


def silent(case_session: CaseSession) -> set[str]:
    """Whoever advises and has not written in the present phase; for verbs and for the worker, never for a page."""
    return {seat.user_id for seat in case_session.seats if _advises(seat)} - writers(case_session, case_session.phase)


def _advises(seat: Seat) -> bool:
    return seat.state is SeatState.ACCEPTED and seat.part is not SeatPart.OBSERVER
