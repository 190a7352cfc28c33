"""The migrations build exactly the tables that the models describe, forwards and back."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import create_engine, inspect, text

from caseboard import create_app
from caseboard.db import db
from tests.conftest import POSTGRES, settings


@pytest.fixture
def empty(database: str, tmp_path: Path) -> str:
    """The address of a database without any table."""
    if database.startswith("sqlite"):
        return f"sqlite:///{tmp_path / 'migrated.sqlite3'}"
    server = create_engine(POSTGRES or "", isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS caseboard_migrated WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE caseboard_migrated"))
    server.dispose()
    return server.url.set(database="caseboard_migrated").render_as_string(hide_password=False)


def test_migrations_and_models_agree(empty: str, tmp_path: Path) -> None:
    app = create_app(settings(empty, tmp_path))
    with app.app_context():
        # given a database that was migrated from nothing
        upgrade()
        # when it is compared with the models
        with db.engine.connect() as connection:
            difference = compare_metadata(MigrationContext.configure(connection), db.metadata)
        # then there is none
        assert difference == []
        # and the way back leaves nothing behind
        downgrade(revision="base")
        assert inspect(db.engine).get_table_names() in ([], ["alembic_version"])
        db.engine.dispose()
