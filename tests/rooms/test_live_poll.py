"""What open boards ask every few seconds: one light query, nothing written, nothing prolonged, the right status."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import event, select

from caseboard import clock
from caseboard.db import db
from caseboard.models import AuditEntry, CaseRead, SessionKind, SignIn
from caseboard.sessions.live import leading
from caseboard.sessions.live.marks import phase_mark
from tests.actors import Stage
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import Round


def test_nothing_new_is_no_content_and_every_change_moves_the_version(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    version = live.row.version
    for somebody in live.everybody.values():
        answer = live.asks(somebody, version)
        assert (answer.status_code, answer.get_data()) == (204, b"")
    live.posts(live.advisers[0], "Ein Gedanke.")
    answer = live.asks(live.observer, version)
    assert answer.status_code == 200
    assert f'data-version="{live.row.version}"' in answer.get_data(as_text=True)
    assert live.row.version > version


def test_an_unchanged_board_costs_one_query_and_writes_nothing(app: Flask, stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    version, asked = live.row.version, []
    db.session.rollback()

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert live.asks(live.observer, version).status_code == 204
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    assert [statement.split()[0] for statement in asked if not statement.startswith(("BEGIN", "PRAGMA"))] == ["SELECT"]


def test_asking_prolongs_no_sign_in_and_leaves_no_trace(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    sign_in = select(SignIn).where(SignIn.user_id == live.observer.user_id)
    before, links = db.session.scalars(sign_in).one().last_seen_at, db.session.query(AuditEntry).count()
    reads = db.session.query(CaseRead).count()
    with clock.at(clock.now() + timedelta(minutes=10)):
        assert live.asks(live.observer).status_code == 200
        assert live.asks(live.observer, live.row.version).status_code == 204
        db.session.rollback()
        assert db.session.scalars(sign_in).one().last_seen_at == before
        # a page that somebody opens does prolong it
        live.observer.opens("/")
        db.session.rollback()
        assert db.session.scalars(sign_in).one().last_seen_at > before
    assert db.session.query(AuditEntry).count() == links
    assert db.session.query(CaseRead).count() == reads
    assert live.row.seat_of(live.observer.user_id).attended_at is None


def test_whoever_is_signed_out_is_sent_to_the_door_and_strangers_find_nothing(stage: Stage) -> None:
    live = Live(stage)
    assert stage.stranger().get(f"{live.address}/live").status_code == 303
    with clock.at(clock.now() + timedelta(days=30)):
        assert live.asks(live.observer).status_code == 303
    for somebody in (stage.case_manager("kg"), stage.moderator("has"), stage.leader("nes")):
        assert live.asks(somebody, live.row.version).status_code == 404
    declined = Live(stage, opened=False)
    declined.advisers[0].sends(f"{declined.address}/antwort", {"accepts": "no"})
    assert declined.asks(declined.advisers[0], declined.row.version).status_code == 404


def test_a_session_that_is_over_is_gone_and_a_round_has_no_board(stage: Stage) -> None:
    live = Live(stage).goes_to("closing")
    leading.finish(live.moderator.user, live.row, phase_mark(live.row))
    assert live.asks(live.author, 1).status_code == 410
    table = Round(stage, kind=SessionKind.WRITTEN).all_accept()
    assert table.author.opens(f"{table.address}/live").status_code == 404
    assert table.author.client.get(f"{table.address}/tafel").location.endswith(table.address)


def test_whoever_waits_before_the_session_is_let_in_by_itself(stage: Stage) -> None:
    live = Live(stage, opened=False)
    version = live.row.version
    assert live.asks(live.author, version).status_code == 204
    leading.open_session(live.moderator.user, live.row)
    assert "Phase 1 von 7" in live.asks(live.author, version).get_data(as_text=True)
