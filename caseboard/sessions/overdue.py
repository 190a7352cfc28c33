"""What becomes of a consultation that its moderators have left: somebody else takes it up, or it ends by itself.

Otherwise its case could never be planned again, and its narrative would be kept for ever.
"""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import exists, func, select

from caseboard import audit, clock, outbox
from caseboard.db import command, db, forget_deleted
from caseboard.models import Case, CaseSession, Notice, Perspective, PerspectiveState, SessionKind, SessionState, User
from caseboard.policy import overdue as rules
from caseboard.policy import sessions
from caseboard.sessions import phases
from caseboard.sessions.live import leading
from caseboard.sessions.phases import Work
from caseboard.sessions.service.entry import enter, thing
from caseboard.sessions.service.planning import call_off, drop_perspectives

TOLD = "session.overdue"
LATE = frozenset({Work.RESPONSE, Work.CLOSING, Work.REFLECTION})
"""Whoever has come so far has consulted, even where nobody wrote a card."""


@command
def take_up(moderator: User, case_session: CaseSession) -> None:
    """Lead a consultation that its moderators have left; who led it is told, and both periods start anew."""
    enter(rules.may_take_up_session, moderator, case_session)
    left = case_session.leaders()
    case_session.moderator_id, case_session.moderator_came_at = moderator.id, None
    case_session.taken_up_at = case_session.touched_at = clock.now()
    audit.record(moderator, "session.take_up", thing(case_session))
    outbox.tell_again(left, "session.taken_up", thing(case_session))


def look_after_overdue() -> None:
    """Tell whom it concerns that a consultation is overdue, and end it where nobody has done anything for long."""
    if any(_last_told(one) is None for one in _overdue()):
        _tell()
    over = [one.id for one in _overdue() if _is_given_up(one)]
    for session_id in over:
        _end(session_id)
    if over:
        forget_deleted()


@command
def _tell() -> None:
    for one in list(_overdue()):
        if _last_told(one) is None:
            outbox.tell(one.leaders() | {one.case.author_id}, TOLD, thing(one), once=_once(one))


@command
def _end(session_id: str) -> None:
    """The rows are held first: whoever leads on at this moment is faster or comes too late, and nothing between."""
    case_session = db.session.get_one(CaseSession, session_id)
    db.session.refresh(case_session.case, with_for_update={"of": Case})
    db.session.refresh(case_session, with_for_update={"of": CaseSession})
    if not (rules.is_overdue(case_session) and sessions.is_awake(case_session) and _is_given_up(case_session)):
        return
    if _has_consulted(case_session):
        # nobody has looked whether it names somebody
        drop_perspectives(case_session, Perspective.state.in_([PerspectiveState.QUEUED, PerspectiveState.SENT_BACK]))
        leading.end(None, case_session)
        audit.record(None, "session.finish", thing(case_session))
    else:
        call_off(None, case_session)


def _overdue() -> Iterator[CaseSession]:
    for case_session in db.session.scalars(rules.overdue_sessions().order_by(CaseSession.id)).all():
        if sessions.is_awake(case_session):
            yield case_session


def _is_given_up(case_session: CaseSession) -> bool:
    told = _last_told(case_session)
    return told is not None and told <= clock.now() - rules.ends_after()


def _last_told(case_session: CaseSession) -> datetime | None:
    """When somebody was last told; a worker that stood still for weeks tells first, and ends nothing at once."""
    key = f"{TOLD}/{thing(case_session)}/{_once(case_session)}"
    return db.session.scalar(select(func.max(Notice.at)).where(Notice.key == key))


def _once(case_session: CaseSession) -> str:
    """Another end makes it another time, and so does somebody who took it up."""
    return f"{rules.left_since(case_session).astimezone(clock.BERLIN):%Y-%m-%dT%H:%M}"


def _has_consulted(case_session: CaseSession) -> bool:
    """Whether a live session has brought something that the case giver can take along."""
    if case_session.kind is SessionKind.WRITTEN or case_session.state is not SessionState.RUNNING:
        return False
    revealed = exists().where(Perspective.session_id == case_session.id, Perspective.state == PerspectiveState.REVEALED)
    return phases.current(case_session).work in LATE or bool(db.session.scalar(select(revealed)))
