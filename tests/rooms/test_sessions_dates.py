"""Series and their dates: who makes them, who plans into them, and what happens when two want the same one."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import db
from caseboard.errors import InvalidInput, NotAllowed, WrongMoment
from caseboard.models import CaseSession, CaseState, Series, SessionKind, SessionSlot
from caseboard.policy import planning as rules
from caseboard.sessions import service
from caseboard.sessions.planning import series
from caseboard.sessions.planning.forms import PlanForm
from tests.actors import Actor, Stage
from tests.markup import Page
from tests.rooms.dates_stage import LINK, Dates
from tests.rooms.sessions_stage import safe

FORM = {
    "name": "Fallberatung Rhön",
    "process_id": "six_phases",
    "starts": "09:30",
    "minutes": "60",
    "rhythm": "2weeks",
    "count": "3",
}


def sends(moderator: Actor, **more: str) -> int:
    """The form of a new series; the status of the answer."""
    first = (clock.today() + timedelta(days=3)).isoformat()
    return moderator.sends("/beratungen/reihen/neu", {**FORM, "first_day": first, **more}).status_code


def test_a_series_is_made_in_the_browser_with_all_its_dates(stage: Stage) -> None:
    # given a moderator who wants three dates
    moderator = stage.moderator("nes")
    # when the form is sent
    assert sends(moderator, video_link=LINK) == 200
    # then there are three, two weeks apart at half past nine, and everybody who moderates sees them
    starts = list(db.session.scalars(select(SessionSlot.starts_at).order_by(SessionSlot.starts_at)))
    days = [one.astimezone(clock.BERLIN) for one in starts]
    assert [one.strftime("%H:%M") for one in days] == ["09:30"] * 3
    assert [(b.date() - a.date()).days for a, b in pairwise(days)] == [14, 14]
    assert "Fallberatung Rhön" in stage.moderator("kt").opens("/beratungen/termine").get_data(as_text=True)
    assert stage.case_manager("kt").opens("/beratungen/termine").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"first_day": "2020-01-07"},
        {"first_day": ""},
        {"starts": "02:30"},
        {"starts": "22:15"},
        {"count": ""},
        {"count": "61"},
        {"count": "0"},
        {"rhythm": "now and then"},
        {"process_id": "none"},
        {"video_link": "http://video.example/raum"},
        {"name": ""},
        {"until": "2020-01-07"},
        {"co_moderator": "somebody"},
    ],
)
def test_a_series_needs_dates_by_day_that_are_still_to_come(stage: Stage, wrong: dict[str, str]) -> None:
    assert sends(stage.moderator("nes"), **wrong) == 422
    assert db.session.scalar(select(func.count()).select_from(Series)) == 0


def test_somebody_of_another_house_sees_the_dates_but_neither_link_nor_verbs(stage: Stage) -> None:
    dates = Dates(stage)
    path = f"/beratungen/reihen/{dates.id}"
    assert LINK in dates.second.opens(path).get_data(as_text=True)
    seen = stage.moderator("kt").opens(path).get_data(as_text=True)
    assert "Fallberatung Rhön" in seen
    assert LINK not in seen
    assert "/entfaellt" not in seen


def test_a_case_is_planned_into_a_date_and_takes_it(stage: Stage) -> None:
    # given a series, and its second moderator, who comes from one of its dates
    dates = Dates(stage)
    slot, case = dates.slots[0], dates.case()
    page = dates.second.opens(f"/beratungen/planen/{case.id}?termin={slot.id}").get_data(as_text=True)
    assert f'<option selected value="{slot.id}">' in page
    assert LINK in page
    # when the case is planned on it
    advisers = [dates.advisers[0].user_id]
    form = {"kind": "live", "process_id": "six_phases", "slot": slot.id, "advisers": advisers}
    assert dates.second.sends(f"/beratungen/planen/{case.id}", form).status_code == 200
    # then it takes place then, as long as the date lasts, with the link of the series, and the date is taken
    meeting = db.session.scalars(select(CaseSession)).one()
    assert (meeting.starts_at, meeting.ends_at) == (dates.slots[0].starts_at, dates.slots[0].ends_at)
    assert meeting.video_link == LINK
    assert dates.slots[0].session_id == meeting.id
    assert not rules.is_free(dates.slots[0])


def test_the_second_who_wants_a_date_gets_a_conflict_and_loses_nothing(stage: Stage) -> None:
    # given two moderators who looked at the same free date, each with a case of their own
    dates = Dates(stage)
    theirs, mine = dates.case(), dates.case()
    wish = dates.plan()
    page = {"kind": "live", "process_id": "six_phases", "slot": dates.slots[0].id}
    service.plan(dates.moderator.user, theirs, wish)
    # when the second plans
    with pytest.raises(service.DateTaken):
        service.plan(dates.second.user, mine, wish)
    # then nothing is planned for that case, and the form shows the dates that are left
    db.session.rollback()
    assert db.session.get_one(type(mine), mine.id).state is CaseState.RELEASED
    assert dates.slots[0].session_id is not None
    again = dates.second.sends(f"/beratungen/planen/{mine.id}", {**page, "advisers": [dates.advisers[0].user_id]})
    assert again.status_code == 422
    assert dates.slots[1].id in again.get_data(as_text=True)


def test_only_the_two_moderators_of_a_series_plan_into_it(stage: Stage) -> None:
    dates = Dates(stage)
    with pytest.raises(NotAllowed):
        service.plan(stage.moderator("kt").user, dates.case(), dates.plan())


@pytest.mark.parametrize("what", ["dropped", "over", "another moment"])
def test_a_date_that_is_no_more_takes_no_case(stage: Stage, what: str) -> None:
    dates = Dates(stage)
    wish = dates.plan()
    if what == "dropped":
        series.drop(dates.moderator.user, dates.slots[0])
    if what == "another moment":
        wish = dates.plan(starts_at=wish.starts_at + timedelta(hours=1))
    later = timedelta(days=60) if what == "over" else timedelta()
    with clock.at(clock.now() + later), pytest.raises(service.DateTaken):
        service.plan(dates.moderator.user, dates.case(), wish)


def test_calling_off_frees_the_date_again(stage: Stage) -> None:
    dates = Dates(stage)
    meeting = dates.planned()
    service.cancel(dates.moderator.user, dates.meeting(meeting))
    assert dates.slots[0].session_id is None
    assert dates.planned() != meeting


def test_a_date_with_a_case_on_it_does_not_drop_out(stage: Stage) -> None:
    dates = Dates(stage)
    dates.planned()
    answer = dates.moderator.sends(f"/beratungen/termine/{dates.slots[0].id}/entfaellt")
    assert answer.status_code == 409
    assert "Bitte sagen Sie zuerst diese ab." in answer.get_data(as_text=True)
    # and one without does, once and for all
    for _ in range(2):
        assert dates.second.sends(f"/beratungen/termine/{dates.slots[1].id}/entfaellt").status_code == 200
    assert dates.slots[1].cancelled_at is not None


def test_ending_a_series_drops_the_free_dates_and_keeps_what_is_planned(stage: Stage) -> None:
    dates = Dates(stage)
    meeting = dates.planned(number=1)
    assert series.end(dates.moderator.user, dates.row) == 3
    assert [slot.cancelled_at is None for slot in dates.slots] == [False, True, False, False]
    assert dates.meeting(meeting).state in {"invited"}
    # a series that has ended changes no more, and only its own moderator could
    with pytest.raises(WrongMoment):
        series.change(dates.moderator.user, dates.row, series.Frame(safe("Neu"), "six_phases"))
    with pytest.raises(NotAllowed):
        series.end(dates.second.user, dates.row)


def test_a_changed_series_leaves_planned_consultations_as_they_are(stage: Stage) -> None:
    dates = Dates(stage)
    meeting = dates.planned()
    path = f"/beratungen/reihen/{dates.id}/aendern"
    form = {"name": "Neuer Name", "process_id": "ten_steps", "co_moderator": ""}
    assert dates.moderator.sends(path, form).status_code == 200
    assert (dates.row.name, dates.row.process_id, dates.row.co_moderator_id) == ("Neuer Name", "ten_steps", None)
    assert dates.meeting(meeting).process_id == "six_phases"
    assert dates.meeting(meeting).video_link == LINK


@pytest.mark.parametrize(
    "wrong",
    [{"process_id": "gone"}, {"group_id": "0" * 32}, {"co_moderator_id": "0" * 32}],
)
def test_a_forged_choice_makes_no_series(stage: Stage, wrong: dict[str, str]) -> None:
    dates = Dates(stage)
    frame = series.Frame(**{"name": safe("Reihe"), "process_id": "six_phases", **wrong})
    with pytest.raises(InvalidInput):
        series.change(dates.moderator.user, dates.row, frame)


def test_the_list_of_free_dates_holds_exactly_what_may_be_used(stage: Stage) -> None:
    # given dates in every state, of two series
    dates, others = Dates(stage), Dates(stage)
    dates.planned(number=0)
    series.drop(dates.moderator.user, dates.slots[1])
    people = (dates.moderator, dates.second, others.moderator, stage.moderator("kt"), stage.case_manager("kt"))
    with clock.at(others.slots[0].starts_at + timedelta(minutes=1)):
        for somebody in people:
            listed = {slot.id for slot in db.session.scalars(rules.free_slots(somebody.user)).unique()}
            every = [*dates.slots, *others.slots]
            # then list and rule agree for each of them
            assert listed == {one.id for one in every if rules.may_use_slot(somebody.user, one) and rules.is_free(one)}


def test_an_urgent_case_comes_first_and_its_round_is_short(stage: Stage) -> None:
    # given two cases that wait, the older of which is ordinary
    dates = Dates(stage)
    old, new = dates.case(), dates.case()
    old.released_at = clock.now() - timedelta(days=9)
    old.title, new.title = safe("Der ältere Fall"), safe("Der dringende Fall")
    db.session.commit()
    page = dates.moderator.opens("/beratungen").get_data(as_text=True)
    assert page.index("Der ältere Fall") < page.index("Der dringende Fall")
    # when somebody says that the other cannot wait
    page = dates.moderator.sends(f"/beratungen/planen/{new.id}/dringend", {"urgent": "yes"}).get_data(as_text=True)
    # then it comes first
    assert page.index("Der dringende Fall") < page.index("Der ältere Fall")
    # and the form offers two working days
    page = dates.moderator.opens(f"/beratungen/planen/{new.id}").get_data(as_text=True)
    assert re.search(r'<input[^>]*checked[^>]*id="urgent"', page)
    people = frozenset(adviser.user_id for adviser in dates.advisers)
    with clock.at(clock.midnight(date(2027, 1, 14)) + timedelta(hours=9)):  # a Thursday
        planned = service.plan(dates.moderator.user, new, service.Plan(SessionKind.WRITTEN, people, urgent=True))
        assert planned.ends_at == clock.midnight(date(2027, 1, 18)) + timedelta(hours=18)
    assert planned.urgent


@pytest.mark.parametrize(("decision", "states"), [("drop", [False, True]), ("keep", [False, False])])
def test_dates_on_public_holidays_are_marked_and_moderators_decide(
    stage: Stage, decision: str, states: list[bool]
) -> None:
    # given a series whose second date is Epiphany
    moderator, epiphany = stage.moderator("nes"), date(clock.today().year + 2, 1, 6)
    first = {"first_day": str(epiphany - timedelta(days=7)), "rhythm": "week", "count": "2", "on_holiday": decision}
    page = moderator.sends("/beratungen/reihen/neu", {**FORM, **first}).get_data(as_text=True)
    # then the list names it, and the date drops out as was decided
    assert "Feiertag: Heilige Drei Könige" in page
    slots = db.session.scalars(select(SessionSlot).order_by(SessionSlot.starts_at)).unique().all()
    assert [slot.cancelled_at is not None for slot in slots] == states
    assert ("/doch" in page) is (decision == "drop")


def test_a_series_of_nothing_but_dropped_dates_is_not_made(stage: Stage) -> None:
    epiphany = str(date(clock.today().year + 2, 1, 6))
    assert sends(stage.moderator("nes"), first_day=epiphany, rhythm="week", count="1") == 422
    assert db.session.scalar(select(func.count()).select_from(Series)) == 0


@pytest.mark.parametrize("when", ["before it was sent", "in the same moment"])
def test_a_date_that_is_gone_costs_none_of_the_ticks(stage: Stage, monkeypatch: pytest.MonkeyPatch, when: str) -> None:
    # given a moderator who has chosen people for a date, and another one who takes it
    dates = Dates(stage)
    case, slot = dates.case(), dates.slots[0]
    chosen = [adviser.user_id for adviser in dates.advisers[:2]]
    form = {"kind": "live", "process_id": "six_phases", "slot": slot.id, "advisers": chosen, "most_seats": "7"}
    path, really = f"/beratungen/planen/{case.id}", PlanForm.plan

    def late(own: PlanForm) -> service.Plan:
        wanted = really(own)
        monkeypatch.setattr(PlanForm, "plan", really)
        dates.planned(0)
        return wanted

    if when == "in the same moment":
        monkeypatch.setattr(PlanForm, "plan", late)
    else:
        dates.planned(0)
    # when the form is sent
    answer = dates.moderator.sends(path, form)
    page = answer.get_data(as_text=True)
    # then it comes back with a sentence, without the date, and with everything that was chosen
    assert answer.status_code == 422
    assert "Dieser Termin ist gerade vergeben worden" in page
    assert slot.id not in page
    ticked = [one["value"] for one in Page(page).all("input", type="checkbox") if one.get("checked") is not None]
    assert set(chosen) <= set(ticked)
    assert 'value="7"' in page
    # and with another date it is planned
    assert dates.moderator.sends(path, {**form, "slot": dates.slots[1].id}).status_code == 200
    assert dates.slots[1].session_id is not None


def test_the_sentence_stands_beside_the_field_even_where_no_other_date_is_left(stage: Stage) -> None:
    # given a series with a single date, which somebody else takes
    dates = Dates(stage, count=1)
    case, slot = dates.case(), dates.slots[0]
    chosen = [adviser.user_id for adviser in dates.advisers[:2]]
    dates.planned(0)
    # when somebody plans for it
    form = {"kind": "live", "process_id": "six_phases", "slot": slot.id, "advisers": chosen}
    page = Page(dates.moderator.sends(f"/beratungen/planen/{case.id}", form).get_data(as_text=True))
    # then the sentence stands beside the field to which the summary leads
    (field,) = page.all("select", id="slot")
    (error,) = page.all("p", id=field["aria-describedby"])
    assert error["id"] == "slot-error"
