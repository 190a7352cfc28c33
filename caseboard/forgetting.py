"""Takes deleted words out of the files of PostgreSQL as well: verbs note where some were, the worker rewrites that.

A table that is rewritten can be read by nobody meanwhile, so no request waits for it, and a table in which nothing was
deleted is left alone. The note is written in the transaction that deletes, so it is there exactly when it has to be.
SQLite needs none of it: it overwrites what it deletes (`caseboard.db.forget_deleted`).
"""

from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, LargeBinary, Result, Table, delete, event, func, insert, inspect, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, object_session

from caseboard.db import Base, Safe, db, forget_deleted
from caseboard.models import DeletedWords

NOTES = "tables whose deleted words are still in the files"
SETTLED_AFTER = timedelta(seconds=2)
"""How long after the note its transaction has been committed at the latest."""

PATIENCE = "300ms"
"""Whoever waits for a table lets everybody else wait behind; so the worker rather comes again."""

UNNAMED = frozenset({"feedback", "feedback_given"})
"""What lies dead in these would tell who answered what: with each answer one row came here and one there."""

OLDEST = text(
    "SELECT least(min(xact_start), clock_timestamp()) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid() AND (backend_xmin IS NOT NULL OR backend_xid IS NOT NULL)"
)
"""Since when somebody has been looking at the database: what they may still see, no rewriting takes away."""


def rewrite_noted(settled_after: timedelta = SETTLED_AFTER) -> bool:
    """Rewrite the tables in which words were deleted; a job of the worker.

    Args:
        settled_after: notes younger than this wait for the next time.

    Returns:
        False where something is left for the next time: a table was busy, or somebody still sees what was there.
    """
    db.session.rollback()
    if db.engine.dialect.name == "sqlite":
        return forget_deleted()
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        noted = connection.execute(select(DeletedWords.id, DeletedWords.table_name, DeletedWords.at)).all()
        if not noted:
            return True
        until = connection.scalar(OLDEST) - settled_after
        ripe = [note for note in noted if note.at < until]
        done = {name for name in sorted({note.table_name for note in ripe}) if _rewrite(connection, name)}
        over = [note.id for note in ripe if note.table_name in done]
        connection.execute(delete(DeletedWords).where(DeletedWords.id.in_(over)))
    return len(over) == len(noted)


def _rewrite(connection: Connection, name: str) -> bool:
    quoted = connection.dialect.identifier_preparer.quote(name)
    try:
        connection.execute(text(f"SET lock_timeout = '{PATIENCE}'"))
        connection.execute(text(f"VACUUM (FULL) {quoted}"))
    except OperationalError:
        return False
    finally:
        connection.execute(text("RESET lock_timeout"))
    return True


def holds_words(table: Table) -> bool:
    """Whether text lies in it, or a file that was made of text, or something else that is told without a name."""
    told = table.name in UNNAMED
    return told or any(isinstance(column.type, Safe | LargeBinary) for column in table.columns)


@cache
def emptied_with(name: str) -> frozenset[str]:
    """The tables with words that lose some when a row of this one is deleted: the database deletes what hangs on it."""
    reached, new = {name}, [name]
    while new:
        above = new.pop()
        for table in Base.metadata.tables.values():
            hangs = any(key.ondelete == "CASCADE" and key.column.table.name == above for key in table.foreign_keys)
            if hangs and table.name not in reached:
                reached.add(table.name)
                new.append(table.name)
    return frozenset(one for one in reached if holds_words(Base.metadata.tables[one]))


def _note(session: Session | None, names: frozenset[str]) -> None:
    if session is not None and names:
        session.info.setdefault(NOTES, set()).update(names)


@event.listens_for(Base, "after_delete", propagate=True)
def _row_deleted(_mapper: Mapper[Any], _connection: Connection, row: Base) -> None:
    _note(object_session(row), emptied_with(row.__table__.name))


@event.listens_for(Base, "after_update", propagate=True)
def _row_changed(mapper: Mapper[Any], _connection: Connection, row: Base) -> None:
    for column in mapper.local_table.columns:
        if isinstance(column.type, Safe | LargeBinary):
            history = inspect(row).attrs[mapper.get_property_by_column(column).key].history
            if history.has_changes() and history.deleted not in ([None], (None,)):
                _note(object_session(row), frozenset({mapper.local_table.name}))


@event.listens_for(db.session, "do_orm_execute")
def _many_rows(state: ORMExecuteState) -> Result[Any] | None:
    """What a single statement deletes or changes; jobs send many that meet no row."""
    if not (state.is_delete or state.is_update):
        return None
    name, result = state.statement.table.name, state.invoke_statement()
    if result.rowcount:
        changed = frozenset({name}) if holds_words(Base.metadata.tables[name]) else frozenset()
        _note(state.session, emptied_with(name) if state.is_delete else changed)
    return result


@event.listens_for(db.session, "before_commit")
def _write_notes(session: Session) -> None:
    session.flush()  # what is changed last deletes words as well
    noted = session.info.pop(NOTES, None)
    if noted and session.get_bind().dialect.name == "postgresql":
        for name in sorted(noted):
            session.execute(insert(DeletedWords).values(table_name=name, at=func.clock_timestamp()))


@event.listens_for(db.session, "after_soft_rollback")
def _drop_notes(session: Session, _transaction: object) -> None:
    session.info.pop(NOTES, None)
