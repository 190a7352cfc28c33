"""The risk that somebody is recognised: expected number of other people who fit what the text still says (k-map)."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, Literal

from caseboard.anonymize import population
from caseboard.anonymize.population import Unit
from caseboard.anonymize.report import Light, Reason, Risk

GREEN, AMBER = 0.09, 0.20
Reader = Literal["colleague", "outsider"]
Sex = Literal["f", "m", "either"]
Band = tuple[int, int]
_BANDS = ((5, "under 5"), (10, "5-10"))
_ORDER: tuple[Light, ...] = ("green", "amber", "red")


def match(expected: float) -> float:
    """Success of one guess among the expected others: (1 − e^−λ)/λ."""
    return 1 - expected / 2 if expected < 1e-6 else -math.expm1(-expected) / expected


def light_of(expected: float) -> Light:
    """The worse of λ and λ/3 decides, because shares are not independent of each other."""
    worst = max(match(expected), match(expected / 3))
    return "green" if worst <= GREEN else "amber" if worst <= AMBER else "red"


def worse(*lights: Light) -> Light:
    """The worst of some lights."""
    return max(lights, key=_ORDER.index)


def band(expected: float) -> str:
    """How many people fit, in words that promise nothing."""
    return next((words for below, words in _BANDS if expected / 3 < below), "over 10")


@dataclass(frozen=True)
class Person:
    """What a text still says about its main person; None is not said.

    Nobody knows which of several people it is mainly about, so of several sexes, ages and origins the rarest counts:
    what is added can only make the circle smaller.
    """

    sex: Sex | None = None
    ages: tuple[Band, ...] = ()
    foreign: bool | None = None
    nationality: str | None = None
    region: str | None = None
    immigrated: bool = False
    single_parent: bool = False
    children: int | None = None
    alone: bool = False
    illness: float | None = None
    """The share of people who have what the author named, where so many have it that a share is known."""
    job: bool = False
    """Whether a group of occupations or the branch of an employer is named."""
    ailing: bool = False
    """Whether a group of illnesses is named."""
    village: bool = False
    rare: tuple[str, ...] = ()

    @property
    def unknown(self) -> bool:
        """Whether something is said whose share nobody knows: then it counts as rare."""
        return bool(self.rare) or (self.nationality is not None and self.nationality not in population.NATIONALITIES)


_GROUPS: dict[str, dict[str, Any]] = {
    "SEX": {"sex": None},
    "AGE": {"ages": ()},
    "ORIGIN": {"foreign": None, "nationality": None, "region": None, "immigrated": False},
    "FAMILY": {"single_parent": False, "children": None, "alone": False},
    "HEALTH": {"illness": None, "ailing": False},
    "JOB": {"job": False},
    "PLACE": {"village": False},
}
"""What the page names together, and what it is when the text does not say it."""


def expected_others(person: Person, unit: Unit, reader: Reader = "colleague") -> float:
    """λ: people of the population who fit as well; readers elsewhere know that the person receives benefits."""
    total = unit.clients if reader == "colleague" else float(unit.people)
    below_65 = 1 - (unit.age_share(65, 95) or unit.over_64)
    for share in _shares(person, unit, below_65 if reader == "colleague" else 1.0):
        total *= share
    return min(total, 1.0) if person.unknown else total


def _shares(person: Person, unit: Unit, base: float) -> Iterator[float]:
    if person.sex:
        yield min(share for sex, share in (("f", unit.women), ("m", 1 - unit.women)) if person.sex in (sex, "either"))
    if person.ages:
        yield min(1.0, min(unit.age_share(*band) for band in person.ages) / base)
    yield _origin(person, unit)
    yield _family(person)
    if person.illness is not None or person.ailing:
        yield min(1.0 if person.illness is None else person.illness, population.ILLNESS_GROUP if person.ailing else 1.0)
    if person.job:
        yield population.JOB_GROUP
    if person.village:
        yield population.share_of_villagers(unit)


def _origin(person: Person, unit: Unit) -> float:
    """The narrowest that is said: a nationality, a region of the world, foreign, immigrated."""
    shares = [unit.immigrated if person.immigrated else 1.0]
    if person.nationality in population.NATIONALITIES:
        scale = unit.foreign / population.REGION.foreign
        shares.append(population.NATIONALITIES[person.nationality] / population.REGION.people * scale)
    elif person.nationality:
        shares.append(unit.foreign * population.RAREST_REGION)
    if person.region:
        shares.append(unit.foreign * population.share_of_foreigners(person.region))
    if person.foreign is not None:
        shares.append(unit.foreign if person.foreign else 1 - unit.foreign)
    return min(shares)


def _family(person: Person) -> float:
    share = population.LIVING_ALONE if person.alone else 1.0
    children = person.children and min(3, person.children)
    if person.single_parent:
        share *= population.SINGLE_PARENTS
        return share * (population.CHILDREN_OF_SINGLE_PARENTS[children] if children else 1.0)
    return share * (population.PARENTS * population.CHILDREN_OF_PARENTS[children] if children else 1.0)


def assess(person: Person, county: str | None) -> Risk:
    """The light, with the county known or not, and the smallest combinations that cause it.

    Where the name of the county can mean several, the worst of their lights holds.
    """
    return max((_assess(person, unit) for unit in population.units_of(county)), key=lambda r: _ORDER.index(r.light))


def common(person: Person) -> Light:
    """The light in a written round without what is red anyway: what coarser words can still change."""
    return light_of(expected_others(replace(person, rare=()), population.REGION))


def anywhere(person: Person) -> Light:
    """The light in the county where it is worst: says what holds everywhere, and so nothing about the county."""
    if person.rare:
        return "red"
    return worse(*(light_of(expected_others(person, unit)) for unit in population.COUNTIES))


def _assess(person: Person, unit: Unit) -> Risk:
    rare = tuple(Reason("rare", (kind,), "under 5") for kind in sorted(set(person.rare)))
    said = replace(person, rare=())
    light = light_of(expected_others(said, unit))
    causes = tuple(_causes(said, unit, light)) if light != "green" else ()
    if rare:
        return Risk("red", (*rare, *(causes if light == "red" else ())))
    return Risk(light, causes)


def _causes(person: Person, unit: Unit, light: Light) -> Iterator[Reason]:
    """Every combination that shines like this and does not without one of its parts."""
    said = [group for group, empty in _GROUPS.items() if replace(person, **empty) != person]
    found: list[set[str]] = []
    for size in range(1, len(said) + 1):
        for kinds in combinations(said, size):
            expected = expected_others(_only(person, kinds), unit)
            if light_of(expected) == light and not any(part <= set(kinds) for part in found):
                found.append(set(kinds))
                yield Reason("combination", kinds, band(expected))


def _only(person: Person, kinds: Iterable[str]) -> Person:
    """The person as far as these kinds tell of it."""
    silent = {name: value for group, empty in _GROUPS.items() if group not in kinds for name, value in empty.items()}
    return replace(person, **silent)
