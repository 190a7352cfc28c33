"""Working days: Monday to Friday without the public holidays of Bavaria, whatever year it is."""

from datetime import date, timedelta

import pytest

from caseboard import clock


@pytest.mark.parametrize(
    ("start", "count", "day"),
    [
        (date(2027, 1, 11), 5, date(2027, 1, 18)),  # a Monday; only a weekend lies between
        (date(2027, 1, 15), 1, date(2027, 1, 18)),  # a Friday
        (date(2027, 1, 16), 1, date(2027, 1, 18)),  # a Saturday
        (date(2027, 1, 11), 0, date(2027, 1, 11)),
        (date(2027, 1, 5), 1, date(2027, 1, 7)),  # Epiphany
        (date(2026, 12, 23), 5, date(2026, 12, 31)),  # Christmas on Friday and Saturday
        (date(2026, 12, 31), 5, date(2027, 1, 11)),  # New Year, Epiphany and two weekends
        (date(2027, 3, 25), 1, date(2027, 3, 30)),  # Easter
        (date(2027, 5, 5), 2, date(2027, 5, 10)),  # Ascension on a Thursday
        (date(2027, 5, 26), 1, date(2027, 5, 28)),  # Corpus Christi
        (date(2028, 8, 14), 1, date(2028, 8, 16)),  # Assumption on a Tuesday
        (date(2027, 10, 29), 1, date(2027, 11, 2)),  # All Saints on a Monday
    ],
)
def test_counting_skips_weekends_and_holidays(start: date, count: int, day: date) -> None:
    assert clock.working_days_after(start, count) == day


def test_holidays_are_those_of_bavaria_in_the_readers_language() -> None:
    assert clock.holiday(date(2027, 5, 27)) == "Fronleichnam"
    assert clock.holiday(date(2027, 5, 27), "en") == "Corpus Christi"
    assert clock.holiday(date(2027, 10, 31)) is None  # Reformation Day is kept elsewhere
    assert clock.holiday(date(2027, 12, 24)) is None
    assert clock.holiday(date(2027, 11, 17)) is None


def test_every_year_has_its_thirteen_and_none_is_a_working_day() -> None:
    for year in range(2026, 2040):
        days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
        kept = [day for day in days if clock.holiday(day)]
        assert len(kept) == 13, year
        assert not any(map(clock.is_working_day, kept))
