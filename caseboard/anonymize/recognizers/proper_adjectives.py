"""Adjectives with a capital in mid-sentence: 'im Goldenen Lamm', 'die Frische Theke', 'bei Neue Wege'.

German writes an adjective before its noun with a small letter unless both together are a name (rules of 1996, § 60).
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, LOWER, NOUN, frequency
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word
from caseboard.anonymize.words import listed

_ENDING = re.compile(r"e[rnsm]?$")
_EVERYDAY_NOUN = 5.2
_LEAST = 4
_IRREGULAR = frozenset({"hoh", "dunkl", "edl", "eitl", "saur", "teur"})


def proper_adjective(word: Word) -> bool:
    """An inflected adjective with a capital that opens no general body, law or term."""
    if not word.capital or word.shouted or len(word.fold) < _LEAST or not word.value & LOWER:
        return False
    if not _ENDING.search(word.fold) or word.fold.startswith(tuple(listed("general_adjectives"))):
        return False
    return not (function_word(word) and word.fold not in {"neue", "neuer", "neues", "gute", "guter"})


def inflected(document: Document, word: Word) -> bool:
    """'Goldenen' from 'golden', but not 'Tüte' or 'Erlangen': without its ending it is an adjective still."""
    stem = _ENDING.sub("", word.fold)
    return stem in _IRREGULAR or bool(document.vocabulary.value(stem) & LOWER)


class ProperAdjectives(Recognizer):
    """The adjective and the noun behind it; the beginning of a sentence and headings prove nothing."""

    kinds = ("ORG",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.lower or document.style.shouted:
            return
        for word in document.words:
            after = document.at(word.index + 1)
            if after is None or after.gap != " " or word.protected or after.protected:
                continue
            if (
                self._opens(document, word)
                and proper_adjective(word)
                and inflected(document, word)
                and self._noun(document, word, after)
            ):
                yield self.find("ORG", word.start, after.end, LIKELY, "proper-adjective")

    def _opens(self, document: Document, word: Word) -> bool:
        """In mid-sentence, behind a small word: 'im', 'bei', 'die', 'zum'."""
        before = document.at(word.index - 1)
        if before is None or word.starts_sentence or not re.match(r"[ \t\n]\Z| [„\"»]\Z", word.gap):
            return False
        return not before.capital and function_word(before)

    def _done(self, document: Document, word: Word) -> bool:
        """'beim Lesen': a verb as a noun, which ends as adjectives do."""
        before = document.at(word.index - 1)
        return (
            before is not None
            and before.fold in {"beim", "zum", "vom", "am"}
            and bool(
                word.fold.endswith("en") and document.vocabulary.value(word.fold) & LOWER and self._verb(document, word)
            )
        )

    def _verb(self, document: Document, word: Word) -> bool:
        stem = word.fold.removesuffix("en")
        return bool(document.vocabulary.value(stem + "t") & LOWER)

    def _noun(self, document: Document, word: Word, after: Word) -> bool:
        if not after.capital or function_word(after) or calendar(after) or person_word(after):
            return False
        if word.fold.endswith("er") and word.value & NOUN and word.value & INFLECTED:
            return False  # 'der Gläubiger Bank': a noun that only looks like an adjective
        if self._done(document, word):
            return False  # 'beim Lesen Ärger'
        if word.value & (FIRST | LAST) and after.value & LAST:
            return False
        glossary = document.vocabulary.in_glossary(after.fold) and after.fold not in listed("health")
        return not glossary and (frequency(after.value) < _EVERYDAY_NOUN or after.fold in listed("word_surnames"))
