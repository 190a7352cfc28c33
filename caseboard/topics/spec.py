"""What the classifier has to know about a theme: plain data, whoever keeps it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class ThemeSpec:
    """A theme in a curator's words.

    `starts_from` names the themes of the starting knowledge that this one means: itself unless told otherwise, several
    after a merge, none when its meaning has changed or it is the child of a split. A new name changes nothing.
    """

    key: str
    name: str = ""
    definition: str = ""
    seeds: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    starts_from: tuple[str, ...] | None = None

    @property
    def origins(self) -> tuple[str, ...]:
        """The themes of the starting knowledge that this one stands for, if they are there."""
        return (self.key,) if self.starts_from is None else self.starts_from


SHIPPED = Path(__file__).parents[1] / "data" / "themes.yaml"


@cache
def shipped_specs() -> tuple[ThemeSpec, ...]:
    """The taxonomy that comes with the program."""
    return tuple(map(_spec, yaml.safe_load(SHIPPED.read_text("utf-8"))["themes"]))


def _spec(row: dict[str, Any]) -> ThemeSpec:
    return ThemeSpec(row["id"], row["de"], row["definition"], tuple(row["seeds"]), tuple(row.get("excludes", ())))
