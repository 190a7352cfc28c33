"""Which texts were written twice."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix, random

from caseboard.topics.duplicates import ALIKE, WITHIN, twice
from caseboard.topics.features import hasher, rarity, weighed

LONG = "Der Bus fährt nicht mehr ins Dorf und die Ausbildung in der Küche beginnt um fünf Uhr morgens im Hotel"


def _twice(texts: list[str], houses: list[int], days: list[int]) -> list[bool]:
    return twice(weighed(hasher().counts(texts), rarity()), np.array(houses), np.array(days)).tolist()


@pytest.mark.parametrize(
    ("houses", "days", "found"),
    [
        ([1, 1], [0, WITHIN], [False, True]),
        ([1, 1], [3, 0], [True, False]),
        ([1, 1], [0, WITHIN + 1], [False, False]),
        ([1, 2], [0, 0], [False, False]),
    ],
)
def test_the_later_of_two_texts_of_one_house_and_fortnight_counts_for_nothing(
    houses: list[int], days: list[int], found: list[bool]
) -> None:
    assert _twice([LONG, f"{LONG}."], houses, days) == found


def test_texts_that_share_a_few_words_are_two() -> None:
    assert _twice([LONG, "Der Bus fährt nicht mehr ins Dorf, sie pflegt ihre Mutter"], [1, 1], [0, 0]) == [False, False]


def test_empty_texts_are_no_doubles_of_each_other() -> None:
    assert _twice(["", ""], [1, 1], [0, 0]) == [False, False]


def test_it_finds_what_a_comparison_of_all_with_all_finds() -> None:
    # given rows that are near each other in all degrees
    rng = np.random.default_rng(5)
    base = random(40, 60, 0.2, rng=rng, format="csr").toarray()
    rows = np.vstack([base, base + random(40, 60, 0.1, rng=rng).toarray() * rng.uniform(0, 1.2, (40, 1))])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    houses, days = rng.integers(0, 2, 80), rng.integers(0, 30, 80)

    # when
    found = twice(csr_matrix(rows.astype(np.float32)), houses, days)

    # then
    later = (days[None, :] < days[:, None]) | ((days[None, :] == days[:, None]) & np.tri(80, k=-1, dtype=bool))
    near = (houses[:, None] == houses[None, :]) & later & (days[:, None] - days[None, :] <= WITHIN)
    assert found.tolist() == (near & (rows @ rows.T > ALIKE)).any(axis=1).tolist()
    assert 5 < found.sum() < 40


def test_the_search_says_how_far_it_is_and_can_be_stopped_meanwhile() -> None:
    # given
    weights = weighed(hasher().counts([LONG, f"{LONG}.", "Ganz andere Worte stehen hier"]), rarity())
    heard: list[tuple[int, int]] = []

    # when
    twice(weights, np.array([1, 1, 1]), np.array([0, 1, 2]), lambda done, total: heard.append((done, total)))

    # then it ends where all is compared, and whoever hears of it can end it sooner
    assert [done / total for done, total in heard] == sorted(done / total for done, total in heard)
    assert heard[-1][0] == heard[-1][1]

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        twice(weights, np.array([1, 1, 1]), np.array([0, 1, 2]), stop)
