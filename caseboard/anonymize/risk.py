"""The risk that somebody is recognised: expected number of other people who fit what the text still says (k-map)."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from caseboard.anonymize import population
from caseboard.anonymize.population import Unit
from caseboard.anonymize.report import Light, Reason, Risk

GREEN, AMBER = 0.09, 0.20
Reader = Literal["colleague", "outsider"]
_BANDS = ((5, "under 5"), (10, "5-10"))


def match(expected: float) -> float:
    """Success of one guess among the expected others: (1 − e^−λ)/λ."""
    return 1 - expected / 2 if expected < 1e-6 else -math.expm1(-expected) / expected


def light_of(expected: float) -> Light:
    """The worse of λ and λ/3 decides, because shares are not independent of each other."""
    worst = match(expected / 3)
    return "green" if worst <= GREEN else "amber" if worst <= AMBER else "red"


def band(expected: float) -> str:
    """How many people fit, in words that promise nothing."""
    return next((words for below, words in _BANDS if expected / 3 < below), "over 10")


@dataclass(frozen=True)
class Person:
    """What a text still says about its main person; None is not said."""

    sex: Literal["f", "m"] | None = None
    age: tuple[int, int] | None = None
    foreign: bool | None = None
    nationality: str | None = None
    single_parent: bool = False
    children: int | None = None
    alone: bool = False
    rare: tuple[str, ...] = ()

    def attributes(self) -> tuple[str, ...]:
        """The kinds that are said, as the page names them."""
        said = {
            "AGE": self.age,
            "ORIGIN": self.nationality or self.foreign is not None,
            "FAMILY": self.single_parent or self.children or self.alone,
        }
        return tuple(sorted({kind for kind, value in said.items() if value} | set(self.rare))) or ("FAMILY",)


def expected_others(person: Person, unit: Unit, reader: Reader = "colleague") -> float:
    """λ: people of the population who fit as well; readers elsewhere know that the person receives benefits."""
    total = unit.clients if reader == "colleague" else float(unit.people)
    below_65 = 1 - (unit.age_share(65, 95) or unit.over_64)
    for share in _shares(person, unit, below_65 if reader == "colleague" else 1.0):
        total *= share
    return min(total, 1.0) if person.rare or person.nationality == "rare" else total


def _shares(person: Person, unit: Unit, base: float) -> Iterable[float]:
    if person.sex:
        yield unit.women if person.sex == "f" else 1 - unit.women
    if person.age:
        yield unit.age_share(*person.age) / base
    if person.nationality in population.NATIONALITIES:
        scale = unit.foreign / population.REGION.foreign
        yield population.NATIONALITIES[person.nationality] / population.REGION.people * scale
    elif person.foreign is not None:
        yield unit.foreign if person.foreign else 1 - unit.foreign
    if person.single_parent:
        yield population.SINGLE_PARENTS
    if person.children:
        yield population.CHILDREN_OF_SINGLE_PARENTS[min(3, person.children)]
    if person.alone:
        yield population.LIVING_ALONE


def assess(person: Person, county: str | None) -> Risk:
    """The light with the smallest combination that causes it."""
    unit = population.unit_of(county)
    expected = expected_others(person, unit)
    light: Light = "red" if person.rare else light_of(expected)
    if light == "green":
        return Risk("green")
    if person.rare:
        return Risk("red", (Reason("rare", tuple(sorted(person.rare)), "under 5"),))
    reasons = tuple(
        Reason("combination", part.attributes(), band(expected_others(part, unit)))
        for part in _smallest(person, unit, light)
    )
    return Risk(light, reasons)


def _smallest(person: Person, unit: Unit, light: Light) -> list[Person]:
    """Drop attributes one by one as long as the light stays as bad."""
    empty = {
        "sex": None,
        "alone": False,
        "age": None,
        "children": None,
        "nationality": None,
        "foreign": None,
        "single_parent": False,
    }
    for name, value in empty.items():
        smaller = replace(person, **{name: value})
        if smaller != person and light_of(expected_others(smaller, unit)) == light:
            person = smaller
    return [person]
