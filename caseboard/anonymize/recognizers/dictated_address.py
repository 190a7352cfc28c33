"""Spoken addresses: 'max punkt muster at web punkt de', 'www punkt lotus minus nails punkt de', 'Lindenweg zwölf a'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.numerals import SPOKEN_ONES, TENS
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.street import SQUARES
from caseboard.anonymize.words import listed

_NUMBER = (
    rf"(?:(?:ein|zwei|drei|vier|fünf|sechs)?hundert(?:und)?(?:\w{{2,7}}und)?(?:{SPOKEN_ONES}|zehn|elf|zwölf|\w{{3,6}}zehn"
    rf"|{TENS})?|null|{SPOKEN_ONES}|zehn|elf|zwölf|\w{{3,6}}zehn|(?:\w{{3,8}}und)?(?:{TENS}))"
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
_SQUARES = (
    r"(?:Berg|Damm|Ufer|Graben|Leite|Markt|Hof|Steig|Höhe|Tor|Wall|Feld|Brücke|Garten|Winkel|Park|Grund|Anger|Kamp|Hang"
    r"|Chaussee|Landstraße|Ring|Stieg|Pfad|Hof|Tal|Kirchplatz|Marktplatz)"
)
_SAID = r"(?:(?:[Hh]ausnummer|[Hh]aus(?: [Nn]ummer| ?[Nn]r\.?)|[Nn]ummer|[Nn]r\.?)\s)"
_ENDS = r"(?:straße|strasse|gasse|weg|platz|ring|berg|allee|damm|ufer|graben|leite|markt|hof|steig)"
_HOUSE = re.compile(
    rf"\b[A-ZÄÖÜ]\w+{_ENDS}\s{_SAID}?(?:ein|{_NUMBER})\b(?: [a-h]\b)?"
    r"|\b[a-zäöüß]{3,}(?:stra(?:ß|ss)e|gasse|allee|leite)\s"
    rf"{_NUMBER}\b(?! (?:mal|euro|uhr|kinder|wochen|monate|jahre|tage)\b)(?: [a-h]\b)?"
    rf"|(?<![\w-])(?:[A-ZÄÖÜ][\w]*\.?[ -]){{1,3}}(?:Straße|Gasse|Weg|Platz|Ring|Allee)\s"
    rf"{_SAID}?{_NUMBER}\b(?: [a-h]\b)?"
    rf"|(?<![\w-])(?:[A-ZÄÖÜ]\w+er|[A-ZÄÖÜ]\w+-[A-ZÄÖÜ]\w+) {_SQUARES}\s{_SAID}?"
    rf"{_NUMBER}(?: [a-h]\b|(?=[.,;\n)]|\Z| (?:Komma|Punkt|Absatz|Strichpunkt|Semikolon|Klammer)\b))"
    r"|\b(?:An der|Am|Im|In der|Auf der|Auf dem|Zum|Zur) [A-ZÄÖÜ]\w+ "
    rf"(?:{_NUMBER} [a-h]\b|{_SAID}{_NUMBER}\b(?: [a-h]\b)?)"
)
_TENS = ("zig", "ssig", "zehn")
_COUNTED = frozenset(
    ["null", "eins", "zwei", "zwo", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun", "elf", "zwoelf"]
)
_LOWER = re.compile(
    rf"\b(?:am )?(?P<s>(?<![A-ZÄÖÜ])[a-zäöüß]{{3,}}{_ENDS}) (?P<h>{_SAID}?){_NUMBER}\b(?P<l> [a-h]\b)?"
    r"(?: (?:links|rechts|hinten|vorne?|oben|unten)\b)?"
)


class DictatedAddress(Recognizer):
    """'at' between two names and 'punkt' before an ending prove an address."""

    kinds = ("EMAIL", "URL", "STREET")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for kind, pattern in (("EMAIL", _MAIL), ("URL", _PAGE)):
            for match in document.finditer(pattern):
                yield self.find(kind, *match.span(), SURE, "dictated:address")
        if not (_COUNTED & document.folds or any(word.endswith(_TENS) or "hundert" in word for word in document.folds)):
            return
        for match in document.finditer(_HOUSE):
            yield self.find("STREET", *match.span(), SURE, "dictated:address")
        for match in document.finditer_small(_LOWER):
            if self._lives(document, match):
                start = match.start() if fold(match["s"]) in SQUARES else match.start("s")
                yield self.find("STREET", start, match.end(), SURE, "dictated:address")

    def _lives(self, document: Document, match: re.Match[str]) -> bool:
        """'am marktplatz drei über dem laden', but not 'am arbeitsplatz drei kollegen': what is counted follows."""
        street = fold(match["s"])
        if street in listed("no_streets") and street not in SQUARES:
            return False
        behind = document.within(match.end(), match.end() + 2)
        if match["h"] or match["l"] or not behind or behind[0].gap != " ":
            return True
        return behind[0].fold in listed("function_words") or behind[0].fold in listed("verbs")
