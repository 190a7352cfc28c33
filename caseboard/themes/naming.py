"""Which client groups may be named beside the figure of a theme in a quarter: that they are among it, never how many.

Rounded figures by group would not hold: beside the total of a theme, three groups with "about five" cases can only be
four each, and the rest of the house is known. So a group is named or it is not, and even that is little enough that
nothing can be subtracted; benchmarks/themes/audit.py proves it on integers:

- Whatever must hold for a figure must hold for the cases of a group by themselves: cases, submitters, houses, and that
  none of these brings too much of it. Cases for which no group is stated are a group that is never named.
- How many groups are named depends on how many cases of the theme there are without the house that brought most: one
  from eight on, and one more for every five further ones; the largest first. A large house knows its own part of the
  figure, and of every group that is named it knows that the others brought up to five: three cases are left open still.
- That so many were brought without the largest house is said by naming them. It never says that every house has some:
  that many is at most two thirds of what the figure may stand for.
- It is frozen with the figure of its quarter. Where there is no figure, no group is named.
"""

from collections.abc import Mapping, Sequence

from caseboard.themes import publishing

ByHouse = Mapping[str, int]


LEFT_OPEN = publishing.LEAST_REST
"""So many cases of the others could belong to any group, for all that the house with most cases can know."""


def most(figure: int | None, total: ByHouse) -> int:
    """How many groups are named at most beside this figure, which stands for so many cases of each house."""
    return min(most_beside(figure), max(0, (_rest(total) - LEFT_OPEN) // publishing.LEAST_REST_OF_MANY))


def most_beside(figure: int | None) -> int:
    """How many it can be at most, whoever brought the cases: what everybody knows who sees the figure."""
    two_thirds = 2 * ((figure or 0) + publishing.STEP // 2) // 3
    return max(0, (two_thirds - LEFT_OPEN) // publishing.LEAST_REST_OF_MANY)


def least_rest(groups: int) -> int:
    """How many cases all houses but the largest brought at least when so many groups are named."""
    return LEFT_OPEN + groups * publishing.LEAST_REST_OF_MANY


def _rest(total: ByHouse) -> int:
    return sum(total.values()) - max(total.values(), default=0)


def named(
    figure: int | None, total: ByHouse, by_group: Mapping[str, ByHouse], order: Sequence[str], network: int
) -> tuple[str, ...]:
    """The groups that are named, in the order of their list.

    Args:
        figure: what is published of the theme in this quarter.
        total: what each house brought of it.
        by_group: the same of each group.
        order: the groups that there are; of two that are equally large the first one comes first.
        network: how many houses take part at all.
    """
    large = sorted(filter(by_group.get, order), key=lambda group: -sum(by_group[group].values()))
    fit = [group for group in large if _may_be_named(by_group[group], network)]
    chosen = set(fit[: most(figure, total)])
    return tuple(group for group in order if group in chosen)


def _may_be_named(by_house: ByHouse, network: int) -> bool:
    submitters = sum(number > 0 for number in by_house.values())
    return publishing.figure(by_house, submitters, network) is not None


def within(by_group: Mapping[str, ByHouse], total: ByHouse) -> bool:
    """Whether the cases of all groups are among those that were counted; between two nights they may not be."""
    brought: dict[str, int] = {}
    for by_house in by_group.values():
        for house, number in by_house.items():
            brought[house] = brought.get(house, 0) + number
    return all(number <= total.get(house, 0) for house, number in brought.items())
