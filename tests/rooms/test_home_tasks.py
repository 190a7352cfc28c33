"""What stands on a desk is only what its owner may still open: a task that leads nowhere would say why."""

import re
from datetime import timedelta

import pytest

from caseboard import clock
from caseboard.db import db
from caseboard.models import Case, CaseSession, CaseTheme, Observation, Role, SeatPart, ServedHouse, UserRole
from caseboard.policy import retention
from caseboard.sessions import service
from caseboard.sessions.live import leading
from caseboard.sessions.live.marks import phase_mark
from tests.actors import Actor, Stage
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import Round
from tests.rooms.some_cases import submitted_case


def links(actor: Actor) -> list[str]:
    """Every consultation that a desk leads to."""
    return re.findall(r'href="(/beratungen/[0-9a-f]{32})"', actor.opens("/").get_data(as_text=True))


def serves(actor: Actor) -> None:
    """The house of the case is served from now on."""
    user = actor.user
    user.served_rows.append(ServedHouse(jobcenter_id="kg"))
    db.session.commit()


def leads(actor: Actor) -> None:
    """Management reads no case text from now on."""
    user = actor.user
    user.role_rows.append(UserRole(role=Role.LEADERSHIP))
    db.session.commit()


@pytest.mark.parametrize("change", [serves, leads])
def test_who_must_not_see_a_consultation_any_more_finds_no_task_of_it(stage: Stage, change: object) -> None:
    # given people with tasks: one to answer, one to write, one to reveal
    asked = Round(stage)
    running = Round(stage).all_accept()
    written = Round(stage).all_accept().all_write()
    for actor in (asked.advisers[0], running.advisers[0], written.moderator):
        assert links(actor)
        # when they come to work for the house of the case, or to lead
        assert callable(change)
        change(actor)
        # then nothing on their desk leads to where they may not go any more
        assert [actor.client.get(path).status_code for path in links(actor)] == []


def test_whoever_is_not_sure_yet_still_has_a_task_and_an_observer_has_none_to_write(stage: Stage) -> None:
    table = Round(stage)
    unsure, observer = table.advisers[:2]
    service.consider(unsure.user, table.row)
    assert links(unsure) == [table.address]
    table.all_accept()
    table.row.seat_of(observer.user_id).part = SeatPart.OBSERVER
    db.session.commit()
    assert "Ihre Perspektive" not in observer.opens("/").get_data(as_text=True)
    assert links(observer) == []
    assert links(table.advisers[2]) == [table.address]


def test_tasks_of_one_day_stand_in_no_order_of_the_minute(stage: Stage) -> None:
    # given ten cases of one day that are overdue
    author, colleague = stage.case_manager("kg"), stage.case_manager("kg")
    day = clock.now().replace(year=2020, hour=8, minute=0)
    cases = [submitted_case(author, state_since=day + timedelta(minutes=number)).id for number in range(10)]
    page = colleague.opens("/").get_data(as_text=True)
    assert re.findall(r'href="/pruefen/([0-9a-f]{32})"', page) == sorted(cases)


def test_the_longest_waiting_case_says_since_when_a_plan_is_due(stage: Stage) -> None:
    made = [Round(stage) for _ in range(3)]
    for number, table in enumerate(made):
        db.session.delete(db.session.get_one(CaseSession, table.id))
        case = db.session.get_one(Case, table.case_id)
        case.state, case.released_at = "released", clock.now() - timedelta(days=number)
        db.session.commit()
    oldest = f"{clock.today() - timedelta(days=2):%-d}. "
    assert oldest in made[0].moderator.opens("/").get_data(as_text=True)


def test_after_a_live_session_whoever_was_there_is_asked_whether_they_know_this_too(stage: Stage) -> None:
    # given a session about a theme that has just ended, where one adviser was and the other was not
    live = Live(stage)
    db.session.add(CaseTheme(case_id=live.case_id, theme_id="schulden"))
    db.session.commit()
    here, absent = live.advisers
    live.comes(here)
    leading.finish(live.moderator.user, live.goes_to("closing").row, phase_mark(live.row))
    # then the one who was there has the task, and a button on the page of the session
    address, task = f"{live.address}/bei-uns", "Sagen, ob Sie das auch kennen"
    assert task in here.opens("/").get_data(as_text=True)
    assert task in here.opens(live.address).get_data(as_text=True)
    for somebody in (absent, live.observer, live.moderator, live.author):
        assert task not in somebody.opens("/").get_data(as_text=True)
    # until they have answered
    here.sends(address, {"theme_schulden": "yes"})
    assert task not in here.opens("/").get_data(as_text=True)
    # or the time is over
    db.session.query(Observation).delete()
    db.session.commit()
    assert task in here.opens("/").get_data(as_text=True)
    live.row.finished_at = clock.now() - retention.FEEDBACK_TAKEN
    db.session.commit()
    assert task not in here.opens("/").get_data(as_text=True)
