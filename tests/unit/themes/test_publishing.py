"""What may be shown of exact counts, at and around every threshold."""

from dataclasses import replace
from datetime import date

import pytest

from caseboard.themes import publishing
from caseboard.themes.publishing import Evidence
from caseboard.themes.signals import STANDARD, Cube, Evaluation, State, evaluate

NETWORK = 12


def shown(*brought: int, network: int = NETWORK, submitters: int | None = None) -> int | None:
    """The figure for so many cases in each house, each house with as many submitters as cases unless told."""
    by_house = {f"house {number}": cases for number, cases in enumerate(brought)}
    return publishing.figure(by_house, sum(brought) if submitters is None else submitters, network)


@pytest.mark.parametrize(
    ("total", "figure"), [(4, 5), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (17, 15), (18, 20), (100, 100)]
)
def test_figures_come_in_fives(total: int, figure: int) -> None:
    assert publishing.rounded(total) == figure


@pytest.mark.parametrize(
    ("brought", "figure"),
    [
        ((), None),
        ((0, 0, 0), None),
        ((4, 4), None),
        ((1, 1, 1), None),
        ((2, 1, 1), None),
        ((1, 1, 1, 1), 5),
        ((2, 2, 1), 5),
        ((3, 1, 1), None),
        ((4, 2, 2), 10),
        ((5, 2, 2), None),
        ((5, 3, 2), 10),
        ((8, 1, 1), None),
        ((8, 2, 2), None),
        ((8, 3, 2), 15),
        ((60, 3, 2), 65),
    ],
)
def test_a_figure_says_nothing_of_a_single_house(brought: tuple[int, ...], figure: int | None) -> None:
    assert shown(*brought) == figure


def test_two_busy_colleagues_are_too_few() -> None:
    assert shown(3, 3, 3, submitters=2) is None
    assert shown(3, 3, 3, submitters=3) == 10


def test_four_houses_are_too_small_a_network_for_any_figure() -> None:
    assert shown(9, 9, 9, 9, network=4) is None
    assert shown(9, 9, 9, 9, network=5) == 35


@pytest.mark.parametrize(
    ("number", "network", "figure"), [(2, 12, None), (3, 12, 3), (5, 12, 3), (6, 12, 6), (12, 12, 9), (5, 5, 3)]
)
def test_houses_come_in_threes_and_some_are_always_left_open(number: int, network: int, figure: int | None) -> None:
    assert publishing.houses(number, network) == figure


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2026, 3, 31), []),
        (date(2026, 4, 1), [date(2026, 1, 1)]),
        (date(2026, 11, 23), [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)]),
        (date(2027, 1, 1), [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)]),
    ],
)
def test_only_closed_quarters_have_a_figure(day: date, closed: list[date]) -> None:
    assert list(publishing.closed_quarters(day, first=date(2026, 2, 9))) == closed


def cube(*months: tuple[int, ...], first: date = date(2026, 1, 1)) -> Cube:
    """One theme in a network of five houses, month by month."""
    rows = [
        ("debt", f"house {house}", date(first.year, first.month + place, 5), number)
        for place, month in enumerate(months)
        for house, number in enumerate(month)
    ]
    until = date(first.year, first.month + len(months) - 1, 1)
    return Cube.of(rows, ["debt"], [f"house {number}" for number in range(5)], until)


def test_a_case_is_in_the_figure_of_its_quarter_and_in_no_other() -> None:
    some = cube((2, 2, 0), (0, 0, 1), (0, 0, 0), (1, 1, 1), (1, 1, 1), (1, 1, 1), (9, 9, 9))

    assert publishing.quarterly(some, "debt", date(2026, 8, 1), 5) == {date(2026, 1, 1): 5, date(2026, 4, 1): 10}


def test_nothing_moves_within_a_quarter() -> None:
    # given a quarter that is over, and two weeks of the next between which cases arrive
    before = publishing.quarterly(cube((2, 2, 1), (0,), (0,)), "debt", date(2026, 4, 6), 5)
    after = publishing.quarterly(cube((2, 2, 1), (0,), (0,), (4, 4, 4)), "debt", date(2026, 4, 13), 5)

    assert before == after == {date(2026, 1, 1): 5}


def test_what_was_published_is_never_revised() -> None:
    # given a figure, after which a case is withdrawn and the next quarter ends
    first, second = date(2026, 1, 1), date(2026, 4, 1)

    assert publishing.freeze({first: 5}, {first: None, second: 10}) == {first: 5, second: 10}
    assert publishing.freeze({first: None}, {first: 5}) == {first: None}


def test_merged_themes_add_up_what_is_shown_of_them() -> None:
    assert publishing.merged([5, None, 10]) == 15
    assert publishing.merged([None, None]) is None


def found(expected: float = 8.4, ratio: float = 1.48, without: float = 1.42, above: int = 7) -> Evaluation:
    """A signal like that of the worked example."""
    return Evaluation(
        theme="debt",
        month=date(2026, 10, 1),
        state=State.SIGNAL,
        observed=24,
        expected=expected,
        baseline=35,
        scatter=1.3,
        ratio=ratio,
        ratio_without_one=without,
        houses_above=above,
        houses_with_a_case=8,
        houses_active=12,
        largest_house="house 0",
        largest_house_observed=7,
        local_house=None,
        standing=False,
        rule_version=STANDARD.version,
    )


