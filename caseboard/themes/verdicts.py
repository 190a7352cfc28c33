"""What is said of an evaluation: the state and the sentence that everybody sees, and what a house alone hears."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseboard.themes import publishing
from caseboard.themes.publishing import Evidence
from caseboard.themes.signals import STANDARD, Course, Evaluation, Parameters, State


@dataclass(frozen=True)
class Verdict:
    """Where a theme stands after a month.

    Attributes:
        found: the evaluation as far as it may be said.
        course: how it goes on from here; its state is where the theme stands for everybody.
        house: the one house that may hear of its own cluster, if enough of its colleagues have brought cases.
        evidence: what may be told of the figures behind a rise.
    """

    found: Evaluation
    course: Course
    house: str | None
    evidence: Evidence | None


def verdict(
    exact: Evaluation, before: Course, by_house: Mapping[str, int], network: int, parameters: Parameters = STANDARD
) -> Verdict:
    """What is said of a theme after a month.

    Args:
        exact: what the rule found.
        before: its course up to the month before.
        by_house: what each house brought in the window that is compared.
        network: how many houses take part at all.
        parameters: the rule.
    """
    found = publishing.sayable(exact, by_house, network, parameters)
    house = _local(found, parameters)
    course = before.after(found.seen_from(None), parameters)
    held = course.state is State.SIGNAL and found.state is not State.SIGNAL
    submitters = sum(number > 0 for number in by_house.values())
    evidence = publishing.evidence(found, submitters, by_house, network, parameters, held=held)
    return Verdict(found, course, None if held else house, evidence)


def _local(found: Evaluation, parameters: Parameters) -> str | None:
    """The house that may hear of its own cluster; of fewer cases than the rule needs it would hear of the others'."""
    enough = found.largest_house_observed >= parameters.least_cases
    return found.local_house if found.state is State.LOCAL and enough else None
