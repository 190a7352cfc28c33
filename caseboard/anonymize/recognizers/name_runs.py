"""How far a name goes: the rules that titles, kinship words and first names share."""

import re

from caseboard.anonymize.cut_first_names import cut_first_name
from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, COMMON_NAME, FIRST, FIRST_SURE, INFLECTED, LAST, LOWER, PLACE, frequency
from caseboard.anonymize.recognizers.name_lower import belongs_lower
from caseboard.anonymize.recognizers.name_particles import particle, rank, seat
from caseboard.anonymize.recognizers.naming import (
    NAME,
    calendar,
    foreign,
    function_word,
    name_like,
    naming,
    person_word,
    strange,
    strong_first,
)
from caseboard.anonymize.words import listed

_SPACE, _APOSTROPHE = re.compile(r"[ \t]+\Z"), re.compile(r"['’]\Z")
_AFTER_INITIAL = re.compile(r"\.[ \t]?-?\Z|\.-?[ \t]?\n?[ \t]?\Z")
_WHOLE_TITLES = frozenset({"freiherr", "graf", "graefin", "fuerst"})  # behind these a full stop ends the sentence
_LONGEST, _LONG = 5, 13
_TWO = 2
_COMMON_NOUN = 4.3


def run(document: Document, first: Word, *, forced: bool) -> tuple[int, int] | None:
    """The stretch of a name that begins with this word; forced when a title stands before it."""
    taken: list[Word] = []
    start, word = first.start, first
    while word is not None and not word.protected and len(taken) < _LONGEST:
        if word is not first and not _joined(document, word, taken):
            break
        if _title_part(document, word, taken):
            start = start if taken else word.end
        elif not particle(document, word, taken) and not (taken and _suffix(word)):
            if not _belongs(document, word, taken, forced=forced):
                break
            taken.append(word)
        elif taken and _suffix(word):
            taken.append(word)
        word = document.at(word.index + 1)
    if not taken:
        return None
    begin = first.start if first.fold in listed("particles") and taken[0] is not first else taken[0].start
    return begin, _with_full_stop(document, taken[-1])


def _suffix(word: Word) -> bool:
    """'Weber jun.', but not 'Frau Weber Jun. 2024'."""
    return word.fold in listed("name_suffixes") and not (word.capital and calendar(word))


def _title_part(document: Document, word: Word, taken: list[Word]) -> bool:
    if taken or word.fold in listed("title_parts"):
        return not taken
    after = document.at(word.index + 1)
    more = after is not None and after.capital and bool(re.match(r"\.?[ \t]\Z", after.gap)) and not function_word(after)
    return more and word.capital and word.fold in listed("titles")


def _joined(document: Document, word: Word, taken: list[Word]) -> bool:
    if _SPACE.match(word.gap) or word.gap == "-" or _APOSTROPHE.match(word.gap):
        return True
    before = document.at(word.index - 1)
    if before is not None and _AFTER_INITIAL.match(word.gap):
        if len(before.text) == _TWO and before.capital and (word.value & LAST or word.fold in listed("word_surnames")):
            return True  # 'Hr. Al. Schwarz': safer than 'Frau Li. Winter ist es'
        return cut_first_name(before.fold) or before.fold in listed("title_parts") - _WHOLE_TITLES
    return not taken and bool(re.match(r"[ \t]*\n[ \t]*\Z", word.gap))


def only_first(document: Document, taken: list[Word]) -> bool:
    """First names so far: a surname is still to come."""
    return bool(taken) and all(naming(t, document) & FIRST or len(t.text) <= 2 for t in taken)


def _between(document: Document, word: Word) -> bool:
    """'Sara Nur Ali': a name that is a small word, between two that are none."""
    after = document.at(word.index + 1)
    joined = after is not None and after.gap == " " and after.capital and word.gap == " "
    return bool(naming(word, document) & NAME and joined and after is not None and strong_first(after, document))


