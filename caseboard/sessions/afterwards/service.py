"""The verbs around the end: who was there, and how it was."""

import random
from collections.abc import Sequence, Set
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, insert, select

from caseboard import audit, clock, policy
from caseboard.db import command, db, forget_deleted
from caseboard.models import CaseSession, Feedback, FeedbackGiven, SeatState, User
from caseboard.policy import aftermath as rules
from caseboard.sessions.afterwards.queries import has_given_feedback, is_feedback_open
from caseboard.sessions.service.entry import enter, thing

Told = TypeVar("Told", Feedback, FeedbackGiven)
CHANCE = random.SystemRandom()


@dataclass(frozen=True)
class Marks:
    """Three answers from one to five."""

    useful: int
    safe: int
    led: int


@command
def note_attendance(moderator: User, case_session: CaseSession, there: Set[str]) -> None:
    """Say who was there; in a live session not everybody has this application open."""
    enter(rules.may_note_attendance, moderator, case_session)
    for seat in case_session.seats:
        if seat.state is SeatState.ACCEPTED:
            seat.attended_at = (seat.attended_at or clock.now()) if seat.user_id in there else None
    audit.record(moderator, "session.attendance", thing(case_session))


def give_feedback(guest: User, case_session: CaseSession, marks: Marks) -> None:
    """Say how it was, once and without a name: who has answered is noted apart from what was answered.

    What lay there before the answer leaves the files as well; beside what lies there now it would tell whose it is.

    Raises:
        NotAllowed: somebody who was not there, or who led.
        WrongMoment: it is too early, too late, or the second time.
    """
    _give_feedback(guest, case_session, marks)
    forget_deleted()


@command
def _give_feedback(guest: User, case_session: CaseSession, marks: Marks) -> None:
    enter(rules.may_give_feedback, guest, case_session)
    require_feedback(guest, case_session)
    given = [marks, *map(_marks, _rows(Feedback, case_session))]
    people = [guest.id, *(row.user_id for row in _rows(FeedbackGiven, case_session))]
    _write_anew(Feedback, case_session, [asdict(one) for one in given])
    _write_anew(FeedbackGiven, case_session, [{"user_id": user_id} for user_id in people])
    audit.record(None, "session.feedback", thing(case_session))


def _rows(table: type[Told], case_session: CaseSession) -> Sequence[Told]:
    return db.session.scalars(select(table).where(table.session_id == case_session.id)).all()


def _marks(row: Feedback) -> Marks:
    return Marks(row.useful, row.safe, row.led)


def _write_anew(table: type[Told], case_session: CaseSession, rows: list[dict[str, Any]]) -> None:
    """All rows of a consultation, mixed: in the order in which they came, the two tables would tell who said what."""
    CHANCE.shuffle(rows)
    for row in _rows(table, case_session):
        db.session.expunge(row)
    db.session.execute(delete(table).where(table.session_id == case_session.id))
    db.session.execute(insert(table), [{"session_id": case_session.id, **row} for row in rows])


def require_feedback(guest: User, case_session: CaseSession) -> None:
    """Feedback is given once, in the weeks after revealing.

    Raises:
        WrongMoment: it is too early, too late, or the second time.
    """
    fits = is_feedback_open(case_session) and not has_given_feedback(guest, case_session)
    policy.require_moment(fits, _l("Feedback is given once, in the three weeks after the perspectives are revealed."))
