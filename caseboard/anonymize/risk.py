"""The risk that somebody is recognised: expected number of other people who fit what is still in the text."""

import math
from dataclasses import dataclass

from caseboard.anonymize.document import Document
from caseboard.anonymize.report import Light, Reason, Risk
from caseboard.anonymize.resolving import Passage

GREEN, AMBER = 0.09, 0.20


def match(expected: float) -> float:
    """Success of one guess among the expected others: (1 − e^−λ)/λ."""
    return 1 - expected / 2 if expected < 1e-6 else -math.expm1(-expected) / expected


def classify(expected: float) -> Light:
    """The worse of λ and λ/3 decides, because shares are not independent."""
    worst = match(expected / 3)
    return "green" if worst <= GREEN else "amber" if worst <= AMBER else "red"


def assess(document: Document, shown: list[Passage], masked: list[Passage], county: str | None) -> Risk:
    """The light for what the author put back."""
    if not shown:
        return Risk("green")
    if any(p.kind in ("EVENT", "JOB") for p in shown):
        return Risk("red", (Reason("rare", tuple(sorted({p.kind for p in shown})), "under 5"),))
    return Risk("amber", (Reason("restored", tuple(sorted({p.kind for p in shown})), "5-10"),))


@dataclass(frozen=True)
class Share:
    """An attribute and the part of the population that has it."""

    name: str
    value: float
