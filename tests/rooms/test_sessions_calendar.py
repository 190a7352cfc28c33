"""Calendar files and the private address: whose dates stand in them, and what never does."""

import re
from datetime import timedelta

import icalendar
import pytest
import vobject
from sqlalchemy import select, text

from caseboard import clock, guard
from caseboard.db import db
from caseboard.models import CalendarFeed, SeatState, SessionKind, User
from caseboard.sessions import service
from caseboard.sessions.planning import feed
from caseboard.sessions.written import leading
from tests.actors import Actor, Stage
from tests.rooms.dates_stage import LINK, Dates
from tests.rooms.sessions_stage import QUESTION, SITUATION, Round, safe
from tests.rooms.written_stage import Written

ADDRESS = re.compile(r'value="http://[^/"]+(/kalender/[^"]+)"')


def subscribes(actor: Actor) -> str:
    """Somebody makes a calendar address; its path."""
    page = actor.sends("/konto/kalender/erneuern").get_data(as_text=True)
    found = ADDRESS.search(page)
    assert found
    return found[1]


def events(stage: Stage, path: str) -> list[icalendar.Event]:
    """What a calendar programme reads there, which nobody is signed in to."""
    answer = stage.stranger().get(path)
    assert answer.status_code == 200
    assert answer.mimetype == "text/calendar"
    found = list(icalendar.Calendar.from_ical(answer.data).walk("VEVENT"))
    others = vobject.readOne(answer.get_data(as_text=True)).contents.get("vevent", [])
    assert [event.uid.value for event in others] == [str(event["uid"]) for event in found]
    return found


@pytest.mark.parametrize("state", list(SeatState))
def test_a_date_stands_in_the_calendar_of_whoever_accepted_and_nobody_else(stage: Stage, state: SeatState) -> None:
    # given somebody who has answered in this way
    dates = Dates(stage)
    meeting, adviser = dates.planned(), dates.advisers[0]
    dates.meeting(meeting).seat_of(adviser.user_id).state = state
    db.session.commit()
    # then they have the date exactly if they accepted, in the feed and as a file
    accepted = state is SeatState.ACCEPTED
    found = events(stage, subscribes(adviser))
    assert [str(one["uid"]) for one in found] == [f"{meeting}@caseboard"] * accepted
    assert adviser.opens(f"/beratungen/{meeting}/termin.ics").status_code == (200 if accepted else 404)


def test_both_moderators_have_the_date_and_the_case_giver_has_not(stage: Stage) -> None:
    dates = Dates(stage)
    meeting = dates.planned(co_moderator_id=dates.second.user_id)
    for somebody, has in ((dates.moderator, True), (dates.second, True), (dates.author, False)):
        assert bool(events(stage, subscribes(somebody))) is has
        answer = somebody.opens(f"/beratungen/{meeting}/termin.ics")
        assert answer.status_code == (200 if has else 404)


