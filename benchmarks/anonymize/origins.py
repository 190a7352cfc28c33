"""Whether names of every origin are found equally well: the persons of the annotated texts, grouped by their names."""

import re
from collections import defaultdict
from collections.abc import Iterable

from benchmarks.anonymize.shares import Share
from tests.texts.annotated import HERE

FEWEST = 30
"""Fewer names of one origin are counted together with the other small groups."""


def origins() -> dict[str, str]:
    """Which origin a word of a name has, in lower case; `tests/texts/origins.txt` has a line for each origin."""
    found: dict[str, str] = {}
    for line in (HERE / "origins.txt").read_text(encoding="utf-8").splitlines():
        origin, _, words = line.partition(":")
        if words:
            found.update(dict.fromkeys(words.split(), origin))
    return found


def by_origin(persons: Iterable[tuple[str, bool]]) -> dict[str, Share]:
    """The recall for each origin; a name counts for the first of its words that has one."""
    known, groups = origins(), defaultdict(list)
    for surface, found in persons:
        words = re.findall(r"\w+", surface.lower())
        groups[next((known[word] for word in words if word in known), "other")].append(found)
    for small in [origin for origin, each in groups.items() if len(each) < FEWEST and origin != "other"]:
        groups["other"] += groups.pop(small)
    return {origin: Share(sum(each), len(each)) for origin, each in sorted(groups.items())}
