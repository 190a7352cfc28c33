"""Surnames that are ordinary words (Lang, Koch, Engel) where nothing but their place in the sentence shows it."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import COMMON_NAME, INFLECTED, LAST, LOWER, NOUN
from caseboard.anonymize.recognizers.base import HINT, Recognizer
from caseboard.anonymize.recognizers.naming import function_word, person_word
from caseboard.anonymize.recognizers.word_surnames import everyday
from caseboard.anonymize.words import listed

_PREPOSITIONS = frozenset(
    ["bei", "mit", "von", "fuer", "an", "gegen", "ohne", "wegen", "laut", "ueber", "beim", "vom", "zum"]
)


_IS = frozenset({"ist", "war", "wird", "wurde", "bin", "bleibt"})


class WordNames(Recognizer):
    """An adjective or particle with a capital in mid-sentence is a name when surnames like it exist."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.lower or document.style.shouted:
            return
        for word in document.words:
            if (
                word.protected
                or not word.capital
                or not word.value & LAST
                or word.shouted
                or function_word(word)
                or person_word(word)
                or len(word.text) < 3
            ):
                continue
            if (
                word.fold in listed("months") | listed("weekdays")
                or document.vocabulary.in_glossary(word.fold)
                or word.gap == "-"
            ):
                continue
            if self._named(document, word):
                yield self.find("PERSON", word.start, word.end, HINT, "word-name")

    def _named(self, document: Document, word: Word) -> bool:
        before = document.at(word.index - 1)
        if word.starts_sentence and "\n" not in word.gap[:-1]:
            return self._before_verb(document, word)
        if word.starts_sentence or before is None or not re.match(r"^[ \t]\Z", word.gap):
            return False
        if before.fold in listed("verbs") and word.value & COMMON_NAME and word.value & LAST:
            if before.fold in _IS and word.fold.endswith(("er", "in", "mann")):
                return False  # 'Ihr Vater war Gerber': what somebody is
            after = document.at(word.index + 1)
            alone = after is None or after.gap != " " or not after.capital
            return (
                alone and word.fold not in listed("no_word_names") and document.text[word.end : word.end + 1] in ",.;)"
            )
        if word.value & LOWER and not word.value & NOUN:
            return before.fold not in {"etwas", "nichts", "viel", "wenig", "alles", "im", "das", "am", "des", "ins"}
        if before.fold == "bei" and everyday(word):
            return False  # 'bei Frost', 'bei Regen'
        if before.fold in _PREPOSITIONS and before.fold not in {"beim", "vom", "zum"} and not word.value & LOWER:
            after = document.at(word.index + 1)
            return after is None or not after.capital or after.gap != " "
        return False

    def _before_verb(self, document: Document, word: Word) -> bool:
        """'Koch kam zu spät': nobody begins a sentence with a countable noun and no article."""
        after = document.at(word.index + 1)
        if after is None or after.gap != " " or after.capital or not word.value & COMMON_NAME:
            return False
        return (
            after.fold in listed("verbs") and word.fold not in listed("no_word_names") and bool(word.value & INFLECTED)
        )
