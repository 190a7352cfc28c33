"""Spoken addresses: 'max punkt muster at web punkt de', 'www punkt lotus minus nails punkt de', 'Lindenweg zwölf a'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import SURE, Recognizer

_NUMBER = (
    r"(?:null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w{3,6}zehn|(?:\w{3,8}und)?"
    r"(?:zwanzig|dreißig"
    r"|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig))"
)
_DOT = r"(?:punkt|dot|\.)"
_SIGN = rf"(?:{_DOT}|unterstrich|underscore|minus|strich|bindestrich|plus)"
_TLD = r"(?:de|com|net|org|eu|info|at|ch|io|online|example|test|biz|bayern|berlin)"
_LOCAL = rf"[\w-]+(?: {_SIGN} [\w-]+| {_NUMBER}){{0,8}}"
_HOST = rf"[\w-]+(?: {_SIGN} [\w-]+){{0,6}}?"
_MAIL = re.compile(
    rf"(?<![\w-]){_LOCAL} (?:at|ät|et|klammeraffe|klammer affe|affe|\(at\)|@) {_HOST} ?{_DOT} ?{_TLD}\b"
    rf"|(?<![\w-]){_LOCAL} (?:at|ät|klammeraffe) [\w-]+(?: {_DOT} [a-z]+)+",
    re.I,
)
_PAGE = re.compile(
    rf"\b(?:www|w w w|weh weh weh) {_DOT} {_HOST} {_DOT} {_TLD}\b|(?<![\w-])[\w-]+(?: (?:minus"
    rf"|bindestrich) [\w-]+)* punkt {_TLD}\b",
    re.I,
)
_HOUSE = re.compile(
    r"\b[A-ZÄÖÜ]\w+(?:straße|gasse|weg|platz|ring|berg|allee|damm|ufer|graben|leite|markt|hof|steig)\s(?:Nummer\s)?"
    rf"(?:ein|{_NUMBER})\b(?: [a-h]\b)?"
    r"|\b[a-zäöüß]{3,}(?:stra(?:ß|ss)e|gasse|allee|leite)\s(?:nummer\s)?"
    rf"{_NUMBER}\b(?! (?:mal|euro|uhr|kinder|wochen|monate|jahre|tage)\b)(?: [a-h]\b)?"
    rf"|(?<![\w-])(?:[A-ZÄÖÜ][\w]*\.?[ -]){{1,3}}(?:Straße|Gasse|Weg|Platz|Ring|Allee)\s"
    rf"(?:Nummer\s)?{_NUMBER}\b(?: [a-h]\b)?"
    rf"|\b(?:An der|Am|Im|In der|Auf der|Auf dem|Zum|Zur) [A-ZÄÖÜ]\w+ {_NUMBER} [a-h]\b"
)


class DictatedAddress(Recognizer):
    """'at' between two names and 'punkt' before an ending prove an address."""

    kinds = ("EMAIL", "URL", "STREET")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for kind, pattern in (("EMAIL", _MAIL), ("URL", _PAGE), ("STREET", _HOUSE)):
            for match in pattern.finditer(document.text):
                yield self.find(kind, *match.span(), SURE, "dictated:address")
