"""How far a name goes: the rules that titles, kinship words and first names share."""

import re

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, COMMON_NAME, FIRST, INFLECTED, LAST, LOWER, NOUN, PLACE, frequency
from caseboard.anonymize.words import listed

NAME = FIRST | LAST
_BETWEEN = re.compile(r"^(?:[ \t]+|[ \t]*-[ \t]*|\.[ \t]?-?|[ \t]*\n[ \t]*|\. ?\n?|['’])$")
_TIGHT = re.compile(r"^(?:[ \t]+|-|\.[ \t]?-?|['’])$")
_PARTICLES = frozenset(
    [
        "von",
        "vom",
        "van",
        "de",
        "der",
        "den",
        "zu",
        "zum",
        "zur",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ben",
        "ibn",
        "abu",
        "abd",
        "ter",
        "ten",
        "st",
        "und-zu",
        "o",
        "mc",
        "mac",
        "af",
        "av",
        "bint",
        "y",
        "frhr",
        "freiherr",
        "graf",
        "graefin",
        "fuerst",
        "v",
        "d",
        "z",
        "dr",
        "prof",
        "dipl",
        "med",
        "ing",
        "rer",
        "nat",
        "jur",
        "phil",
        "mag",
        "kfm",
    ]
)
_TITLE_PARTS = frozenset(
    [
        "dr",
        "prof",
        "med",
        "dipl",
        "ing",
        "rer",
        "nat",
        "jur",
        "phil",
        "mag",
        "kfm",
        "kffr",
        "soz",
        "paed",
        "habil",
        "mult",
        "dent",
        "vet",
        "hc",
        "h",
        "c",
        "msc",
        "bsc",
        "ma",
        "ba",
        "llm",
    ]
)
_SUFFIXES = frozenset(["jun", "jr", "sen", "sr", "junior", "senior", "ii", "iii"])


def naming(word: Word, document: Document) -> int:
    """The name flags of a word, also behind a genitive."""
    return document.vocabulary.name_value(word.fold)


def function_word(word: Word) -> bool:
    """A word that joins sentences together and hardly ever names anybody."""
    return word.fold in listed("function_words")


def strong_first(word: Word, document: Document) -> bool:
    """A first name that is not an ordinary word as well."""
    flags = naming(word, document)
    if not flags & FIRST or len(word.fold) < 3 or function_word(word) or document.vocabulary.in_glossary(word.fold):
        return False
    own = word.value
    if own & LOWER and (frequency(own) > 3.2 or not own & COMMON_NAME):
        return False
    return not (own & INFLECTED and not own & COMMON_NAME) and not (
        own & INFLECTED and frequency(own) > 3.6 and not flags & LAST
    )


def name_like(word: Word, document: Document) -> bool:
    """Could be part of a name: listed as one, or no ordinary word."""
    if function_word(word) or document.vocabulary.in_glossary(word.fold):
        return False
    if naming(word, document) & NAME:
        return True
    return not document.vocabulary.ordinary(word.fold, word.value)


def plain_noun(word: Word, document: Document) -> bool:
    """An ordinary noun or verb that nobody is called by."""
    return not name_like(word, document)


def run(document: Document, first: Word, *, forced: bool) -> tuple[int, int] | None:
    """The stretch of a name that begins with this word; forced when a title stands before it."""
    word: Word | None = first
    start = end = -1
    taken = 0
    while word is not None and not word.protected:
        joined = _TIGHT if taken else _BETWEEN
        if start >= 0 and not joined.match(word.gap):
            break
        if word.fold in _TITLE_PARTS and not taken and word.capital:
            pass
        elif (word.fold in _PARTICLES and _particle_goes_on(document, word)) or (taken and word.fold in _SUFFIXES):
            start, end = (word.start if start < 0 else start), word.end
            forced = forced or not taken
        elif _belongs(document, word, taken, forced=forced):
            start, end = (word.start if start < 0 else start), word.end
            taken += 1
        else:
            break
        if taken > 4:
            break
        word = document.at(word.index + 1)
    if not taken:
        return None
    return start, _with_full_stop(document, start, end)


def _particle_goes_on(document: Document, word: Word) -> bool:
    after = document.at(word.index + 1)
    if after is None or not re.match(r"^[. '’-]{1,2}$", after.gap):
        return False
    if after.fold in _PARTICLES:
        return _particle_goes_on(document, after)
    if document.style.lower:
        return name_like(after, document) and word.fold not in {"und", "zum", "zur", "das", "den", "der", "d", "z"}
    return after.capital and not (
        word.fold in {"der", "den", "das", "zum", "zur", "d", "z", "und"}
        and plain_noun(after, document)
        and after.value & (LOWER | NOUN)
    )


def _belongs(document: Document, word: Word, taken: int, *, forced: bool) -> bool:
    if function_word(word) and not (forced and not taken and word.capital and naming(word, document) & LAST):
        return False
    if not word.capital:
        if not document.style.lower and not naming(word, document) & NAME:
            return bool(taken and word.gap in "-'’" and word.gap and name_like(word, document))
        return name_like(word, document) and (
            not word.value & LOWER or (forced and not taken and bool(word.value & LAST))
        )
    if len(word.text) == 1:
        return _initial(document, word) or (forced and not taken)
    if forced and not taken:
        return not (document.vocabulary.in_glossary(word.fold) and not naming(word, document) & NAME)
    if word.gap == "-":
        return name_like(word, document)
    if taken and word.fold in listed("titles") | listed("roles"):
        return False
    flags = naming(word, document)
    if flags & NAME and not (word.value & LOWER and not flags & COMMON_NAME):
        return not (
            document.vocabulary.in_glossary(word.fold) or word.fold in listed("months") | listed("weekdays")
        ) or ("\n" not in word.gap and forced)
    if flags & (PLACE | ABROAD) and forced and not word.value & (LOWER | INFLECTED):
        return True
    return not document.vocabulary.ordinary(word.fold, word.value)


def _initial(document: Document, word: Word) -> bool:
    after = document.text[word.end : word.end + 1]
    return after == "." or (word.gap == "" and False)


def _with_full_stop(document: Document, start: int, end: int) -> int:
    """An initial keeps its full stop inside: 'Fr. M.'."""
    last = document.within(start, end)[-1]
    if (
        len(last.text) <= 3
        and document.text[end : end + 1] == "."
        and (len(last.text) == 1 or not document.vocabulary.ordinary(last.fold, last.value))
    ):
        return end + 1
    return end
