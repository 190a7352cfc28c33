"""Two people or two workers at the same moment in a written round: exactly one wins, and nothing is done twice."""

from collections.abc import Callable

from flask import Flask

from caseboard import clock
from caseboard.db import db
from caseboard.models import CaseSession, Question, SessionState
from caseboard.sessions import jobs, service
from caseboard.sessions.written import leading, questions
from tests.actors import Stage
from tests.rooms.sessions_stage import safe
from tests.rooms.test_sessions_races import at_once, person
from tests.rooms.written_stage import Written, at, question, written_by

MANY = 50


def meeting(table: Written) -> CaseSession:
    """The round as this thread knows it."""
    return db.session.get_one(CaseSession, table.id)


def test_of_many_clicks_one_extends(app: Flask, stage: Stage) -> None:
    table = Written(stage).all_accept()
    end = table.row.ends_at
    db.session.rollback()
    outcomes = at_once(
        app, *(lambda: leading.extend(person(table.moderator), meeting(table), 2, end) for _ in range(MANY))
    )
    assert outcomes == ["Conflict"] * (MANY - 1) + ["done"]
    assert table.row.extensions == 1


def test_of_many_windows_one_goes_on_to_the_next_phase(app: Flask, stage: Stage) -> None:
    table = Written(stage, process="turns").all_accept()
    db.session.rollback()
    outcomes = at_once(
        app, *(lambda: leading.next_phase(person(table.moderator), meeting(table), "questions") for _ in range(MANY))
    )
    assert outcomes == ["Conflict"] * (MANY - 1) + ["done"]
    assert table.row.phase == "hypotheses"


def test_of_many_reveals_one_reveals(app: Flask, stage: Stage) -> None:
    table = Written(stage).all_accept().all_write()
    looked_at = leading.seen(table.row)
    db.session.rollback()
    outcomes = at_once(
        app, *(lambda: leading.reveal(person(table.moderator), meeting(table), looked_at) for _ in range(MANY))
    )
    assert sorted(outcomes) == sorted(["WrongMoment"] * (MANY - 1) + ["done"])
    assert table.row.state is SessionState.FINISHED
    assert len(table.told("session.revealed")) == 4


def test_of_fifty_windows_one_perspective_stays(app: Flask, stage: Stage) -> None:
    table = Written(stage).all_accept()
    adviser = table.advisers[0]
    table.writes(adviser, "Zuhören.")
    seen = service.perspective_mark(adviser.user, table.row)
    db.session.rollback()

    def window(number: int) -> Callable[[], object]:
        text, once = safe(f"Fenster {number}."), f"{number:032x}"
        return lambda: service.contribute(person(adviser), meeting(table), text, once, seen)

    assert at_once(app, *map(window, range(MANY))) == ["Collision"] * (MANY - 1) + ["done"]
    (kept,) = written_by(adviser)
    assert kept.text.startswith("Fenster")


def test_of_fifty_windows_one_answer_stays(app: Flask, stage: Stage) -> None:
    table = Written(stage).all_accept()
    key = table.asks(table.advisers[0])
    seen = questions.question_mark(question(key))
    db.session.rollback()

    def window(number: int) -> Callable[[], object]:
        text = safe(f"Antwort {number}.")
        return lambda: questions.answer(person(table.author), db.session.get_one(Question, key), text, seen)

    assert at_once(app, *map(window, range(MANY))) == ["Collision"] * (MANY - 1) + ["done"]
    assert question(key).answer.startswith("Antwort")


def test_an_answer_and_its_question_sent_back_meet_in_one_order_or_the_other(app: Flask, stage: Stage) -> None:
    # given an open question, when its answer and the moderator's no arrive together
    table = Written(stage).all_accept()
    key = table.asks(table.advisers[0])
    seen = questions.question_mark(question(key))
    db.session.rollback()

    def row() -> Question:
        return db.session.get_one(Question, key)

    answering: Callable[[], object] = lambda: questions.answer(person(table.author), row(), safe("Nein."), seen)  # noqa: E731
    refusing: Callable[[], object] = lambda: questions.send_back(  # noqa: E731
        person(table.moderator), row(), safe("Ohne Ort."), seen
    )
    # then one of both counts, and the other is told
    outcomes = at_once(app, answering, refusing)
    assert outcomes in (["Collision", "done"], ["WrongMoment", "done"])
    assert (question(key).answer is None) is ("WrongMoment" in outcomes)


def test_many_workers_tell_and_move_once(app: Flask, stage: Stage) -> None:
    # given a round that is behind and in which something is new
    with clock.at(at("Thu 14.01.2027")):
        table = Written(stage, process="turns").all_accept()
        table.asks(table.advisers[0])
    db.session.rollback()

    def works() -> None:
        with clock.at(at("Mon 18.01.2027")):
            jobs.go_on()
            jobs.remind()
            jobs.tell_news()

    # when several workers wake at once, and one of them once more
    outcomes = at_once(app, *(works for _ in range(4)))
    works()
    # then whatever came of their race, everything is done once
    assert set(outcomes) <= {"done", "Conflict", "Unavailable"}
    assert table.row.phase == "hypotheses"
    assert table.told("session.nudged") == sorted(one.user_id for one in table.advisers)
    assert table.told("session.digest") == sorted([table.moderator.user_id, table.author.user_id])
