"""When somebody was last here is noted beside their page, and never in its way."""

from datetime import timedelta
from typing import Any

from flask import Flask
from sqlalchemy import event, select, text

from caseboard import clock
from caseboard.db import db
from caseboard.models import SignIn
from tests.actors import Stage


def test_a_write_of_somebody_else_between_reading_and_noting_harms_nobody(app: Flask, stage: Stage) -> None:
    # given somebody who was here some minutes ago
    actor = stage.case_manager("kg")
    entry = db.session.scalars(select(SignIn).where(SignIn.user_id == actor.user_id)).one()
    entry.last_seen_at = before = clock.now() - timedelta(minutes=5)
    db.session.commit()
    wrote: list[str] = []

    def somebody_else_writes(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if "FROM sign_in" in statement and not wrote:
            wrote.append(statement)
            with db.engine.connect() as other:
                other.execute(text("UPDATE jobcenter SET name = name"))
                other.commit()

    # when another connection writes just after their sign-in was read
    event.listen(db.engine, "after_cursor_execute", somebody_else_writes)
    try:
        answer = actor.opens("/konto")
    finally:
        event.remove(db.engine, "after_cursor_execute", somebody_else_writes)
    # then the page is there, and so is the note
    assert wrote
    assert answer.status_code == 200
    db.session.rollback()
    assert db.session.scalars(select(SignIn.last_seen_at).where(SignIn.user_id == actor.user_id)).one() > before
