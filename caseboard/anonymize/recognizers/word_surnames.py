"""Surnames that are ordinary words: what the recognisers that go by position ask of a noun."""

from functools import cache

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import COMMON_NAME, LAST, NOUN, frequency
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word, strange
from caseboard.anonymize.words import listed

_LONG, _LEAST, _SELDOM, _HARDLY_EVER = 7, 3, 3.2, 2.3


def _built(word: Word) -> bool:
    """'Steinhauer', 'Birnbaum': a seldom noun that ends as surnames do."""
    if len(word.fold) < _LONG or not word.value & NOUN or not word.fold.endswith(_heads()):
        return False
    if frequency(word.value) >= _SELDOM:
        return False
    return any(word.fold.endswith(head) and len(word.fold) - len(head) >= _LEAST for head in _heads())


@cache
def _heads() -> tuple[str, ...]:
    return tuple(h for h in listed("name_heads") if len(h) > _LEAST)


def word_surname(word: Word, document: Document) -> bool:
    """A noun or adjective with a capital that people are called by as well."""
    if not word.capital or word.protected or len(word.text) < 3 or word.shouted != document.style.shouted:
        return False
    if word.fold in listed("word_surnames") or _built(word):
        return True
    if not (word.value & LAST and word.value & COMMON_NAME) or function_word(word) or person_word(word):
        return False
    return not calendar(word) and not document.vocabulary.in_glossary(word.fold)


def everyday(word: Word) -> bool:
    """A mass noun, a time or a household thing: sentences use it without article."""
    return word.fold in listed("no_word_names")


def surname_like(word: Word, document: Document) -> bool:
    """A word that can only be a name, or one that may be."""
    if not word.capital or word.protected or person_word(word) or document.vocabulary.in_glossary(word.fold):
        return word_surname(word, document)
    return (bool(word.value & LAST) and not calendar(word)) or strange(word, document) or word_surname(word, document)


def feminine(document: Document, word: Word) -> bool:
    """'die Fuchsin' beside 'Ernestine Fuchs': dialect gives a surname an ending, the language has no such word."""
    if not word.capital or not word.fold.endswith("in") or word.gap != " ":
        return False
    before = document.at(word.index - 1)
    behind_article = before is not None and before.fold in {"die", "der", "d", "alte", "alten"}
    known = document.vocabulary.ordinary(word.fold, word.value) and frequency(word.value) >= _HARDLY_EVER
    return behind_article and not known
