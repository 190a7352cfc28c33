"""Round robin: whose turn it is, who comes next, and that nobody comes twice before everybody had the chance; pure."""

from caseboard import clock
from caseboard.models import CaseSession, Seat, SeatPart, SeatState, SessionState
from caseboard.sessions.phases import PhaseSpec, current

TAKING = frozenset({SeatPart.ADVISER, SeatPart.NOTE_TAKER})


def in_turn(case_session: CaseSession) -> list[Seat]:
    """Whoever takes turns: everybody who advises or takes notes and has come."""
    return [
        seat
        for seat in case_session.seats
        if seat.state is SeatState.ACCEPTED and seat.part in TAKING and seat.attended_at is not None
    ]


def is_awaited(case_session: CaseSession, user_id: str) -> bool:
    """Somebody with a place in a running session, or who stands by, of whom nobody knows yet that they have come."""
    if case_session.state is not SessionState.RUNNING:
        return False
    if user_id == case_session.co_moderator_id:
        return case_session.co_moderator_came_at is None
    seat = case_session.seat_of(user_id)
    return seat is not None and seat.state is SeatState.ACCEPTED and seat.attended_at is None


def note_arrival(case_session: CaseSession, user_id: str) -> None:
    """Note that they have come; where people come one by one and nobody is there yet, it is their turn."""
    seat = case_session.seat_of(user_id)
    if seat is not None and is_awaited(case_session, user_id):
        seat.attended_at = clock.now()
        if current(case_session).turns and case_session.turn_user_id is None:
            call_next(case_session)


def begin(case_session: CaseSession, phase: PhaseSpec) -> None:
    """A phase begins: nobody has had a turn, and in a phase with turns somebody has the first one."""
    for seat in case_session.seats:
        seat.turns, seat.needs_time_at = 0, None
    case_session.case_giver_needs_time_at = None
    case_session.turn_user_id = None
    if phase.turns:
        call_next(case_session)


def call_next(case_session: CaseSession) -> None:
    """Give the turn to whoever has had the fewest; the seats have a fixed order that says nothing."""
    people = in_turn(case_session)
    following = min(people, key=lambda seat: (seat.turns, seat.user_id), default=None)
    case_session.turn_user_id = following.user_id if following else None


def go_on_without(case_session: CaseSession, left: Seat) -> None:
    """Somebody gave their place back: nobody waits for their turn, their wish for time or their notes."""
    left.needs_time_at = None
    if case_session.turn_user_id == left.user_id:
        call_next(case_session)
    if not note_takers(case_session):
        case_session.writes_alone = False


def note_takers(case_session: CaseSession) -> list[Seat]:
    """Whoever takes notes for everybody; one at a time."""
    return [
        seat for seat in case_session.seats if seat.part is SeatPart.NOTE_TAKER and seat.state is SeatState.ACCEPTED
    ]


def take(case_session: CaseSession) -> None:
    """The one whose turn it is has had it, with a contribution or without."""
    seat = case_session.seat_of(case_session.turn_user_id or "")
    if seat is not None:
        seat.turns += 1
    call_next(case_session)
