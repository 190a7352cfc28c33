"""The engine room: the database, the column type that only takes safe text, and the only commit of the house."""

import functools
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, ParamSpec, TypeVar

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Dialect, Engine, MetaData, Select, Text, event
from sqlalchemy import Row as SqlRow
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.types import TypeDecorator

from caseboard.anonymize import SafeText
from caseboard.errors import Conflict, Unavailable

Given = ParamSpec("Given")
Result = TypeVar("Result")

CONNECTIONS = 16
BUSY_TIMEOUT = 5000
"""Milliseconds that a writer waits for another one on SQLite."""

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table row; templates never see one."""

    metadata = MetaData(naming_convention=NAMING)


db = SQLAlchemy(model_class=Base, session_options={"autoflush": True})


Row = TypeVar("Row", bound=Base)


def find(model: type[Row], key: str) -> Row | None:
    """The row with a key that came from outside; PostgreSQL takes no NUL, not even in a question."""
    return None if "\0" in key else db.session.get(model, key)


class Safe(TypeDecorator[SafeText]):
    """Text that went through the airlock: a plain `str` is refused before it reaches the database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: SafeText | None, dialect: Dialect) -> str | None:
        if value is not None and not isinstance(value, SafeText):
            raise TypeError("only SafeText may be stored here")
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> SafeText | None:
        return None if value is None else SafeText.trusted(value)

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        """Searching compares with ordinary text; only storing needs safe text."""
        return Text()


class Instant(TypeDecorator[datetime]):
    """A point in time, stored in UTC and always aware (SQLite forgets time zones)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("an instant needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def command(verb: Callable[Given, Result]) -> Callable[Given, Result]:
    """Run a service verb in one transaction of its own: all of it is committed, or nothing.

    Whatever was read before is forgotten and read again under the write lock (SQLite: BEGIN IMMEDIATE, because a
    read that turns into a write fails at once there), so the verb judges the state it changes. A verb called
    from inside another verb joins its transaction.

    Raises:
        Conflict: somebody else changed the same row first.
        Unavailable: the database stayed locked longer than the busy timeout.
    """

    @functools.wraps(verb)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        session = db.session
        if session.info.get("command"):
            return verb(*args, **kwargs)
        session.rollback()
        session.info["command"] = verb.__name__
        try:
            session.connection(execution_options={"immediate": True})
            result = verb(*args, **kwargs)
            session.commit()
        except StaleDataError:
            raise Conflict from None
        except OperationalError as error:
            if "lock" in str(error.orig):  # "database is locked", "deadlock detected"
                raise Unavailable from None
            raise
        else:
            return result
        finally:
            session.info.pop("command", None)
            session.rollback()

    return run


def ask(question: Select[Any], parameters: Mapping[str, Any]) -> SqlRow[Any] | None:
    """The first row that answers a single question.

    It needs no transaction: on PostgreSQL to begin and to end one are two more trips. SQLite has no trips to save, and
    changing the mode of its connections there and back would cost more.
    """
    alone = {"isolation_level": "AUTOCOMMIT"} if db.engine.dialect.name == "postgresql" else {}
    with db.engine.connect().execution_options(**alone) as connection:
        return connection.execute(question, parameters).first()


def forget_deleted() -> bool:
    """Take what was deleted out of the files as well, not only out of sight; call it outside a transaction.

    SQLite overwrites deleted bytes (`secure_delete`), but older pages lie in its journal until a checkpoint empties
    it, which is quick. PostgreSQL keeps dead rows in its files until a table is rewritten; nobody waits for that, the
    worker does it within a minute (`caseboard.forgetting`). Its write-ahead log is the operator's to keep short.

    Returns:
        False if somebody was in the way; the next run of the job catches up.
    """
    if db.session.info.get("command"):
        return False
    db.session.rollback()
    return _empty_journal() if db.engine.dialect.name == "sqlite" else True


def _empty_journal() -> bool:
    connection = db.engine.raw_connection()
    cursor = connection.cursor()
    try:
        # whoever reads for long is not waited for: while it waits, a checkpoint lets nobody write
        cursor.execute("PRAGMA busy_timeout = 100")
        (busy, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
        connection.close()
    return not busy


def engine_options(address: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The options of an engine, with more connections than a process has threads.

    One beyond the pool is opened and closed for each request, which costs PostgreSQL a process of its own each time. A
    database in memory has a single connection.
    """
    return {**({"pool_size": CONNECTIONS} if make_url(address).database else {}), **given}


def prepare_engine(engine: Engine) -> None:
    """Give the embedded database its settings: durable, forgetting what is deleted, and strict about keys."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "secure_delete = ON",
            "foreign_keys = ON",
            f"busy_timeout = {BUSY_TIMEOUT}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
