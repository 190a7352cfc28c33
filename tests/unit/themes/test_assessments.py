"""When what advisers say is worth an assessment, at and around every threshold."""

from datetime import date, timedelta

import pytest

from caseboard.themes.assessments import WINDOW, Assessment, Occurrence, assess

TODAY = date(2026, 11, 23)
NETWORK = 12


def said(*houses: str, day: date = TODAY, adviser: str = "") -> list[Occurrence]:
    """An adviser of each named house who knows it from home, each another one unless `adviser` is named."""
    return [Occurrence(house, adviser or f"{house}-{number}", day) for number, house in enumerate(houses)]


def assessed(*houses: str) -> Assessment:
    """The assessment of what they say today."""
    return assess(said(*houses), TODAY, NETWORK)


@pytest.mark.parametrize(
    ("houses", "flagged"),
    [
        ((), False),
        (("kg", "nes"), False),
        (("kg", "nes", "nes", "kg", "nes", "kg"), False),
        (("kg", "nes", "has"), True),
        (("kg", "kg", "nes", "has"), True),
        (("kg", "kg", "kg", "nes", "has"), False),
        (("kg", "kg", "kg", "nes", "has", "msp"), True),
    ],
)
def test_three_houses_are_needed_and_none_may_say_more_than_half(houses: tuple[str, ...], flagged: bool) -> None:
    assert assessed(*houses).flagged is flagged


def test_one_adviser_of_three_houses_is_too_few() -> None:
    assert not assess(said("kg", "nes", "has", "msp", adviser="same"), TODAY, NETWORK).flagged


@pytest.mark.parametrize(
    ("day", "flagged"),
    [
        (TODAY, True),
        (TODAY + timedelta(days=1), False),
        (TODAY - WINDOW + timedelta(days=1), True),
        (TODAY - WINDOW, False),
    ],
)
def test_only_the_last_twelve_months_count(day: date, flagged: bool) -> None:
    assert assess([*said("kg", "nes"), *said("has", day=day)], TODAY, NETWORK).flagged is flagged


def test_the_same_adviser_counts_once_however_often_they_answer() -> None:
    # given one adviser who knows the theme after four consultations, and two others
    often = said("kg", adviser="busy") * 4

    # then the four answers do not make the house dominate
    assert assess([*often, *said("nes", "has")], TODAY, NETWORK).flagged


@pytest.mark.parametrize(
    ("houses", "figure"),
    [(("kg", "nes", "has"), None), (("kg", "nes", "has", "msp"), 5), (("kg", "nes", "has", "msp") * 2, 10)],
)
def test_the_figure_is_one_that_may_be_shown(houses: tuple[str, ...], figure: int | None) -> None:
    assert assessed(*houses) == Assessment(flagged=True, figure=figure)


def test_a_small_network_is_assessed_without_figures() -> None:
    assert assess(said("kg", "nes", "has", "msp"), TODAY, 4) == Assessment(flagged=True, figure=None)
