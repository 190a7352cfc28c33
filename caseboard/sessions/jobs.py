"""What the worker does for consultations without being asked."""

from datetime import timedelta

from sqlalchemy import select

from caseboard import clock, outbox
from caseboard.db import command, db
from caseboard.models import CaseSession, Perspective, SessionKind, SessionState
from caseboard.policy import sessions as rules
from caseboard.sessions.lookups import perspective_count

NUDGED_BEFORE = timedelta(days=2)


def remind() -> None:
    """Two days before a round ends with too few perspectives, ask those who accepted and have not written; once."""
    if _due():
        _nudge()


@command
def _nudge() -> None:
    for case_session in _due():
        written = select(Perspective.author_id).where(Perspective.session_id == case_session.id)
        silent = case_session.accepted() - set(db.session.scalars(written))
        outbox.tell(silent, "session.nudged", f"session:{case_session.id}")


def _due() -> list[CaseSession]:
    ending = select(CaseSession).where(
        CaseSession.kind == SessionKind.WRITTEN,
        CaseSession.state == SessionState.RUNNING,
        CaseSession.ends_at > clock.now(),
        CaseSession.ends_at <= clock.now() + NUDGED_BEFORE,
    )
    return [
        case_session
        for case_session in db.session.scalars(ending)
        if rules.is_awake(case_session) and perspective_count(case_session) < case_session.least_perspectives
    ]
