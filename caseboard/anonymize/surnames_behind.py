"""'Markus Runde', 'Larry Gott': a noun right behind a first name that the trained network does not rule out."""

from dataclasses import replace

from caseboard.anonymize.document import Document
from caseboard.anonymize.lexicon import FIRST
from caseboard.anonymize.passages import Passage

_POSSIBLE = 0.1  # from this probability on the network takes the noun for a part of some name
_SHORTEST = 3


def with_surname(document: Document, p: Passage) -> Passage:
    """The first name with the surname behind it, though that is an ordinary word."""
    words = document.within(p.start, p.end) if p.kind == "PERSON" else []
    if not words or words[-1].end != p.end or not document.vocabulary.name_value(words[-1].fold) & FIRST:
        return p
    after = document.at(words[-1].index + 1)
    if after is None or document.opinions is None or after.gap != " " or after.protected or not after.capital:
        return p
    likely = 1 - float(document.opinions[after.index][0]) >= _POSSIBLE
    return replace(p, end=after.end) if likely and len(after.text) >= _SHORTEST else p
