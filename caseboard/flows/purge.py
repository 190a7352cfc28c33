"""Retention: what is over its time is deleted by itself, and leaves the files as well."""

from datetime import datetime

from sqlalchemy import delete, select

from caseboard import audit, clock, outbox
from caseboard.db import command, db, forget_deleted
from caseboard.flows.erasing import erase
from caseboard.models import Case, CaseRead, CaseState
from caseboard.policy import retention


def purge(now: datetime | None = None) -> None:
    """Delete what is over its time at `now`; a job of the worker, and harmless to run again."""
    moment = now or clock.now()
    _purge(moment)
    forget_deleted(only_where_needed=True)


@command
def _purge(now: datetime) -> None:
    for draft in db.session.scalars(select(Case).where(retention.is_forgotten_draft(now))):
        outbox.tell([draft.author_id], "case.expired", f"case:{draft.id}")
        audit.record(None, "case.expire", f"case:{draft.id}")
        db.session.delete(draft)
    for case in db.session.scalars(select(Case).where(retention.is_never_released(now))):
        erase(case, CaseState.EXPIRED)
        outbox.tell([case.author_id], "case.lapsed", f"case:{case.id}")
        audit.record(None, "case.expire", f"case:{case.id}")
    db.session.execute(delete(CaseRead).where(CaseRead.at <= now - retention.READS_KEPT))
