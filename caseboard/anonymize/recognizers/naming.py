"""What a word says about naming people: listed, strange, a title, a month, a word that only joins."""

from functools import cache

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, FIRST_SURE, INFLECTED, LAST, LOWER
from caseboard.anonymize.words import listed

NAME = FIRST | LAST
ROLE_ENDS = tuple(sorted(listed("role_ends")))
_GERMAN = frozenset("abcdefghijklmnopqrstuvwxyzäöüßéèêàâçôîûë'’ʼ`")
_CAPITALS = frozenset({"le", "tn", "lb", "km"})


def naming(word: Word, document: Document) -> int:
    """The name flags of a word, also behind a genitive."""
    return document.vocabulary.name_value(word.fold)


def function_word(word: Word) -> bool:
    """A word that joins sentences together and hardly ever names anybody."""
    return word.fold in listed("function_words")


def calendar(word: Word) -> bool:
    """A month or a weekday."""
    return word.fold in listed("months") or word.fold in listed("weekdays")


def person_word(word: Word) -> bool:
    """A title, a role or a relative: it announces a name and is none."""
    if word.fold in _CAPITALS and word.capital and not word.shouted:
        return False  # 'Lê' and 'Le' are names, 'LE' is none
    return word.fold in _people()


@cache
def _people() -> frozenset[str]:
    """All of them with the endings they are declined with."""
    people = listed("titles") | listed("roles") | listed("kinship")
    return frozenset(person + ending for person in people for ending in ("", "n", "en", "s"))


def strong_first(word: Word, document: Document) -> bool:
    """A first name that is not an ordinary word as well."""
    if len(word.fold) < 3 or function_word(word) or calendar(word) or document.vocabulary.in_glossary(word.fold):
        return False
    flags = naming(word, document)
    if person_word(word):
        return False
    if not flags & FIRST or word.fold in listed("ambiguous_names"):
        return False
    return bool(flags & FIRST_SURE) or not word.value & (LOWER | INFLECTED)


def foreign(word: Word) -> bool:
    """Written with letters German does not have: Đặng, Świątek, Yılmaz."""
    return not word.text.isascii() and any(c not in _GERMAN for c in word.text.lower())


def name_like(word: Word, document: Document) -> bool:
    """Could be part of a name: listed as one, or no ordinary word."""
    if foreign(word):
        return True
    if function_word(word) or document.vocabulary.in_glossary(word.fold):
        return False
    if naming(word, document) & NAME:
        return True
    return not document.vocabulary.ordinary(word.fold, word.value)


def strange(word: Word, document: Document) -> bool:
    """No ordinary word at all."""
    if foreign(word):
        return True
    return not function_word(word) and not document.vocabulary.ordinary(word.fold, word.value)
