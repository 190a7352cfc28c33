"""The private calendar address: whoever knows it reads one person's dates, so only its hash is stored."""

import secrets

from sqlalchemy import select

from caseboard import audit, policy
from caseboard.db import command, db
from caseboard.guard import hashed
from caseboard.models import CalendarFeed, User


@command
def renew(user: User) -> str:
    """A new secret for the address; an older one stops working. It is shown once and stored nowhere."""
    policy.require(policy.consults(user))
    token = secrets.token_urlsafe(32)
    feed = db.session.get(CalendarFeed, user.id)
    if feed is not None:
        db.session.delete(feed)
        db.session.flush()
    db.session.add(CalendarFeed(user_id=user.id, token_hash=hashed(token)))
    audit.record(user, "calendar.renew", f"user:{user.id}")
    return token


@command
def remove(user: User) -> None:
    """Let the address stop working."""
    feed = db.session.get(CalendarFeed, user.id)
    if feed is not None:
        db.session.delete(feed)
        audit.record(user, "calendar.remove", f"user:{user.id}")


def owner(token: str) -> User | None:
    """Whose dates this address shows, as long as they work here and still consult."""
    found = select(User).join(CalendarFeed, CalendarFeed.user_id == User.id)
    user = db.session.scalar(found.where(CalendarFeed.token_hash == hashed(token), User.active))
    return user if user is not None and policy.consults(user) else None
