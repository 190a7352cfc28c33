"""The one verb of the home page."""

from sqlalchemy import update

from caseboard import clock
from caseboard.db import command, db
from caseboard.models import Notice, User


@command
def dismiss(user: User) -> None:
    """Put away every notice this person has."""
    unseen = update(Notice).where(Notice.user_id == user.id, Notice.seen_at.is_(None))
    db.session.execute(unseen.values(seen_at=clock.now()))
