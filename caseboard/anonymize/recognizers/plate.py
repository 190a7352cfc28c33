"""Kfz-Kennzeichen (§ 9 FZV).

One to three letters of the district (Anlage 1), one or two letters, up to four digits, E or H.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Shape, ShapeRecognizer
from caseboard.anonymize.words import entries

_SPACED = re.compile(r"(?<![\w-])(?P<d>[A-ZÄÖÜ]{1,3}) (?P<l>[A-Z]{1,2}) ?\d{1,4} ?[EH]?(?![\w.,/-]\w|\w)")
_COURTS = frozenset({"S", "L", "B"})
_SOCIAL = frozenset({"AS", "AL", "SO", "KR", "R", "SB", "AY", "EG", "KG", "U", "P", "V"})
_WORDS = frozenset(
    [
        *("EN", "UN", "IN", "AM", "UM", "BE", "AB", "ER", "ES", "DA", "SO"),
        *("WE", "DIN", "DO", "EU", "ALS", "AN", "GER", "BT", "GD"),
    ]
)


class Plate(ShapeRecognizer):
    """Lower case needs the word beside it: 'hat er 3' is no plate; with spaces the district must exist."""

    kinds = ("ID",)
    complete = 1
    beside = re.compile(
        r"kennz\w*|nummernschild|\bkfz|\bpkw\b|\bauto\b|fahrzeug|\bwagen\b|\bkz\b|zugelassen|transporter|roller"
        r"|motorrad|moped|mofa"
        r"|anhänger|golf|polo|corsa|astra|fiesta|passat|clio",
        re.I,
    )
    shapes = (
        Shape(re.compile(r"(?<![\w-])[A-ZÄÖÜ]{1,3} [-–] [A-Z]{1,2} ?\d{1,4}[EH]?(?!\w)"), "plate", SURE),
        Shape(re.compile(r"(?<![\w-])[A-ZÄÖÜ]{1,3}(?:[-–·•] ?|:)[A-Z]{1,2}[ -]?\d{1,4} ?[EH]?(?![\w])"), "plate", SURE),
        Shape(
            re.compile(
                r"(?<![\w-])(?!(?:SGB|TOP|UN|EU|AB|ZU|IN|IM|AM|UM|DIN|ISO|GDB)\b)[A-ZÄÖÜ]{1,3} [A-Z]{1,2} "
                r"?\d{2,4}[EH]?(?!\w)"
            ),
            "plate",
            0,
            SURE,
        ),
        Shape(re.compile(r"(?<![\w-])[a-zäöü]{1,3}[- ][a-z]{1,2}[- ]?\d{1,4}(?!\w)"), "plate", 0, SURE),
        # § 58 FZV, the insurance plate of mopeds: three figures, three letters
        Shape(re.compile(r"(?<![\w-])\d{3} ?[A-Z]{3}(?!\w)"), "plate", 0, SURE),
        Shape(re.compile(r"(?<![\w-])[a-zäöü]{1,3}-[a-z]{1,2}[- ]\d{1,4}(?!\w)"), "plate", LIKELY),
    )
    reach = 40

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        yield from super().finds(document)
        for match in _SPACED.finditer(document.text):
            if document.style.shouted or match["d"] not in entries("plate_districts") or match["d"] in _WORDS:
                continue
            if not (match["d"] in _COURTS and match["l"] in _SOCIAL):
                yield self.find("ID", *match.span(), LIKELY, "shape:plate", "district")
