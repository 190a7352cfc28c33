"""'Markus Runde', 'Larry Gott', 'Dorj Bat-Erdene': a noun or a strange pair right behind a name.

The trained network must not rule the noun out; a pair joined by a hyphen that the language does not know needs no more.
"""

from dataclasses import replace

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, NOUN
from caseboard.anonymize.passages import Passage

_POSSIBLE = 0.1  # from this probability on the network takes the noun for a part of some name
_SHORTEST, _LONGEST = 3, 9


def with_surname(document: Document, p: Passage) -> Passage:
    """The first name with the surname behind it, though that is an ordinary word."""
    words = document.within(p.start, p.end) if p.kind == "PERSON" else []
    if not words or words[-1].end != p.end:
        return p
    after = document.at(words[-1].index + 1)
    if after is None or after.gap != " " or after.protected or not after.capital:
        return p
    if second := _strange_pair(document, words[-1], after):
        return replace(p, end=second.end)
    if document.opinions is None or not document.vocabulary.name_value(words[-1].fold) & FIRST:
        return p
    likely = document.believed(after) >= _POSSIBLE
    return replace(p, end=after.end) if likely and len(after.text) >= _SHORTEST else p


def _strange_pair(document: Document, name: Word, first: Word) -> Word | None:
    """The second half of 'Bat-Erdene' behind 'Dorj': no noun, and a word that no dictionary has."""
    second = document.at(first.index + 1)
    if second is None or second.gap != "-" or not second.capital or second.shouted or first.shouted:
        return None
    if first.value & NOUN or document.vocabulary.in_glossary(second.fold):
        return None
    known = second.value or len(second.text) > _LONGEST or name.value & NOUN
    return None if known else second
