"""Steuerliche Identifikationsnummer (§ 139b AO): eleven digits, ISO 7064 mod 11,10; printed '12 345 678 901'."""

import re

from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer, compact


class TaxId(ShapeRecognizer):
    """Eleven digits are long enough to be masked without any word beside them."""

    kinds = ("ID",)
    shapes = (
        Shape(re.compile(r"(?<![\w.,/+-])[1-9]\d[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\w,])(?!\.\d)"), "tax-id", SURE),
    )

    def valid(self, token: str) -> bool:
        digits, product = compact(token), 10
        for digit in digits[:10]:
            total = (int(digit) + product) % 10 or 10
            product = 2 * total % 11
        return (11 - product) % 10 == int(digits[10])
