"""The audit trail: an append-only, hash-chained list of who did what to which thing, by ids alone."""

import hashlib
from datetime import UTC, datetime

from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import db
from caseboard.models import AuditEntry, User

BEGINNING = "0" * 64
CHAIN = 0x43415345


def record(actor: User | None, verb: str, thing: str) -> None:
    """Add a link to the chain, inside the transaction of the change it tells about.

    Args:
        actor: who did it; None for the worker.
        verb: such as "case.release".
        thing: kind and id, such as "case:1f…"; never text.
    """
    if db.session.get_bind().dialect.name == "postgresql":
        # the embedded database has one writer at a time anyhow; here the chain needs a lock to stay a chain
        db.session.execute(select(func.pg_advisory_xact_lock(CHAIN)))
    last = db.session.scalar(select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(1))
    before = last.digest if last else BEGINNING
    entry = AuditEntry(
        at=clock.now(),
        actor_id=actor.id if actor else None,
        jobcenter_id=actor.jobcenter_id if actor else None,
        verb=verb,
        thing=thing,
        before=before,
    )
    entry.digest = digest(before, entry.at, entry.actor_id, verb, thing)
    db.session.add(entry)
    db.session.flush()


def digest(before: str, at: datetime, actor_id: str | None, verb: str, thing: str) -> str:
    """The SHA-256 that binds an entry to the one before it."""
    parts = (before, at.astimezone(UTC).isoformat(timespec="microseconds"), actor_id or "", verb, thing)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def broken_link() -> int | None:
    """The number of the first entry that does not fit its predecessor, or None if the chain holds."""
    before = BEGINNING
    for entry in db.session.scalars(select(AuditEntry).order_by(AuditEntry.seq)):
        if entry.before != before or entry.digest != digest(before, entry.at, entry.actor_id, entry.verb, entry.thing):
            return entry.seq
        before = entry.digest
    return None
