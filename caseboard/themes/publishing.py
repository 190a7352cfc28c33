"""What may be shown of exact counts: figures that say how much there is and never what a single house brought.

Three decisions carry it, and benchmarks/themes/audit.py proves them on integers:

- A figure is a multiple of five or nothing. "Fewer than five" is never said: beside "from at least three houses" it
  would leave only one, one, one and two, one, one, and everybody could tell the two from a three.
- The figures of quarters do not overlap, are published once when the quarter is over, and are never revised; totals are
  sums of what is shown. So nothing is left to subtract between weeks, windows or themes. Only the sentence of a signal
  has a window of its own, and the audit counts it in.
- Nothing is shown in a network of fewer than five houses, where "three houses" is nearly everybody.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from caseboard.themes.signals import STANDARD, Cube, Evaluation, Parameters, State

LEAST_CASES = 3
LEAST_SUBMITTERS = 3
LEAST_HOUSES = 3
LEAST_NETWORK = 5
"""Of five houses one knows its own figures, three stand behind a theme, and still any of the four may be without it."""

STEP = 5
SAFE_CELL = 10
LEAST_REST = 3
LEAST_REST_OF_MANY = 5
"""What all houses but the largest bring together, from ten cases on five: the largest house knows its own part.

Below ten cases no house may bring more than half.
"""

YEAR = 4
"""So many closed quarters are looked at together."""

HOUSE_STEP = 3
HOUSES_LEFT_OPEN = 2
RATIO_STEPS = (1.2, 1.5, 2.0, 3.0, 5.0)
"""A lower bound is shown in steps so wide that a case more or less does not move it."""


def figure(by_house: Mapping[str, int], submitters: int, network: int) -> int | None:
    """The figure that is shown for these cases, or None; `network` is how many houses take part at all."""
    brought = [number for number in by_house.values() if number]
    total = sum(brought)
    enough = total >= LEAST_CASES and len(brought) >= LEAST_HOUSES and submitters >= LEAST_SUBMITTERS
    if network < LEAST_NETWORK or not enough or dominated(max(brought), total):
        return None
    return rounded(total)


def rounded(total: int) -> int:
    """The nearest multiple of five, but never zero: what is too few for five is not shown at all."""
    return max(STEP, STEP * ((total + STEP // 2) // STEP))


def dominated(largest: int, total: int) -> bool:
    """Whether one house brought so much of it that the figure would say something about that house, or the others."""
    rest = total - largest
    if total < SAFE_CELL:
        return rest < LEAST_REST or 2 * largest > total
    return rest < LEAST_REST_OF_MANY


def houses(number: int, network: int) -> int | None:
    """ "At least so many of the houses": in steps of three, and never so many that hardly one is left out."""
    shown = min(number, network - HOUSES_LEFT_OPEN) // HOUSE_STEP * HOUSE_STEP
    return shown or None


def quarter_of(day: date) -> date:
    """The first day of the quarter of `day`."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def following(quarter: date) -> date:
    """The first day of the quarter after this one."""
    return date(quarter.year + (quarter.month > 9), (quarter.month + 2) % 12 + 1, 1)


def closed_quarters(day: date, first: date) -> tuple[date, ...]:
    """The first days of all quarters since that of `first` which are over on `day`."""
    quarters = []
    one = quarter_of(first)
    while (after := following(one)) <= day:
        quarters.append(one)
        one = after
    return tuple(quarters)


def freeze(published: Mapping[date, int | None], fresh: Mapping[date, int | None]) -> dict[date, int | None]:
    """The figures of a theme by quarter: what was published stays as it was, whatever is withdrawn or moved later."""
    return {**fresh, **published}


def merged(figures: Iterable[int | None]) -> int | None:
    """The figure of several quarters, of all themes, or of themes that have become one: the sum of what is shown.

    To count anew would overlap with what was published: beside three themes with figures even a rounded total says how
    large the fourth is, and the audit finds houses in it that have one case or many, but not two.
    """
    shown = [one for one in figures if one is not None]
    return sum(shown) if shown else None


