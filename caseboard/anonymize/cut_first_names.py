"""Which full stop inside a name belongs to it: 'M. Herbst', 'Th. Herbst', 'Joh. Herbst', but not 'heißt Max. Tom'."""

from typing import Final

from caseboard.anonymize.words import listed

_VOWELS: Final = frozenset("aeiouy")
_SHORT = 3


def cut_first_name(folded: str) -> bool:
    """Whether a full stop behind this word shortens it, so that no sentence ends there."""
    if len(folded) == 1 or folded in listed("cut_first_names"):
        return True
    return len(folded) <= _SHORT and _VOWELS.isdisjoint(folded)
