"""Steuernummer (forms of the Länder.

21/815/08150, 181/815/08155, 13 digits ELSTER) and USt-IdNr (DE and nine digits).
"""

import re

from caseboard.anonymize.recognizers.base import LIKELY, SURE, Shape, ShapeRecognizer


class TaxNumber(ShapeRecognizer):
    """Differs by Land, so no check digit is tried."""

    kinds = ("ID",)
    shapes = (
        Shape(re.compile(r"(?<![\w/])\d{2,3}\s?/\s?\d{3,4}\s?/\s?\d{4,5}(?![\w/])"), "tax-number", LIKELY),
        Shape(re.compile(r"(?<!\w)(?i:DE)[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{3}(?!\w)"), "vat-id", SURE),
    )
