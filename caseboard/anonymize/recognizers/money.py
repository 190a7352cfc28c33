"""Exact amounts: 4.817,63 Euro, 23.418 €, EUR 743,29; small round amounts and statutory ones stay."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer

_NUMBER = r"(?:\d{1,3}(?:[. ’']\d{3})+|\d+)(?:,(?:\d\d|--|-|–))?"
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?:(?P<a>{_NUMBER}) ?(?:€|Euro\b|EUR\b|EURO\b|euro\b|[Ee]ur\b|T€|TEUR|Teuro)|(?:€|EUR) "
    rf"?(?P<b>{_NUMBER})(?![\w]))"
)
_BARE = re.compile(
    r"(?<![\w.,/-])(?:(?:\d{1,3}(?:\.\d{3})+|\d{2,4}),\d\d|(?:\d{3,4}|\d{1,3}(?:\.\d{3})+),(?:-{1,2}|[–—]))"
    r"(?![\w\[])(?![.,]\d)(?! ?(?:%|Prozent"
    r"|km|kg|m²|qm|Std|h\b"
    r"|€|Euro|EUR|euro|eur\b))"
)
_NET = re.compile(
    r"(?<![\w.,])\d{1,3}\.\d{3}(?= (?:bar\b|monatlich|mtl|im Monat|netto|brutto|p\. ?a\.))"
    r"|(?<=ca\. )\d{1,3}\.\d{3}(?![\w.,])(?! ?(?:km|Einwohner|Stück|Menschen|Mitarbeiter|Quadrat|m²|kWh|Liter))|"
    r"(?<![\w.,])\d{1,3}(?:\.?\d{3})?(?:,\d\d)?(?= ?(?:netto|brutto)\b)|(?<=netto )\d[\d.]{2,6}(?!\w)|"
    r"(?<=brutto )\d[\d.]{2,6}(?!\w)"
)
_SPOKEN = re.compile(r"\b\w{0,30}(?:hundert|tausend)\w{0,40} [Ee]uro\b(?: \w{0,10}und\w{3,12}zig\b| \w{3,6}zig\b)?")
_ABOUT = re.compile(
    r"(?:rund|ca\.|circa|etwa|ungefähr|knapp|über|gut|bis zu|mindestens|höchstens|maximal|unter|mehr als"
    r"|weniger als) $",
    re.I,
)
_ROUGHLY = re.compile(r"\b(?:rund|ca\.|circa|etwa|ungefähr) $", re.I)  # the replacement says so itself
_PERIOD = re.compile(r" ?(?:/|pro |im |je )(?:Wo|Woche|Monat|Tag|Std|Stunde|h\b|mtl)")
STATUTORY = frozenset(
    {
        563,
        506,
        471,
        390,
        357,
        502,
        451,
        420,
        348,
        318,
        538,
        556,
        603,
        520,
        450,
        165,
        100,
        184,
        255,
        259,
        250,
        292,
        20,
        25,
        195,
        174,
        116,
        58,
        49,
        50,
        15,
        10,
        5,
        1000,
        1500,
        10000,
        15000,
        40000,
    }
)


class Money(Recognizer):
    """From 100 Euro, or with cents; rounded already is left alone."""

    kinds = ("MONEY",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in _SPOKEN.finditer(document.text):
            yield self.find("MONEY", *match.span(), QUASI_SCORE, "amount:in-words")
        for match in _BARE.finditer(document.text):
            yield self.find("MONEY", *match.span(), QUASI_SCORE, "amount:bare")
        for match in _NET.finditer(document.text):
            yield self.find("MONEY", *match.span(), QUASI_SCORE, "amount:net")
        for match in _AMOUNT.finditer(document.text):
            value = amount(match["a"] or match["b"])
            if _ABOUT.search(document.text, max(0, match.start() - 14), match.start()) and is_round(value):
                continue
            if (
                (value < 100 and value == int(value))
                or (value in STATUTORY)
                or (_PERIOD.match(document.text, match.end()) and value < 100)
            ):
                continue
            about = _ROUGHLY.search(document.text, max(0, match.start() - 10), match.start())
            yield self.find("MONEY", about.start() if about else match.start(), match.end(), QUASI_SCORE, "amount")


def step(value: float) -> int:
    """To how much an amount is rounded: two telling digits."""
    return 10 if value < 300 else 50 if value < 1000 else 100 if value < 10_000 else 1000


def is_round(value: float) -> bool:
    """Whether rounding would change nothing."""
    return value % step(value) == 0


def amount(number: str) -> float:
    """A German number as a float: 4.817,63 → 4817.63."""
    whole, _, cents = re.sub(r"[. ’']", "", number).partition(",")
    return int(whole) + (int(cents) / 100 if cents.isdigit() else 0)
