"""Retention: what is over its time is deleted by itself, and leaves the files as well."""

from datetime import datetime

from sqlalchemy import delete, select

from caseboard import audit, clock, outbox
from caseboard.db import command, db, forget_deleted
from caseboard.flows.erasing import close, erase, took_part
from caseboard.models import Case, CaseRead, CaseState, Helped
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
    _close(now)
    db.session.execute(delete(Helped).where(retention.is_never_checked(now)))
    db.session.execute(delete(Case).where(retention.is_counted_out(now)))
    db.session.execute(delete(CaseRead).where(CaseRead.at <= now - retention.READS_KEPT))


def _close(now: datetime) -> None:
    """End the cases that are told to their end, and those that nobody will take up or conclude any more."""
    for case in db.session.scalars(select(Case).where(retention.is_told_to_its_end(now))):
        _end(case, "case.closed")
    for case in db.session.scalars(select(Case).where(retention.is_never_concluded(now))):
        told = took_part(case)
        _end(case, "case.not_concluded")
        outbox.tell(told, "case.over", f"case:{case.id}")
    for case in db.session.scalars(select(Case).where(retention.is_never_taken_up(now))):
        _end(case, "case.not_taken_up")
    for case in db.session.scalars(select(Case).where(retention.is_soon_given_up(now))):
        outbox.tell([case.author_id], "case.ends_soon", f"case:{case.id}")


def _end(case: Case, kind: str) -> None:
    close(case)
    outbox.tell([case.author_id], kind, f"case:{case.id}")
    audit.record(None, "case.close", f"case:{case.id}")
