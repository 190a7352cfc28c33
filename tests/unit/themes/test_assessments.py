"""When what advisers say is worth an assessment, at and around every threshold."""

from datetime import date, timedelta
from itertools import combinations_with_replacement

import pytest

from benchmarks.themes.audit import Audit
from benchmarks.themes.tables import Published
from caseboard.themes.assessments import Assessment, Occurrence, assess, quarterly

TODAY = date(2026, 11, 23)
QUARTER, FOLLOWING = date(2026, 7, 1), date(2026, 10, 1)
LAST_DAY = FOLLOWING - timedelta(days=1)
NETWORK = 12
HOUSES = ("kg", "nes", "has", "msp", "kt")


def said(*houses: str, day: date = LAST_DAY, adviser: str = "") -> list[Occurrence]:
    """An adviser of each named house who knows it from home, each another one unless `adviser` is named."""
    return [Occurrence(house, adviser or f"{house}-{number}", day) for number, house in enumerate(houses)]


def assessed(*words: Occurrence, network: int = NETWORK, today: date = TODAY) -> Assessment:
    """The assessment of what was said, from the figures of the quarters that are over."""
    quarters = [date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1), QUARTER]
    return assess(quarterly(words, quarters, network), today)


@pytest.mark.parametrize(
    ("houses", "figure"),
    [
        ((), None),
        (("kg", "nes"), None),
        (("kg", "nes", "nes", "kg", "nes", "kg"), None),
        (("kg", "nes", "has"), None),
        (("kg", "kg", "nes", "has"), None),
        (("kg", "kg", "nes", "nes", "has"), 5),
        (("kg", "nes", "has", "msp"), 5),
        (("kg", "kg", "kg", "nes", "has", "msp"), 5),
        (("kg", "kg", "kg", "kg", "nes", "has", "msp"), None),
        (("kg", "nes", "has", "msp") * 2, 10),
    ],
)
def test_three_houses_are_needed_and_three_words_beside_the_house_with_the_most(
    houses: tuple[str, ...], figure: int | None
) -> None:
    assert assessed(*said(*houses)) == Assessment(figure)


def test_a_flag_never_stands_without_a_figure() -> None:
    # however many advisers of five houses say so
    for numbers in combinations_with_replacement(range(5), len(HOUSES)):
        words = said(*(house for house, number in zip(HOUSES, numbers, strict=True) for _ in range(number)))
        found = assessed(*words, network=len(HOUSES))
        assert found.flagged is (found.figure is not None)


@pytest.mark.parametrize("numbers", [(2, 1, 1, 0, 0), (1, 1, 1, 0, 0), (1, 1, 1, 1, 0), (2, 2, 1, 0, 0)])
def test_nobody_can_tell_who_said_so(numbers: tuple[int, ...]) -> None:
    # given a few words of few houses, and what is shown of them
    words = said(*(house for house, number in zip(HOUSES, numbers, strict=True) for _ in range(number)))
    figure = quarterly(words, [QUARTER], len(HOUSES))[QUARTER]

    report = Audit()(
        [Published("debt", QUARTER, FOLLOWING, value=figure)],
        [("debt", house, QUARTER, number) for house, number in zip(HOUSES, numbers, strict=True)],
        HOUSES,
    )

    # then neither an outsider nor one of the houses can tell a one from a two, or a two from a three
    assert report.counts
    assert report.clean


def test_the_same_adviser_counts_once_however_often_they_answer() -> None:
    # given one adviser who answers after four consultations, and two others
    often = said("kg", adviser="busy") * 4

    # then there are three words, not six
    assert not assessed(*often, *said("nes", "has")).flagged
    assert assessed(*often, *said("nes", "has", "msp")).figure == 5


@pytest.mark.parametrize(
    ("day", "flagged"),
    [
        (FOLLOWING, False),
        (LAST_DAY, True),
        (QUARTER, True),
        (date(2025, 10, 1), True),
        (date(2025, 9, 30), False),
    ],
)
def test_only_quarters_that_are_over_count_and_only_for_a_year(day: date, flagged: bool) -> None:
    assert assessed(*said("kg", "nes", "has", "msp", day=day)).flagged is flagged


def test_words_of_two_quarters_are_never_counted_together() -> None:
    # given two houses that said so in spring, and two others in summer
    spread = [*said("kg", "nes", day=QUARTER - timedelta(days=1)), *said("has", "msp", day=QUARTER)]

    # then no figure tells in which week the third house came to know it
    assert not assessed(*spread).flagged
    # but what each quarter says by itself adds up
    both = (one for day in (QUARTER - timedelta(days=1), QUARTER) for one in said("kg", "nes", "has", "msp", day=day))
    assert assessed(*both).figure == 10


def test_a_small_network_is_not_assessed() -> None:
    assert not assessed(*said("kg", "nes", "has", "msp"), network=4).flagged
