"""How days, moments and states are written for people."""

from datetime import date, datetime

from flask import Flask
from flask_babel import format_date, format_datetime, format_decimal, get_locale, gettext

from caseboard import clock


def day(value: date | datetime | None) -> str:
    """A day as people write it, "3. November 2026"; times are shown by day wherever an author could be guessed."""
    if value is None:
        return "–"
    on = value.astimezone(clock.BERLIN).date() if isinstance(value, datetime) else value
    return format_date(on, _day_pattern())


def moment(value: datetime | None) -> str:
    """Day and time in Berlin, for dates people keep."""
    return "–" if value is None else format_datetime(value, f"EEEE, {_day_pattern()}, HH:mm")


def clock_time(value: datetime) -> str:
    """The time on the wall alone, where the day stands beside it."""
    return format_datetime(value, "HH:mm")


def month(value: date) -> str:
    """A month and its year."""
    return format_date(value, "MMMM y")


def quarter(value: date) -> str:
    """The quarter that begins on this day."""
    return gettext("Quarter %(number)s of %(year)s", number=(value.month + 2) // 3, year=value.year)


def short_quarter(value: date) -> str:
    """The same where there is little room."""
    return gettext("Q%(number)s %(year)s", number=(value.month + 2) // 3, year=value.year)


def _day_pattern() -> str:
    """Day before month in both languages: people here read English dates the European way."""
    return "d MMMM y" if str(get_locale()) == "en" else "d. MMMM y"


def since(value: datetime | None) -> str:
    """How many days ago, in words."""
    if value is None:
        return "–"
    days = (clock.today() - value.astimezone(clock.BERLIN).date()).days
    if days <= 0:
        return gettext("today")
    if days == 1:
        return gettext("yesterday")
    return gettext("%(days)s days ago", days=days)


def decimal(value: float) -> str:
    """A number with the separators of the language."""
    return str(format_decimal(value))


def init_app(app: Flask) -> None:
    """Hand the filters to the templates."""
    for name in (day, moment, clock_time, month, quarter, short_quarter, since, decimal):
        app.add_template_filter(name)
