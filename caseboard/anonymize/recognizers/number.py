"""Numbers that nothing explains.

Tokens with letters and digits mixed, and long runs of digits (the allow-list idea for numbers).
"""

import re

from caseboard.anonymize.recognizers.base import LIKELY, SUSPICION, Shape, ShapeRecognizer


class UnexplainedNumber(ShapeRecognizer):
    """What the safe list of number.py's neighbours (times, laws, money, years) does not cover is suspicious."""

    kinds = ("ID",)
    over_lines = False
    shapes = (
        Shape(re.compile(r"(?<![\w.,/])\d{1,3}(?: \d{3}){1,3} ?[-–/] ?\d{2,5}(?!\w)"), "grouped", SUSPICION),
        Shape(re.compile(r"(?<![\w.,/])\d{6,}(?![\w])(?!,\d)"), "long", LIKELY),
        Shape(
            re.compile(r"(?<![\w.,])(?=[\w/.-]*[A-Za-z])(?=[\w/.-]*\d[\w/.-]*\d[\w/.-]*\d)\w+(?:[/.-]+\w+)*(?!\w)"),
            "mixed",
            SUSPICION,
        ),
        Shape(re.compile(r"(?<![\w.,/-])\d{1,6}(?:[/-]\d{1,6}){2,}(?!\w)"), "slashed", SUSPICION),
        Shape(re.compile(r"(?<![\w.,/-])\d{3,6}/\d{2,6}(?!\w)"), "slashed", SUSPICION),
        Shape(
            re.compile(r"(?<![\w.,/+-])\d{2,4}(?: \d{2,4}){2,}(?!\w)(?!,\d)(?! ?(?:€|Euro|EUR|km))"),
            "grouped",
            SUSPICION,
        ),
        Shape(
            re.compile(
                r"(?<![\w.,/+§-])(?!(?:19|20)\d\d\b)\d{4,5}(?![\w])(?![.,]\d)(?! ?(?:€|Euro|EUR|euro|km|kg|qm|"
                r"m²|Stück|Einwohner|Stunden|Wörter|%))"
            ),
            "long",
            SUSPICION,
        ),
    )
