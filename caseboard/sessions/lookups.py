"""Single rows and counts of a consultation that verbs and views both ask for."""

from sqlalchemy import ColumnElement, and_, func, or_, select

from caseboard import clock
from caseboard.db import db
from caseboard.models import (
    CaseSession,
    Observation,
    Perspective,
    PerspectiveState,
    Question,
    QuestionState,
    SessionKind,
    SessionState,
    User,
)
from caseboard.policy import sessions as rules
from caseboard.sessions import phases
from caseboard.sessions.written import timetable

COUNTING = (PerspectiveState.QUEUED, PerspectiveState.REVEALED)
"""What was sent back counts again once it is written anew."""


def own_perspective(adviser: User, case_session: CaseSession) -> Perspective | None:
    """The adviser's own perspective; a written round takes one in each phase in which the group consults."""
    mine = select(Perspective).where(_written_by(adviser, case_session))
    if timetable.is_written(case_session):
        mine = mine.where(or_(Perspective.phase_key == case_session.phase, Perspective.phase_key.is_(None)))
    return db.session.scalars(mine.order_by(Perspective.created_at.desc()).limit(1)).first()


def sent_back_to(adviser: User, case_session: CaseSession) -> list[Perspective]:
    """What was sent back to the adviser in a round, whichever phase it was written in."""
    returned = Perspective.state == PerspectiveState.SENT_BACK
    mine = select(Perspective).where(_written_by(adviser, case_session), returned)
    return list(db.session.scalars(mine.order_by(Perspective.created_at, Perspective.id)))


def has_written(adviser: User, case_session: CaseSession) -> bool:
    """Whether the adviser has written anything in this consultation, in whatever phase."""
    return db.session.scalar(select(Perspective.id).where(_written_by(adviser, case_session)).limit(1)) is not None


def writers(case_session: CaseSession, phase: str | None = None) -> set[str]:
    """Whoever has written, in one phase or at all; for verbs and for the worker, never for a page."""
    wanted = select(Perspective.author_id).where(_counting(case_session))
    if phase is not None:
        wanted = wanted.where(or_(Perspective.phase_key == phase, Perspective.phase_key.is_(None)))
    return set(db.session.scalars(wanted))


def observations(adviser: User, case_session: CaseSession) -> list[Observation]:
    """What the adviser answered so far."""
    return list(
        db.session.scalars(
            select(Observation).where(Observation.session_id == case_session.id, Observation.user_id == adviser.id)
        )
    )


def perspective_count(case_session: CaseSession) -> int:
    """How many perspectives there are, hidden or revealed; in a written round, of how many people."""
    if timetable.is_written(case_session):
        return len(writers(case_session))
    counted = select(func.count()).select_from(Perspective).where(_counting(case_session))
    return db.session.scalar(counted) or 0


def is_revealable(case_session: CaseSession) -> bool:
    """Whether there is enough to reveal; a written round with several phases reveals everything after its last."""
    enough = phases.may_be_revealed(
        case_session.kind,
        case_session.state,
        perspective_count(case_session),
        case_session.least_perspectives,
        ended=has_ended(case_session),
    )
    return enough and (has_ended(case_session) or _stands_last(case_session))


def open_questions(case_session: CaseSession) -> int:
    """How many questions wait for the case giver."""
    waiting = select(func.count()).select_from(Question)
    where = and_(Question.session_id == case_session.id, Question.state == QuestionState.OPEN)
    return db.session.scalar(waiting.where(where)) or 0


def is_on_board(user: User, case_session: CaseSession) -> bool:
    """Whether a live session runs in which this person has a part: then its board is the page."""
    running = case_session.kind is SessionKind.LIVE and case_session.state is SessionState.RUNNING
    return running and rules.may_read_along(user, case_session) and rules.is_awake(case_session)


def has_ended(case_session: CaseSession) -> bool:
    """Whether the planned time is over; the state says what people have made of it."""
    return clock.now() >= case_session.ends_at


def _written_by(adviser: User, case_session: CaseSession) -> ColumnElement[bool]:
    return and_(Perspective.session_id == case_session.id, Perspective.author_id == adviser.id)


def _counting(case_session: CaseSession) -> ColumnElement[bool]:
    return and_(Perspective.session_id == case_session.id, Perspective.state.in_(COUNTING))


def _stands_last(case_session: CaseSession) -> bool:
    """Whether no phase of a written round follows in which the group consults."""
    last = timetable.last_consulting(phases.agenda_of(case_session))
    return not timetable.is_written(case_session) or last is None or last.key == case_session.phase
