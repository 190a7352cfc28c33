"""How migrations reach the database: through the running application's engine, with batches for SQLite."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app

from caseboard.db import Instant, Safe, db


def plain_types(kind: str, thing: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types as what lies beneath, so that old migrations never need today's code."""
    if kind == "type" and isinstance(thing, Safe):
        return "sa.Text()"
    if kind == "type" and isinstance(thing, Instant):
        return "sa.DateTime(timezone=True)"
    return False


with db.engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        render_item=plain_types,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()
