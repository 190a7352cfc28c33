"""Which client groups may be named beside the figure of a theme in a quarter: that they are among it, never how many.

Rounded figures by group would not hold: beside the total of a theme, three groups with "about five" cases can only be
four each, and the rest of the house is known. So a group is named or it is not, and even that is little enough that
nothing can be subtracted; benchmarks/themes/audit.py proves it on integers:

- Whatever must hold for a figure must hold for the cases of a group by themselves: cases, submitters, houses, and that
  none of these brings too much of it. Cases for which no group is stated are a group that is never named.
- How many groups are named follows from the published figure alone: one for every five cases beyond the first five, the
  largest first. So what is named never adds up to the figure, whoever counts the least that each of them may be.
- It is frozen with the figure of its quarter. Where there is no figure, no group is named.
"""

from collections.abc import Mapping, Sequence

from caseboard.themes import publishing

ByHouse = Mapping[str, int]


def most(figure: int | None) -> int:
    """How many groups are named at most beside this figure."""
    return max(0, (figure or 0) // publishing.STEP - 1)


def named(figure: int | None, by_group: Mapping[str, ByHouse], order: Sequence[str], network: int) -> tuple[str, ...]:
    """The groups that are named, in the order of their list.

    Args:
        figure: what is published of the theme in this quarter.
        by_group: what each house brought of each group.
        order: the groups that there are; of two that are equally large the first one comes first.
        network: how many houses take part at all.
    """
    large = sorted(filter(by_group.get, order), key=lambda group: -sum(by_group[group].values()))
    fit = [group for group in large if _may_be_named(by_group[group], network)]
    chosen = set(fit[: most(figure)])
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
