"""Adjectives and people named after a place: 'der Schwandorfer Bus', 'die Coburgerin'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import INFLECTED, LOWER, NOUN, PLACE, frequency
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.naming import function_word

_ADJECTIVE = re.compile(r"(?:er|ers|erin|erinnen|ern|isch|ische|ischen|ischer|isches)$")
_SHORTEST, _LEAST_STEM, _SELDOM = 6, 4, 2.4


class PlaceAdjectives(Recognizer):
    """What is left without the ending must be a place and nothing else."""

    kinds = ("PLACE",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if not word.protected and self._adjective(document, word):
                yield self.find("PLACE", word.start, word.end, LIKELY, "place:adjective")

    def _adjective(self, document: Document, word: Word) -> bool:
        if len(word.fold) < _SHORTEST or not (word.capital or document.style.lower) or function_word(word):
            return False
        ending = _ADJECTIVE.search(word.fold)
        if not ending or word.value & LOWER or document.vocabulary.in_glossary(word.fold):
            return False
        if word.value & NOUN and word.value & INFLECTED and frequency(word.value) > _SELDOM:
            return False
        stem = word.fold[: ending.start()]
        if len(stem) < _LEAST_STEM and not (
            len(stem) == _LEAST_STEM - 1 and document.vocabulary.value(stem) & PLACE and word.gap == " "
        ):
            return False
        return any(
            self._place_stem(document, s)
            for s in (stem, stem + "en", stem + "e", stem + "n", stem[:-1] if stem.endswith("n") else stem)
        )

    def _place_stem(self, document: Document, stem: str) -> bool:
        flags = document.vocabulary.value(stem)
        return bool(flags & PLACE) and not flags & (LOWER | INFLECTED)
