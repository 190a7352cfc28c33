"""The houses and people of the demo, for the demo that fills them in and the sign-in page that shows them."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

TEXT = Path(__file__).parent / "demo" / "texts" / "people.yaml"
DEMO_PASSWORD = "gemeinsam-beraten"  # noqa: S105 - it opens the demo alone, and stands on its sign-in page


@dataclass(frozen=True)
class DemoPerson:
    """Somebody of the demo; `who` says what can be tried out as them."""

    name: str
    email: str
    house: str
    roles: tuple[str, ...]
    showcase: bool
    who: str


@dataclass(frozen=True)
class DemoHouse:
    """A jobcenter of the demo with its people."""

    id: str
    name: str
    county: str
    kind: str
    people: tuple[DemoPerson, ...]


@functools.cache
def houses() -> tuple[DemoHouse, ...]:
    """Every house of the demo."""
    rows = yaml.safe_load(TEXT.read_text("utf-8"))["jobcenters"]
    return tuple(_house(row) for row in rows)


def showcase() -> tuple[DemoPerson, ...]:
    """The people whom a newcomer can try out, one for each thing there is to do."""
    return tuple(person for house in houses() for person in house.people if person.showcase)


def _house(row: Mapping[str, Any]) -> DemoHouse:
    people = tuple(_person(one, row["name"]) for one in row["people"])
    return DemoHouse(row["id"], row["name"], row["county"], row["kind"], people)


def _person(row: Mapping[str, Any], house: str) -> DemoPerson:
    return DemoPerson(
        name=row["name"],
        email=row["email"],
        house=house,
        roles=tuple(row["roles"]),
        showcase=row.get("showcase", False),
        who=row.get("who", ""),
    )
