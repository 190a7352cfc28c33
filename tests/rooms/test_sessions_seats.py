"""Who finds a seat: the first who accept, then substitutes in their turn; nobody has two parts."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.errors import InvalidInput, NotAllowed
from caseboard.models import CaseState, Notice, Perspective, SeatPart, SeatState, SessionKind, SessionState
from caseboard.sessions import service
from tests.actors import Actor, Stage
from tests.rooms.dates_stage import LINK, Dates
from tests.rooms.sessions_stage import QUESTION, SITUATION, Round

TITLE = "Termine bleiben leer"


def told(actor: Actor) -> list[str]:
    """The kinds of notices somebody got, in their order."""
    return list(db.session.scalars(select(Notice.kind).where(Notice.user_id == actor.user_id).order_by(Notice.id)))


def stands(dates: Dates, meeting: str) -> list[SeatState]:
    """Where each of the advisers stands."""
    row = dates.meeting(meeting)
    return [row.seat_of(adviser.user_id).state for adviser in dates.advisers]


def test_where_all_seats_are_taken_accepting_makes_a_substitute(stage: Stage) -> None:
    # given a session with one seat
    dates = Dates(stage)
    first, second, third = dates.advisers
    meeting = dates.planned(most_seats=1)
    # when all three accept, one minute after the other
    for minute, adviser in enumerate((second, third, first)):
        with clock.at(clock.now() + timedelta(minutes=minute)):
            dates.accepts(adviser, meeting)
    # then the first has the seat, and the others know the question and nothing else
    assert stands(dates, meeting) == [SeatState.SUBSTITUTE, SeatState.ACCEPTED, SeatState.SUBSTITUTE]
    page = first.opens(f"/beratungen/{meeting}").get_data(as_text=True)
    assert QUESTION in page
    assert "Sie rücken nach" in page
    assert [hidden for hidden in (SITUATION, TITLE, LINK, dates.moderator.user.name) if hidden in page] == []
    assert told(dates.moderator)[-3:] == ["session.accepted", "session.substitute", "session.substitute"]


def test_substitutes_move_up_in_the_order_in_which_they_answered(stage: Stage) -> None:
    # given one seat and two substitutes
    dates = Dates(stage)
    first, second, third = dates.advisers
    meeting = dates.planned(most_seats=1)
    for minute, adviser in enumerate((second, third, first)):
        with clock.at(clock.now() + timedelta(minutes=minute)):
            dates.accepts(adviser, meeting)
    # when the seat falls free twice
    second.sends(f"/beratungen/{meeting}/antwort", {"accepts": "no"})
    assert stands(dates, meeting) == [SeatState.SUBSTITUTE, SeatState.DECLINED, SeatState.ACCEPTED]
    assert told(third)[-1] == "session.moved_up"
    assert "session.moved_up" not in told(first)
    third.sends(f"/beratungen/{meeting}/antwort", {"accepts": "no"})
    # then each has their turn, and reads the case from then on
    assert stands(dates, meeting) == [SeatState.ACCEPTED, SeatState.DECLINED, SeatState.DECLINED]
    assert SITUATION in first.opens(f"/beratungen/{meeting}").get_data(as_text=True)


def test_a_substitute_who_gives_up_frees_nothing(stage: Stage) -> None:
    dates = Dates(stage)
    meeting = dates.planned(most_seats=1)
    for adviser in dates.advisers[:2]:
        dates.accepts(adviser, meeting)
    service.answer(dates.advisers[1].user, dates.meeting(meeting), accepts=False)
    assert stands(dates, meeting) == [SeatState.ACCEPTED, SeatState.DECLINED, SeatState.INVITED]


def test_whoever_is_not_sure_waits_with_the_question_alone(stage: Stage) -> None:
    # given somebody who may be able to come
    dates = Dates(stage)
    unsure, path = dates.advisers[0], f"/beratungen/{dates.planned()}"
    page = unsure.sends(f"{path}/antwort", {"accepts": "maybe"}).get_data(as_text=True)
    # then they see what they saw before, and the moderator knows
    assert QUESTION in page
    assert [hidden for hidden in (SITUATION, TITLE, LINK) if hidden in page] == []
    assert told(dates.moderator)[-1] == "session.tentative"
    # and they can still accept; having accepted, "perhaps" is no answer any more
    assert SITUATION in unsure.sends(f"{path}/antwort", {"accepts": "yes"}).get_data(as_text=True)
    assert unsure.sends(f"{path}/antwort", {"accepts": "maybe"}).status_code == 404


def test_in_a_round_a_substitute_does_not_write(stage: Stage) -> None:
    table = Round(stage)
    table.row.most_seats = 2
    db.session.commit()
    table.all_accept()
    assert table.row.state is SessionState.RUNNING
    late = table.advisers[2]
    assert late.opens(f"{table.address}/perspektive").status_code == 404
    # when somebody with a perspective steps back
    table.writes(table.advisers[0], "Zuhören.")
    service.answer(table.advisers[0].user, table.row, accepts=False)
    # then their words are gone and the substitute writes
    assert list(db.session.scalars(select(Perspective))) == []
    assert late.opens(f"{table.address}/perspektive").status_code == 200


def test_note_taker_and_observers_take_no_seat_away(stage: Stage) -> None:
    # given one seat for advisers, somebody who takes notes and somebody who observes
    dates = Dates(stage)
    first, notes, observer = dates.advisers
    meeting = dates.planned(
        adviser_ids=frozenset({first.user_id}),
        note_taker_id=notes.user_id,
        observer_ids=frozenset({observer.user_id}),
        most_seats=1,
    )
    # when all accept
    for somebody in (first, notes, observer):
        dates.accepts(somebody, meeting)
    # then all take part, each in their part, and the page says so
    assert stands(dates, meeting) == [SeatState.ACCEPTED] * 3
    page = dates.moderator.opens(f"/beratungen/{meeting}").get_data(as_text=True)
    assert "schreibt mit" in page
    assert "beobachtet" in page
    assert observer.opens(f"/beratungen/{meeting}/perspektive").status_code == 404
    assert SITUATION in observer.opens(f"/beratungen/{meeting}").get_data(as_text=True)


def test_further_people_are_asked_for_a_part(stage: Stage) -> None:
    dates = Dates(stage)
    meeting = dates.planned()
    for house in ("msp", "kt", "mil"):
        stage.case_manager(house)
    page = dates.moderator.opens(f"/beratungen/{meeting}/einladen").get_data(as_text=True)
    offered = page.partition('name="advisers"')[2].partition('value="')[2].partition('"')[0]
    asked = {"advisers": [offered], "part": "observer"}
    assert dates.moderator.sends(f"/beratungen/{meeting}/einladen", asked).status_code == 200
    assert dates.meeting(meeting).seat_of(offered).part is SeatPart.OBSERVER


def test_the_co_moderator_is_told_and_sees_who_comes_but_leads_nothing(stage: Stage) -> None:
    # given a session with a co-moderator
    dates = Dates(stage)
    meeting = dates.planned(co_moderator_id=dates.second.user_id)
    assert "session.co_moderator" in told(dates.second)
    page = dates.second.opens(f"/beratungen/{meeting}").get_data(as_text=True)
    assert dates.advisers[0].user.name in page
    # then the verbs of the moderator are not theirs
    for verb in ("absagen", "eroeffnen", "runde/aufdecken"):
        assert dates.second.sends(f"/beratungen/{meeting}/{verb}").status_code == 404
    # and they hear when it is called off
    service.cancel(dates.moderator.user, dates.meeting(meeting))
    assert told(dates.second)[-1] == "session.cancelled"


def somebody_of(house: str) -> Callable[[Dates], str]:
    """A moderator of this house."""
    return lambda dates: dates.stage.moderator(house).user_id


@pytest.mark.parametrize(
    ("part", "who"),
    [
        ("co_moderator_id", lambda dates: dates.advisers[0].user_id),
        ("co_moderator_id", lambda dates: dates.stage.case_manager("kt").user_id),
        ("co_moderator_id", lambda dates: dates.moderator.user_id),
        ("co_moderator_id", somebody_of("kg")),
        ("note_taker_id", lambda dates: dates.advisers[0].user_id),
        ("note_taker_id", somebody_of("kg")),
        ("observer_ids", lambda dates: frozenset({dates.stage.case_manager("kg").user_id})),
        ("observer_ids", lambda dates: frozenset({dates.stage.leader("kt").user_id})),
        ("observer_ids", lambda dates: frozenset({dates.author.user_id})),
    ],
)
def test_nobody_has_two_parts_and_nobody_listens_who_could_not_advise(
    stage: Stage, part: str, who: Callable[[Dates], object]
) -> None:
    dates = Dates(stage)
    case = dates.case()
    with pytest.raises(InvalidInput):
        service.plan(dates.moderator.user, case, dates.plan(**{part: who(dates)}))
    db.session.rollback()
    assert db.session.get_one(type(case), case.id).state is CaseState.RELEASED


def test_nobody_listens_to_a_written_round(stage: Stage) -> None:
    dates = Dates(stage)
    people = frozenset(adviser.user_id for adviser in dates.advisers)
    observers = frozenset({stage.case_manager("kt").user_id})
    with pytest.raises(InvalidInput):
        service.plan(
            dates.moderator.user,
            dates.case(),
            service.Plan(SessionKind.WRITTEN, people, observer_ids=observers),
        )


def test_a_stranger_to_a_session_has_no_answer_to_give(stage: Stage) -> None:
    dates = Dates(stage)
    meeting = dates.planned()
    for somebody in (dates.author, dates.second, stage.case_manager("kt")):
        with pytest.raises(NotAllowed):
            service.consider(somebody.user, dates.meeting(meeting))
