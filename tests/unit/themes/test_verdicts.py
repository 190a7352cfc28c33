"""What a house hears of its own cluster hangs on its own cases and on the figures, and tells nothing of the others."""

from datetime import date

import pytest

from caseboard.themes import publishing
from caseboard.themes.signals import Course, Cube, State, evaluate
from caseboard.themes.verdicts import Verdict, verdict

HOUSES = ("bamberg", "coburg", "hof", "kronach", "lichtenfels")
MONTHS = [date(2025, month, 1) for month in range(1, 13)]


def said(own: int, *elsewhere: int) -> Verdict:
    """What is said of a theme that nobody had before, and that comes up in the last month."""
    rows = [("usual", house, month, 3) for house in HOUSES for month in MONTHS]
    rows += [("new", house, MONTHS[-1], n) for house, n in zip(HOUSES, (own, *elsewhere), strict=False)]
    found = evaluate(Cube.of(rows, ["usual", "new"], HOUSES, MONTHS[-1]))["new"]
    by_house = dict(zip(HOUSES, (own, *elsewhere, 0, 0, 0, 0), strict=False))
    return verdict(found, Course(), by_house, len(HOUSES))


@pytest.mark.parametrize("elsewhere", [(), (1,), (2,), (1, 1), (2, 1), (1, 1, 1), (2, 2)])
def test_the_largest_house_hears_the_same_whatever_others_bring_below_a_figure(elsewhere: tuple[int, ...]) -> None:
    # given so few cases elsewhere that there is no figure
    by_house = dict(zip(HOUSES, (9, *elsewhere), strict=False))
    assert publishing.figure(by_house, len(by_house), len(HOUSES)) is None

    # then nothing that the house with most of them hears tells how few
    one = said(9, *elsewhere)
    assert (one.course.state, one.house, one.evidence) == (State.QUIET, "bamberg", None)


def test_where_there_is_a_figure_everybody_hears_that_it_rises_and_nobody_anything_else() -> None:
    one = said(9, 2, 2, 1)

    assert (one.course.state, one.house) == (State.SIGNAL, None)
    assert one.evidence is not None


def test_four_cases_of_its_own_would_tell_a_house_that_there_is_a_fifth_elsewhere() -> None:
    assert said(4, 1).house is None
    assert said(5, 1).house == "bamberg"
