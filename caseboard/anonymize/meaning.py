"""Is the person meant or the word: 'Lang sagt ab' and 'es dauert lang', 'Frau Stein' and 'Stein auf Stein'."""

import re

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST_SURE, INFLECTED, LOWER, NOUN, frequency
from caseboard.anonymize.recognizers.naming import NAME, calendar, person_word
from caseboard.anonymize.recognizers.word_surnames import everyday, surname_like
from caseboard.anonymize.words import listed

_COMMON = 3.7
_PREPOSITIONS = frozenset({"mit", "von", "an", "fuer", "gegen", "wegen", "durch", "ueber", "zu"})
_INDEFINITE = frozenset(
    {
        "ein",
        "eine",
        "einen",
        "einem",
        "eines",
        "kein",
        "keine",
        "keinen",
        "keinem",
        "keiner",
        "jede",
        "jeder",
        "jeden",
        "jedem",
        "manche",
        "mancher",
    }
)
_MODAL = frozenset(
    {"will", "wollte", "bleibt", "blieb", "wird", "wurde", "ist", "war", "werde", "bin", "bleibe", "sei", "waere"}
)
_PRONOUNS = frozenset({"er", "sie", "es", "ich", "wir", "man"})
_THINGS_BEHIND = frozenset(
    {"bei", "auf", "aus", "ohne", "seit", "ab", "bis", "vorigen", "letzten", "diesen", "im", "am"}
)
_PERHAPS = 0.15  # from here on it thinks a name possible
_UNLIKELY, _EVEN = 0.35, 0.5
_NO_NAME, _NO_THING = 0.04, 0.1  # below this the trained network is sure that the word, or the thing, means itself


def meant(document: Document, word: Word) -> bool:
    """An ordinary word is the name only where no article, weekday or month sense stands against it."""
    if not document.vocabulary.ordinary(word.fold, word.value):
        return True
    if not word.capital and not document.style.lower:
        return False
    before, after = document.at(word.index - 1), document.at(word.index + 1)
    if after is not None and after.gap == "-":
        return True
    if _certainly_a_word(document, word, before) or _hardly_a_name(document, word, before):
        return False
    if calendar(word):
        return not _dated(document, word)
    if before is not None and before.fold in _INDEFINITE and word.gap == " " and word.value & (INFLECTED | NOUN):
        return False  # 'keine Rose', 'kein Engel', 'eine Rast'
    if after is not None and not after.capital and after.gap == " " and _turned_round(document, after):
        return False  # 'Bauer will er trotzdem nicht werden'
    if _thing_among_things(document, word, before, after):
        return False
    if word.starts_sentence:
        return _opens_sentence(document, word, after)
    if everyday(word) and before is not None and before.fold in _THINGS_BEHIND and word.gap == " ":
        return False  # 'bei Sonnenschein', 'Stein auf Stein': the thing
    if document.style.lower and word.value & LOWER:
        return False
    if before is not None and re.match(r"[ \t]\Z", word.gap):
        return _after(before, word, after)
    return True


def _certainly_a_word(document: Document, word: Word, before: Word | None) -> bool:
    """The trained network rules a name out; behind a bare preposition ('mit Funk') it must be surer of that."""
    if document.opinions is None:
        return False
    name = document.believed(word)
    if before is not None and word.gap == " " and before.fold in _PREPOSITIONS:
        return everyday(word) and name < _NO_NAME
    return name < (_NO_THING if everyday(word) else _NO_NAME)


def _hardly_a_name(document: Document, word: Word, before: Word | None) -> bool:
    """'keinen Schmied bezahlt': below an even chance for whoever is always addressed with a title, lower for others.

    What grammar decides is left to it: genitives, which the network seldom saw, the first word of a sentence, and
    what stands behind a bare preposition ('mit Funk').
    """
    if document.opinions is None or not word.capital or word.fold.endswith("s") or word.starts_sentence:
        return False
    if before is not None and word.gap == " " and before.fold in _PREPOSITIONS:
        return False
    name = document.believed(word)
    if name >= _EVEN:
        return False
    others = [other for other in document.words if other.fold == word.fold and other.index != word.index]
    return bool(others) and (name < _UNLIKELY or all(_addressed(document, other) for other in others))


