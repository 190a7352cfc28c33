"""Short forms of colleagues in minutes and notes: 'Ki: fragt nach', 'Hü. klärt das', 'Vermerk (Wb)', '→ prüfen, Gr.'"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.recognizers.base import HINT, Recognizer
from caseboard.anonymize.words import listed

_S = r"[A-ZÄÖÜ](?:[a-zäöüß]{1,2}|[a-zäöüß]?[A-ZÄÖÜ]?[a-zäöüß]?)"
_SPEAKS = re.compile(rf"(?:^|\n)[ \t>–•*-]*(?P<s>{_S}\.?):(?= )")
_ACTS = re.compile(
    rf"(?:(?<=[.;:!?] )|(?<=\n)|(?<=^)|(?<=, )|(?<=– )|(?<=→ )|(?<=> ))(?P<s>{_S}\.)(?= (?P<v>[a-zäöüß]+)\b)"
)
_SIGNS = re.compile(rf"(?:[,.;–—] ?|\()(?P<s>{_S}\.?)\)?[ \t]*(?=\n|$)")
_MINUTES = re.compile(rf"(?:\b(?:durch|von|an|bei|v\.|mit) )(?P<s>{_S}\.)(?= |[,;)\n]|$)")
_CAPITALS = 2


class ShortForms(Recognizer):
    """Two or three letters that abbreviate nothing, where somebody speaks, acts or signs."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.shouted:
            return
        for pattern, code in ((_SPEAKS, "speaks"), (_ACTS, "acts"), (_SIGNS, "signs"), (_MINUTES, "named")):
            for match in pattern.finditer(document.text):
                if code == "acts" and match["v"] not in listed("person_verbs"):
                    continue
                if self._nobody_else(document, match["s"]):
                    yield self.find("PERSON", *match.span("s"), HINT, f"short-form:{code}")

    def _nobody_else(self, document: Document, short: str) -> bool:
        bare = short.rstrip(".")
        folded = fold(bare)
        if len(bare) < 2 or bare.isupper() or sum(c.isupper() for c in bare) > _CAPITALS:
            return False
        if document.vocabulary.listed_abbreviation(folded) or document.vocabulary.in_glossary(folded):
            return False
        field = folded in listed("person_fields") or folded in listed("titles") or folded in listed("weekdays")
        return not field and not (document.vocabulary.ordinary(folded) and not short.endswith("."))
