"""When a theme is worth an assessment, at and around every threshold of the old and simple rule."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from caseboard.themes.assessments import WINDOW, Occurrence, Reason, Signal, recurs, rounded

TODAY = date(2026, 11, 23)


def cases(*houses: str, day: date = TODAY, one_submitter: bool = False) -> list[Occurrence]:
    """A case for each named house, each from a colleague of its own unless `one_submitter`."""
    return [
        Occurrence(f"case-{house}-{number}", house, "same" if one_submitter else f"author-{house}-{number}", day)
        for number, house in enumerate(houses)
    ]


def observations(*houses: str, day: date = TODAY) -> list[Occurrence]:
    """An adviser of each named house who knows it from home."""
    return [Occurrence("case", house, f"adviser-{number}", day, same_here=True) for number, house in enumerate(houses)]


def judged(*some: Iterable[Occurrence]) -> Signal:
    """The rule on everything together."""
    return recurs((one for group in some for one in group), TODAY)


@pytest.mark.parametrize(
    ("houses", "flagged", "reason"),
    [
        ((), False, Reason.TOO_FEW),
        (("kg", "nes"), False, Reason.TOO_FEW),
        (("kg", "nes", "nes", "kg", "nes", "kg"), False, Reason.TOO_FEW),
        (("kg", "nes", "has"), True, Reason.CASES),
        (("kg", "kg", "nes", "has"), True, Reason.CASES),
        (("kg", "kg", "kg", "nes", "has"), False, Reason.ONE_HOUSE),
        (("kg", "kg", "kg", "nes", "has", "msp"), True, Reason.CASES),
    ],
)
def test_three_houses_are_needed_and_none_may_bring_more_than_half(
    houses: tuple[str, ...], flagged: bool, reason: Reason
) -> None:
    signal = judged(cases(*houses))

    assert (signal.flagged, signal.reason) == (flagged, reason)


def test_three_houses_served_by_one_busy_colleague_are_too_few() -> None:
    assert not judged(cases("kg", "nes", "has", "msp", one_submitter=True)).flagged


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
    assert judged(cases("kg", "nes"), cases("has", day=day)).flagged is flagged


def test_the_same_case_counts_once() -> None:
    twice = cases("kg", "nes") * 2

    assert judged(twice) == judged(cases("kg", "nes"))


def test_the_same_adviser_counts_once_however_often_they_answer() -> None:
    # given one adviser who knows the theme after four consultations, and two others
    often = [Occurrence(f"case-{number}", "kg", "busy", TODAY, same_here=True) for number in range(4)]

    # then the four answers do not make the house dominate
    assert judged(often, observations("nes", "has")).flagged


def test_observations_alone_flag_as_an_assessment_and_cases_go_first() -> None:
    assert judged(observations("kg", "nes", "has")).reason is Reason.OBSERVATIONS
    assert judged(observations("kg", "nes", "has"), cases("kg", "nes", "has")).reason is Reason.CASES


def test_cases_and_observations_are_never_added_up() -> None:
    # given two houses with cases and two others with observations
    signal = judged(cases("kg", "nes"), observations("has", "msp"))

    # then neither kind is enough, and no figure is shown
    assert signal == Signal(flagged=False, cases_rounded=None, observations_rounded=None, reason=Reason.TOO_FEW)


@pytest.mark.parametrize(("count", "shown"), [(3, 0), (4, 0), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (100, 100)])
def test_figures_come_in_fives_and_small_ones_look_alike(count: int, shown: int) -> None:
    assert rounded(count) == shown
    assert judged(cases(*(("kg", "nes", "has", "msp") * 25)[:count])).cases_rounded == shown


@pytest.mark.parametrize(
    ("houses", "shown"),
    [
        (("kg", "nes"), None),
        (("kg",) * 5 + ("nes",) * 5, None),
        (("kg",) * 6 + ("nes", "has"), None),
        (("kg",) * 7 + ("nes", "nes", "has"), 10),
    ],
)
def test_a_figure_is_hidden_where_it_would_say_something_about_one_house(
    houses: tuple[str, ...], shown: int | None
) -> None:
    assert judged(cases(*houses)).cases_rounded == shown


def test_the_figures_of_both_kinds_stand_beside_each_other() -> None:
    signal = judged(cases("kg", "nes", "has"), observations("kg", "nes", "has", "msp", "kt", "mil"))

    assert (signal.cases_rounded, signal.observations_rounded) == (0, 5)
