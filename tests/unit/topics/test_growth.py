"""How much more there is of something than known themes explain."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from caseboard.topics.growth import Rows, crowds, leftovers, strength


def _rows(*rows: tuple[float, ...]) -> csr_matrix:
    table = np.array(rows, np.float32)
    return csr_matrix(table / np.linalg.norm(table, axis=1, keepdims=True))


KNOWN, UNKNOWN = (0.9, 0.1), (0.1, 0.9)


def _periods(now: list[tuple[float, ...]], before: list[tuple[float, ...]], mix: tuple[float, float]) -> Rows:
    """Both periods with one mix for all texts."""
    return Rows(
        _rows(*now), _rows(*before), np.array([mix] * len(now)), np.array([mix] * len(before)), np.arange(len(now)) % 4
    )


@pytest.mark.parametrize(("observed", "expected", "bound"), [(10, 10, -1.03), (10, 1, 1.777), (3, 0, 0.757)])
def test_the_lower_bound_of_the_information_component(observed: int, expected: int, bound: float) -> None:
    assert float(strength(observed, expected)) == pytest.approx(bound, abs=0.01)


def test_the_growth_of_a_known_theme_is_expected() -> None:
    # given twice as many recent texts of the first theme, half as many of the second
    mix = np.array([[1.0, 0, 0]] * 20 + [[0, 1.0, 0]] * 5)
    before = np.array([[1.0, 0, 0]] * 10 + [[0, 1.0, 0]] * 10)
    periods = Rows(_rows(*[(1, 0)] * 25), _rows(*[(1, 0)] * 20), mix, before, np.zeros(25, int))

    # then
    assert periods.expected.tolist() == [2.0] * 10 + [0.5] * 10


def test_recent_texts_alone_among_themselves_are_a_crowd_and_those_among_former_ones_are_not() -> None:
    # given five recent texts of their own, and twenty among forty that are like them
    own = [(0, 0, 1, 0.1 * step) for step in range(5)]
    usual = [(1, 0.1 * step, 0, 0) for step in range(20)]
    before = [(1, 0.05 * step, 0, 0) for step in range(40)]

    # when
    first = next(crowds(_periods(own + usual, before, UNKNOWN)))

    # then
    assert {0, 1, 2} <= set(first.places.tolist()) <= {0, 1, 2, 3, 4}


def test_what_comes_from_two_houses_is_no_group() -> None:
    # given
    own = [(0, 0, 1, 0.1 * step) for step in range(5)]
    usual = [(1, 0.1 * step, 0, 0) for step in range(20)]
    periods = _periods(own + usual, [(1, 0.05 * step, 0, 0) for step in range(40)], UNKNOWN)
    two = Rows(periods.recent, periods.before, periods.recent_mix, periods.before_mix, np.arange(25) % 2)

    # then
    assert [*crowds(two), *leftovers(two)] == []


def test_of_two_crowds_the_less_sure_one_comes_first_and_the_surer_one_is_not_shut_out() -> None:
    # given six texts that the classifier is sure of, and five that it doubts
    crowd = [(0, 0, 1, 0.1 * step, 0, 0) for step in range(6)]
    other = [(0, 1, 0, 0, 0.1 * step, 0) for step in range(5)]
    usual = [(1, 0, 0, 0, 0, 0.1 * step) for step in range(20)]
    mix = np.array([KNOWN] * 6 + [UNKNOWN] * 5 + [(0.5, 0.5)] * 20)
    before = [(1, 0, 0, 0, 0, 0.05 * step) for step in range(40)]
    periods = Rows(_rows(*crowd, *other, *usual), _rows(*before), mix, np.array([UNKNOWN] * 40), np.arange(31) % 4)

    # when
    first, second = list(crowds(periods))[:2]

    # then
    assert set(first.places.tolist()) <= {6, 7, 8, 9, 10}
    assert set(second.places.tolist()) <= {0, 1, 2, 3, 4, 5}


def test_leftovers_are_ranked_by_their_growth_and_not_by_their_size() -> None:
    # given nine texts as there were many before, and five that are new
    often = [(1, 0.02 * step, 0, 0) for step in range(9)]
    new = [(0, 0, 1, 0.02 * step) for step in range(5)]
    sure = [(0, 1, 0, 0)] * 26
    mix = np.array([UNKNOWN] * 14 + [KNOWN] * 26)
    before = [(1, 0.01 * step, 0, 0) for step in range(40)]
    periods = Rows(_rows(*often, *new, *sure), _rows(*before), mix, np.array([UNKNOWN] * 40), np.arange(40) % 4)

    # then
    assert next(leftovers(periods)).places.tolist() == [9, 10, 11, 12, 13]
