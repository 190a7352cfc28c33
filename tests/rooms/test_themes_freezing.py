"""A week is frozen from counts of that week: what is frozen is never revised, so nothing may be missing in it."""

from datetime import datetime, time, timedelta

import pytest

from caseboard import clock
from caseboard.models import RunState, Standing
from caseboard.themes import publishing, runs
from caseboard.themes.snapshots import monday, take_snapshot
from tests.actors import Stage
from tests.rooms.recurring import HOUSES, NETWORK, USUAL, counted, decided, history
from tests.rooms.test_themes import MOBILITY, newest

QUARTER = publishing.quarter_of(clock.today())
OVER = publishing.following(QUARTER)


def of_first_week(days: int, hour: int) -> datetime:
    """A moment of the first whole week of the quarter after the present one, so many days after its Monday."""
    return datetime.combine(monday(OVER + timedelta(days=6)) + timedelta(days=days), time(hour, 5), clock.BERLIN)


@pytest.fixture
def stale(stage: Stage) -> None:
    """A night within a quarter that counted nine cases, and nine that came before the quarter was over."""
    for house in NETWORK:
        stage.house(house)
    _nine()
    decided()
    _nine()


def _nine() -> None:
    months_ago = (clock.today().month - QUARTER.month) % 12
    for house in HOUSES:
        counted(MOBILITY, house, months_ago, 3)


def failed() -> None:
    """A night that comes to nothing; the former counts stay."""
    run_id = runs.begin(nightly=True)
    assert run_id
    runs.finish(run_id, RunState.FAILED)


@pytest.mark.usefixtures("stale")
class TestWhatTheLastNightBeforeAQuarterCounted:
    """Counts that the end of a quarter has made stale."""

    def test_it_is_not_frozen_in_the_first_minute_after(self) -> None:
        # when the worker looks after the week before the night has run, then it waits
        with clock.at(of_first_week(0, 0)):
            assert not take_snapshot()

        # and after the night all eighteen cases are in the figure
        with clock.at(of_first_week(0, 3)):
            decided()
            assert take_snapshot()
        assert newest(MOBILITY).quarters[QUARTER.isoformat()] == 20

    def test_a_night_that_failed_is_waited_for_and_its_quarter_follows_with_the_next_week(self) -> None:
        # given nights that fail until the worker waits no more
        for days in range(3):
            with clock.at(of_first_week(days, 3)):
                failed()
                assert not take_snapshot()
        with clock.at(of_first_week(3, 3)):
            failed()
            assert take_snapshot()

        # then that week says nothing of the quarter, instead of half of it
        assert QUARTER.isoformat() not in newest(MOBILITY).quarters

        # and when a night of the next week has counted, the quarter is published whole
        with clock.at(of_first_week(7, 3)):
            decided()
            assert take_snapshot()
        assert newest(MOBILITY).quarters[QUARTER.isoformat()] == 20


def test_a_night_that_began_before_midnight_is_of_the_week_before(stage: Stage) -> None:
    history(stage, MOBILITY)
    with clock.at(of_first_week(0, 0) - timedelta(minutes=10)):
        decided()
    with clock.at(of_first_week(0, 0)):
        assert not take_snapshot()


def test_a_decision_on_a_month_that_is_over_is_in_the_first_week_after_it(stage: Stage) -> None:
    # given a theme that is always there, and the first Monday of a quarter, before and after its night
    history(stage, MOBILITY)
    with clock.at(of_first_week(0, 0)):
        take_snapshot()
    with clock.at(of_first_week(0, 3)):
        decided()
        take_snapshot()

    # then what is frozen is what this night decided, and not that there was nothing to compare with
    assert newest(USUAL).week == of_first_week(0, 0).date()
    assert newest(USUAL).standing is not Standing.NO_BASIS
