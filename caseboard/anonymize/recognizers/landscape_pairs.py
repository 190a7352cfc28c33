"""Districts and waters named after landscapes: 'Rhein-Hunsrück-Kreis', 'Oder-Spree-Kanal', 'Elbe-Weser-Dreieck'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import INFLECTED, LOWER, PLACE
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.words import listed

_PAIR = re.compile(
    r"(?<![\w-])(?P<n>[A-ZÄÖÜ][a-zäöüß]{2,}(?:-[A-ZÄÖÜ][a-zäöüß]{2,}){0,2})-"
    r"(?:Kreis(?:es)?|Kanals?|Land(?:es)?|Raums?|Gebiet(?:es?|s)?|Dreiecks?|Region|Tal(?:es|s)?|Stausees?|Radwegs?"
    r"|Niederung|Platte|Aue|Delta|Brücke|Stadions?|Therme|Auen|Winkels?)(?![\w-])"
)


class LandscapePairs(Recognizer):
    """One part at least is a river, a landscape or a town, and none of the others a word of the field."""

    kinds = ("PLACE",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_PAIR):
            parts = document.within(*match.span("n"))
            known = any(self._on_the_map(part) for part in parts)
            if known and not any(part.protected or document.vocabulary.in_glossary(part.fold) for part in parts):
                yield self.find("PLACE", *match.span(), SURE, "place:region")

    def _on_the_map(self, word: Word) -> bool:
        if any(word.fold in listed(name) for name in ("rivers", "landscapes", "regions")):
            return True
        return bool(word.value & PLACE) and not word.value & (INFLECTED | LOWER)
