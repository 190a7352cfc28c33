"""What lets a browser in: sign-ins and one-time links, of which the database holds hashes alone.

These are the moves that the verbs of this room are made of; none of them commits.
"""

import secrets
from datetime import timedelta

from sqlalchemy import ColumnElement, delete, select, update

from caseboard import clock
from caseboard.db import db
from caseboard.guard import hashed
from caseboard.models import OneTimeLink, SignIn, User

LINK_LIVES = timedelta(days=7)
SIGN_INS_KEPT = timedelta(days=30)


def new_sign_in(user: User) -> str:
    """A sign-in for one browser; the token is for the browser alone."""
    token = secrets.token_urlsafe(24)
    db.session.execute(delete(SignIn).where(SignIn.last_seen_at < clock.now() - SIGN_INS_KEPT))
    db.session.add(SignIn(token_hash=hashed(token), user_id=user.id))
    return token


def end_sign_ins(*conditions: ColumnElement[bool]) -> None:
    """End every sign-in that meets the conditions; the browsers learn of it at their next request."""
    db.session.execute(update(SignIn).where(SignIn.ended_at.is_(None), *conditions).values(ended_at=clock.now()))


def new_link(user: User) -> str:
    """A link that works once and for seven days; older ones of this person stop working."""
    drop_links(user)
    token = secrets.token_urlsafe(32)
    db.session.add(OneTimeLink(token_hash=hashed(token), user_id=user.id, expires_at=clock.now() + LINK_LIVES))
    return token


def holder(token: str) -> User | None:
    """The active person whom this link was made for, if it still works."""
    links = select(OneTimeLink.user_id).where(OneTimeLink.token_hash == hashed(token), *_works())
    return db.session.scalar(select(User).where(User.id.in_(links), User.active.is_(True)))


def use_up(token: str) -> bool:
    """Take the link up; False if somebody else did a moment ago."""
    done = update(OneTimeLink).where(OneTimeLink.token_hash == hashed(token), *_works()).values(used_at=clock.now())
    return db.session.execute(done).rowcount == 1


def drop_links(user: User) -> None:
    """Let every link of this person stop working."""
    db.session.execute(delete(OneTimeLink).where(OneTimeLink.user_id == user.id))


def _works() -> tuple[ColumnElement[bool], ...]:
    return OneTimeLink.used_at.is_(None), OneTimeLink.expires_at > clock.now()
