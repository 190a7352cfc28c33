"""Which client groups are named beside a figure, and that nothing can be subtracted from what is named."""

from datetime import date

import pytest

from benchmarks.themes import grouped, published
from benchmarks.themes.audit import Audit, Report
from benchmarks.themes.programme import Kind
from benchmarks.themes.tables import NOT_STATED, Published, Row
from caseboard.themes import naming, publishing

HOUSES = ("bamberg", "coburg", "hof", "kronach", "lichtenfels")
FIRST = date(2026, 1, 1)
YOUNG, OLDER, ALONE, *_others = grouped.GROUPS

Table = dict[str, tuple[int, ...]]


@pytest.fixture(scope="module")
def audit() -> Audit:
    """One audit for all tests, so that equal programmes are solved once."""
    return Audit()


def by_house(numbers: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(HOUSES, numbers, strict=True))


def total(table: Table) -> dict[str, int]:
    """What each house brought of all groups together."""
    return by_house(tuple(map(sum, zip(*table.values(), strict=True))))


def figure(table: Table) -> int | None:
    """The figure that is published of all groups together."""
    brought = total(table)
    return publishing.figure(brought, sum(map(bool, brought.values())), len(HOUSES))


def named(table: Table) -> tuple[str, ...]:
    """The groups that are named of this table."""
    by_group = {group: by_house(numbers) for group, numbers in table.items()}
    return naming.named(figure(table), total(table), by_group, grouped.GROUPS, len(HOUSES))


def rows(table: Table) -> list[Row]:
    """The counts one by one."""
    return [
        Row("debt", house, FIRST, number, group)
        for group, numbers in table.items()
        for house, number in zip(HOUSES, numbers, strict=True)
    ]


def guessed(audit: Audit, table: Table) -> Report:
    """What an outsider and the first house can tell when these groups are named beside the figure."""
    said = [
        Published("debt", FIRST, published.after_quarter(FIRST), value=figure(table)),
        *grouped.of_names("debt", FIRST, figure(table), named(table)),
    ]
    return audit(said, rows(table), HOUSES, (None, HOUSES[0]))


@pytest.mark.parametrize(
    ("brought", "groups"),
    [
        ((2, 2, 2, 1, 0), 0),
        ((2, 2, 2, 2, 2), 1),
        ((4, 2, 2, 2, 2), 1),
        ((5, 2, 2, 2, 1), 0),
        ((9, 4, 4, 3, 1), 1),
        ((4, 4, 4, 4, 1), 1),
        ((5, 5, 5, 4, 1), 2),
        ((20, 12, 12, 12, 12), 9),
    ],
)
def test_what_all_houses_but_the_largest_brought_says_how_many_are_named(brought: tuple[int, ...], groups: int) -> None:
    shown = publishing.figure(by_house(brought), len(HOUSES), len(HOUSES))
    assert shown is not None

    assert naming.most(shown, by_house(brought)) == groups


def test_without_a_figure_no_group_is_named() -> None:
    assert naming.most(None, by_house((10, 10, 0, 0, 0))) == 0


@pytest.mark.parametrize("brought", [(3, 1, 0, 0, 0), (1, 1, 1, 0, 0), (8, 1, 1, 0, 0), (5, 2, 1, 0, 0)])
def test_a_group_that_may_have_no_figure_is_not_named(brought: tuple[int, ...]) -> None:
    assert named({YOUNG: brought, NOT_STATED: (4, 4, 4, 4, 4)}) == ()
    assert named({YOUNG: (2, 2, 1, 0, 0), NOT_STATED: (4, 4, 4, 4, 4)}) == (YOUNG,)


def test_the_largest_groups_are_named_and_in_the_order_of_their_list() -> None:
    # given four groups that may be named, and a figure that allows two
    table = {YOUNG: (1, 1, 1, 1, 0), OLDER: (2, 1, 1, 1, 1), ALONE: (1, 1, 1, 1, 1), _others[0]: (2, 2, 1, 1, 1)}
    assert figure(table) == 20

    assert named(table) == (OLDER, _others[0])


def test_of_two_that_are_equally_large_the_first_one_of_the_list_is_named() -> None:
    table = {OLDER: (2, 1, 1, 1, 0), YOUNG: (0, 1, 1, 1, 2)}

    assert figure(table) == 10
    assert named(table) == (YOUNG,)


