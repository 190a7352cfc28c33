"""Dates that come back keep their time on the wall, in March, in October and in every rhythm."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from caseboard import clock
from caseboard.models import Rhythm
from caseboard.sessions.planning.recurrence import MOST_DATES, OnHoliday, Pattern, instants, place_in_month

HALF_PAST_NINE = time(9, 30)


def pattern(first: date, rhythm: Rhythm = Rhythm.WEEKS, every: int = 1, **more: object) -> Pattern:
    """A pattern of an hour at half past nine."""
    ends = {} if {"until", "count"} & set(more) else {"count": 4}
    return Pattern(rhythm, every, first, HALF_PAST_NINE, 60, **{**ends, **more})


def day(text: str) -> date:
    """A day as `2026-10-20`."""
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "hours_in_utc"),
    [
        ("2026-10-13", [7, 7, 8, 8]),  # summer time ends on 25 October
        ("2027-03-16", [8, 8, 7, 7]),  # and begins on 28 March
        ("2026-06-02", [7, 7, 7, 7]),
    ],
)
def test_a_weekly_series_keeps_its_time_on_the_wall_and_moves_in_utc(first: str, hours_in_utc: list[int]) -> None:
    dates = pattern(day(first)).dates()

    assert [starts.astimezone(clock.BERLIN).time() for starts, _ends in dates] == [HALF_PAST_NINE] * 4
    assert [starts.astimezone(UTC).hour for starts, _ends in dates] == hours_in_utc
    assert {ends - starts for starts, ends in dates} == {timedelta(hours=1)}


def test_three_years_of_mornings_are_all_at_half_past_nine() -> None:
    for rhythm, nth in ((Rhythm.WEEKS, None), (Rhythm.MONTHS, 2), (Rhythm.MONTHS, -1)):
        for year in (2026, 2027, 2028):
            dates = pattern(date(year, 1, 5), rhythm, nth=nth, until=date(year, 12, 31)).dates()
            assert {starts.astimezone(clock.BERLIN).time() for starts, _ends in dates} == {HALF_PAST_NINE}
            assert {starts.astimezone(UTC).hour for starts, _ends in dates} == {7, 8}


@pytest.mark.parametrize(
    ("given", "days"),
    [
        (pattern(day("2026-10-20"), every=2, count=3), ["2026-10-20", "2026-11-03", "2026-11-17"]),
        (pattern(day("2026-10-20"), until=day("2026-11-03")), ["2026-10-20", "2026-10-27", "2026-11-03"]),
        # the second Tuesday, also where the month begins on one
        (pattern(day("2026-11-10"), Rhythm.MONTHS, nth=2, count=3), ["2026-11-10", "2026-12-08", "2027-01-12"]),
        (pattern(day("2026-11-10"), Rhythm.MONTHS, every=3, nth=2, count=2), ["2026-11-10", "2027-02-09"]),
        # the last Friday is now the fourth, now the fifth
        (pattern(day("2027-01-29"), Rhythm.MONTHS, nth=-1, count=3), ["2027-01-29", "2027-02-26", "2027-03-26"]),
        # the first date comes later where the first day is not the place of its month that was wanted
        (pattern(day("2027-01-08"), Rhythm.MONTHS, nth=-1, count=2), ["2027-01-29", "2027-02-26"]),
        (pattern(day("2026-10-20"), until=day("2026-10-19")), []),
    ],
)
def test_dates_fall_on_the_days_that_people_expect(given: Pattern, days: list[str]) -> None:
    assert [one.isoformat() for one in given.days()] == days


def test_a_series_has_an_end_even_if_somebody_asks_for_more() -> None:
    assert len(pattern(day("2026-10-20"), count=10_000).days()) == MOST_DATES
    assert len(pattern(day("2026-10-20"), until=day("2126-10-20")).days()) == MOST_DATES


@pytest.mark.parametrize(
    ("of", "place"), [("2026-11-03", 1), ("2026-11-07", 1), ("2026-11-08", 2), ("2026-11-24", 4), ("2026-11-30", -1)]
)
def test_a_fifth_weekday_counts_as_the_last(of: str, place: int) -> None:
    assert place_in_month(day(of)) == place


def test_an_instant_is_the_wall_time_of_that_very_day() -> None:
    starts, ends = instants(day("2026-10-25"), time(9, 0), 45)

    assert starts == datetime(2026, 10, 25, 8, 0, tzinfo=UTC)
    assert ends == datetime(2026, 10, 25, 8, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("on_holiday", "held", "dropped"),
    [
        (OnHoliday.KEEP, ["2027-05-20", "2027-05-27", "2027-06-03"], []),
        (OnHoliday.DROP, ["2027-05-20", "2027-06-03"], ["2027-05-27"]),
        (OnHoliday.MOVE, ["2027-05-20", "2027-05-28", "2027-06-03"], []),
    ],
)
def test_a_date_on_corpus_christi_stays_drops_out_or_moves(
    on_holiday: OnHoliday, held: list[str], dropped: list[str]
) -> None:
    found = pattern(day("2027-05-20"), count=3, on_holiday=on_holiday).occurrences()
    days = [(one.starts_at.astimezone(clock.BERLIN), one.drops_out) for one in found]
    assert [str(starts.date()) for starts, drops_out in days if not drops_out] == held
    assert [str(starts.date()) for starts, drops_out in days if drops_out] == dropped
    assert {starts.time() for starts, _drops_out in days} == {HALF_PAST_NINE}


def test_moved_dates_never_meet_another_one_of_the_series() -> None:
    # given weekly dates over ten years on each weekday, so that every holiday is hit
    for first in range(4, 9):
        for year in range(2027, 2037):
            dates = pattern(date(year, 1, first), until=date(year, 12, 31), on_holiday=OnHoliday.MOVE).occurrences()
            days = [one.starts_at.astimezone(clock.BERLIN).date() for one in dates]
            # then each is on a day of its own, none on a holiday, in their order
            assert len(set(days)) == len(days)
            assert not any(map(clock.holiday, days))
            assert days == sorted(days)
