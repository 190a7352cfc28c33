"""The verbs of whoever was asked: accept, be unsure, decline, step back; a place that falls free finds somebody."""

from sqlalchemy import delete, exists, select

from caseboard import audit, clock, outbox, policy
from caseboard.db import command, db, forget_deleted
from caseboard.models import (
    CaseSession,
    Perspective,
    PerspectiveState,
    Question,
    QuestionState,
    Seat,
    SeatState,
    SessionKind,
    SessionState,
    User,
)
from caseboard.policy import sessions as rules
from caseboard.sessions.live import turns
from caseboard.sessions.seating import move_up, wanted_state
from caseboard.sessions.service.entry import enter, start, thing
from caseboard.sessions.service.planning import drop_perspectives

TOLD = {
    SeatState.ACCEPTED: "session.accepted",
    SeatState.SUBSTITUTE: "session.substitute",
    SeatState.TENTATIVE: "session.tentative",
    SeatState.DECLINED: "session.declined",
}
"""What the moderator hears of an answer."""


def answer(adviser: User, case_session: CaseSession, accepts: bool) -> SeatState:
    """Accept or decline an invitation; where all seats are taken, accepting makes somebody a substitute.

    The first acceptance starts a written round. Stepping back frees the seat for the first substitute. What others
    have read already stays, because its vanishing at that moment would tell who wrote it; everything else is gone.

    Returns:
        Where the person stands now.
    """
    state = _answer(adviser, case_session, accepts)
    if not accepts:
        forget_deleted()
    return state


@command
def _answer(adviser: User, case_session: CaseSession, accepts: bool) -> SeatState:
    seat = _enter(adviser, case_session)
    if accepts and seat.state in {SeatState.ACCEPTED, SeatState.SUBSTITUTE}:
        return seat.state
    _take(adviser, case_session, seat, wanted_state(case_session, seat) if accepts else SeatState.DECLINED)
    if not accepts:
        _drop_what_nobody_has_seen(adviser, case_session)
        turns.go_on_without(case_session, seat)
        moved = move_up(case_session)
        outbox.tell_again({one.user_id for one in moved}, "session.moved_up", thing(case_session))
    elif seat.state is SeatState.ACCEPTED and _waits_for_its_first(case_session):
        start(case_session)
    return seat.state


@command
def consider(adviser: User, case_session: CaseSession) -> None:
    """Say that one is not sure yet; the seat stays open and the case stays hidden."""
    seat = _enter(adviser, case_session)
    policy.require(seat.state is not SeatState.ACCEPTED)
    if seat.state is not SeatState.TENTATIVE:
        _take(adviser, case_session, seat, SeatState.TENTATIVE)


def _drop_what_nobody_has_seen(adviser: User, case_session: CaseSession) -> None:
    asked = Question.session_id == case_session.id, Question.asker_id == adviser.id
    db.session.execute(delete(Question).where(*asked, Question.state == QuestionState.SENT_BACK))
    mine = Perspective.author_id == adviser.id
    if case_session.kind is SessionKind.LIVE:  # the moderator reads what is hidden, but not what was sent back
        drop_perspectives(case_session, mine, Perspective.state == PerspectiveState.SENT_BACK)
    elif not _has_been_looked_through(case_session):
        drop_perspectives(case_session, mine)


def _has_been_looked_through(case_session: CaseSession) -> bool:
    """Whether the moderator of a round reads what is hidden, or ever could: `enter` keeps that."""
    sent_back = exists().where(
        Perspective.session_id == case_session.id, Perspective.state == PerspectiveState.SENT_BACK
    )
    return case_session.looked_at is not None or bool(db.session.scalar(select(sent_back)))


def _enter(adviser: User, case_session: CaseSession) -> Seat:
    enter(rules.may_answer_invitation, adviser, case_session)
    return next(seat for seat in case_session.seats if seat.user_id == adviser.id)


def _take(adviser: User, case_session: CaseSession, seat: Seat, state: SeatState) -> None:
    seat.state = state
    seat.answered_at = case_session.touched_at = clock.now()
    audit.record(adviser, TOLD[state], thing(case_session))
    outbox.tell_again([case_session.moderator_id], TOLD[state], thing(case_session))


def _waits_for_its_first(case_session: CaseSession) -> bool:
    return case_session.kind is SessionKind.WRITTEN and case_session.state is SessionState.INVITED