def test_what_is_not_stated_is_never_named() -> None:
    assert named({NOT_STATED: (9, 9, 9, 9, 9)}) == ()


def test_cases_that_the_last_night_has_not_counted_are_noticed() -> None:
    by_group = {YOUNG: {"hof": 2}, OLDER: {"hof": 1, "coburg": 1}}

    assert naming.within(by_group, {"hof": 3, "coburg": 4})
    assert not naming.within(by_group, {"hof": 2, "coburg": 4})


@pytest.mark.parametrize("seed", range(6))
def test_what_is_named_tells_no_count_under_three_apart(audit: Audit, seed: int) -> None:
    some = grouped.network(seed)
    cube = some.cube

    report = audit(
        [*grouped.groups(some), *published.sentences(cube)], some.rows(), cube.houses, (None, cube.houses[0])
    )

    assert report.counts > 50
    assert report.clean


def test_where_there_is_hardly_more_than_is_said_no_count_under_three_is_told_apart(audit: Audit) -> None:
    reports = []
    for told, truth, houses in map(grouped.tight, range(120)):
        reports.append(audit(told, truth, houses, (None, houses[0])))

    together = sum(reports, Report())
    assert together.counts > 5000
    assert together.clean


@pytest.mark.parametrize(
    "table",
    [
        {YOUNG: (0, 1, 1, 1, 1), OLDER: (0, 1, 1, 1, 1), ALONE: (0, 1, 1, 1, 1)},
        {YOUNG: (0, 2, 2, 1, 0), OLDER: (0, 2, 2, 1, 0), NOT_STATED: (0, 0, 0, 0, 1)},
        {YOUNG: (0, 2, 2, 2, 2), NOT_STATED: (0, 2, 0, 0, 0)},
        {YOUNG: (0, 1, 1, 1, 1), OLDER: (0, 2, 0, 0, 0)},
        {YOUNG: (1, 1, 0, 1, 1), OLDER: (3, 2, 1, 3, 3), ALONE: (0, 1, 0, 0, 0)},
        {YOUNG: (5, 1, 0, 4, 0), OLDER: (1, 0, 0, 1, 0)},
        {YOUNG: (4, 0, 3, 0, 1), OLDER: (1, 0, 0, 0, 0), ALONE: (2, 0, 0, 0, 0), NOT_STATED: (0, 0, 0, 1, 0)},
    ],
)
def test_what_is_named_never_adds_up_to_the_figure(audit: Audit, table: Table) -> None:
    assert guessed(audit, table).clean


@pytest.mark.parametrize("said", [(Kind.NAMED, None), (Kind.FIGURE, 5)], ids=["every group", "figures by group"])
def test_to_say_more_is_caught(audit: Audit, said: tuple[Kind, int | None]) -> None:
    # given three groups with a case of each of four houses, which together are all that the figure can stand for
    told, truth, houses = grouped.to_the_brim(*said)

    # when every group that is large enough is named, or has a rounded figure
    report = audit(told, truth, houses, (houses[0],))

    # then the house that has none knows everything of the others
    assert any(leak.determined for leak in report.leaks)


def test_a_large_house_that_knows_its_own_part_is_the_reason_to_look_at_the_others_alone(audit: Audit) -> None:
    # given a house with half of the theme, and a group of which the others brought five of their six cases
    table = {YOUNG: (5, 1, 0, 4, 0), OLDER: (1, 0, 0, 1, 0)}
    assert (figure(table), named(table)) == (10, ())

    # when that group is named all the same
    about = ("debt", FIRST, published.after_quarter(FIRST))
    told = [Published(*about, value=10), Published(*about, Kind.NAMED, group=YOUNG)]
    report = audit([*told, Published(*about, Kind.UNNAMED, group=OLDER)], rows(table), HOUSES, (HOUSES[0],))

    # then the large house knows that the sixth is at most one case
    assert {(leak.group, leak.count, leak.most) for leak in report.leaks} >= {(OLDER, 1, 1)}


def test_a_group_that_is_named_in_one_week_and_not_in_the_next_is_caught(audit: Audit) -> None:
    about = ("debt", FIRST, published.after_quarter(FIRST))
    said = [*grouped.of_names("debt", FIRST, 10, (YOUNG,)), *grouped.of_names("debt", FIRST, 10, ())]

    report = audit(said, [], HOUSES, [])

    assert {(one.theme, one.start, one.end) for one in report.revised} == {about}
    assert not report.clean
