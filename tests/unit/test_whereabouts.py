"""Where a case lies: whose turn it is, and when the target of two working days has passed."""

from datetime import UTC, date, datetime

import pytest

from caseboard import clock
from caseboard.cases.whereabouts import Turn, whereabouts
from caseboard.models import CaseState

FRIDAY_NIGHT = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
"""In Berlin this is Saturday already."""


@pytest.mark.parametrize(
    ("state", "turn"),
    [
        (CaseState.DRAFT, Turn.AUTHOR),
        (CaseState.SENT_BACK, Turn.AUTHOR),
        (CaseState.SUBMITTED, Turn.HOUSE),
        (CaseState.CHECKED, Turn.ELSEWHERE),
        (CaseState.RELEASED, Turn.MODERATION),
        (CaseState.SCHEDULED, Turn.ADVISERS),
        (CaseState.DISCUSSED, Turn.NOBODY),
        (CaseState.WITHDRAWN, Turn.NOBODY),
    ],
)
def test_each_state_is_somebodys_turn(state: CaseState, turn: Turn) -> None:
    assert whereabouts(state, FRIDAY_NIGHT, elsewhere=False, halted=False).turn is turn


def test_a_case_that_concerns_staff_lies_elsewhere_from_the_start() -> None:
    assert whereabouts(CaseState.SUBMITTED, FRIDAY_NIGHT, elsewhere=True, halted=False).turn is Turn.ELSEWHERE


def test_a_halted_case_lies_with_data_protection() -> None:
    place = whereabouts(CaseState.SUBMITTED, FRIDAY_NIGHT, elsewhere=False, halted=True)

    assert (place.turn, place.due) == (Turn.OFFICER, None)


def test_days_are_those_of_the_calendar_on_the_wall() -> None:
    place = whereabouts(CaseState.SUBMITTED, FRIDAY_NIGHT, elsewhere=False, halted=False)

    assert place.since == date(2026, 11, 21)
    assert place.due == date(2026, 11, 24)


@pytest.mark.parametrize(("day", "overdue"), [(24, False), (25, True)])
def test_a_check_is_overdue_on_the_day_after_its_target(day: int, overdue: bool) -> None:
    with clock.at(datetime(2026, 11, day, 12, tzinfo=UTC)):
        assert whereabouts(CaseState.SUBMITTED, FRIDAY_NIGHT, elsewhere=False, halted=False).overdue is overdue


def test_once_the_perspectives_are_revealed_it_is_the_authors_turn() -> None:
    place = whereabouts(CaseState.SCHEDULED, FRIDAY_NIGHT, elsewhere=False, halted=False, revealed=FRIDAY_NIGHT)

    assert (place.turn, place.since) == (Turn.AUTHOR, date(2026, 11, 21))
