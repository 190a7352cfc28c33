"""Makes the files that somebody wants, in the worker: nobody waits for a lock while a page is laid out."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from flask_babel import force_locale
from sqlalchemy import select

from caseboard import clock
from caseboard.db import command, db
from caseboard.models import MadeFile, ReportFile
from caseboard.paper import Made

File = TypeVar("File", MadeFile, ReportFile)
MOST_ATTEMPTS = 5


def make_wanted(table: type[File], layout: Callable[[File], Made | None]) -> None:
    """Make every wanted file of one table.

    Args:
        table: its rows without content are wanted.
        layout: what the file says, in the language that is set then; nothing where there is nothing to say any more.
    """
    wanted = select(table.id).where(table.content.is_(None), table.attempts < MOST_ATTEMPTS)
    for file_id in list(db.session.scalars(wanted.order_by(table.wanted_at))):
        _make(table, file_id, layout)


def _make(table: type[File], file_id: str, layout: Callable[[File], Made | None]) -> None:
    """Read and lay out without holding the write lock; kept only if nothing has changed meanwhile."""
    if not _try(table, file_id):
        return
    file = db.session.get(table, file_id)
    if file is None:
        return
    wanted_at = file.wanted_at
    with force_locale(file.language):
        made = layout(file)
    if made is not None:
        _keep(table, file_id, wanted_at, made)


@command
def _try(table: type[File], file_id: str) -> bool:
    """Count the attempt before it is made: what ends the worker is not tried for ever."""
    file = db.session.get(table, file_id)
    if file is None or file.content is not None:
        return False
    file.attempts += 1
    return True


@command
def _keep(table: type[File], file_id: str, wanted_at: datetime, made: Made) -> None:
    """What the file says can have been changed or deleted while it was laid out."""
    row = select(table).where(table.id == file_id).with_for_update()
    file = db.session.scalar(row.execution_options(populate_existing=True))
    if file is None or file.wanted_at != wanted_at:
        return
    file.content, file.media_type, file.made_at = made.content, made.media_type, clock.now()
