"""Firms, schools, clubs, streets and hamlets that nobody has heard of: compositions.txt says what they consist of."""

import random
import re
from collections.abc import Callable
from functools import cache
from importlib import resources

from caseboard.anonymize.ner.nouns import nouns
from caseboard.anonymize.ner.pools import Pools

_PART = re.compile(r"\{([a-z_]+)\}")
_GERMAN, _WORD_NAME, _TOWN = 0.75, 0.15, 0.6


@cache
def rules() -> dict[str, tuple[str, ...]]:
    """Kind of thing → the ways to put one together."""
    text = (resources.files("caseboard.anonymize.ner") / "compositions.txt").read_text(encoding="utf-8")
    lines = (line.split(" = ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {kind: tuple(choices.split(" | ")) for kind, choices in lines}


class Composer:
    """Draws with one pair of dice from the names of one half."""

    def __init__(self, pools: Pools, dice: random.Random) -> None:
        self._pools, self._dice = pools, dice
        self._drawn: dict[str, Callable[[], str]] = {
            "town": self.town, "surname": self.surname, "place_adj": self.place_adjective,
            "village": lambda: dice.choice(pools.villages), "female": lambda: dice.choice(pools.german.female),
            "male": lambda: dice.choice(pools.german.male), "noun": lambda: dice.choice(nouns()),
            "noun_small": lambda: dice.choice(nouns()).lower(), "number": lambda: str(dice.randint(1, 140)),
            "letters": lambda: "".join(dice.choices("ABDEFGHKLMNPRSTVW", k=dice.randint(2, 4))),
        }  # fmt: skip

    def make(self, kind: str) -> str:
        """One thing of this kind."""
        if kind in self._drawn:
            return self._drawn[kind]()
        return _PART.sub(lambda part: self.make(part[1]), self._dice.choice(rules()[kind]))

    def surname(self) -> str:
        """The name of a family that may own something."""
        people = self._pools.german if self._dice.random() < _GERMAN else self._pools.foreign(self._dice)
        return self._dice.choice(self._pools.word_names if self._dice.random() < _WORD_NAME else people.last)

    def town(self) -> str:
        """A place of the German-speaking countries."""
        return self._dice.choice(self._pools.places if self._dice.random() < _TOWN else self._pools.villages)

    def place_adjective(self) -> str:
        """'Schweinfurter', 'Kitzinger', 'Münchener'."""
        town = self.town().split()[-1]
        for ending, put in (("ingen", "inger"), ("en", "ener"), ("e", "er")):
            if town.endswith(ending):
                return town[: -len(ending)] + put
        return f"{town}er"
