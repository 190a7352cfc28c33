"""Adjectives and people named after a place: 'der Schwandorfer Bus', 'die Coburgerin'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import INFLECTED, LOWER, NOUN, PLACE, frequency
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.naming import function_word

_ADJECTIVE = re.compile(r"(?:er|ers|erin|erinnen|ern|isch|ische|ischen|ischer|isches)$")
_SHORTEST, _LEAST_STEM, _SELDOM, _AS_OFTEN = 6, 4, 2.4, 0.3
_NO_TOWNS = frozenset({"train", "twist", "inden"})


def _towns(stem: str) -> tuple[str, ...]:
    """The places an adjective may come from: 'Coburger', 'Münchner', 'Bremer', 'Haller'."""
    dropped = (stem[:-1], stem[:-1] + "en") if stem.endswith("n") else ()
    return (stem, stem + "en", stem + "e", stem + "n", *dropped)


class PlaceAdjectives(Recognizer):
    """What is left without the ending must be a place and nothing else."""

    kinds = ("PLACE",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if not word.protected and self._adjective(document, word):
                yield self.find("PLACE", word.start, word.end, LIKELY, "place:adjective")

    def _adjective(self, document: Document, word: Word) -> bool:
        if len(word.fold) < _SHORTEST or not (word.capital or word.lower_style) or function_word(word):
            return False
        ending = _ADJECTIVE.search(word.fold)
        if not ending or document.vocabulary.in_glossary(word.fold):
            return False
        stem = word.fold[: ending.start()]
        noun = word.value & NOUN and word.value & INFLECTED and frequency(word.value) > _SELDOM
        if word.value & LOWER or noun:
            return word.capital and any(self._town(document, word, s) for s in _towns(stem))
        if len(stem) < _LEAST_STEM and not (
            len(stem) == _LEAST_STEM - 1 and document.vocabulary.value(stem) & PLACE and word.gap == " "
        ):
            return False
        return any(self._place_stem(document, s) for s in _towns(stem))

    def _town(self, document: Document, word: Word, stem: str) -> bool:
        """'Würzburger', 'Münchner', but not 'Bücher', 'Meter': people speak of the town more often than of the noun."""
        if not self._place_stem(document, stem) or stem in _NO_TOWNS:
            return False
        after = document.at(word.index + 1)
        if word.value & LOWER and (after is None or after.gap != " " or not after.capital):
            return False  # 'einen Hamburger essen', but 'die Hamburger Kollegin'
        return frequency(document.vocabulary.value(stem)) >= frequency(word.value) - _AS_OFTEN

    def _place_stem(self, document: Document, stem: str) -> bool:
        flags = document.vocabulary.value(stem)
        return bool(flags & PLACE) and not flags & (LOWER | INFLECTED)
