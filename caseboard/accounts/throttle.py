"""The throttle: how often somebody may try before they have to wait, counted in the database for all processes.

Accounts and sources are kept as keyed hashes. Whoever is shut out elsewhere shuts out nobody here: the narrow limit
counts one account from one source, so that a stranger cannot lock a colleague out.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select

from caseboard import clock
from caseboard.accounts.addresses import normal_account
from caseboard.db import command, db
from caseboard.errors import TooManyAttempts
from caseboard.guard import keyed
from caseboard.models import SignInAttempt

LINE = 5_202_611_022
"""Names the lock under which attempts are counted; any number that no other lock has."""

QUARTER, HOUR = timedelta(minutes=15), timedelta(hours=1)
OF_ONE_ACCOUNT_FROM_ONE_SOURCE = 5
FROM_ONE_SOURCE = 30
OF_ONE_ACCOUNT = 60
"""In an hour: slow guessing from many sources ends here too."""


@command
def claim(account: str, source: str) -> None:
    """Count an attempt before it is judged, so that many at the same moment do not slip through.

    Raises:
        TooManyAttempts: the limit is reached; this attempt is not counted, so waiting always helps.
    """
    if db.session.get_bind().dialect.name == "postgresql":
        # the embedded database has one writer at a time anyhow; here those who try stand in one line
        db.session.execute(select(func.pg_advisory_xact_lock(LINE)))
    now = clock.now()
    db.session.execute(delete(SignInAttempt).where(SignInAttempt.at < now - HOUR))
    if _shut(_hash(account), source, now):
        raise TooManyAttempts
    db.session.add(SignInAttempt(account_hash=_hash(account), source_hash=source, at=now))


@command
def forgive(account: str, source: str) -> None:
    """Forget the attempts of somebody who turned out to be the right person."""
    db.session.execute(delete(SignInAttempt).where(*_pair(_hash(account), source)))


def _shut(account: str, source: str, now: datetime) -> bool:
    return (
        _count(now - QUARTER, *_pair(account, source)) >= OF_ONE_ACCOUNT_FROM_ONE_SOURCE
        or _count(now - QUARTER, SignInAttempt.source_hash == source) >= FROM_ONE_SOURCE
        or _count(now - HOUR, SignInAttempt.account_hash == account) >= OF_ONE_ACCOUNT
    )


def _pair(account: str, source: str) -> tuple[ColumnElement[bool], ...]:
    return SignInAttempt.account_hash == account, SignInAttempt.source_hash == source


def _count(since: datetime, *conditions: ColumnElement[bool]) -> int:
    found = select(func.count()).select_from(SignInAttempt).where(SignInAttempt.at > since, *conditions)
    return db.session.scalar(found) or 0


def _hash(account: str) -> str:
    return keyed("account", normal_account(account))
