"""Surnames that are words, as the subject of what only people do: 'Sommer ruft an', 'Hat Morgenstern sich gemeldet?'.

A countable noun in the singular needs an article; one that opens a sentence without any is a name.
"""

from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import LAST, LOWER
from caseboard.anonymize.recognizers.base import HINT, Recognizer
from caseboard.anonymize.recognizers.word_surnames import everyday, word_surname
from caseboard.anonymize.words import listed

_ADVERBS = frozenset({"selbst", "jun", "sen", "junior", "senior", "dagegen", "hingegen", "wiederum", "allerdings"})
_SAID = frozenset(
    {"sagt", "sagte", "erklaert", "erklaerte", "erlaeutert", "erlaeuterte", "betont", "betonte", "meint", "meinte",
     "schrieb", "ergaenzt", "ergaenzte", "berichtet", "berichtete", "antwortet", "antwortete", "fragt", "fragte",
     "kritisierte"}
)  # fmt: skip
_PARTS = frozenset({"an", "zurueck", "ab", "zu", "auf", "sich", "ein", "mit", "vor", "dass", "nach", "es", "er", "sie"})


class Subjects(Recognizer):
    """Everyday nouns (Strom, Geld, Winter) only before verbs of speaking and acting."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.lower or document.style.shouted:
            return
        for word in document.words:
            if not word_surname(word, document) or self._benefit(document, word):
                continue
            if self._opens(document, word) or self._behind_verb(document, word) or self._quoted(document, word):
                yield self.find("PERSON", word.start, word.end, HINT, "subject")

    def _benefit(self, document: Document, word: Word) -> bool:
        """'Kinderzuschlag kommt nicht in Frage': a term of the field that nobody is called by."""
        vocabulary = document.vocabulary
        return vocabulary.in_glossary(word.fold) and not vocabulary.name_value(word.fold) & LAST

    def _opens(self, document: Document, word: Word) -> bool:
        if not word.starts_sentence:
            return False
        verb = document.at(word.index + 1)
        if verb is not None and verb.fold in _ADVERBS:
            verb = document.at(word.index + 2)
        if verb is None or verb.gap != " " or verb.capital:
            return False
        behind = document.at(verb.index + 1)
        if behind is not None and behind.gap == " " and behind.fold in listed("subject_pronouns"):
            return False
        return verb.fold in self._verbs(word)

    def _verbs(self, word: Word) -> frozenset[str]:
        return listed("speech_verbs") if everyday(word) or word.value & LOWER else listed("person_verbs")

    def _quoted(self, document: Document, word: Word) -> bool:
        """'…", sagte Fuchs.': whoever is quoted, between the verb of saying and the end of the clause."""
        verb = document.at(word.index - 1)
        if verb is None or verb.fold not in _SAID or word.gap != " " or not word.capital:
            return False
        return document.text[word.end : word.end + 2].lstrip()[:1] in {",", ".", ":", ";", "!", "?"}

    def _behind_verb(self, document: Document, word: Word) -> bool:
        """'Hat Kern sich gemeldet?', 'dann ruft Frost an': an acting verb, the noun, and no noun behind it."""
        verb, after = document.at(word.index - 1), document.at(word.index + 1)
        if verb is None or word.gap != " " or verb.fold not in listed("speech_verbs") | {"hat", "kommt", "kam"}:
            return False
        if after is None or after.gap != " " or after.capital:
            return False
        return after.fold in _PARTS and not everyday(word)
