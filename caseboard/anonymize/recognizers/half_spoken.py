"""Numbers that are spoken in part.

'DE zwölf, siebzig null, neunzehn', 'eins null vier be ge null null zwei sieben', 'null eins fünf sieben 55 20 31 8'.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.numerals import SPOKEN_ONES
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.spoken import DIGITS

_ONE = rf"(?:null|{SPOKEN_ONES})"
_SPOKEN = rf"(?:\w{{0,8}}(?:zehn|zwanzig|dreißig|dreissig|zig)|elf|zwölf|{_ONE}|\d{{1,4}})"
_GO_ON = r"(?:,? (?:und |dann |weiter |also |ähm?,? )?)"
_IBAN = re.compile(
    r"\b(?:(?:[Ii]ban|IBAN)(?: lautet| ist)?:?,? |(?=DE |De |D E |de ee ))"
    rf"(?P<n>(?:(?:DE|De|de ee|de|D E),? )?(?=[^\n]{{0,16}}(?:{_ONE}|zehn|zig|elf))"
    rf"{_SPOKEN}(?:{_GO_ON}{_SPOKEN}){{2,24}})\b"
)
_LETTERS = r"(?:be ?ge|beh geh|bee gee|b ?g|be|ce|de|ef|ge|ha|jot|ka|el|em|en|pe|qu|er|es|te|vau|we|ypsilon)"
_LETTERED = re.compile(
    rf"\b(?P<n>{_ONE}(?:,? {_ONE}){{1,7}},? {_LETTERS}(?: {_LETTERS})?,? {_ONE}(?:,? {_ONE}){{2,8}})\b", re.I
)
_TENS = r"(?:zehn|elf|zwölf|\w{3,6}zehn|(?:\w{3,7}und)?(?:zwanzig|drei(?:ß|ss)ig|\w{4,5}zig))"
_CALL = re.compile(
    rf"(?<![\w.,/§-])(?<!\d )(?=(?:\+|0|null\b))(?:(?:\+ ?|0)\d{{0,6}}|{_ONE})"
    rf"(?:[ ,]{{1,2}}(?:{_ONE}|{_TENS}|\d{{1,5}})| ?[/-] ?(?:{_ONE}|{_TENS}|\d{{1,5}})){{2,14}}"
    r"(?![\w:]|[.,]\d| ?(?:Uhr|Euro|€|Jahr|Monat|Tag|Woche|Kind|Stunde|Prozent))",
    re.I,
)
_WORD = re.compile(r"[^\W\d]+")
_COUNTED = DIGITS | frozenset({"elf", "zwoelf", "zehn"})
_FEWEST, _LEAST, _MOST = 2, 7, 15


class HalfSpoken(Recognizer):
    """The sign of the country before, or spelt letters between spoken digits, which are no count of things."""

    kinds = ("ID", "PHONE")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if not _COUNTED.isdisjoint(document.folds):
            yield from self._calls(document)
        if len(_COUNTED & document.folds) < _FEWEST:
            return
        for pattern in (_IBAN, _LETTERED):
            for match in document.finditer(pattern):
                yield self.find("ID", *match.span("n"), SURE, "dictated:number")

    def _calls(self, document: Document) -> Iterator[RecognizerResult]:
        """'0261 4041 null 12': opened like a telephone number, spoken here, written there, and as long as one."""
        for match in document.finditer(_CALL):
            written = sum(c.isdigit() for c in match[0])
            said = len(_WORD.findall(match[0]))
            if written and said and _LEAST <= written + said <= _MOST:
                yield self.find("PHONE", *match.span(), SURE, "dictated:digits")
