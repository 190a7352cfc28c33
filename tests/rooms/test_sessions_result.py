"""The end of a consultation: the case giver says what helps, and everybody gets the result sheet."""

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from caseboard.db import db
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.models import CaseState, Notice, Result, SessionState
from caseboard.sessions import service
from tests.actors import Stage
from tests.rooms.sessions_stage import QUESTION, Round, safe

FORM = {
    "helped": "Herr Leberecht Sandbichler hat recht: weniger Druck.",
    "first_step": "Einen kurzen Brief schreiben.",
    "thanks": "",
    "step": "look",
}


def test_the_case_giver_looks_and_then_sends_the_result_sheet(stage: Stage) -> None:
    # given a revealed round
    table = Round(stage).is_revealed()
    address = f"{table.address}/abschluss"
    # when the case giver looks at what would be stored, nothing is stored yet
    shown = table.author.sends(address, FORM)
    assert shown.status_code == 200
    assert db.session.scalars(select(Result)).all() == []
    # when they send it, the sheet is there without the name they typed
    sealed = shown.get_data(as_text=True).split('name="seal"')[1].split('value="')[1].split('"')[0]
    sheet = table.author.sends(address, {**FORM, "step": "confirm", "seal": sealed}).get_data(as_text=True)
    assert "weniger Druck" in sheet
    assert "Sandbichler" not in sheet
    # and the case is discussed, and everybody who took part is told
    assert (table.row.state, table.case.state) == (SessionState.RESULT_SENT, CaseState.DISCUSSED)
    told = set(db.session.scalars(select(Notice.user_id).where(Notice.kind == "session.result")))
    assert told == {one.user_id for one in (*table.advisers, table.moderator, table.author)}


def test_an_unfinished_result_comes_back_with_everything_typed(stage: Stage) -> None:
    table = Round(stage).is_revealed()
    answer = table.author.sends(f"{table.address}/abschluss", {**FORM, "first_step": ""})
    assert answer.status_code == 422
    assert "weniger Druck" in answer.get_data(as_text=True)


def test_everybody_who_took_part_reads_the_sheet_and_nobody_else(stage: Stage) -> None:
    table = Round(stage).is_concluded()
    for somebody in (*table.advisers, table.moderator, table.author):
        sheet = somebody.opens(f"{table.address}/ergebnis").get_data(as_text=True)
        for part in (
            QUESTION,
            "Der Blick von außen.",
            "Einen Brief schreiben.",
            "Danke!",
            "Sicht 2",
            "Jobcenter Haßberge",
        ):
            assert part in sheet
        if somebody is not table.author:
            assert table.author.user.name not in sheet
            assert "Kissingen" not in sheet
    for stranger in (stage.case_manager("has"), stage.leader("has"), stage.moderator("kg"), stage.administrator("kg")):
        assert stranger.opens(f"{table.address}/ergebnis").status_code == 404


def test_the_result_is_written_once_and_only_after_revealing(stage: Stage) -> None:
    outcome = service.Outcome(safe("Ruhe."), safe("Anrufen."))
    early = Round(stage).all_accept().all_write()
    assert early.author.opens(f"{early.address}/abschluss").status_code == 409
    with pytest.raises(WrongMoment):
        service.conclude(early.author.user, early.row, outcome)
    done = Round(stage).is_concluded()
    with pytest.raises(WrongMoment):
        service.conclude(done.author.user, done.row, outcome)
    assert done.author.opens(f"{done.address}/ergebnis").status_code == 200


def test_a_second_click_on_send_lands_on_the_same_sheet(stage: Stage) -> None:
    table = Round(stage).is_revealed()
    outcome = service.Outcome(safe("Ruhe."), safe("Anrufen."))
    first, second = (service.conclude(table.author.user, table.row, outcome) for _ in range(2))
    assert first.session_id == second.session_id


def test_only_the_case_giver_says_what_helped(stage: Stage) -> None:
    table = Round(stage).is_revealed()
    for somebody in (table.moderator, table.advisers[0]):
        assert somebody.opens(f"{table.address}/abschluss").status_code == 404
        with pytest.raises(NotAllowed):
            service.conclude(somebody.user, table.row, service.Outcome(safe("Ich."), safe("Mich.")))


def test_the_database_refuses_a_perspective_from_the_own_house(app: Flask, stage: Stage) -> None:
    # given a round, and a colleague of the author
    table = Round(stage).all_accept()
    colleague = stage.case_manager("kg")
    insert = text(
        "INSERT INTO perspective (id, session_id, case_id, case_jobcenter_id, author_id, jobcenter_id, text, state,"
        " created_at) VALUES (:id, :session, :case, :case_house, :author, :house, 'x', 'queued', '2026-11-20 10:00')"
    )
    row = {"session": table.id, "case": table.case_id, "case_house": "kg"}
    other = {**row, "id": "1" * 32, "author": table.advisers[0].user_id, "house": "has"}
    db.session.rollback()
    # then the database itself takes one from elsewhere, whatever the code says
    with db.engine.begin() as connection:
        connection.execute(insert, other)
    # and refuses the own house, a pretended house, and a pretended house of the case
    refused = [
        {**row, "id": "2" * 32, "author": colleague.user_id, "house": "kg"},
        {**row, "id": "3" * 32, "author": colleague.user_id, "house": "has"},
        {**row, "id": "4" * 32, "author": colleague.user_id, "house": "kg", "case_house": "has"},
    ]
    for wrong in refused:
        with pytest.raises(IntegrityError), db.engine.begin() as connection:
            connection.execute(insert, wrong)
