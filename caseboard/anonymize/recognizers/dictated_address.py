"""Spoken addresses: 'max punkt muster at web punkt de', 'www punkt lotus minus nails punkt de', 'Lindenweg zwölf a'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.counted import things_follow
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
_S = r"[ \n]"  # a line may end within
_LOCAL = rf"[\w-]+(?:{_S}{_SIGN}{_S}[\w-]+| {_NUMBER}){{0,8}}"
_HOST = rf"[\w-]+(?:{_S}{_SIGN}{_S}[\w-]+){{0,6}}?"
_MAIL = re.compile(
    rf"(?<![\w-]){_LOCAL}{_S}(?:at|ät|et|klammeraffe|klammer affe|affe|\(at\)|@){_S}{_HOST}{_S}?{_DOT}{_S}?{_TLD}\b"
    rf"|(?<![\w-]){_LOCAL}{_S}(?:at|ät|klammeraffe){_S}[\w-]+(?:{_S}{_DOT} [a-z]+)+",
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
_LIVES = re.compile(
    r"\b(?:wohn\w*|adresse|anschrift|gemeldet|lebt\w*|zieht|zog|gezogen|umzug|sitz)\b[^.;!?]{0,24}\Z", re.I
)
_REACH = 48
_MEASURE = re.compile(
    rf"(?:[ \n](?:einhalb|(?:komma|bis|oder) {_NUMBER}))?"
    r"[ \n](?:Std|Stunden?|Min|Minuten?|Sek|Sekunden?|km|Kilometer|Meter|Euro|Uhr|Prozent|Mal|Quadratmeter|qm|Liter"
    r"|Stück|Cent|Grad)\b",
    re.I,
)
_NUMBERED = re.compile(rf"\s{_SAID}|\s[a-h]\Z")
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
            if self._counts(document, match):
                continue
            yield self.find("STREET", *match.span(), SURE, "dictated:address")
        for match in document.finditer_small(_LOWER):
            if self._lives(document, match):
                start = match.start() if fold(match["s"]) in SQUARES else match.start("s")
                yield self.find("STREET", start, match.end(), SURE, "dictated:address")

    def _counts(self, document: Document, match: re.Match[str]) -> bool:
        """'Arbeitsweg zwei Stunden', 'Kirchplatz drei Kinder': what is counted follows, and nobody is said to live."""
        if _NUMBERED.search(match[0]):
            return False
        if _MEASURE.match(document.text, match.end()):
            return True
        before = max(0, match.start() - _REACH), match.start()
        return things_follow(document, match.end()) and not _LIVES.search(document.text, *before)

    def _lives(self, document: Document, match: re.Match[str]) -> bool:
        """'am marktplatz drei über dem laden', but not 'am arbeitsplatz drei kollegen': what is counted follows."""
        street = fold(match["s"])
        if street in listed("no_streets") and street not in SQUARES:
            return False
        behind = document.within(match.end(), match.end() + 2)
        if match["h"] or match["l"] or not behind or behind[0].gap != " ":
            return True
        return behind[0].fold in listed("function_words") or behind[0].fold in listed("verbs")
