"""Dictated numbers: digits one by one, dates and house numbers in words, names spelt with the spelling alphabet.

Dictation software writes 'null neun fünf zwei eins Strich acht' and 'Ludwig Anton Gustav' (DIN 5009) as words.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.date import MONTHS, ORDINALS

_DIGIT = r"(?:null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun)"
_TENS = (
    r"(?:zehn|elf|zwölf|\w{3,6}zehn"
    r"|(?:\w{3,8}und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig))"
)
_BETWEEN = r"(?:\s(?:Strich|Schrägstrich|Bindestrich|Punkt|Leerzeichen|Klammer auf|Klammer zu|[A-Z]))?\s"
_EXTENSION = re.compile(
    rf"\b(?:Durchwahl|Apparat|Nebenstelle|Telefon|Handy)(?: ist)?:? (?P<n>{_DIGIT}(?: {_DIGIT})+)\b", re.I
)
_MAIL = re.compile(
    r"\b[\w-]+(?: (?:punkt|unterstrich|minus|strich) [\w-]+)* (?:at|ät|klammeraffe) [\w-]+(?: punkt [\w-]+)+", re.I
)
_SPOKEN = rf"(?:{_DIGIT}|{_TENS})"
_DIGITS = re.compile(rf"\b(?:[A-Z]\s)?(?:plus\s)?{_DIGIT}(?:{_BETWEEN}{_SPOKEN}){{4,}}\b", re.I)
_YEAR = rf"(?:zweitausend\w*|neunzehnhundert\w*|{_TENS})"
_DATE = re.compile(rf"\b{ORDINALS}\s(?:{MONTHS}|{ORDINALS})(?:\s{_YEAR})?\b", re.I)
_HOUSE = re.compile(
    rf"\b[A-ZÄÖÜ]\w+(?:straße|gasse|weg|platz|ring|berg|allee|damm|ufer|graben|leite|markt|hof|steig)\s(?:Nummer\s)?"
    rf"(?:ein|eins|{_DIGIT}|{_TENS})\b(?: [a-h]\b)?"
)
_SPELT = re.compile(r"buchstabier\w*:?\s(?P<n>(?:[A-ZÄÖÜ]\w*[ ,.-]{1,2}){1,20}[A-ZÄÖÜ]\w*)")
_LETTERS = re.compile(r"(?<![\w-])(?P<n>(?:[A-ZÄÖÜ][-–. ]{1,2}){3,}[A-ZÄÖÜ])(?![\w-])")


class Dictated(Recognizer):
    """Five spoken digits in a row are a number of somebody."""

    kinds = ("EMAIL", "PHONE", "DATE", "STREET", "PERSON")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        text = document.text
        for kind, pattern, code in (
            ("PHONE", _DIGITS, "digits"),
            ("DATE", _DATE, "date"),
            ("STREET", _HOUSE, "house-number"),
        ):
            for match in pattern.finditer(text):
                yield self.find(kind, *match.span(), SURE, f"dictated:{code}")
        for match in _EXTENSION.finditer(text):
            yield self.find("PHONE", *match.span("n"), SURE, "dictated:extension")
        for match in _MAIL.finditer(text):
            yield self.find("EMAIL", *match.span(), SURE, "dictated:mail")
        for pattern in (_SPELT, _LETTERS):
            for match in pattern.finditer(text):
                yield self.find("PERSON", *self._unpunctuated(match), SURE, "dictated:spelt")

    def _unpunctuated(self, match: re.Match[str]) -> tuple[int, int]:
        """Spoken punctuation ends the spelling."""
        start, end = match.span("n")
        stop = re.search(r" (?:Komma|Punkt|Absatz|Doppelpunkt|Strich|Ausrufezeichen)\b", match["n"])
        return start, start + stop.start() if stop else end
