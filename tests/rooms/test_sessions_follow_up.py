"""The follow-up: the case giver is asked, answers with one click, and those who advised hear what became of it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.models import CaseState, FollowUp, Notice, Result, StepDone
from caseboard.sessions.afterwards import follow_up
from caseboard.sessions.afterwards.course import Course, Step, next_step
from tests.actors import Actor, Stage
from tests.house.airlock_table import CANARY
from tests.rooms.sessions_stage import Round, safe
from tests.rooms.test_cases_writing import fields_of

DAY0 = datetime(2026, 3, 2, 9, tzinfo=clock.BERLIN)


def day(number: int) -> datetime:
    """So many days after the result."""
    return DAY0 + timedelta(days=number)


COURSE = [
    # what has happened                                  on which day   what is due
    (Course(DAY0), 27, None),
    (Course(DAY0), 28, Step.ASK),
    (Course(DAY0, day(28)), 34, None),
    (Course(DAY0, day(28)), 35, Step.REMIND),
    (Course(DAY0, day(28), 1, day(35)), 41, None),
    (Course(DAY0, day(28), 1, day(35)), 42, Step.REMIND),
    (Course(DAY0, day(28), 2, day(42)), 48, None),
    (Course(DAY0, day(28), 2, day(42)), 49, Step.GIVE_UP),
    (Course(DAY0, day(28), 2, day(42), over=True), 99, None),
    (Course(DAY0, over=True), 28, None),
    (Course(DAY0, day(90)), 91, None),  # a worker that stood still asks late, and reminds a week after that
]


@pytest.mark.parametrize(("course", "on", "expected"), COURSE)
def test_when_the_case_giver_is_asked(course: Course, on: int, expected: Step | None) -> None:
    assert next_step(course, day(on)) is expected


def notices(actor: Actor) -> list[str]:
    """The kinds of notices after the result that somebody got, in order."""
    kinds = db.session.scalars(select(Notice.kind).where(Notice.user_id == actor.user_id).order_by(Notice.id))
    return [kind for kind in kinds if "follow" in kind or kind == "session.what_helped"]


def _weeks_later(table: Round, weeks: int) -> None:
    """The worker comes by so many weeks after the result, twice."""
    result = db.session.get_one(Result, table.id).created_at
    with clock.at(result + timedelta(weeks=weeks, minutes=1)):
        follow_up.ask_around()
        follow_up.ask_around()
    db.session.rollback()


def test_who_stays_silent_is_asked_and_reminded_twice_and_then_left_in_peace(stage: Stage) -> None:
    # given a result
    table = Round(stage).is_concluded()
    # when the worker comes by week by week
    _weeks_later(table, 3)
    assert notices(table.author) == []
    for weeks, told in ((4, 1), (5, 2), (6, 3)):
        _weeks_later(table, weeks)
        assert notices(table.author) == ["session.follow_up"] * told
    assert table.case.state is CaseState.DISCUSSED
    # then after two reminders it ends, and the case goes on
    _weeks_later(table, 7)
    assert notices(table.author)[-1] == "session.not_followed_up"
    assert table.case.state is CaseState.FOLLOWED_UP
    row = db.session.get_one(FollowUp, table.id)
    assert (row.reminders, row.answer, row.closed_at is not None) == (2, None, True)
    _weeks_later(table, 20)
    assert len(notices(table.author)) == 4
    # and the sheet says so, without a reproach
    assert "hat nicht geantwortet" in table.advisers[0].opens(f"{table.address}/ergebnis").get_data(as_text=True)


def test_nobody_is_asked_while_the_case_is_paused(stage: Stage) -> None:
    table = Round(stage).is_concluded()
    table.rests()
    _weeks_later(table, 30)
    assert notices(table.author) == []


@pytest.mark.parametrize("done", list(StepDone))
def test_one_click_answers_and_those_who_advised_are_told(stage: Stage, done: StepDone) -> None:
    # given a case giver who was asked
    table = Round(stage).is_concluded()
    _weeks_later(table, 4)
    assert "Einen Brief schreiben." in table.author.opens(f"{table.address}/nachfrage").get_data(as_text=True)
    # when they click once
    table.author.sends(f"{table.address}/nachfrage", {"answer": done.value})
    # then that is the answer, the case has moved on, and everybody who advised is told
    assert db.session.get_one(FollowUp, table.id).answer is done
    assert table.case.state is CaseState.FOLLOWED_UP
    for guest in (*table.advisers, table.moderator):
        assert notices(guest) == ["session.followed_up"]
        assert "Was daraus geworden ist" in guest.opens(f"{table.address}/ergebnis").get_data(as_text=True)
    # and nobody is reminded any more
    _weeks_later(table, 12)
    assert notices(table.author) == ["session.follow_up"]


def test_a_second_click_corrects_the_first_and_tells_nobody_again(stage: Stage) -> None:
    table = Round(stage).is_concluded()
    for answer in ("done", "not"):
        table.author.sends(f"{table.address}/nachfrage", {"answer": answer})
    assert db.session.get_one(FollowUp, table.id).answer is StepDone.NOT
    assert notices(table.advisers[0]) == ["session.followed_up"]


def test_what_helped_is_shown_stripped_before_it_is_stored(stage: Stage) -> None:
    # given an answer
    table = Round(stage).is_concluded()
    address = f"{table.address}/nachfrage/geholfen"
    assert table.author.opens(address).status_code == 409
    table.author.sends(f"{table.address}/nachfrage", {"answer": "partly"})
    # when the case giver looks at what would be stored, nothing is stored yet
    look = table.author.sends(address, {"text": f"{CANARY} fragen, nicht schreiben.", "shares": "y", "step": "look"})
    assert db.session.get_one(FollowUp, table.id).helped is None
    # when they send it, the name is out
    sheet = table.author.sends(address, {**fields_of(look), "step": "confirm"}).get_data(as_text=True)
    assert "fragen, nicht schreiben." in sheet
    assert "Steinmetzger" not in sheet
    assert "Steinmetzger" not in str(db.session.get_one(FollowUp, table.id).helped)
    # and everybody who advised or led hears of it, once
    look = table.author.sends(address, {"text": "Anrufen hilft.", "step": "look"})
    table.author.sends(address, {**fields_of(look), "step": "confirm"})
    for guest in (*table.advisers, table.moderator):
        assert notices(guest) == ["session.followed_up", "session.what_helped"]


def test_an_empty_text_comes_back(stage: Stage) -> None:
    table = Round(stage).is_concluded()
    table.author.sends(f"{table.address}/nachfrage", {"answer": "done"})
    assert table.author.sends(f"{table.address}/nachfrage/geholfen", {"text": " ", "step": "look"}).status_code == 422
    assert table.author.sends(f"{table.address}/nachfrage", {"answer": "perhaps"}).status_code == 422


def test_only_the_case_giver_answers_and_only_after_the_result(stage: Stage) -> None:
    early, table = Round(stage).is_revealed(), Round(stage).is_concluded()
    with pytest.raises(WrongMoment):
        follow_up.answer(early.author.user, early.row, StepDone.DONE)
    for somebody in (table.moderator, table.advisers[0], stage.case_manager("kg"), stage.leader("kg")):
        assert somebody.opens(f"{table.address}/nachfrage").status_code == 404
        with pytest.raises(NotAllowed):
            follow_up.answer(somebody.user, table.row, StepDone.DONE)
    with pytest.raises(WrongMoment):
        follow_up.tell_what_helped(table.author.user, table.row, safe("Ruhe."), shares=True)


def test_the_question_waits_on_the_desk_until_it_is_answered(stage: Stage) -> None:
    table = Round(stage).is_concluded()
    asks = "Sagen, was aus Ihrem ersten Schritt geworden ist"
    assert asks not in table.author.opens("/").get_data(as_text=True)
    _weeks_later(table, 4)
    assert asks in table.author.opens("/").get_data(as_text=True)
    table.author.sends(f"{table.address}/nachfrage", {"answer": "done"})
    assert asks not in table.author.opens("/").get_data(as_text=True)