BROUGHT = {f"house {number}": cases for number, cases in enumerate((7, 4, 4, 3, 2, 2, 1, 1))}


def test_the_sentence_has_rounded_figures_only() -> None:
    assert publishing.evidence(found(), 20, BROUGHT, NETWORK) == Evidence(
        month=date(2026, 10, 1),
        observed=25,
        expected_below=10,
        houses=6,
        network=12,
        ratio=1.2,
        remains_without_one=True,
        false_alarms=(1, 2),
        rule_version=STANDARD.version,
    )


@pytest.mark.parametrize(("expected", "below"), [(0.2, 5), (4.9, 5), (5.0, 10), (9.9, 10), (10.0, 15)])
def test_what_was_expected_is_always_less_than_what_the_sentence_says(expected: float, below: int) -> None:
    said = publishing.evidence(found(expected=expected), 20, BROUGHT, NETWORK)

    assert said is not None
    assert said.expected_below == below


@pytest.mark.parametrize(("ratio", "step"), [(1.0, 1.0), (1.21, 1.2), (1.5, 1.5), (2.9, 2.0), (4.0, 3.0), (9.0, 5.0)])
def test_the_ratio_comes_in_wide_steps_and_never_exaggerates(ratio: float, step: float) -> None:
    said = publishing.evidence(found(ratio=ratio), 20, BROUGHT, NETWORK)

    assert said is not None
    assert said.ratio == step <= ratio


def test_there_is_no_sentence_where_the_cases_may_not_be_shown() -> None:
    assert publishing.evidence(found(), 2, BROUGHT, NETWORK) is None
    assert publishing.evidence(found(), 20, {"house 0": 24}, NETWORK) is None


@pytest.mark.parametrize("state", [State.SIGNAL, State.WATCH])
def test_it_is_not_even_said_that_a_theme_rises_where_its_cases_may_not_be_shown(state: State) -> None:
    risen = replace(found(), state=state)
    mostly_one = {"house 0": 6, "house 1": 1, "house 2": 1, "house 3": 1}

    assert publishing.sayable(risen, BROUGHT, NETWORK) == risen
    alone = publishing.sayable(risen, mostly_one, NETWORK)
    assert alone.seen_from(None) is alone.seen_from("house 1") is State.QUIET
    # but the house that brings most hears of its own cluster, as if the others had brought nothing
    assert (alone.state, alone.local_house) == (State.LOCAL, "house 0")
    slowly = publishing.sayable(replace(risen, ratio=1.1), mostly_one, NETWORK)
    assert slowly.seen_from("house 0") is State.QUIET
    # nor in a network where three houses are nearly everybody
    assert publishing.sayable(risen, BROUGHT, 4).seen_from(None) is State.QUIET


@pytest.mark.parametrize(
    ("figures", "lasts"),
    [((5, 5, 5, 5), True), ((15, 40, 5, 10), True), ((5, None, 5, 5), False), ((5, 5, 5), False), ((), False)],
)
def test_what_is_always_there_is_read_off_the_figures(figures: tuple[int | None, ...], lasts: bool) -> None:
    assert publishing.lasting(figures) is lasts


def test_nothing_is_said_of_what_does_not_rise() -> None:
    assert publishing.evidence(replace(found(), state=State.STANDING), 20, BROUGHT, NETWORK) is None


def test_of_a_signal_that_is_held_the_two_figures_are_told_and_nothing_of_houses() -> None:
    # given a month in which one house alone brings more than usual
    local = replace(found(ratio=1.6, without=0.9, above=1), state=State.LOCAL)

    said = publishing.evidence(local, 20, BROUGHT, NETWORK, held=True)

    assert said is not None
    assert (said.observed, said.expected_below) == (25, 10)
    assert (said.houses, said.ratio, said.remains_without_one) == (None, 1.0, False)


def test_of_a_signal_that_is_held_there_are_words_where_its_cases_may_not_be_shown() -> None:
    said = publishing.evidence(replace(found(), state=State.QUIET), 2, BROUGHT, NETWORK, held=True)

    assert said is not None
    assert (said.observed, said.expected_below, said.houses) == (None, None, None)


def test_the_sentence_of_a_real_evaluation() -> None:
    rows = [("a", f"house {house}", date(2025, month, 1), 1) for house in range(6) for month in range(1, 10)]
    rows += [("b", f"house {house}", date(2025, month, 1), 9) for house in range(6) for month in range(1, 13)]
    rows += [("a", f"house {house}", date(2025, month, 1), 4) for house in range(6) for month in range(10, 13)]
    one = evaluate(Cube.of(rows, ["a", "b"], [f"house {house}" for house in range(6)], date(2025, 12, 1)))["a"]

    said = publishing.evidence(one, 12, dict.fromkeys((f"house {house}" for house in range(6)), 12), 6)

    assert one.state is State.SIGNAL
    assert said is not None
    assert (said.observed, said.expected_below, said.houses, said.network) == (70, 25, 3, 6)
