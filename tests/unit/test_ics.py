"""A calendar file holds exactly the intended events, as two independent parsers read it, whatever a title says."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
import vobject

from caseboard import clock
from caseboard.models import Rhythm
from caseboard.sessions.planning.ics import Entry, calendar
from caseboard.sessions.planning.recurrence import Pattern

NASTY = (
    "Fallberatung, mit Komma; und Strichpunkt",
    "Fallberatung\r\nEND:VEVENT\r\nEND:VCALENDAR",
    "Fallberatung\nBEGIN:VEVENT\nSUMMARY:untergeschoben\nEND:VEVENT",
    "Fallberatung\\nEND:VEVENT \\, \\;",
    'Fallberatung "in Anführung": ATTENDEE;CN=x:mailto:a@b.example',
    "Fallberatung\u2028END:VEVENT\u0085END:VEVENT",
    "Überregionale Fälle " * 20,
)
STAMP = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)


def entry(title: str = "Fallberatung", **more: object) -> Entry:
    """One entry of an hour."""
    starts = datetime(2026, 10, 20, 9, 30, tzinfo=clock.BERLIN)
    given = Entry(
        uid="a" * 32,
        stamp=STAMP,
        sequence=3,
        title=title,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        url="https://caseboard.example/beratungen/" + "a" * 32,
        text="Worum es geht, steht nur in Caseboard.",
        video_link="https://video.example/raum,1;x=2",
    )
    return replace(given, **more)


Event = tuple[str, str, datetime, datetime, str, str]


def by_icalendar(file: bytes) -> Iterator[Event]:
    """The events as the library reads them that wrote them."""
    for event in icalendar.Calendar.from_ical(file).walk("VEVENT"):
        starts, ends = (event.decoded(name).astimezone(UTC) for name in ("dtstart", "dtend"))
        yield str(event["uid"]), str(event["summary"]), starts, ends, str(event["location"]), str(event["url"])


def by_vobject(file: bytes) -> Iterator[Event]:
    """The events as another library reads them, by the time zone in the file alone."""
    for event in vobject.readOne(file.decode()).vevent_list:
        starts, ends = (one.value.astimezone(UTC) for one in (event.dtstart, event.dtend))
        yield event.uid.value, event.summary.value, starts, ends, event.location.value, event.url.value


PARSERS = pytest.mark.parametrize("parsed", [by_icalendar, by_vobject])


@PARSERS
@pytest.mark.parametrize("first", ["2026-10-13", "2027-03-16"])
def test_a_series_over_a_clock_change_parses_to_exactly_its_events(parsed: object, first: str) -> None:
    # given a series over one of the two nights in which the clocks change
    dates = Pattern(Rhythm.WEEKS, 1, date.fromisoformat(first), time(9, 30), 60, count=4).dates()
    entries = [entry(uid=str(number), starts_at=a, ends_at=b) for number, (a, b) in enumerate(dates)]
    # when a calendar programme reads the file
    events = list(parsed(calendar(entries, "Fallberatung")))
    # then it sees these events and no other, at the same time on the wall
    assert [event[:4] for event in events] == [
        (f"{number}@caseboard", "Fallberatung", a, b) for number, (a, b) in enumerate(dates)
    ]
    assert {event[2].astimezone(clock.BERLIN).time() for event in events} == {time(9, 30)}


@PARSERS
@pytest.mark.parametrize("title", NASTY)
def test_a_title_stays_inside_its_event(parsed: object, title: str) -> None:
    # given somebody who types what ends an event, between two others
    entries = [entry(uid="before"), entry(title, uid="nasty"), entry(uid="after")]
    # when the file is read
    events = {event[0].partition("@")[0]: event for event in parsed(calendar(entries, title))}
    # then there are three events, and the title is one line of text in its own
    assert list(events) == ["before", "nasty", "after"]
    assert events["nasty"][1] == " ".join(title.split())
    assert events["before"][1:] == events["after"][1:]
    assert events["nasty"][4:] == (entry().video_link, entry().url)


@pytest.mark.parametrize("title", NASTY)
def test_a_file_has_short_lines_and_names_nobody(title: str) -> None:
    lines = calendar([entry(title)], title).split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if line.startswith((b"ATTENDEE", b"ORGANIZER", b"RRULE:FREQ=WEEKLY"))]
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT") == 1


def test_the_last_day_of_a_round_stands_above_the_day_and_blocks_no_time() -> None:
    file = calendar([entry(all_day=date(2026, 10, 26), video_link=None)], "Fallberatung")

    (event,) = icalendar.Calendar.from_ical(file).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 10, 26)
    assert event.decoded("dtend") == date(2026, 10, 27)
    assert str(event["transp"]) == "TRANSPARENT"
    assert "location" not in event
    assert vobject.readOne(file.decode()).vevent.dtstart.value == date(2026, 10, 26)


def test_the_same_entries_make_the_same_bytes() -> None:
    assert calendar([entry()], "Fallberatung") == calendar([entry()], "Fallberatung")
