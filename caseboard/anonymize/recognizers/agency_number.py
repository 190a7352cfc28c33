"""Numbers of the employment agency.

Kundennummer (123A456789), BG-Nummer (12345//0001234, 12345BG0001234), file signs (§ 51a SGB II).
"""

import re

from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer


class AgencyNumber(ShapeRecognizer):
    """Three digits, a letter, six digits, or five and seven with BG or slashes between."""

    kinds = ("ID",)
    shapes = (
        Shape(re.compile(r"(?<!\w)\d{3} ?[A-Za-z] ?(?:\d ?){5}\d(?!\w)"), "customer", SURE),
        Shape(re.compile(r"(?<!\w)\d{2} ?\d{3} ?// ?\d{3} ?\d{2,4}(?!\w)"), "bg-number", SURE),
        Shape(re.compile(r"(?<!\w)O[Ww][Ii][- ]?\d[\d/.-]{4,}(?!\w)"), "fine", SURE),
        Shape(re.compile(r"(?<!\w)\d{3}(?: ?[A-Za-z] ?\d{3} ?|-[A-Za-z]-\d{3}[ -]?)\d{3}(?!\w)"), "customer", SURE),
        Shape(
            re.compile(
                r"(?:[Zz]eichen|Dz\.|Zch\.)(?: \w+)?:? (?P<n>(?:[A-ZÄÖÜ][A-Za-zäöü]{0,3}\.? ?)?\d{1,3}[a-z]? ?[/–-] ?"
                r"[A-ZÄÖÜ][A-Za-zäöü]{1,3})(?=[\s,;.)]|\Z)"
            ),
            "sign-of-office",
            SURE,
            group="n",
        ),
        Shape(re.compile(r"(?<=\d [–-] )[A-Z]{1,3} \d{1,5}/\d\d(?![\w/])"), "sign-behind-number", SURE),
        Shape(
            re.compile(
                r"\b(?:Widersprüche?|[Ww]iderspruch(?:sverfahren|sbescheid|s)?|[Vv]erfahren|Vorgang|Nummer|Nr\.)"
                r"(?: Nr\.|nummer)?:? (?P<n>W \d{1,5}/(?:20)?\d\d)(?![\w/])"
            ),
            "objection",
            SURE,
            group="n",
        ),
        Shape(re.compile(r"(?<!\w)\d{5} ?(?://|/|BG|bg|Bg) ?/? ?\d{5,7}(?!\w)"), "bg-number", SURE),
        Shape(re.compile(r"(?<!\w)\d{2,5} ?BG ?\d{5,7}(?: ?/ ?\d{1,3})?(?!\w)", re.I), "bg-number", SURE),
        Shape(
            re.compile(r"(?<!\w)(?:BG|bg)[ -]?(?P<n>\d{5,}(?: ?// ?\d[\d ]{3,8}\d)?)(?!\w)"),
            "bg-number",
            SURE,
            group="n",
        ),
        Shape(re.compile(r"(?<!\w)\d{3}[A-Za-z]\d{4,7}(?!\w)"), "customer", SURE),
        Shape(re.compile(r"(?<!\w)\d{5}-[A-Z]{1,3}-\d{3,6}(?:/\d\d)?(?!\w)"), "file", SURE),
        Shape(
            re.compile(r"(?<!\w)FK ?\d{3} ?\d{3} ?\d{3,6}(?!\w)|(?<!\w)\d{3} ?FK ?\d{6}(?!\w)", re.I),
            "child-benefit",
            SURE,
        ),
    )
