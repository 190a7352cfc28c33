"""How processes, dates and the rhythm of a series are written for people."""

from collections.abc import Mapping
from datetime import date, datetime

from flask_babel import LazyString, format_date, format_datetime, get_locale, gettext, ngettext
from flask_babel import lazy_gettext as _l

from caseboard import clock
from caseboard.models import Rhythm, Series
from caseboard.sessions.planning.recurrence import instants
from caseboard.sessions.planning.views import ProcessChoice, SlotChoice
from caseboard.sessions.written.timetable import URGENT_DAYS

SLOT_STATES: Mapping[str, LazyString] = {
    "free": _l("free"),
    "planned": _l("a case is planned"),
    "dropped": _l("drops out"),
    "over": _l("over, nothing was planned"),
}

PLACES: Mapping[int, LazyString] = {
    1: _l("first"),
    2: _l("second"),
    3: _l("third"),
    4: _l("fourth"),
    -1: _l("last"),
}


def process_label(process: ProcessChoice) -> str:
    """A process on one line: what it is, for how many people, how long, and how it can be held."""
    live = gettext("live %(count)s minutes", count=process.minutes) if process.live else ""
    written = _in_writing(process) if process.written else ""
    size = gettext("%(least)s to %(most)s people", least=process.least, most=process.most)
    only = {(True, False): gettext("live only"), (False, True): gettext("in writing only")}
    facts = (size, live, written, only.get((process.live, process.written), ""))
    return f"{process.name}: {process.line} ({'; '.join(filter(None, facts))})"


def _in_writing(process: ProcessChoice) -> str:
    """How many working days it takes, and which evening that is for a round that begins today."""
    return ngettext(
        "in writing %(num)s working day, today until %(day)s",
        "in writing %(num)s working days, today until %(day)s",
        process.days,
        day=format_date(process.ends_on, "EEE, d. MMM"),
    )


def urgent_hint() -> str:
    """What an urgent written round means today."""
    ends_on = clock.working_days_after(clock.today(), URGENT_DAYS)
    return ngettext(
        "A written round then takes %(num)s working day (today until %(day)s), whatever the process.",
        "A written round then takes %(num)s working days (today until %(day)s), whatever the process.",
        URGENT_DAYS,
        day=format_date(ends_on, "EEE, d. MMM"),
    )


def holiday(moment: datetime) -> str | None:
    """The public holiday on that day, in the reader's language."""
    return clock.holiday(moment.astimezone(clock.BERLIN).date(), str(get_locale() or "de"))


def slot_label(slot: SlotChoice) -> str:
    """A date of a series on one line."""
    kept = holiday(slot.starts_at)
    free = " · " + gettext("Public holiday: %(name)s", name=kept) if kept else ""
    begins = format_datetime(slot.starts_at, "EEE, d. MMMM y, HH:mm")
    ends = format_datetime(slot.ends_at, "HH:mm")
    return f"{begins}–{ends} · {slot.series}{free}"


def pattern(series: Series) -> str:
    """The rhythm of a series in words."""
    a_day = next(date(2026, 6, number) for number in range(1, 8) if date(2026, 6, number).weekday() == series.weekday)
    weekday = format_date(a_day, "EEEE")
    hours = "–".join(format_datetime(moment, "HH:mm") for moment in instants(a_day, series.wall_time, series.minutes))
    if series.rhythm is Rhythm.WEEKS:
        every = ngettext("every week", "every %(num)s weeks", series.every)
        return gettext("%(weekday)s, %(every)s, %(hours)s", weekday=weekday, every=every, hours=hours)
    every = ngettext("of every month", "of every %(num)s months", series.every)
    return gettext(
        "%(place)s %(weekday)s %(every)s, %(hours)s",
        place=PLACES[series.nth or 1],
        weekday=weekday,
        every=every,
        hours=hours,
    )
