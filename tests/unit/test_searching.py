"""Pages of what was found: none is empty, and a number that does not exist leads to the nearest one."""

import pytest

from caseboard.searching import PER_PAGE, Page, page_of

KEYS = [f"{number:02}" for number in range(2 * PER_PAGE + 1)]


@pytest.mark.parametrize(
    ("asked", "first", "number"),
    [(1, 0, 1), (2, PER_PAGE, 2), (3, 2 * PER_PAGE, 3), (4, 2 * PER_PAGE, 3), (0, 0, 1), (-7, 0, 1)],
)
def test_everything_stands_on_one_page(asked: int, first: int, number: int) -> None:
    assert page_of(KEYS, asked) == Page(tuple(KEYS[first : first + PER_PAGE]), number, 3)


def test_where_nothing_is_found_there_is_one_empty_page() -> None:
    assert page_of([], 5) == Page((), 1, 1)


def test_a_full_page_has_no_empty_one_after_it() -> None:
    assert page_of(KEYS[:PER_PAGE], 2) == Page(tuple(KEYS[:PER_PAGE]), 1, 1)
