"""How migrations reach the database: through the running application's engine, with batches for SQLite."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app
from sqlalchemy.engine import Connection

from caseboard.db import Instant, Safe, db


def plain_types(kind: str, thing: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types as what lies beneath, so that old migrations never need today's code."""
    if kind == "type" and isinstance(thing, Safe):
        return "sa.Text()"
    if kind == "type" and isinstance(thing, Instant):
        return "sa.DateTime(timezone=True)"
    return False


def keys(connection: Connection, switch: str) -> None:
    """Turn foreign keys of the embedded database on or off.

    A batch makes a table anew and drops the old one: with keys on, every row that points to it would go as well.
    """
    if connection.dialect.name == "sqlite":
        connection.connection.driver_connection.execute(f"PRAGMA foreign_keys = {switch}")


with db.engine.connect() as connection:
    keys(connection, "OFF")
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        render_item=plain_types,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()
    keys(connection, "ON")
