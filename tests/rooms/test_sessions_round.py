"""A round while it runs: perspectives pass the airlock, stay hidden, and are revealed together."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import db
from caseboard.errors import NotAllowed, NotFound, WrongMoment
from caseboard.models import Answer, CaseRead, Notice, Observation, Perspective, SessionKind, SessionState
from caseboard.sessions import jobs, service
from caseboard.sessions.live import leading
from caseboard.sessions.written import timetable
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import SITUATION, Round
from tests.rooms.written_stage import hidden

RAW = "Ich würde Frau Hannelore Brückmeier einen Brief schreiben und einen Hausbesuch anbieten."


def texts(table: Round) -> list[str]:
    """What is stored of the perspectives."""
    db.session.rollback()
    query = select(Perspective.text).where(Perspective.session_id == table.id).order_by(Perspective.created_at)
    return [str(text) for text in db.session.scalars(query)]


def hand_in(actor: Actor, table: Round, text: str) -> str:
    """Write, look at the stripped text, hand it in; the page that follows."""
    address = f"{table.address}/perspektive"
    shown = actor.sends(address, {"text": text, "once": "a" * 32, "step": "look"})
    assert shown.status_code == 200
    form = {"text": text, **hidden(shown), "step": "confirm"}
    return actor.sends(address, form).get_data(as_text=True)


def test_a_perspective_is_shown_stripped_before_it_is_stored(stage: Stage) -> None:
    # given an adviser who types a name
    table = Round(stage).all_accept()
    adviser = table.advisers[0]
    # when they look at it, nothing is stored and the name is replaced
    shown = adviser.sends(f"{table.address}/perspektive", {"text": RAW, "once": "a" * 32, "step": "look"})
    assert texts(table) == []
    assert "Das wird gespeichert" in shown.get_data(as_text=True)
    # when they hand it in, the stripped text is stored and the name is not
    page = hand_in(adviser, table, RAW)
    (stored,) = texts(table)
    assert "Hausbesuch" in stored
    assert "Brückmeier" not in stored
    assert "Brückmeier" not in page


def test_of_two_windows_the_second_perspective_replaces_nothing_unseen(stage: Stage) -> None:
    # given an adviser who writes in two windows
    table = Round(stage).all_accept()
    adviser, path = table.advisers[0], f"{table.address}/perspektive"
    look = adviser.sends(path, {"text": "Im zweiten Fenster.", "step": "look"})
    hand_in(adviser, table, "Im ersten Fenster.")
    # when the second is sent, then both versions stand there and nothing has changed
    late = adviser.sends(path, {"text": "Im zweiten Fenster.", **hidden(look), "step": "confirm"})
    page = late.get_data(as_text=True)
    assert late.status_code == 409
    assert "Im ersten Fenster." in page
    assert "Im zweiten Fenster." in page
    assert texts(table) == ["Im ersten Fenster."]
    # and sent once more it takes the place of the first
    once_more = {"text": "Im zweiten Fenster.", **hidden(late), "step": "confirm"}
    assert adviser.sends(path, once_more).status_code == 200
    assert texts(table) == ["Im zweiten Fenster."]


def test_what_was_not_shown_is_not_stored(stage: Stage) -> None:
    table = Round(stage).all_accept()
    forged = {"text": "Nie gezeigt.", "once": "a" * 32, "step": "confirm", "seal": "0" * 64}
    page = table.advisers[0].sends(f"{table.address}/perspektive", forged).get_data(as_text=True)
    assert texts(table) == []
    assert "Nie gezeigt." in page
    assert "hat sich etwas geändert" in page


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("", "Bitte"), ("x" * 4001, "4000"), ("Rechts\u202enach links", "Leserichtung"), ("Null\0", "NUL")],
)
def test_bad_input_is_answered_beside_the_field_and_nothing_is_lost(stage: Stage, typed: str, problem: str) -> None:
    table = Round(stage).all_accept()
    form = {"text": typed, "once": "a" * 32, "step": "look"}
    answer = table.advisers[0].sends(f"{table.address}/perspektive", form)
    assert answer.status_code == 422
    assert problem in answer.get_data(as_text=True)
    assert typed.replace("\0", "\ufffd")[:4] in answer.get_data(as_text=True).replace("\0", "\ufffd")
    assert texts(table) == []


def test_a_second_click_stores_once_and_a_change_replaces(stage: Stage) -> None:
    table = Round(stage).all_accept()
    adviser = table.advisers[0]
    for _ in range(2):
        hand_in(adviser, table, "Erst einmal zuhören.")
    assert texts(table) == ["Erst einmal zuhören."]
    table.writes(adviser, "Doch lieber gleich anrufen.")
    assert texts(table) == ["Doch lieber gleich anrufen."]


def test_others_see_nothing_of_a_perspective_until_all_are_revealed(stage: Stage) -> None:
    # given three perspectives
    table = Round(stage).all_accept().all_write()
    everybody = [*table.advisers, table.moderator, table.author]
    # then before revealing each text stands on the page of its own author alone
    for number, adviser in enumerate(table.advisers, 1):
        for somebody in everybody:
            for page in (table.address, f"{table.address}/perspektive", "/beratungen"):
                seen = f"Sicht {number}" in somebody.opens(page).get_data(as_text=True)
                assert not seen or somebody is adviser
        assert f"Sicht {number}" in adviser.opens(table.address).get_data(as_text=True)
    # and the moderator sees how many there are
    assert "3 Perspektiven sind da" in table.moderator.opens(table.address).get_data(as_text=True)
    # when they are revealed, everybody reads all of them
    table.reveals()
    for somebody in everybody:
        page = somebody.opens(table.address).get_data(as_text=True)
        assert all(f"Sicht {number}" in page for number in (1, 2, 3))
    # and is told, but for the moderator who did it
    kinds = select(Notice.user_id).where(Notice.kind == "session.revealed")
    assert set(db.session.scalars(kinds)) == {table.author.user_id, *(one.user_id for one in table.advisers)}


def test_too_few_perspectives_are_not_revealed_before_the_end(stage: Stage) -> None:
    table = Round(stage).all_accept()
    table.writes(table.advisers[0], "Die einzige Sicht.")
    assert table.moderator.sends(f"{table.address}/runde/aufdecken").status_code == 409
    with clock.at(table.row.ends_at + timedelta(minutes=1)):
        table.reveals()
    assert table.row.state is SessionState.FINISHED


def test_after_revealing_nothing_can_be_changed_or_taken_back(stage: Stage) -> None:
    table = Round(stage).is_revealed()
    with pytest.raises(WrongMoment):
        table.writes(table.advisers[0], "Zu spät.")
    with pytest.raises(WrongMoment):
        service.withdraw(table.advisers[0].user, table.row)
    assert table.moderator.sends(f"{table.address}/absagen").status_code == 409
    assert texts(table) == ["Sicht 1", "Sicht 2", "Sicht 3"]


def test_a_perspective_that_is_taken_back_is_gone(stage: Stage) -> None:
    table = Round(stage).all_accept()
    table.writes(table.advisers[0], "Das nehme ich zurück.")
    table.advisers[0].sends(f"{table.address}/perspektive/zuruecknehmen")
    assert texts(table) == []


def test_moderator_case_giver_and_who_has_not_accepted_write_nothing(stage: Stage) -> None:
    # given a round in which one adviser has not answered
    table = Round(stage)
    service.answer(table.advisers[0].user, table.row, accepts=True)
    # then for everybody but the one who accepted there is no such page
    for somebody in (table.moderator, table.author, table.advisers[1], stage.case_manager("has")):
        assert somebody.opens(f"{table.address}/perspektive").status_code == 404
        with pytest.raises(NotAllowed):
            table.writes(somebody, "Ich auch.")


def test_a_live_session_has_a_board_and_takes_no_perspective_of_this_kind(stage: Stage) -> None:
    table = Round(stage, kind=SessionKind.LIVE).all_accept()
    leading.open_session(table.moderator.user, table.row)
    with pytest.raises(WrongMoment):
        table.writes(table.advisers[0], "Am Board vorbei.")
    assert table.moderator.sends(f"{table.address}/runde/aufdecken").status_code == 404
    assert table.advisers[0].client.get(table.address).location.endswith("/tafel")


def test_the_case_giver_gets_no_video_link_and_nobody_gets_their_name(stage: Stage) -> None:
    table = Round(stage, kind=SessionKind.LIVE).all_accept()
    assert "video.example" not in table.author.opens(table.address).get_data(as_text=True)
    for somebody in (*table.advisers, table.moderator):
        page = somebody.opens(table.address).get_data(as_text=True)
        assert "video.example" in page
        assert table.author.user.name not in page
        assert "Kissingen" not in page


@pytest.mark.parametrize("page", ["", "/perspektive", "/ergebnis", "/bei-uns"])
def test_a_consultation_rests_for_everybody_while_its_case_is_paused(stage: Stage, page: str) -> None:
    # given a round with a result, whose case is paused then
    table = Round(stage).is_concluded()
    table.rests()
    # then everybody meets the same neutral page, and nothing of the case
    for somebody in (*table.advisers, table.moderator, table.author):
        answer = somebody.opens(table.address + page)
        assert answer.status_code == 404
        assert "Termine bleiben leer" not in answer.get_data(as_text=True)
        assert "Sicht 1" not in answer.get_data(as_text=True)
    assert "Diese Beratung ruht" in table.advisers[0].opens(table.address).get_data(as_text=True)
    assert "Termine bleiben leer" not in table.advisers[0].opens("/beratungen").get_data(as_text=True)


def test_a_resting_round_takes_no_perspective(stage: Stage) -> None:
    table = Round(stage).all_accept()
    table.rests()
    with pytest.raises(NotFound):
        table.writes(table.advisers[0], "Noch schnell.")


def test_reading_the_case_in_a_consultation_is_in_the_access_log(stage: Stage) -> None:
    table = Round(stage)
    service.answer(table.advisers[0].user, table.row, accepts=True)
    for somebody in (*table.advisers, table.author):
        somebody.opens(table.address)
    assert SITUATION in table.advisers[0].pages[-1]
    assert list(db.session.scalars(select(CaseRead.user_id))) == [table.advisers[0].user_id]


def test_do_you_have_this_too_is_asked_after_the_own_perspective(stage: Stage) -> None:
    # given a round on a case with two themes
    table = Round(stage, themes=("schulden", "mobilitaet")).all_accept()
    adviser = table.advisers[0]
    address = f"{table.address}/bei-uns"
    # then it is too early before the perspective, and asked right after it
    assert adviser.opens(address).status_code == 409
    assert "Gibt es das bei Ihnen auch?" in hand_in(adviser, table, "Erst einmal zuhören.")
    # when the adviser answers nothing, the form comes back; when one theme, it is noted with the own house
    assert adviser.sends(address, {}).status_code == 422
    adviser.sends(address, {"theme_schulden": "yes", "theme_fremd": "yes"})
    service.observe(adviser.user, table.row, {"schulden": Answer.SOMETIMES})
    noted = db.session.scalars(select(Observation)).one()
    assert (noted.theme_id, noted.answer, noted.jobcenter_id) == ("schulden", Answer.SOMETIMES, "has")


def test_who_accepted_and_is_silent_is_asked_once_two_days_before_the_end(stage: Stage) -> None:
    # given a round with one perspective, one silent adviser and one who has not answered
    table = Round(stage)
    for adviser in table.advisers[:2]:
        service.answer(adviser.user, table.row, accepts=True)
    table.writes(table.advisers[0], "Erst einmal zuhören.")
    nudged = select(Notice.user_id).where(Notice.kind == "session.nudged")
    # when the worker looks three working days before the end, nobody is asked
    last = timetable.day_of(table.row.ends_at)
    with clock.at(timetable.evening(timetable.working_days_before(last, 3))):
        jobs.remind()
    assert list(db.session.scalars(nudged)) == []
    # when it looks twice within the last two days, the silent one is asked once
    with clock.at(timetable.evening(timetable.working_days_before(last, 1))):
        jobs.remind()
        jobs.remind()
    assert list(db.session.scalars(nudged)) == [table.advisers[1].user_id]


def test_nobody_is_asked_when_there_are_enough_perspectives_or_the_round_rests(stage: Stage) -> None:
    full, resting = Round(stage).all_accept().all_write(), Round(stage).all_accept()
    resting.rests()
    with clock.at(full.row.ends_at - timedelta(days=1)):
        jobs.remind()
    assert db.session.scalar(select(func.count()).where(Notice.kind == "session.nudged")) == 0
