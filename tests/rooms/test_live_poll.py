"""What open boards ask every few seconds: one light query, nothing written, nothing prolonged, the right status."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import event, select

from caseboard import clock
from caseboard.config import Defaults
from caseboard.db import db
from caseboard.models import AuditEntry, CaseExclusion, CaseRead, Jobcenter, SessionKind, SignIn
from caseboard.models.people import HouseKind
from caseboard.sessions import service
from caseboard.sessions.live import leading, sorting
from caseboard.sessions.live.marks import phase_mark
from tests.actors import Actor, Stage, put
from tests.rooms.live_stage import PHASES, Live
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


def asked_of_the_database(live: Live, who: Actor, version: int | str = "") -> list[str]:
    """What somebody's board asks of the database, each question by its first word."""
    asked: list[str] = []
    db.session.rollback()

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement.split()[0])

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        live.asks(who, version)
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return [word for word in asked if word not in {"BEGIN", "PRAGMA"}]


def test_an_unchanged_board_costs_one_query_and_writes_nothing(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    assert live.asks(live.observer, live.row.version).status_code == 204
    assert asked_of_the_database(live, live.observer, live.row.version) == ["SELECT"]


def test_a_changed_board_costs_eight_queries_however_much_lies_on_it_and_however_many_sit_around_it(
    stage: Stage,
) -> None:
    # given a session of a few people with nothing on its board
    live = Live(stage).goes_to("consultation")
    few = {part: asked_of_the_database(live, who) for part, who in live.everybody.items()}
    # when five more come, who serve other houses as well, and cards, groups and questions lie there
    for house in ("has", "msp", "kt", "mil", "nes"):
        guest = stage.case_manager(house, serves=("has",) if house != "has" else ())
        service.invite_more(live.moderator.user, live.row, frozenset({guest.user_id}))
        service.answer(guest.user, live.row, accepts=True)
        keys = [live.posts(guest, f"Gedanke {number}.") for number in range(2)]
        live.reveals_all()
        sorting.group(live.moderator.user, live.row, keys[0], sorting.NEW)
        live.posts(guest, "Noch verdeckt.")
    for key in ("Schweinfurt", "Bamberg"):
        put(Jobcenter(id=key, name=f"Jobcenter {key}", county=key, kind=HouseKind.JOINT))
        put(CaseExclusion(case_id=live.case_id, jobcenter_id=key))
    # then nobody's board asks for more than before: one question whether it has changed, one for the reader, two for
    # the session, one for names, and one each for cards, groups and questions
    many = {part: asked_of_the_database(live, who) for part, who in live.everybody.items()}
    assert many == few == dict.fromkeys(live.everybody, ["SELECT"] * 8)


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


def test_boards_ask_more_often_where_people_write(app: Flask, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # given what holds unless somebody sets it otherwise
    for name in ("ASKS_WHILE_READING", "ASKS_WHILE_WRITING"):
        monkeypatch.setitem(app.config, name, getattr(Defaults, name))
    live = Live(stage, opened=False)
    assert 'data-every="5000"' in live.seen_by(live.observer)
    leading.open_session(live.moderator.user, live.row)
    # then a board asks every three seconds in a phase in which something is written, and else every five
    seen = {key: re.findall(r'data-every="(\d+)"', live.goes_to(key).seen_by(live.observer)) for key in PHASES}
    reading = {"casting", "method", "reflection"}
    assert seen == {key: ["5000" if key in reading else "3000"] for key in PHASES}
