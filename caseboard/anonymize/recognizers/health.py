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
_STATE = re.compile(
    r"\bim (?:\d\.|ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|neunten|achten) Monat schwanger\b"
    r"|\b\w*(?:transplantation|transplantiert|tumor|dialyse|amputation|amputiert|prothese|lähmung|gelähmt)\w*"
    r"|\b(?:Granat|Bomben|Minen)splitter\w*(?: im [A-ZÄÖÜ]\w+)?|\b[Ss]chwere[rsn]? Neurodermitis\b"
    r"|\bSchlaganfall (?:links|rechts)\b|\b[Hh]ochschwanger\w*|\bRisikoschwangerschaft\b",
    re.I,
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
        for match in _STATE.finditer(document.text):
            yield self.find("HEALTH", *match.span(), QUASI_SCORE, "rare-state")
        rare = tuple(sorted(listed("rare_diagnoses") - _SHORT))
        for word in document.words:
            if not word.protected and word.fold.startswith(rare) and len(word.fold) >= 3:
                if len(word.fold) < 5 and not word.shouted:
                    continue
                yield self.find("HEALTH", word.start, word.end, QUASI_SCORE, "rare-diagnosis")