def _surname_after(document: Document, word: Word, taken: list[Word]) -> bool:
    """'Traudl Herbst', 'Friederike Recht', 'Eleonore Süß': behind a first name a word people are called by."""
    if not only_first(document, taken) or not word.capital or word.gap not in (" ", ". "):
        return False
    if person_word(word) and _closes(document, word):
        return bool(word.value & LAST and word.value & COMMON_NAME)
    if (
        person_word(word)
        or (function_word(word) and word.fold not in listed("word_surnames"))
        or (word.shouted != taken[0].shouted and len(taken[0].text) > 2)
    ):
        return False
    if calendar(word):
        listed_so = word.fold in listed("word_surnames") and bool(
            taken[-1].value & FIRST_SURE or len(taken[-1].text) < 3
        )
        return listed_so and not re.match(
            r"[,.]? ?(?:\d|den\b|um\b|ab\b|bis\b|und|oder|-)", document.text[word.end :][:6]
        )
    return word.fold in listed("word_surnames")


def _closes(document: Document, word: Word) -> bool:
    """'Abraham Bruder, Jugendamt': nothing follows that this could be the brother of."""
    return document.text[word.end : word.end + 1] in ("", ",", ";", ")", "\n", "“")


def _belongs(document: Document, word: Word, taken: list[Word], *, forced: bool) -> bool:
    if _surname_after(document, word, taken) or rank(document, word, taken):
        return True
    if word.capital and seat(document, word, taken):
        return True
    if document.style.shouted and word.value & LOWER and not naming(word, document) & NAME and taken:
        return False
    if calendar(word) and not (forced and not taken):
        return False
    if not word.capital:
        return belongs_lower(document, word, taken, forced=forced)
    if len(word.text) == 1:
        return document.text[word.end : word.end + 1] == "." or (forced and not taken)
    if not taken:
        return _opens(document, word, forced=forced)
    if foreign(word):
        return True
    if function_word(word) and _between(document, word):
        return True
    if function_word(word) or person_word(word):
        return False
    if document.text[word.end : word.end + 1] == "." and document.vocabulary.listed_abbreviation(word.fold):
        return forced and len(word.text) <= 3 and only_first(document, taken)  # 'Herr Živko St.'
    if word.gap == "-":
        return name_like(word, document) or (forced and word.fold not in listed("hyphen_tails"))
    if document.vocabulary.in_glossary(word.fold):
        return False
    flags = naming(word, document)
    before = document.words[word.index - 1]
    if before.text in listed("particles") and before is not taken[-1]:
        return True
    if taken[-1].fold.endswith("s") and not taken[-1].value & NAME:
        return bool(flags & NAME) and not word.value & (LOWER | INFLECTED)  # a genitive: "Oksanas Telefonnummer"
    if not any(len(t.text) > 1 and not naming(t, document) & FIRST for t in taken):
        # only first names so far: the surname may be any noun that is not all too common, nor a long compound
        if len(word.fold) > _LONG and document.vocabulary.compound(word.fold) and not flags & NAME:
            return False
        if word.value & LOWER and not word.value & INFLECTED and not word.starts_sentence:
            return True  # an adjective with a capital: 'Anna Ehrlich'
        return bool(flags & NAME) or not (word.value & INFLECTED and frequency(word.value) >= _COMMON_NOUN)
    return bool(flags & NAME and not word.value & (LOWER | INFLECTED)) or strange(word, document)


def _opens(document: Document, word: Word, *, forced: bool) -> bool:
    if function_word(word):
        return forced and bool(naming(word, document) & LAST)
    if forced:
        return True  # whoever forces has seen to it that no term of the field stands there
    flags = naming(word, document)
    if flags & NAME and not (word.value & LOWER and not flags & FIRST_SURE):
        return not document.vocabulary.in_glossary(word.fold)
    if flags & (PLACE | ABROAD) and not word.value & (LOWER | INFLECTED):
        return True
    return strange(word, document)


def _with_full_stop(document: Document, last: Word) -> int:
    """An initial keeps its full stop inside: 'Fr. M.'."""
    return last.end + 1 if cut_first_name(last.fold) and document.text[last.end : last.end + 1] == "." else last.end
