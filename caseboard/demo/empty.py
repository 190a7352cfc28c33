"""Takes the whole demo away again: every row but the reference data, and its bytes with it."""

from datetime import timedelta

from caseboard import reference
from caseboard.db import Base, command, db
from caseboard.forgetting import rewrite_noted


def empty() -> None:
    """Delete every house, person and case, cut the journal back and put the reference data in afresh."""
    _delete_all()
    rewrite_noted(timedelta())
    reference.fill()


@command
def _delete_all() -> None:
    for table in reversed(Base.metadata.sorted_tables):
        db.session.execute(table.delete())
