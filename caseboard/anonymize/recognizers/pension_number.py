"""Versicherungsnummer of the pension insurance (VKVV § 2).

Area, birth date, letter, serial, check digit; carries birth date and sex.
"""

import re

from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer, compact, cross_sum, letter_value

_WEIGHTS = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)


class PensionNumber(ShapeRecognizer):
    """Printed '65 170839 J 08 8' and together; one slip does not save it."""

    kinds = ("ID",)
    shapes = (
        Shape(
            re.compile(
                r"(?<![\w])[\dOo]{2}[ ./-]?[\dOo]{2}[ ./]?[\dOo]{2}[ ./]?[\dOo]{2}[ ./-]?[A-Za-zÄÖÜ][ "
                r"./-]?[\dOoIl]{2}[ ./-]?[\dOoIl](?!\w)"
            ),
            "pension",
            SURE,
        ),
    )

    def valid(self, token: str) -> bool:
        flat = compact(token)
        digits = flat[:8] + letter_value(flat[8]) + flat[9:11]
        if not digits.isdigit() or not flat[-1].isdigit():
            return False
        products = [int(d) * w for d, w in zip(digits, _WEIGHTS, strict=True)]
        return cross_sum(products) % 10 == int(flat[-1])
