"""The audit finds what broken rules give away, and finds nothing in what Caseboard publishes."""

from collections.abc import Callable
from datetime import date

import pytest

from benchmarks.themes import published, telling
from benchmarks.themes.audit import Audit
from benchmarks.themes.findings import ALL_OTHERS
from benchmarks.themes.programme import Kind
from benchmarks.themes.tables import Published, Row
from caseboard.themes import publishing
from caseboard.themes.signals import Cube, State

HOUSES = ("bamberg", "coburg", "hof", "kronach", "lichtenfels")
FIRST, SECOND, THIRD = date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)


@pytest.fixture(scope="module")
def audit() -> Audit:
    """One audit for all tests, so that equal programmes are solved once."""
    return Audit()


def rows(*brought: int, day: date = FIRST, theme: str = "debt") -> list[Row]:
    """So many cases in each of the houses."""
    return [(theme, house, day, number) for house, number in zip(HOUSES, brought, strict=True) if number]


def figure(value: int | None, kind: Kind = Kind.FIGURE, start: date = FIRST, end: date = SECOND) -> Published:
    """A published value about the theme."""
    return Published("debt", start, end, kind, value)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_published_tells_no_count_under_three_apart(audit: Audit, seed: int) -> None:
    cube = published.network(seed)
    values = [*published.figures(cube), *published.sentences(cube), *published.states(cube)]

    # when an outsider and every house guess
    report = audit(values, published.rows(cube), cube.houses)

    assert report.counts > 50
    assert report.clean


def test_sentences_and_states_are_among_what_is_audited() -> None:
    cubes = [published.network(seed) for seed in range(12)]

    assert any(list(published.sentences(cube)) for cube in cubes)
    kinds = {one.kind for cube in cubes for one in published.states(cube)}
    assert kinds == {Kind.NAMED, Kind.CASES}


@pytest.mark.parametrize("made", [telling.sparse, telling.bursting])
@pytest.mark.parametrize("seed", [0, 6, 7])
def test_neither_states_nor_what_a_house_hears_alone_tell_a_small_count(made: Callable[[int], Cube], seed: int) -> None:
    # given a network of which everything is said again month by month, by the code that says it
    replay = telling.of_cube(made(seed))
    assert {State.QUIET, State.NO_BASIS} <= {state for heard in replay.heard for state in heard.public}

    # when everybody guesses from what is said and what is not
    report = telling.examined(replay, seed)

    # then there are other counts for every small one, of which all the same would have been said
    assert report.counts > 1000
    assert report.leaks == []


def test_houses_hear_of_their_own_clusters_in_what_is_audited() -> None:
    replays = [telling.of_cube(telling.sparse(seed)) for seed in range(8)]

    assert any(house for replay in replays for heard in replay.heard for house in heard.alone)


def test_more_than_a_year_of_weekly_snapshots_tells_no_more_than_its_quarters() -> None:
    # given each of the networks that the benchmark audits quarter by quarter
    for cube in map(published.network, range(200)):
        weekly = set(published.every_week(cube))

        # then no week says anything else, so nothing is left to subtract
        assert weekly
        assert weekly <= set(published.figures(cube))


def test_of_the_words_of_advisers_less_is_shown_than_would_be_of_cases() -> None:
    for cube in map(published.network, range(20)):
        shown = {(one.theme, one.start): one.value for one in published.figures(cube)}
        words = {(one.theme, one.start): one.value for one in published.words(cube)}

        # then figures begin with ten words, and are the same from there on
        assert words.keys() == shown.keys()
        assert all(value in (None, shown[key]) for key, value in words.items())
        assert all(
            words[key] == value for key, value in shown.items() if value is not None and value > publishing.SAFE_CELL
        )


