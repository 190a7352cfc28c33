"""The words in which the anonymiser speaks with the house: finds, decisions, results, risk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from caseboard.anonymize.text import SafeText

Profile = Literal["case", "contribution", "business"]
Tier = Literal["certain", "suspicious", "quasi", "own"]
Light = Literal["green", "amber", "red"]

DIRECT = frozenset({"PERSON", "STREET", "PLACE", "POSTCODE", "ORG", "DATE", "PHONE", "EMAIL", "URL", "ID", "WORD"})
QUASI = frozenset({"AGE", "FAMILY", "ORIGIN", "JOB", "HEALTH", "EVENT", "MONEY"})


class EngineUnavailable(RuntimeError):
    """Stripping cannot run, so nothing may be stored. Carries no text."""

    def __init__(self) -> None:
        super().__init__("the anonymiser is not available")


@dataclass(frozen=True)
class Find:
    """One passage of the input and what stands there instead."""

    field: str
    start: int
    end: int
    surface: str
    kind: str
    replacement: str
    tier: Tier
    evidence: tuple[str, ...]
    decidable: bool
    key: str


@dataclass(frozen=True)
class Decisions:
    """What the author decided in the preview, by folded word."""

    keep: frozenset[str] = frozenset()
    mask: frozenset[str] = frozenset()
    restore: frozenset[str] = frozenset()
    coarser: frozenset[str] = frozenset()

    def to_json(self) -> dict[str, list[str]]:
        """Sorted lists, so that the same decisions always have the same signature."""
        return {name: sorted(getattr(self, name)) for name in ("keep", "mask", "restore", "coarser")}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The counterpart of to_json; anything that is no list of strings counts as empty."""

        def words(name: str) -> frozenset[str]:
            value = data.get(name)
            return frozenset(w for w in value if isinstance(w, str)) if isinstance(value, list) else frozenset()

        return cls(words("keep"), words("mask"), words("restore"), words("coarser"))

    @classmethod
    def of(
        cls,
        keep: Iterable[str] = (),
        mask: Iterable[str] = (),
        restore: Iterable[str] = (),
        coarser: Iterable[str] = (),
    ) -> Self:
        """Decisions from plain collections."""
        return cls(frozenset(keep), frozenset(mask), frozenset(restore), frozenset(coarser))


@dataclass(frozen=True)
class Reason:
    """One combination that narrows the circle of people."""

    code: str
    attributes: tuple[str, ...]
    band: str


@dataclass(frozen=True)
class Risk:
    """The light and why it does not shine greener."""

    light: Light
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Lights:
    """How recognisable somebody is: in a written round, in a live session, and in a live session wherever it is.

    In a written round nobody knows the county. Who hears the case giver speak does. The last light holds for every
    county, so that it can be shown to people who must not learn which one it is.
    """

    written: Risk = field(default_factory=lambda: Risk("green"))
    live: Risk = field(default_factory=lambda: Risk("green"))
    anywhere: Light = "green"


@dataclass(frozen=True)
class Restored:
    """A passage that the author put back as it was written, and what it tells."""

    kind: str
    surface: str


@dataclass(frozen=True)
class Offer:
    """One decision that is open to the author, and both lights as they will shine once it is taken."""

    decision: Literal["coarser", "restore"]
    steps: tuple[str, ...]
    kinds: tuple[str, ...]
    surfaces: tuple[str, ...]
    written: Light
    live: Light


@dataclass(frozen=True)
class Stripped:
    """The result: safe texts by field, and everything the author has to see about them."""

    texts: Mapping[str, SafeText]
    finds: tuple[Find, ...]
    kept: tuple[str, ...]
    risk: Risk
    kinds: Mapping[str, int] = field(default_factory=dict)
    standing: int = 0  # placeholders that stood in the input: what was found there earlier is not found again
    model: str = ""
    live: Risk = field(default_factory=lambda: Risk("green"))
    anywhere: Light = "green"
    restored: tuple[Restored, ...] = ()


@dataclass(frozen=True)
class Problem:
    """A character that a form refuses, and where it stands."""

    code: Literal["nul", "control", "bidi", "mixed-script"]
    position: int
