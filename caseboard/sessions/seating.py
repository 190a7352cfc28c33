"""Seats and substitutes: who finds a place, and who moves up when one falls free."""

from caseboard import clock
from caseboard.models import CaseSession, Seat, SeatPart, SeatState


def is_full(case_session: CaseSession) -> bool:
    """Whether every seat for advisers is taken; note taker and observers take none away."""
    most = case_session.most_seats
    return most is not None and taken(case_session) >= most


def taken(case_session: CaseSession) -> int:
    """How many advisers have a seat."""
    return sum(_advises(seat, SeatState.ACCEPTED) for seat in case_session.seats)


def wanted_state(case_session: CaseSession, seat: Seat) -> SeatState:
    """What an acceptance leads to: a seat, or the place of a substitute where all are taken."""
    full = seat.part is SeatPart.ADVISER and is_full(case_session)
    return SeatState.SUBSTITUTE if full else SeatState.ACCEPTED


def move_up(case_session: CaseSession) -> list[Seat]:
    """Give free seats to the substitutes, in the order in which they answered."""
    waiting = sorted(
        (seat for seat in case_session.seats if _advises(seat, SeatState.SUBSTITUTE)),
        key=lambda seat: (seat.answered_at or clock.now(), seat.user_id),
    )
    moved = []
    for seat in waiting:
        if is_full(case_session):
            break
        seat.state = SeatState.ACCEPTED
        moved.append(seat)
    return moved


def _advises(seat: Seat, state: SeatState) -> bool:
    return seat.part is SeatPart.ADVISER and seat.state is state
