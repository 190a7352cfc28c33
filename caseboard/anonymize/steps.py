"""Steps towards the coarser: what an author may ask for, and the order in which the pipeline tries them itself."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.groups import COARSE
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.profiling import ALONE, CHILDREN, SINGLE_PARENT
from caseboard.anonymize.report import Decisions
from caseboard.anonymize.residue import traits

DECADE, NO_AGE = "age:decade", "age:none"
NO_REGION, NO_ORIGIN, NO_FAMILY, HIDE = "origin:region", "origin:none", "family:none", "hide:"
NO_GROUP = "group:none"
OLD, TRAIT = "placeholder", "trait"
_SURE = 1.0
_OLD = re.compile(r"\[(?P<kind>Alter, [^\[\]\n]{1,40}|Herkunft(?:, [^\[\]\n]{1,40})?)\]")


class Level(NamedTuple):
    """How coarse ages and origins are written: 2 says only that something is said, an origin of 3 not even that.

    A group of 1 leaves out the groups of occupations and illnesses, and that a place is a village.
    """

    age: int = 0
    origin: int = 0
    group: int = 0


FINEST, COARSEST = Level(), Level(2, 2)
_TRIED = (
    *(FINEST, Level(1, 0), Level(0, 2), Level(1, 2), Level(1, 0, 1), Level(1, 2, 1)),
    *(Level(2, 0), COARSEST, Level(2, 0, 1), Level(2, 2, 1)),
)


def levels(decisions: Decisions) -> Iterator[Level]:
    """What is tried, finest first, and nothing finer than the author wants."""
    age = 2 if NO_AGE in decisions.coarser else 1 if DECADE in decisions.coarser else 0
    origin = 3 if NO_ORIGIN in decisions.coarser else 2 if NO_REGION in decisions.coarser else 0
    group = int(NO_GROUP in decisions.coarser)
    wanted = (Level(max(level.age, age), max(level.origin, origin), max(level.group, group)) for level in _TRIED)
    yield from dict.fromkeys(wanted)


def old_placeholders(document: Document) -> Iterator[Passage]:
    """What was put more generally earlier and can be put more generally still: ages, origins, groups, villages."""
    yield from (Passage(*m.span(), "JOB", _SURE, (OLD,)) for m in document.finditer(COARSE))
    for match in document.finditer(_OLD):
        kind = "AGE" if match["kind"].startswith("Alter") else "ORIGIN"
        yield Passage(*match.span(), kind, _SURE, (OLD,))


def coarsened(document: Document, masked: list[Passage], decisions: Decisions) -> Iterator[Passage]:
    """What the author wants to be put more generally although it is no find: family words, and what singles out."""
    wanted = list(_wanted(document, decisions))
    for p in wanted:
        if not any(p.start < m.end and m.start < p.end for m in masked) and not _shielded(document, p):
            yield p
            masked = [*masked, p]


def _wanted(document: Document, decisions: Decisions) -> Iterator[Passage]:
    if NO_FAMILY in decisions.coarser:
        for pattern in (SINGLE_PARENT, ALONE, CHILDREN):
            yield from (Passage(*m.span(), "FAMILY", _SURE, (TRAIT,)) for m in document.finditer(pattern))
    if not any(step.startswith(HIDE) for step in decisions.coarser):
        return  # most authors hide nothing, and to look for what singles out costs as much as a whole reading
    for trait in traits(document.text):
        if trait_step(document.text[trait.start : trait.end]) in decisions.coarser:
            yield Passage(trait.start, trait.end, trait.kind, _SURE, (TRAIT,))


def trait_step(surface: str) -> str:
    """The name of the step that hides these words."""
    return HIDE + " ".join(fold(word) for word in re.findall(r"\w+", surface))


def _shielded(document: Document, p: Passage) -> bool:
    return any(start < p.end and p.start < end for start, end in document.protected)
