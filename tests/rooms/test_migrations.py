"""The migrations build exactly the tables that the models describe, forwards and back."""

import json
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


def test_making_a_table_anew_keeps_the_rows_that_point_to_it(empty: str, tmp_path: Path) -> None:
    app = create_app(settings(empty, tmp_path))
    with app.app_context():
        # given rows from before the processes, where every one points to the one above
        upgrade(revision="b56f6fe47f67")
        with db.engine.begin() as connection:
            for statement in FORMER_ROWS:
                connection.execute(text(statement))
        # when all migrations have run, and back
        for step in (upgrade, lambda: downgrade(revision="b56f6fe47f67")):
            step()
            # then every row is still there and the keys hold
            with db.engine.connect() as connection:
                for table in ("case", "case_session", "seat", "perspective"):
                    assert connection.scalar(text(f'SELECT count(*) FROM "{table}"')) == 1, table  # noqa: S608
                if db.engine.dialect.name == "sqlite":
                    assert connection.scalar(text("PRAGMA foreign_keys")) == 1
                    assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        db.engine.dispose()


FORMER_ROWS = (
    "INSERT INTO jobcenter (id, name, county, kind, active) VALUES ('kg', 'A', 'A', 'gE', true), "
    "('nes', 'B', 'B', 'gE', true)",
    'INSERT INTO "user" (id, email, name, jobcenter_id, language, active, created_at) VALUES '
    "('a', 'a@x.example', 'A', 'kg', 'de', true, '2026-11-02'), "
    "('b', 'b@x.example', 'B', 'nes', 'de', true, '2026-11-02')",
    'INSERT INTO "case" (id, author_id, jobcenter_id, state, title, situation, light, risk_reasons, kinds, missed, '
    "kept_words, anonymizer, concerns_staff, checked_elsewhere, created_at, state_since, version) VALUES "
    "('c', 'a', 'kg', 'draft', 'T', 'S', 'green', '[]', '{}', '{}', 0, 'test', false, false, "
    "'2026-11-02', '2026-11-02', 1)",
    "INSERT INTO case_session (id, case_id, case_jobcenter_id, kind, state, phase, moderator_id, starts_at, ends_at, "
    "least_perspectives, created_at, version) VALUES ('s', 'c', 'kg', 'written', 'running', 'consultation', 'b', "
    "'2026-11-02', '2026-11-09 18:00:00', 3, '2026-11-02', 1)",
    "INSERT INTO seat (session_id, user_id, state, invited_at) VALUES ('s', 'b', 'accepted', '2026-11-02')",
    "INSERT INTO perspective (id, session_id, case_id, case_jobcenter_id, author_id, jobcenter_id, text, state, "
    "created_at) VALUES ('p', 's', 'c', 'kg', 'b', 'nes', 'Sicht', 'queued', '2026-11-02')",
)


def test_what_the_last_night_said_of_cases_still_holds(empty: str, tmp_path: Path) -> None:
    app = create_app(settings(empty, tmp_path))
    with app.app_context():
        # given two finished nights, and what the second one has written, when rows did not yet say by which run
        upgrade(revision="c41be07a93d5")
        with db.engine.begin() as connection:
            for statement in FORMER_NIGHTS:
                connection.execute(text(statement))
        # when they do
        upgrade(revision="5f0c2e9a71d4")
        # then the second night is the present one and its rows are under its name
        with db.engine.connect() as connection:
            assert connection.scalar(text("SELECT run_id FROM theme_model")) == "second"
            for table in ("theme_assignment", "near_duplicate"):
                rows = connection.execute(text(f"SELECT run_id, case_id FROM {table}")).all()  # noqa: S608
                assert [tuple(row) for row in rows] == [("second", "c")], table
        # and on the way back nothing is lost
        downgrade(revision="c41be07a93d5")
        with db.engine.connect() as connection:
            assert connection.scalar(text("SELECT score FROM theme_assignment")) == 0.75
        db.engine.dispose()


HOUSE, PEOPLE, CASE = (
    "INSERT INTO jobcenter (id, name, county, kind, active) VALUES ('kg', 'A', 'A', 'gE', true)",
    'INSERT INTO "user" (id, email, name, jobcenter_id, language, active, created_at) VALUES '
    "('a', 'a@x.example', 'A', 'kg', 'de', true, '2026-11-02')",
    'INSERT INTO "case" (id, author_id, jobcenter_id, state, title, situation, light, risk_reasons, kinds, missed, '
    "kept_words, anonymizer, concerns_staff, checked_elsewhere, created_at, state_since, version) VALUES "
    "('c', 'a', 'kg', 'draft', 'T', 'S', 'green', '[]', '{}', '{}', 0, 'test', false, false, "
    "'2026-11-02', '2026-11-02', 1)",
)
NIGHT = (
    "INSERT INTO model_run (id, state, decides, stop_asked, step, done, total, cases, version, asked_at, finished_at) "
    "VALUES ('{id}', 'done', false, false, '', 0, 0, 1, 'v', '{day}', '{day}')"
)
FORMER_NIGHTS = (
    HOUSE,
    PEOPLE,
    CASE,
    NIGHT.format(id="second", day="2026-11-02"),
    NIGHT.format(id="first", day="2026-11-01"),
    "INSERT INTO theme (id, name_de, name_en, definition, seeds, state) VALUES ('t', 'T', 'T', 'T', '[]', 'active')",
    "INSERT INTO theme_assignment (case_id, theme_id, score, counts, model_version) VALUES ('c', 't', 0.75, true, 'v')",
    "INSERT INTO near_duplicate (case_id) VALUES ('c')",
)


def test_a_merged_theme_is_part_of_another_one_in_every_week_since_its_own_figures(empty: str, tmp_path: Path) -> None:
    app = create_app(settings(empty, tmp_path))
    with app.app_context():
        # given three weeks, between which one theme became part of another, and that one of a third
        upgrade(revision="e8a6d05b31f4")
        with db.engine.begin() as connection:
            for statement in FORMER_WEEKS:
                connection.execute(text(statement))
        # when the weeks are told what was part of what
        upgrade(revision="5f0c9d7e21ab")
        # then each says what was part of what by then
        with db.engine.connect() as connection:
            rows = connection.execute(text("SELECT theme_id, parts FROM theme_snapshot ORDER BY id")).all()
        told = [(row.theme_id, json.loads(row.parts) if isinstance(row.parts, str) else row.parts) for row in rows]
        assert told == [("a", []), ("b", []), ("c", []), ("b", ["a"]), ("c", []), ("c", ["a", "b"])]
        db.engine.dispose()


THEME = (
    "INSERT INTO theme (id, name_de, name_en, definition, seeds, state, merged_into_id) "
    "VALUES ('{id}', 'T', 'T', 'T', '[]', '{state}', {into})"
)
WEEK = (
    "INSERT INTO theme_snapshot (id, week, theme_id, flagged, standing) "
    "VALUES ({number}, '2026-11-{day}', '{id}', false, 'quiet')"
)
FORMER_WEEKS = (
    THEME.format(id="c", state="active", into="NULL"),
    THEME.format(id="b", state="merged", into="'c'"),
    THEME.format(id="a", state="merged", into="'b'"),
    *(
        WEEK.format(number=number, day=day, id=key)
        for number, (day, key) in enumerate(
            [("02", "a"), ("02", "b"), ("02", "c"), ("09", "b"), ("09", "c"), ("16", "c")], start=1
        )
    ),
)


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
