"""Particles in names: 'von der Heydte', 'al Hamwi', 'dos Santos', but not 'Frau X von der Schulsozialarbeit'."""

import re

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, INFLECTED, LAST, PLACE
from caseboard.anonymize.recognizers.naming import function_word, name_like, naming, person_word, strange
from caseboard.anonymize.words import listed

_RANKS = frozenset(
    {"freiherr", "freiherrn", "freifrau", "freiin", "frhr", "graf", "grafen", "graefin", "baron", "baronin",
     "baronesse", "ritter", "edler", "edle", "prinz", "prinzessin", "fuerst", "fuerstin", "herzog", "herzogin"}
)  # fmt: skip
_SEATS = frozenset({"von", "v", "vom", "zu", "z", "van", "de"})


def rank(document: Document, word: Word, taken: list[Word]) -> bool:
    """'Korbinian Freiherr v. Thalhamer': the rank between a first name and a seat belongs to the name."""
    after = document.at(word.index + 1)
    if not taken or after is None or word.fold not in _RANKS or word.gap != " ":
        return False
    return after.text in _SEATS and bool(re.match(r"\.? \Z", after.gap))


def seat(document: Document, word: Word, taken: list[Word]) -> bool:
    """'Clothilde Freiin v. d. Au': behind a rank and its particle stands the seat, whatever the word means."""
    before = document.words[word.index - 1]
    return bool(taken) and taken[-1].fold in _RANKS and before is not taken[-1] and not function_word(word)


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
    if taken and taken[-1].fold in _RANKS and not document.style.lower:
        return after.capital and not function_word(after)
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