def test_an_entry_is_exactly_the_date_and_no_word_of_the_case(stage: Stage) -> None:
    # given a date that somebody accepted
    dates = Dates(stage)
    meeting, adviser = dates.planned(), dates.advisers[0]
    dates.accepts(adviser, meeting)
    # when they fetch it, once as a file and once in the feed
    file = adviser.opens(f"/beratungen/{meeting}/termin.ics").data
    feed_file = stage.stranger().get(subscribes(adviser)).data
    for content in (file, feed_file):
        (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
        row = dates.meeting(meeting)
        assert (event.decoded("dtstart"), event.decoded("dtend")) == (row.starts_at, row.ends_at)
        assert str(event["summary"]) == "Fallberatung · Fallberatung Rhön"
        assert str(event["location"]) == LINK
        # then neither the case nor anybody who takes part is named in it
        seen = b"".join(content.split(b"\r\n ")).decode()
        names = [user.name for user in db.session.scalars(select(User))]
        hidden = (QUESTION, SITUATION, "Termine bleiben leer", row.case_id, "Kissingen", *names)
        assert [word for word in hidden if word in seen] == []
        assert f"/beratungen/{meeting}" in seen


def test_a_date_that_was_called_off_says_so_to_calendars_that_hold_a_copy(stage: Stage) -> None:
    # given a date in the calendars of an adviser and of both moderators
    dates = Dates(stage)
    meeting, adviser = dates.planned(co_moderator_id=dates.second.user_id), dates.advisers[0]
    dates.accepts(adviser, meeting)
    paths = [subscribes(one) for one in (adviser, dates.moderator, dates.second)]
    (before,) = events(stage, paths[0])
    # when it is called off
    service.cancel(dates.moderator.user, dates.meeting(meeting))
    # then the same event, newer, is cancelled for each of them and leads nowhere
    for path in paths:
        (event,) = events(stage, path)
        assert (event["uid"], str(event["status"])) == (before["uid"], "CANCELLED")
        assert int(event["sequence"]) > int(before["sequence"])
        assert (event["dtstart"].dt, event["dtend"].dt) == (before["dtstart"].dt, before["dtend"].dt)
        assert not {"url", "location", "description"} & {name.lower() for name in event}
    # and whoever had not accepted has no event
    assert events(stage, subscribes(dates.advisers[1])) == []


def test_a_nasty_name_of_a_series_stays_inside(stage: Stage) -> None:
    # given a series whose name tries to end the event; it comes past the form, which takes one line
    dates = Dates(stage)
    dates.row.name = safe("Runde, eins;\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:untergeschoben")
    db.session.commit()
    for number in (0, 1):
        dates.accepts(dates.advisers[0], dates.planned(number))
    # then there are two events, and the name is one line in each
    found = events(stage, subscribes(dates.advisers[0]))
    name = "Fallberatung · Runde, eins; END:VEVENT BEGIN:VEVENT SUMMARY:untergeschoben"
    assert [str(event["summary"]) for event in found] == [name, name]


def test_a_written_round_stands_in_the_calendar_with_its_last_day(stage: Stage) -> None:
    table = Round(stage).all_accept()
    (event,) = events(stage, subscribes(table.advisers[0]))
    assert event.decoded("dtstart") == table.row.ends_at.astimezone(clock.BERLIN).date()
    assert "Runde" in str(event["summary"])


def test_the_feed_tells_nothing_of_what_people_write(stage: Stage) -> None:
    # given a round in somebody's calendar
    round_ = Written(stage).all_accept()
    asks, writes, needs_time = round_.advisers
    path = subscribes(round_.moderator)
    before = stage.stranger().get(path).data
    # when somebody asks, the case giver answers, somebody writes and somebody wishes for time, hours later
    with clock.at(clock.now() + timedelta(hours=3)):
        round_.answers(round_.asks(asks))
        round_.writes(writes, "Einen Brief schreiben.")
        leading.need_time(needs_time.user, round_.row)
        # then the feed is the same, byte for byte
        assert stage.stranger().get(path).data == before
        # but more days for everybody make another entry of it
        (former,) = icalendar.Calendar.from_ical(before).walk("VEVENT")
        leading.extend(round_.moderator.user, round_.row, 2, round_.row.ends_at)
        (event,) = events(stage, path)
    assert int(event["sequence"]) > int(former["sequence"])
    assert event.decoded("dtstamp") > former.decoded("dtstamp")


def test_what_rests_or_is_long_over_is_gone_from_the_feed_and_what_was_called_off_too_in_time(stage: Stage) -> None:
    table = Round(stage, kind=SessionKind.LIVE).all_accept()
    path = subscribes(table.advisers[0])
    assert len(events(stage, path)) == 1
    with clock.at(clock.now() + timedelta(days=90)):
        assert events(stage, path) == []
    table.rests()
    assert events(stage, path) == []
    assert table.advisers[0].opens(f"{table.address}/termin.ics").status_code == 404
    table.case.paused_at = None
    db.session.commit()
    service.cancel(table.moderator.user, table.row)
    assert [str(event["status"]) for event in events(stage, path)] == ["CANCELLED"]
    with clock.at(clock.now() + timedelta(days=90)):
        assert events(stage, path) == []
    table.rests()
    assert events(stage, path) == []


def test_the_address_is_stored_as_its_hash_alone_and_a_new_one_ends_the_old(stage: Stage) -> None:
    # given an address
    adviser = stage.case_manager("has")
    old = subscribes(adviser)
    token = old.removeprefix("/kalender/").removesuffix(".ics")
    # then the database knows its hash and nothing else
    assert db.session.scalars(select(CalendarFeed.token_hash)).one() == guard.hashed(token)
    everything = [str(row) for table in db.metadata.sorted_tables for row in db.session.execute(table.select())]
    assert [row for row in everything if token in row] == []
    # and it is not shown a second time
    assert token not in adviser.opens("/konto/kalender").get_data(as_text=True)
    # when it is renewed, the old one leads nowhere; when it is switched off, neither does
    new = subscribes(adviser)
    assert [stage.stranger().get(path).status_code for path in (old, new)] == [404, 200]
    adviser.sends("/konto/kalender/abschalten")
    assert stage.stranger().get(new).status_code == 404


def test_whoever_leaves_or_no_longer_consults_has_no_feed(stage: Stage) -> None:
    adviser, path = stage.case_manager("has"), ""
    path = subscribes(adviser)
    adviser.user.active = False
    db.session.commit()
    assert stage.stranger().get(path).status_code == 404
    adviser.user.active = True
    adviser.user.role_rows.clear()
    db.session.commit()
    assert stage.stranger().get(path).status_code == 404


def test_a_guess_finds_nothing(stage: Stage) -> None:
    adviser = stage.case_manager("has")
    feed.renew(adviser.user)
    for guess in (adviser.user_id, "0" * 43, "%00", "..", "' OR 1=1"):
        assert stage.stranger().get(f"/kalender/{guess}.ics").status_code == 404


def test_a_forged_host_gets_into_nobodys_calendar(stage: Stage) -> None:
    dates = Dates(stage)
    meeting, adviser = dates.planned(), dates.advisers[0]
    dates.accepts(adviser, meeting)
    answer = adviser.opens(f"/beratungen/{meeting}/termin.ics", headers={"Host": "boese.example"})
    assert b"boese" not in answer.data
    page = adviser.client.post(
        "/konto/kalender/erneuern", data={"csrf_token": adviser.token()}, headers={"Host": "boese.example"}
    )
    assert b"boese" not in page.data


def test_reading_the_feed_writes_nothing(stage: Stage) -> None:
    dates = Dates(stage)
    dates.accepts(dates.advisers[0], dates.planned())
    path = subscribes(dates.advisers[0])
    counted = text("SELECT (SELECT count(*) FROM case_read) + (SELECT count(*) FROM audit_entry)")
    before = db.session.scalar(counted)
    events(stage, path)
    assert db.session.scalar(counted) == before
