"""Pages of planning with something on them: no barrier in light and dark, nothing sticks out, all of it by keyboard."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from caseboard import airlock, clock
from caseboard.db import db
from caseboard.models import AdviserGroup, CaseSession, Series
from caseboard.sessions.planning import groups
from tests.actors import Stage
from tests.browser.visits import Visit, Visits
from tests.rooms.dates_stage import Dates
from tests.rooms.sessions_stage import safe


def pages(dates: Dates) -> list[str]:
    """Every page of planning that needs something to show."""
    meeting = dates.planned(most_seats=1, note_taker_id=dates.stage.case_manager("kt").user_id)
    members = frozenset(adviser.user_id for adviser in dates.advisers)
    group = groups.make(dates.moderator.user, groups.Group(safe("Runde am Main"), members))
    waiting, slot = dates.case(), dates.slots[1].id
    return [
        f"/beratungen/planen/{waiting.id}?termin={slot}",
        f"/beratungen/{meeting}",
        f"/beratungen/{meeting}/einladen",
        "/beratungen",
        "/beratungen/termine",
        f"/beratungen/termine/{slot}",
        f"/beratungen/reihen/{dates.id}",
        f"/beratungen/reihen/{dates.id}/aendern",
        "/beratungen/gruppen",
        f"/beratungen/gruppen/{group.id}",
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360), ("dark", 320)])
def test_no_page_of_planning_has_a_barrier_or_sticks_out(stage: Stage, visits: Visits, scheme: str, width: int) -> None:
    # given a series with a planned date, a group, and a case that waits
    dates = Dates(stage)
    visit, seen = visits.by(dates.moderator, scheme=scheme, width=width), {}
    # when the moderator looks at every page, with everything open that can be opened
    for path in pages(dates):
        page = visit.opens(path)
        page.eval_on_selector_all("main details", "all => all.forEach((one) => { one.open = true; })")
        seen[path] = visit.barriers() + visit.overflows()
    # then nothing keeps anybody out
    assert {path: found for path, found in seen.items() if found} == {}
    assert visit.complaints == []


def _tabs_to(visit: Visit, name: str) -> None:
    """Press Tab until the control of this name has the focus."""
    for _ in range(120):
        if visit.page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()") == name:
            return
        visit.page.keyboard.press("Tab")
    raise AssertionError(name)


def _the_same_either_way() -> date:
    """A day such as 12 December: browsers write dates by the language of their machine, day first or month first."""
    days = (clock.today() + timedelta(days=number) for number in range(1, 400))
    return next(day for day in days if day.day == day.month)


def test_a_series_is_made_by_keyboard_alone(stage: Stage, visits: Visits) -> None:
    # given somebody without a mouse, and an airlock that has read its word lists
    airlock.business({"name": "Fallberatung"})
    moderator = stage.moderator("nes")
    visit = visits.by(moderator)
    first = _the_same_either_way()
    visit.page.set_default_timeout(20_000)
    page = visit.opens("/beratungen/reihen/neu")
    # when they go from field to field
    _tabs_to(visit, "first_day")
    page.keyboard.type(first.strftime("%d%m%Y"))
    _tabs_to(visit, "starts")
    page.keyboard.type("0930AM")
    _tabs_to(visit, "name")
    page.keyboard.type("Fallberatung Rhön")
    page.keyboard.press("Enter")
    page.wait_for_selector(".dates")
    # then the series is there, with its dates
    db.session.rollback()
    series = db.session.scalars(select(Series)).one()
    assert series.first_day == first
    assert page.locator(".dates > li").count() == len(series.slots) == 10
    assert visit.complaints == []


def test_without_script_a_case_is_planned_into_a_date(stage: Stage, visits: Visits) -> None:
    # given a browser without script, and a case that waits
    dates = Dates(stage)
    waiting = dates.case()
    visit = visits.by(dates.moderator, script=False)
    visit.page.set_default_timeout(20_000)
    page = visit.opens(f"/beratungen/planen/{waiting.id}?termin={dates.slots[0].id}")
    # when somebody is ticked and the form is sent
    page.locator(f'input[name="advisers"][value="{dates.advisers[0].user_id}"]').check()
    page.get_by_role("button", name="Einladungen verschicken").click()
    # then the consultation is planned on that date
    db.session.rollback()
    meeting = db.session.scalars(select(CaseSession)).one()
    assert dates.slots[0].session_id == meeting.id
    assert page.url.endswith(meeting.id)
    assert db.session.scalars(select(AdviserGroup)).all() == []
