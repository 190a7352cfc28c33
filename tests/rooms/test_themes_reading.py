"""A long history is read page by page, and no page costs more than its own rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from caseboard.db import db
from caseboard.themes import reading
from tests.actors import Stage
from tests.rooms.recurring import HOUSES, USUAL, released_case


@contextmanager
def asked() -> Iterator[list[tuple[str, Any]]]:
    """What the database is asked meanwhile."""
    found: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        found.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", note)
    yield found
    event.remove(db.engine, "before_cursor_execute", note)


def plan(statement: str, parameters: Any) -> str:
    """How the embedded database would answer; another one knows its tables by numbers, and decides by them."""
    if db.engine.dialect.name != "sqlite":
        return ""
    with db.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return "\n".join(row[3] for row in rows)


def test_no_page_of_the_history_sorts_all_the_others(stage: Stage) -> None:
    # given cases with labels
    case_ids = sorted(released_case(stage, stage.case_manager(house), USUAL) for house in HOUSES)

    # when all texts and all words of people are read
    with asked() as questions:
        assert [one.id for one in reading.texts()] == case_ids
        assert sorted(reading.chosen_cases()) == case_ids

    # then each page is found by its place in an order that is there already
    plans = [plan(*one) for one in questions if " LIMIT " in one[0].replace("\n", " ")]
    assert len(plans) >= 4
    assert [one for one in plans if "TEMP B-TREE" in one] == []
