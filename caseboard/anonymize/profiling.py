"""From the finds of a document to what its text still says about the main person."""

import re

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.population import NATIONALITIES
from caseboard.anonymize.report import Profile
from caseboard.anonymize.resolving import Passage
from caseboard.anonymize.risk import Person

_SINGLE_PARENT = re.compile(r"\b(?:allein ?erziehend\w*|Alleinerziehend\w*|alleinstehende Mutter)\b", re.I)
_ALONE = re.compile(r"\b(?:allein ?lebend\w*|lebt allein|wohnt allein|Single-?Haushalt|Einpersonenhaushalt)\b", re.I)
_WOMAN = re.compile(r"\b(?:Frau|Kundin|Klientin|Fr\.|Mutter|alleinerziehende[rn]? Mutter)\b")
_MAN = re.compile(r"\b(?:Herrn?|Kunde|Klient|Hr\.)\b")
_CHILDREN = re.compile(r"\b(?P<n>ein(?:em)?|zwei|drei|1|2|3)(?: \w+)? (?:Kind(?:e?rn?)?|Ki\.)(?!\w)")
_NUMBERS = {"ein": 1, "einem": 1, "zwei": 2, "drei": 3, "1": 1, "2": 2, "3": 3}
_ALWAYS_RED = ("EVENT", "JOB", "HEALTH")
_WIDEST = 3


def main_person(document: Document, shown: list[Passage], coarse: list[Passage], level: int) -> Person:
    """Restored passages count as they stand, masked ones by what their replacement says at this level of coarseness."""
    text = document.text
    hidden = [(p.start, p.end) for p in [*coarse] if p.kind == "FAMILY" or not p.quasi]
    women, men = len(_WOMAN.findall(text)), len(_MAN.findall(text))
    children = [m for m in _CHILDREN.finditer(text) if not any(a <= m.start() < b for a, b in hidden)]
    ages = [p for p in shown if p.kind == "AGE"]
    origins = [p for p in shown if p.kind == "ORIGIN"]
    return Person(
        sex="f" if women > men else "m" if men else None,
        age=_age(text, ages, exact=True)
        or (_age(text, [p for p in coarse if p.kind == "AGE"], exact=False, level=level)),
        nationality=_nationality(text, origins),
        foreign=True if not origins and level < _WIDEST - 1 and any(p.kind == "ORIGIN" for p in coarse) else None,
        single_parent=bool(_SINGLE_PARENT.search(text)),
        children=max((_NUMBERS[m["n"]] for m in children), default=None),
        alone=bool(_ALONE.search(text)),
        rare=tuple(sorted({p.kind for p in shown if p.kind in _ALWAYS_RED or p.kind == "FAMILY"})),
    )


def _age(text: str, ages: list[Passage], *, exact: bool, level: int = 0) -> tuple[int, int] | None:
    """The first grown-up age: to the year, as a part of a decade, as a decade, or not at all."""
    for p in ages:
        number = re.search(r"\d{1,4}", text[p.start : p.end])
        years = int(number[0]) if number else 0
        if not 18 <= years < 95:
            continue
        if exact:
            return years, years + 1
        low = years // 10 * 10
        if level == 0:
            third = (0, 4) if years % 10 < 4 else (4, 7) if years % 10 < 7 else (7, 10)
            return low + third[0], low + third[1]
        return (low, low + 10) if level < _WIDEST else None
    return None


def _nationality(text: str, origins: list[Passage]) -> str | None:
    for p in origins:
        folded = fold(text[p.start : p.end])
        return next((name for name in NATIONALITIES if folded[:4] == fold(name)[:4]), "rare")
    return None


def coarseness(profile: Profile) -> range:
    """The levels that are tried, finest first."""
    return range(_WIDEST + 1) if profile == "case" else range(_WIDEST, _WIDEST + 1)
