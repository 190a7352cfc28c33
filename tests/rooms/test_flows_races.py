"""A case that goes away while somebody is writing about it takes what they write with it."""

import threading
import time

import pytest
from flask import Flask
from sqlalchemy import func, select

from caseboard import audit
from caseboard.db import db
from caseboard.flows import erasing
from caseboard.flows import service as flows
from caseboard.models import Case, CaseSession, CaseState, Perspective, Recognition, Result, User
from caseboard.sessions import service
from caseboard.sessions.live.marks import mark
from tests.actors import Stage
from tests.rooms.sessions_stage import Round, safe
from tests.rooms.test_sessions_races import at_once, person


def test_a_perspective_that_comes_with_the_withdrawal_is_not_left_behind(
    app: Flask, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a round, and an adviser who is just handing in, slowly
    table = Round(stage).all_accept()
    written, record = threading.Event(), audit.record

    def slow_record(actor: User, verb: str, thing: str) -> None:
        if verb == "perspective.write":
            written.set()
            time.sleep(0.5)
        record(actor, verb, thing)

    monkeypatch.setattr(audit, "record", slow_record)

    def withdrawing() -> None:
        assert written.wait(5)
        flows.withdraw(person(table.author), db.session.get_one(Case, table.case_id))

    def contributing() -> None:
        meeting = db.session.get_one(CaseSession, table.id)
        service.contribute(person(table.advisers[0]), meeting, safe("Im letzten Augenblick."), "f" * 32, mark(None))

    # when the author withdraws the case before that is committed
    db.session.rollback()
    outcomes = at_once(app, contributing, withdrawing)
    # then nothing of what was said about it stays
    assert outcomes == ["done", "done"]
    db.session.rollback()
    assert table.case.state is CaseState.WITHDRAWN
    assert db.session.scalar(select(func.count()).select_from(Perspective)) == 0


def test_two_reports_in_the_same_instant_get_the_same_answer(
    app: Flask, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given two readers who recognise somebody, one of them slowly
    table, record = Round(stage), audit.record

    def slow_record(actor: User | None, verb: str, thing: str) -> None:
        if verb == "case.pause":
            time.sleep(0.3)
        record(actor, verb, thing)

    monkeypatch.setattr(audit, "record", slow_record)
    readers = [stage.case_manager(key).user_id for key in ("has", "msp")]
    db.session.rollback()

    def reporting(user_id: str) -> None:
        flows.recognise(db.session.get_one(User, user_id), db.session.get_one(Case, table.case_id))

    # when both report at once
    outcomes = at_once(app, *(lambda user_id=user_id: reporting(user_id) for user_id in readers))
    # then nobody hears that somebody else was there too, and there is one report
    assert outcomes == ["done", "done"]
    assert db.session.scalar(select(func.count()).select_from(Recognition)) == 1


def test_a_case_can_be_withdrawn_while_somebody_reports_it(
    app: Flask, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a reader who is just reporting, slowly
    table, record, reported = Round(stage), audit.record, threading.Event()

    def slow_record(actor: User | None, verb: str, thing: str) -> None:
        if verb == "case.pause":
            reported.set()
            time.sleep(0.3)
        record(actor, verb, thing)

    monkeypatch.setattr(audit, "record", slow_record)
    db.session.rollback()

    def withdrawing() -> None:
        assert reported.wait(5)
        flows.withdraw(person(table.author), db.session.get_one(Case, table.case_id))

    def reporting() -> None:
        flows.recognise(person(table.advisers[0]), db.session.get_one(Case, table.case_id))

    # when the author withdraws before that is committed, then it is withdrawn
    assert at_once(app, reporting, withdrawing) == ["done", "done"]
    db.session.rollback()
    assert table.case.state is CaseState.WITHDRAWN


def test_a_case_is_withdrawn_while_its_result_is_written(
    app: Flask, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a revealed round, and its author in two browsers
    table, entered, tell = Round(stage).is_revealed(), threading.Event(), erasing.close_recognitions

    def slow_erasing(case: Case, *, lifted: bool) -> None:
        entered.set()
        time.sleep(0.3)
        tell(case, lifted=lifted)

    monkeypatch.setattr(erasing, "close_recognitions", slow_erasing)
    db.session.rollback()
    outcome = service.Outcome(safe("Der Blick von außen."), safe("Einen Brief schreiben."))

    def concluding() -> None:
        assert entered.wait(5)
        service.conclude(person(table.author), db.session.get_one(CaseSession, table.id), outcome)

    def withdrawing() -> None:
        flows.withdraw(person(table.author), db.session.get_one(Case, table.case_id))

    # when the result comes while the case is being erased
    outcomes = at_once(app, concluding, withdrawing)
    # then the case is gone and the result finds nothing to go to, and neither waits for the other for ever
    assert outcomes == ["NotAllowed", "done"]
    assert db.session.scalar(select(func.count()).select_from(Result)) == 0
