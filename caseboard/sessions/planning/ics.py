"""Calendar files: pure, from plain entries to the bytes that a calendar programme reads.

Calendars leave the house: offices share them, phones copy them, and nothing is ever deleted from them again. So an
entry holds the date, the name of the series and a link, and no word of the case.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from caseboard import clock

WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)
PRODUCT = "-//Caseboard//Caseboard//DE"


@dataclass(frozen=True)
class Entry:
    """One date in somebody's calendar; with `all_day` it stands above the day and blocks no time."""

    uid: str
    stamp: datetime
    sequence: int
    title: str
    starts_at: datetime
    ends_at: datetime
    url: str
    text: str
    video_link: str | None = None
    all_day: date | None = None
    is_off: bool = False


def calendar(entries: Iterable[Entry], name: str) -> bytes:
    """A calendar file with one event for each entry, in the time of Berlin."""
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", _line(name))
    file.add_component(_berlin())
    for entry in entries:
        file.add_component(_event(entry))
    return file.to_ical()


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@caseboard")
    event.add("dtstamp", entry.stamp)
    event.add("sequence", entry.sequence)
    event.add("summary", _line(entry.title))
    if entry.is_off:
        event.add("status", "CANCELLED")
    else:
        event.add("description", f"{entry.text}\n{entry.url}")
        event.add("url", entry.url)
    if entry.all_day:
        event.add("dtstart", entry.all_day)
        event.add("dtend", entry.all_day + timedelta(days=1))
    else:
        event.add("dtstart", entry.starts_at.astimezone(clock.BERLIN))
        event.add("dtend", entry.ends_at.astimezone(clock.BERLIN))
    event.add("transp", "TRANSPARENT" if entry.all_day or entry.is_off else "OPAQUE")
    if entry.video_link and not entry.is_off:
        event.add("location", entry.video_link)
    return event


def _line(text: str) -> str:
    """A title is one line: calendars show the first of several and hide the rest."""
    return " ".join(text.split())


def _berlin() -> Timezone:
    """The rule of Central European Time as calendars have exchanged it since 1996."""
    zone = Timezone()
    zone.add("tzid", str(clock.BERLIN))
    turns = (
        (TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2, 0), WINTER, SUMMER, 3),  # noqa: DTZ001 - on the wall
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3, 0), SUMMER, WINTER, 10),  # noqa: DTZ001 - on the wall
    )
    for part, name, first, before, after, month in turns:
        part.add("tzname", name)
        part.add("dtstart", first)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(part)
    return zone
