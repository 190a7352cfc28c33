"""Dictated numbers: digits one by one, with spoken signs and letters between them.

'null neun fünf zwei eins Strich acht', 'sieben eins vier Dora null null sechs', 'zwei KLs sieben Js neunhundertelf
Strich zweiundzwanzig', 'M S P Strich R F elf'. A count of things has neither that many digits nor letters in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.numerals import SPOKEN_ONES
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.spoken import DIGITS, GLUED, LARGER, REGISTERS, SIGNS
from caseboard.anonymize.words import listed

_LARGER, _GLUED = re.compile(LARGER), re.compile(GLUED)
_WRITTEN_BEFORE = re.compile(r"(?<![\w.,/])\+?\d[\d /()-]{0,12},?[ ]?\Z")
_WRITTEN_BEHIND = re.compile(
    r"(?: (?:Strich|Schrägstrich|Minus))?[ ,/-]{1,2}\d{1,6}(?![\w:]|[.,]\d| ?(?:Uhr|Euro|€|Jahr|Monat|Tag|Woche|Kind))"
)
_ROMAN_BEFORE = re.compile(r"(?:(?<!\w)[A-ZÄÖÜ]{1,5} )?[Rr]ömisch(?:e[ns]?)? \Z")
_CARRIED = re.compile(
    r",? (?:und )?(?:dann|weiter(?: mit)?|danach|pause),? (?:die )?\d{2,}(?:[ /-]\d{2,})*"
    r"(?![\w:]|[.,]\d| ?(?:Uhr|Euro|€|Jahr|Monat|Tag|Woche|Kind))",
    re.I,
)
_JOINS = frozenset({"dann", "weiter", "danach", "und", "mit", "die"})
_GAP = re.compile(r",?[ \t]|[ \t]?\n|-|, ?| ?/ ?")
_EXTENSION = re.compile(
    r"\b(?:durchwahl|apparat|nebenstelle|telefon|handy)(?: ist)?:? (?P<n>(?:null"
    rf"|{SPOKEN_ONES})(?: (?:null|{SPOKEN_ONES}|\w{{3,8}}zig|elf|zwölf|\w{{0,5}}zehn))+)\b",
    re.I,
)
_DIRECT = re.compile(
    r"\b(?:durchwahl|apparat|nebenstelle)(?: ist| lautet)?:? "
    r"(?P<n>(?:\w{3,7}und)?(?:zwan|drei|vier|fünf|sech|sieb|acht|neun)[zß]ig|\w{3,6}zehn|\w{0,9}hundert\w*)\b",
    re.I,
)
_SAID = r"(?:schrägstrich|strich|bindestrich|minus|slash|punkt)"
_SAID_SIGNS = re.compile(
    r"(?<!\w)(?:(?:[A-Za-z]{1,5} )?römisch(?:e[ns]?)? )?"
    rf"(?:[A-Za-z]{{1,4}} )?\d+(?: {_SAID}(?: {_SAID})? [A-Za-z\d]{{1,12}})+(?<=\d)"
    rf"(?!\w)",
    re.I,
)
_PARTED = frozenset(["strich", "schraegstrich", "bindestrich", "querstrich"])
_MIXED, _PLAIN, _CALL, _FILE = 4, 5, 4, 3
_ROMAN = 20


@dataclass(slots=True)
class _Run:
    """Spoken words that could be one number, with the class of each: digit, number, sign or letter."""

    words: list[Word] = field(default_factory=list)
    classes: str = ""

    def trimmed(self) -> "_Run":
        """Without signs at its ends: a spoken full stop belongs to the sentence."""
        first = len(self.classes) - len(self.classes.lstrip("sj"))
        if first and self.words[first - 1].fold == "plus":
            first -= 1
        last = len(self.classes.rstrip("sj"))
        return _Run(self.words[first:last], self.classes[first:last])

    @property
    def calls(self) -> bool:
        """The beginning of a telephone number, which may pause before it goes on."""
        return self.words[:1] != [] and self.words[0].fold in ("null", "plus") and len(self.words) >= _FILE

    @property
    def digits(self) -> int:
        """How many at least: in 'siebenvierzwo' several are glued together."""
        return self.classes.count("d") + 2 * self.classes.count("g")

    @property
    def kind(self) -> str:
        """PHONE, ID or nothing."""
        numbers = self.digits + self.classes.count("n")
        letters, signs = self.classes.count("l"), self.classes.count("s")
        if not letters and self.words and self.words[0].fold in ("null", "plus"):
            return "PHONE" if numbers >= _CALL else ""
        if letters and ((numbers >= 2 and numbers + letters >= _MIXED) or (letters >= 3 and numbers and signs)):
            return "ID"
        if (
            numbers >= _FILE
            and _PARTED & {w.fold for w in self.words}
            and not any("," in w.gap for w in self.words[1:])
        ):
            return "ID"
        commas = sum("," in w.gap for w in self.words[1:])
        if not letters and numbers >= _PLAIN and self.digits and commas * 2 < numbers:
            return "ID" if signs else "PHONE"
        return ""


class Dictated(Recognizer):
    """Five spoken digits in a row are a number of somebody; with letters among them four are enough."""

    kinds = ("PHONE", "ID")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        run = _Run()
        for word in document.words:
            kind = "" if word.protected else _class(word)
            if kind == "j" and not run.calls:
                kind = ""
            if run.words and not (kind and _GAP.fullmatch(word.gap)):
                yield from self._answer(run, document.text)
                run = _Run()
            if kind:
                run.words.append(word)
                run.classes += kind
        yield from self._answer(run, document.text)
        for match in document.finditer(_SAID_SIGNS):
            yield self.find("ID", *match.span(), SURE, "dictated:signs")
        for pattern in (_EXTENSION, _DIRECT):
            for match in document.finditer(pattern):
                yield self.find("PHONE", *match.span("n"), SURE, "dictated:extension")

    def _answer(self, run: _Run, text: str) -> Iterator[RecognizerResult]:
        said = run.trimmed()
        start, end = (said.words[0].start, said.words[-1].end) if said.words else (0, 0)
        before = _WRITTEN_BEFORE.search(text, max(0, start - 16), start) if said.digits >= _FILE else None
        kind = said.kind or ("PHONE" if before and text[before.start()] in "0+" else "")
        if kind:  # the rest of the number may be written: '0 85 03, neun eins vier vier', 'null acht Strich 23'
            behind = (kind == "PHONE" and _CARRIED.match(text, end)) or _WRITTEN_BEHIND.match(text, end)
            opened = before is not None and text[before.start()] in "0+"
            first = before.start() if before and opened else start
            roman = _ROMAN_BEFORE.search(text, max(0, first - _ROMAN), first)
            first = roman.start() if roman and kind == "ID" else first
            yield self.find(kind, first, behind.end() if behind else end, SURE, "dictated:digits")


def _class(word: Word) -> str:
    """The class of a spoken word: d a digit, g several, n a larger number, s a sign, l a letter, j what goes on."""
    if word.fold in DIGITS:
        return "d"
    if word.fold in _JOINS:
        return "j"
    if _GLUED.fullmatch(word.fold):
        return "g"
    if word.fold in SIGNS:
        return "s"
    if len(word.text) == 1 or word.fold in listed("spelling_alphabet"):
        return "l"
    if word.text in REGISTERS:
        return "l"
    return "n" if _LARGER.fullmatch(word.fold) else ""
