"""The verbs of arriving: reading the rules once, and being there."""

from caseboard import clock
from caseboard.db import command, db
from caseboard.models import CaseSession, SessionState, User
from caseboard.sessions.actions import Action
from caseboard.sessions.live import turns
from caseboard.sessions.live.begin import begin
from caseboard.sessions.phases import current


@command
def read_rules(person: User) -> None:
    """Note that somebody has read the rules, so that they are not shown before every session."""
    db.session.refresh(person)
    person.rules_read_at = person.rules_read_at or clock.now()


def arrive(person: User, case_session: CaseSession) -> None:
    """Note that somebody with a seat has the running board before them; a second look changes nothing."""
    seat = case_session.seat_of(person.id)
    if case_session.state is SessionState.RUNNING and seat is not None and seat.attended_at is None:
        _arrive(person, case_session)


@command
def _arrive(person: User, case_session: CaseSession) -> None:
    begin(Action.JOIN, person, case_session)
    seat = case_session.seat_of(person.id)
    if seat is not None and seat.attended_at is None:
        seat.attended_at = clock.now()
        if current(case_session).turns and case_session.turn_user_id is None:
            turns.call_next(case_session)