def test_a_total_that_is_counted_on_its_own_is_caught(audit: Audit) -> None:
    # given three themes with figures, one without, and a rounded total of all of them
    cube = next(cube for cube in map(published.network, range(2)) if len(cube.houses) == 7)
    some = [*published.figures(cube), *published.totals(cube)]

    report = audit(some, published.rows(cube), cube.houses, [cube.houses[4]])

    # then somebody knows that the hidden one is large, so another house has one case of it or many, but not two
    assert [(leak.theme, leak.count, leak.least, leak.most) for leak in report.leaks] == [("theme 2", 1, 0, 20)]


def test_exact_totals_are_caught(audit: Audit) -> None:
    cube = published.network(0)

    report = audit(published.exact(cube), published.rows(cube), cube.houses)

    assert not report.clean
    assert any(leak.determined for leak in report.leaks)


def test_fewer_than_five_beside_three_houses_is_caught(audit: Audit) -> None:
    # given three and four being shown as "fewer than five" where three houses are needed anyway
    report = audit([figure(0, Kind.FEWER_THAN_FIVE)], rows(2, 1, 1, 0, 0), HOUSES, [None])

    # then the two cannot be three
    assert [(leak.house, leak.count, leak.most) for leak in report.leaks] == [("bamberg", 2, 2)]


def test_a_flag_beside_no_figure_is_caught(audit: Audit) -> None:
    # given that three houses know a theme, and that they are too few for a figure
    told = [figure(3, Kind.CASES), figure(3, Kind.HOUSES), figure(None)]

    report = audit(told, rows(2, 1, 1, 0, 0), HOUSES)

    # then the house that said it twice knows that two others said it, too
    assert (ALL_OTHERS, 2, 2, "bamberg") in {
        (leak.house, leak.count, leak.least, leak.known_to) for leak in report.leaks
    }


def test_a_state_beside_no_figure_is_caught(audit: Audit) -> None:
    # given a theme of which it is said that it rises, although one house has most of its cases
    report = audit(*published.bare_rise())

    # then that house knows that each of two others has one case at least
    assert (ALL_OTHERS, 2, 2, "house 0") in {
        (leak.house, leak.count, leak.least, leak.known_to) for leak in report.leaks
    }


def test_a_house_that_knows_its_own_figures_is_no_better_off(audit: Audit) -> None:
    brought = (3, 2, 1, 1, 0)
    shown = publishing.figure(dict(zip(HOUSES, brought, strict=True)), 7, 5)

    assert shown == 5
    assert audit([figure(shown)], rows(*brought), HOUSES).clean


def test_a_network_of_three_houses_would_give_them_all_away(audit: Audit) -> None:
    # given a figure in a network that is too small for it
    report = audit([figure(5)], rows(2, 2, 1, 0, 0)[:3], HOUSES[:3], [None])

    # then everybody knows that each of the three has a case
    assert [(leak.house, leak.count, leak.least) for leak in report.leaks] == [("hof", 1, 1)]


def test_windows_that_overlap_can_be_subtracted(audit: Audit) -> None:
    # given exact figures of two windows that differ by a quarter with one case
    some = [figure(12, Kind.EXACT), figure(13, Kind.EXACT, FIRST, THIRD)]

    report = audit(some, [*rows(3, 3, 3, 3, 0), *rows(1, 0, 0, 0, 0, day=SECOND)], HOUSES, [None])

    # then the case of that quarter is known
    assert (ALL_OTHERS, SECOND, THIRD, 1, 1) in {
        (leak.house, leak.start, leak.end, leak.least, leak.most) for leak in report.leaks
    }


def test_a_figure_that_is_revised_later_is_caught(audit: Audit) -> None:
    report = audit([figure(5), figure(10)], [], HOUSES, [])

    assert len(report.revised) == 2
    assert not report.clean


def test_a_snapshot_that_the_rules_do_not_make_of_the_counts_is_refused(audit: Audit) -> None:
    with pytest.raises(ValueError, match="not what the rules make"):
        audit([figure(20)], rows(1, 1, 0, 0, 0), HOUSES, [None])
