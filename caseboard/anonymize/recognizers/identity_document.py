"""Personalausweis and Reisepass.

Nine characters of CFGHJKLMNPRTVWXYZ0-9, a tenth check digit 7-3-1 in the MRZ; old cards ten digits and D.
"""

import re

from caseboard.anonymize.recognizers.base import LIKELY, SURE, Shape, ShapeRecognizer

SERIAL = re.compile(r"[A-Z0-9]{9}[0-9]")
_SET = "CFGHJKLMNPRTVWXYZ0-9"


class IdentityDocument(ShapeRecognizer):
    """The first character is a letter, at least two digits follow somewhere."""

    kinds = ("ID",)
    complete = 9
    beside = re.compile(
        r"ausweis|\bpass\b|reisepass|passnummer|dokument|seriennummer|\bnpa\b|aufenthaltstitel|\bPA\b", re.I
    )
    shapes = (
        Shape(
            re.compile(rf"(?<!\w)(?=\w*\d\w*\d)[CFGHJKLMNPRTVWXYZ][{_SET}]{{8}}\d?D?(?!\w)", re.I), "document", LIKELY
        ),
        Shape(
            re.compile(
                rf"(?<!\w)(?!RV |TR |PZN)(?=(?:[A-Z ]{{0,4}}\d){{3}})[CFGHJKLMNPRTVWXYZ]"
                rf"(?: ?[{_SET}]){{8,9}} ?D?(?!\w)(?![.,/-]\w)"
            ),
            "document",
            LIKELY,
        ),
        Shape(re.compile(r"(?<!\w)\d{10}D?(?!\w)"), "document", 0, SURE),
        Shape(
            re.compile(
                r"(?<!\w)(?!(?:nr|rv|sv|bg|az|kd|kv|plz|tel|fax|fon|eur|dr|id|de|fk)\b)"
                r"(?:(?-i:[A-Z]{1,3}) |[a-z]{1,3})\d{6,9}(?!\w)",
                re.I,
            ),
            "document",
            LIKELY,
        ),
        Shape(re.compile(r"(?<![A-Z0-9<])[A-Z0-9<]{5,44}?<{2,44}[A-Z0-9<]{0,44}"), "mrz", SURE),
    )

    def valid(self, token: str) -> bool:
        serial = token.replace(" ", "").upper()
        if not SERIAL.match(serial):
            return False
        total = sum(int(c, 36) * w for c, w in zip(serial[:9], (7, 3, 1) * 3, strict=True))
        return total % 10 == int(serial[9])
