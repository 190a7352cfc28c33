"""Particles in names: 'von der Heydte', 'al Hamwi', 'dos Santos', but not 'Frau X von der Schulsozialarbeit'."""

import re

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, INFLECTED, LAST, PLACE
from caseboard.anonymize.recognizers.naming import function_word, name_like, naming, person_word, strange
from caseboard.anonymize.words import listed


def particle(document: Document, word: Word, taken: list[Word]) -> bool:
    """'von', 'zu', 'al' belong to a name only when more of it follows."""
    if word.fold not in listed("particles") or (
        taken and word.gap == "-" and not word.text.islower() and len(word.fold) > 3
    ):
        return False
    after = document.at(word.index + 1)
    if after is None or not re.match(r"[. '’-]{1,2}\Z", after.gap):
        return False
    if after.fold in listed("particles") and after.fold != word.fold:
        return particle(document, after, taken)
    loose = word.fold in {
        "der",
        "den",
        "das",
        "zum",
        "zur",
        "d",
        "z",
        "und",
        "in",
        "an",
        "am",
        "von",
        "vom",
        "zu",
        "bei",
    }
    if document.style.lower:
        return name_like(after, document) and (not loose or word.fold == "von")
    if not after.capital or function_word(after) or person_word(after):
        return False
    if word.fold in {"von", "vom", "der", "den", "zum", "zur", "das", "zu"} and taken:
        noble = len(taken) <= 2 and (bool(naming(taken[0], document) & FIRST) or strange(taken[0], document))
        place = (
            after.fold in listed("no_places")
            or after.fold in listed("org_heads")
            or document.vocabulary.in_glossary(after.fold)
            or (word.fold != "zu" and _body(document, after))
        )
        return noble and word.fold in {"von", "der", "zu"} and not place
    return not loose or not taken or name_like(after, document) or not after.value & INFLECTED


def _body(document: Document, after: Word) -> bool:
    """'Frau X von der Schulsozialarbeit', 'Pastor Femi von der Living Fountain Chapel': where somebody works."""
    if after.fold in listed("noble_seats") or after.value & (LAST | PLACE):
        return False
    following = document.at(after.index + 1)
    longer = following is not None and following.capital and following.gap == " " and not after.value & (FIRST | ABROAD)
    return longer or document.vocabulary.ordinary(after.fold, after.value)
