"""Krankenversichertennummer (§ 290 SGB V, Anlage 1): a letter and nine digits, the last a check digit."""

import re

from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer, compact, cross_sum, letter_value


class HealthInsuranceNumber(ShapeRecognizer):
    """Printed with or without spaces."""

    kinds = ("ID",)
    shapes = (Shape(re.compile(r"(?<!\w)[A-Za-z] ?\d{3} ?\d{3} ?\d{3}(?!\w)"), "kvnr", SURE),)

    def valid(self, token: str) -> bool:
        flat = compact(token)
        digits = letter_value(flat[0]) + flat[1:9]
        return cross_sum([int(d) * (1 + i % 2) for i, d in enumerate(digits)]) % 10 == int(flat[9])
