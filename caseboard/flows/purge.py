"""Retention: what is over its time is deleted by itself, and leaves the files as well."""

from datetime import datetime

from sqlalchemy import delete, select

from caseboard import audit, clock, outbox
from caseboard.db import command, db, forget_deleted
from caseboard.flows.erasing import close, erase, took_part
from caseboard.models import Case, CaseExclusion, CaseRead, CaseState, Helped, ThemeFollower, ThemeTrace
from caseboard.policy import retention


def purge(now: datetime | None = None) -> None:
    """Delete what is over its time at `now`; a job of the worker, and harmless to run again."""
    _purge(now or clock.now())
    forget_deleted()


@command
def _purge(now: datetime) -> None:
    _forget_unreleased(now)
    _close(now)
    db.session.execute(delete(Helped).where(retention.is_never_checked(now)))
    db.session.execute(delete(CaseExclusion).where(retention.is_left_behind()))
    db.session.execute(delete(Case).where(retention.is_counted_out(now)))
    db.session.execute(delete(ThemeTrace).where(retention.is_faded(now)))
    db.session.execute(delete(ThemeFollower).where(retention.is_told_enough(now)))
    db.session.execute(delete(CaseRead).where(CaseRead.at <= now - retention.READS_KEPT))


def _forget_unreleased(now: datetime) -> None:
    """Delete drafts and cases that nobody has moved towards their release."""
    drafts = db.session.scalars(select(Case).where(retention.is_forgotten_draft(now))).all()
    for draft in drafts:
        outbox.tell([draft.author_id], "case.expired", f"case:{draft.id}")
        audit.record(None, "case.expire", f"case:{draft.id}")
        db.session.delete(draft)
    cases = db.session.scalars(select(Case).where(retention.is_never_released(now))).all()
    for case in cases:
        erase(case, CaseState.EXPIRED)
        outbox.tell([case.author_id], "case.lapsed", f"case:{case.id}")
        audit.record(None, "case.expire", f"case:{case.id}")


ENDS = {
    "case.closed": retention.is_told_to_its_end,
    "case.not_concluded": retention.is_never_concluded,
    "case.not_taken_up": retention.is_never_taken_up,
}
"""What the author hears, and which cases it is about."""


def _close(now: datetime) -> None:
    """End the cases that are told to their end, and those that nobody will take up or conclude."""
    for kind, is_over in ENDS.items():
        for case in db.session.scalars(select(Case).where(is_over(now))).all():
            _end(case, kind)
    for case in db.session.scalars(select(Case).where(retention.is_soon_given_up(now))):
        outbox.tell([case.author_id], "case.ends_soon", f"case:{case.id}")


def _end(case: Case, kind: str) -> None:
    told = took_part(case) if kind == "case.not_concluded" else set()
    close(case)
    outbox.tell([case.author_id], kind, f"case:{case.id}")
    outbox.tell(told, "case.over", f"case:{case.id}")
    audit.record(None, "case.close", f"case:{case.id}")
