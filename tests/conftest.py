"""The stage of the tests: a real application on a real database, emptied after every test."""

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, before_render_template
from jinja2 import Template
from sqlalchemy import Connection, create_engine, text

from caseboard import create_app, reference
from caseboard.db import Base, db
from caseboard.forgetting import holds_words
from tests.actors import Stage
from tests.browser.visits import address, chromium, visits
from tests.postbox import postbox

__all__ = ["address", "chromium", "postbox", "visits"]

FLASKS_OWN = {"g", "request", "session", "config", "current_user"}
"""What Flask and its extensions hand to every template; ours is everything else."""

POSTGRES = os.environ.get("CASEBOARD_TEST_POSTGRES")
SECRET = "a secret of the tests alone, long enough"


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty database: an embedded file, and a fresh one on the PostgreSQL server if there is one."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('db') / 'test.sqlite3'}"
        return
    if not POSTGRES:
        pytest.skip("no PostgreSQL: set CASEBOARD_TEST_POSTGRES to the address of a throw-away server")
    name = f"caseboard_test_{os.getpid()}"
    server = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.url.set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(scope="session")
def built_app(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application with all tables, built once for each database."""
    app = create_app(settings(database, tmp_path_factory.mktemp("instance")))
    with app.app_context():
        db.create_all()
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


class RowInTemplate(AssertionError):
    """A template was handed a database row."""


def _rows(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, Base):
        yield type(value).__name__
    elif depth < 6 and isinstance(value, dict):
        for inner in value.values():
            yield from _rows(inner, depth + 1)
    elif depth < 6 and isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _rows(inner, depth + 1)
    elif depth < 6 and dataclasses.is_dataclass(value) and not isinstance(value, type):
        for entry in dataclasses.fields(value):
            yield from _rows(getattr(value, entry.name), depth + 1)


def _watch(_sender: Flask, template: Template, context: dict[str, Any], **_extra: Any) -> None:
    found = [name for key, value in context.items() if key not in FLASKS_OWN for name in _rows(value)]
    if found:
        raise RowInTemplate(f"{template.name} was handed {found}")


@pytest.fixture(autouse=True)
def rows_stay_inside() -> Iterator[None]:
    """Watch every page that any test renders."""
    before_render_template.connect(_watch)
    yield
    before_render_template.disconnect(_watch)


@pytest.fixture
def app(built_app: Flask) -> Iterator[Flask]:
    """The application inside its context, with the reference data and nothing else in the database."""
    with built_app.app_context():
        reference.fill()
        yield built_app
        db.session.remove()
        with db.engine.begin() as connection:
            _empty(connection)


def _empty(connection: Connection) -> None:
    """Delete every row; on PostgreSQL with what lies dead in the files of words, which a later test would find."""
    for table in reversed(Base.metadata.sorted_tables):
        connection.execute(table.delete())
    if connection.dialect.name == "postgresql":
        names = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables if holds_words(table))
        connection.execute(text(f"TRUNCATE {names} CASCADE"))


@pytest.fixture
def stage(app: Flask) -> Stage:
    """Houses and people on demand: `stage.case_manager("kg")`, `stage.moderator("msp")`."""
    return Stage(app)


def settings(database: str, instance: Path) -> dict[str, Any]:
    """What an application under test is told."""
    return {
        "TESTING": True,
        "PROPAGATE_EXCEPTIONS": False,
        "SECRET_KEY": SECRET,
        "SQLALCHEMY_DATABASE_URI": database,
        "PLAIN_HTTP": True,
        "SEND_FILE_MAX_AGE_DEFAULT": 3600,
        "INSTANCE": str(instance),
    }
