"""What the worker reminds people of: dates that are near, invitations without an answer, sessions with too few people.

Each is told once; a run that finds nothing new writes nothing.
"""

from collections.abc import Iterator

from sqlalchemy import select

from caseboard import clock, outbox
from caseboard.db import command, db
from caseboard.models import CaseSession, Notice, SeatState, SessionKind, SessionState
from caseboard.policy import sessions as rules
from caseboard.sessions.seating import taken

ANSWER_WITHIN = 2
"""Working days after which an invitation without an answer is brought to mind."""

Reminder = tuple[frozenset[str], str, str]
"""Whom, of what, and about which thing."""


def remind_of_dates() -> None:
    """Tell what nobody was told yet."""
    if any(_untold()):
        _tell()


@command
def _tell() -> None:
    for people, kind, thing in list(_untold()):
        outbox.tell(people, kind, thing)


def _untold() -> Iterator[Reminder]:
    for people, kind, thing in _due():
        keys = select(Notice.user_id).where(Notice.key == f"{kind}/{thing}", Notice.user_id.in_(people))
        if fresh := people - set(db.session.scalars(keys)):
            yield fresh, kind, thing


def _due() -> Iterator[Reminder]:
    waiting = select(CaseSession).where(CaseSession.state.in_(rules.OPEN), CaseSession.ends_at > clock.now())
    for meeting in db.session.scalars(waiting.order_by(CaseSession.id)):
        if not rules.is_awake(meeting):
            continue
        thing = f"session:{meeting.id}"
        yield _slow_to_answer(meeting), "session.still_open", thing
        if _is_near(meeting):
            yield meeting.everybody(), "session.soon", thing
            if taken(meeting) < meeting.least_seats:
                yield meeting.leaders(), "session.too_few", thing


def _is_near(meeting: CaseSession) -> bool:
    """On the working day before; whoever comes together today knows it."""
    if meeting.kind is SessionKind.WRITTEN or meeting.state is SessionState.RUNNING:
        return False
    day = meeting.starts_at.astimezone(clock.BERLIN).date()
    return clock.today() < day <= clock.working_days_after(clock.today(), 1)


def _slow_to_answer(meeting: CaseSession) -> frozenset[str]:
    """Whoever was asked some working days ago and has not decided."""
    today = clock.today()
    return frozenset(
        seat.user_id
        for seat in meeting.seats
        if seat.state in {SeatState.INVITED, SeatState.TENTATIVE}
        and clock.working_days_after(seat.invited_at.astimezone(clock.BERLIN).date(), ANSWER_WITHIN) <= today
    )
