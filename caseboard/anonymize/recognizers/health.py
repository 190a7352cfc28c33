"""Rare or telling diagnoses and disabilities; groups of diagnoses (Depression, Sucht) stay."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer
from caseboard.anonymize.words import listed

_SYNDROME = re.compile(
    r"(?:\b(?:Morbus|M\.) [A-ZÄÖÜ][\wäöüß-]+|(?<![\w-])[\w-]{1,40}(?:Syndrom|Krankheit|syndrom|"
    r"dystrophie|sklerose|zirrhose|anämie|karzinom|sarkom)\b|\bGdB(?: von)? ?(?:50|60|70|80|90|"
    r"100)\b|\bMerkzeichen \w{1,3}\b|\bMultiple[rn]? Sklerose\b|\bMS-\w+)"
)
_SHORT = frozenset(
    {"als", "ms", "fas", "me", "down", "blind", "taub", "wilson", "turner", "usher", "fabry", "pompe", "rett"}
)


class Health(Recognizer):
    """Syndromes by their form, diagnoses by the list."""

    kinds = ("HEALTH",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in _SYNDROME.finditer(document.text):
            yield self.find("HEALTH", *match.span(), QUASI_SCORE, "syndrome")
        rare = tuple(sorted(listed("rare_diagnoses") - _SHORT))
        for word in document.words:
            if not word.protected and word.fold.startswith(rare) and len(word.fold) >= 3:
                if len(word.fold) < 5 and not word.shouted:
                    continue
                yield self.find("HEALTH", word.start, word.end, QUASI_SCORE, "rare-diagnosis")
