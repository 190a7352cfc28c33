"""Districts and waters named after landscapes: 'Rhein-Hunsrück-Kreis', 'Oder-Spree-Kanal', 'Elbe-Weser-Dreieck'."""

import re
from collections.abc import Iterator
from itertools import chain

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import INFLECTED, LOWER, PLACE, frequency
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.naming import function_word
from caseboard.anonymize.words import listed

_HEADS = (
    r"(?:Kreis(?:es)?|Kanals?|Land(?:es)?|Raums?|Gebiet(?:es?|s)?|Dreiecks?|Region|Tal(?:es|s)?|Stausees?|Radwegs?"
    r"|Niederung|Platte|Aue|Delta|Brücke|Stadions?|Therme|Auen|Winkels?)"
)
_PART = r"[A-ZÄÖÜ][a-zäöüß]{2,}"


def _pair(part: str, heads: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<n>{part}(?:-{part}){{0,2}})-(?P<h>{heads})(?![\w-])")


_PAIR = _pair(_PART, _HEADS)
_SMALL = _pair(r"[a-zäöüß]{3,}", _HEADS.lower())
_SHOUTED = _pair(r"[A-ZÄÖÜß]{3,}", _HEADS.upper())
_OF_A_RIVER = re.compile(r"(?:Tal|Aue|Stausee|Radweg|Niederung|Delta)", re.I)
_EVERYDAY = 4.2


class LandscapePairs(Recognizer):
    """One part at least is a river, a landscape or a town, and none of the others a word of the field."""

    kinds = ("PLACE",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        pairs = (document.finditer(_PAIR), document.finditer_small(_SMALL), document.finditer(_SHOUTED))
        for match in chain.from_iterable(pairs):
            parts = document.within(*match.span("n"))
            river = bool(_OF_A_RIVER.match(match["h"]))
            known = any(self._on_the_map(part) and (river or not self._everyday(part)) for part in parts)
            if known and not any(part.protected or document.vocabulary.in_glossary(part.fold) for part in parts):
                yield self.find("PLACE", *match.span(), SURE, "place:region")

    def _on_the_map(self, word: Word) -> bool:
        if any(word.fold in listed(name) for name in ("rivers", "landscapes", "regions")):
            return True
        return bool(word.value & PLACE) and not word.value & (INFLECTED | LOWER)

    def _everyday(self, word: Word) -> bool:
        """'Regen', 'Sinn' and 'Sorge' are rivers too; 'Regen-Gebiet' speaks of none, 'Regen-Tal' does."""
        if any(word.fold in listed(name) for name in ("landscapes", "regions")) or function_word(word):
            return False
        return bool(word.value & LOWER) and frequency(word.value) >= _EVERYDAY