def _addressed(document: Document, word: Word) -> bool:
    """'Frau Kirmes', 'Kunde Maurer'."""
    before = document.at(word.index - 1)
    return before is not None and (before.fold in listed("titles") or person_word(before))


def _turned_round(document: Document, verb: Word) -> bool:
    """The subject stands behind the verb, so what stands before it is no subject."""
    subject = document.at(verb.index + 1)
    return verb.fold in _MODAL and subject is not None and subject.gap == " " and subject.fold in _PRONOUNS


def _possible(document: Document, word: Word) -> bool:
    """'Kohl war da': the trained network does not think of the vegetable."""
    return document.believed(word) >= _PERHAPS


def _thing_among_things(document: Document, word: Word, before: Word | None, after: Word | None) -> bool:
    """'Stein und Bein', 'Strom und Wasser', 'ohne Funk', 'braucht es Mut', 'will Bauer werden': no person is meant."""
    if before is not None and word.gap == " " and before.fold in {"ohne", "kein", "keinen", "es"}:
        return True
    if after is not None and after.gap == " " and after.fold == "werden":
        return True
    if after is not None and after.gap == " " and after.fold in {"und", "oder"}:
        return _mere_thing(document, document.at(after.index + 1))
    joined = before is not None and word.gap == " " and before.gap == " " and before.fold in {"und", "oder"}
    return joined and before is not None and _mere_thing(document, document.at(before.index - 1))


def _mere_thing(document: Document, word: Word | None) -> bool:
    """A noun that nobody is called by."""
    if word is None or not word.capital or person_word(word):
        return False
    if everyday(word) and not word.value & NAME:
        return True
    if surname_like(word, document):
        return False
    return bool(word.value & INFLECTED) and not word.value & NAME and frequency(word.value) >= _COMMON


def _dated(document: Document, word: Word) -> bool:
    """'Freitag, 8. September', 'im Mai': the calendar, not the person."""
    before = document.at(word.index - 1)
    following = document.text[word.end : word.end + 5]
    if re.match(r",? ?\d|,? de[nmr] |-|s\b", following) or re.search(r"\d\.? ?\Z", word.gap):
        return True
    return before is not None and before.fold in listed("before_dates")


def _opens_sentence(document: Document, word: Word, after: Word | None) -> bool:
    """'Lang sagt', 'Winters Wohnung': a noun without article, or an adjective before a verb."""
    if after is None or after.gap != " ":
        return not word.value & LOWER
    subject = document.at(after.index + 1)
    if not after.capital and subject is not None and subject.gap == " " and subject.fold in listed("subject_pronouns"):
        return False  # 'Reh hatte er keine': the subject stands behind the verb
    if everyday(word) or document.style.lower:
        if after.fold in listed("verbs") and _possible(document, word):
            return True
        return after.fold in listed("speech_verbs") or (word.fold.endswith("s") and after.capital)
    verb = (not after.capital and after.fold in listed("function_words")) or after.fold.endswith("t")
    return not word.value & LOWER or (verb and not after.capital) or (word.fold.endswith("s") and after.capital)


def _after(before: Word, word: Word, after: Word | None) -> bool:
    """What an article or an adjective before the word says about it."""
    noun = bool(word.value & INFLECTED)
    if before.fold in listed("determiners"):
        if word.value & FIRST_SURE and not (after is not None and after.fold in {"der", "des", "dieser"}):
            return True
        return not noun
    adjective = (
        not before.capital
        and before.value & LOWER
        and before.fold.endswith(("e", "er", "en", "es", "em"))
        and before.fold not in listed("function_words")
    )
    return not (adjective and noun)