def quarterly(cube: Cube, theme: str, day: date, network: int) -> dict[date, int | None]:
    """The figures of all quarters of a cube that are over on `day`, where each house has colleagues of its own."""
    found = {}
    for quarter in closed_quarters(day, cube.months[0]):
        by_house = brought(cube, theme, quarter)
        found[quarter] = figure(by_house, sum(number > 0 for number in by_house.values()), network)
    return found


def brought(cube: Cube, theme: str, quarter: date) -> dict[str, int]:
    """What each house brought of a theme in a quarter."""
    months = [place for place, month in enumerate(cube.months) if quarter_of(month) == quarter]
    counts = cube.counts[cube.themes.index(theme)][:, months].sum(axis=1)
    return dict(zip(cube.houses, counts.tolist(), strict=True))


def sayable(
    evaluation: Evaluation, by_house: Mapping[str, int], network: int, parameters: Parameters = STANDARD
) -> Evaluation:
    """The evaluation as far as everybody may hear of it: that a theme rises is said only where a figure may be shown.

    The state by itself tells that there are five cases of three houses, so it keeps to the same rule as the figure; of
    `by_house` every house has colleagues of its own. Where it may not be said, the house that brings most hears of its
    own cluster as if the others had brought less: hearing nothing could tell it that they have brought enough.
    """
    submitters = sum(number > 0 for number in by_house.values())
    if evaluation.state not in (State.SIGNAL, State.WATCH) or figure(by_house, submitters, network) is not None:
        return evaluation
    if evaluation.observed >= parameters.least_cases and evaluation.ratio > parameters.signal_ratio:
        return replace(evaluation, state=State.LOCAL, local_house=evaluation.largest_house)
    return replace(evaluation, state=State.STANDING if evaluation.standing else State.QUIET)


def lasting(figures: Collection[int | None]) -> bool:
    """Whether a theme is always there, by the figures of its last closed quarters: each of them has one.

    So there are a dozen cases in a year, of three houses in every quarter, and none of these brought too much of them.
    It is read off what is shown anyway, so it tells nothing beside it. Said of exact counts month by month, a change of
    it would narrow down how many months were without a case and how much the others brought beside a large house.
    """
    return len(figures) == YEAR and all(figure is not None for figure in figures)


@dataclass(frozen=True)
class Evidence:
    """The sentence of a signal in figures that may be shown; the words around them are the room's.

    "In the last 90 days about `observed` cases, fewer than `expected_below` would be expected. At least `houses` of
    `network` jobcenters lie above what is usual for them; the rise remains without the jobcenter that exceeds most.
    Carefully reckoned it is at least `ratio` times as much. Of 30 themes `false_alarms` false signals a year."

    Of a signal that is held in a month in which the theme does not rise, only the two figures are told, as far as they
    may be: what else there is to say of such a month would be said of single houses.
    """

    month: date
    observed: int | None
    expected_below: int | None
    houses: int | None
    network: int
    ratio: float
    remains_without_one: bool
    false_alarms: tuple[int, int]
    rule_version: str


def evidence(
    evaluation: Evaluation,
    submitters: int,
    by_house: Mapping[str, int],
    network: int,
    parameters: Parameters = STANDARD,
    *,
    held: bool = False,
) -> Evidence | None:
    """What may be shown of the evidence of what rises; None where its cases may not be shown at all.

    Args:
        evaluation: what the rule found in this month.
        submitters: how many people brought the cases.
        by_house: what each house brought.
        network: how many houses take part at all.
        parameters: the rule.
        held: whether a former signal still stands although this month is none; of that there are always words.
    """
    observed = figure(by_house, submitters, network)
    rises = observed is not None and evaluation.state in (State.SIGNAL, State.WATCH)
    if not (rises or held):
        return None
    return Evidence(
        month=evaluation.month,
        observed=observed,
        expected_below=None if observed is None else STEP * (int(evaluation.expected) // STEP + 1),
        houses=houses(evaluation.houses_above, network) if rises else None,
        network=network,
        ratio=max((step for step in RATIO_STEPS if rises and step <= evaluation.ratio), default=1.0),
        remains_without_one=rises and evaluation.ratio_without_one > parameters.signal_ratio_without_one,
        false_alarms=parameters.false_alarms_a_year,
        rule_version=evaluation.rule_version,
    )
