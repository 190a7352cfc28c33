"""IBAN of all countries (ISO 13616), in groups or not, check digits mod 97.

Also old account numbers with their word.
"""

import re

from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer, compact

_D = "[0-9lIOoSB]"


class Iban(ShapeRecognizer):
    """The shape alone masks; mod 97 proves."""

    kinds = ("ID",)
    complete = 20
    beside = re.compile(r"\b(?:iban|konto\w*|kto|bank\w*|überweis\w*|bic|blz)\b", re.I)
    shapes = (
        Shape(
            re.compile(
                r"(?<![A-Za-z0-9])[Dd][Ee]\s?[\dOolISB](?:[\s.-]{0,2}[\dOolISB]){15,19}\d?"
                r"(?!\w)"
            ),
            "iban",
            SURE,
        ),
        Shape(
            re.compile(
                rf"(?<![A-Za-z0-9])(?!(?:ID|IK|RV|SV|KV|NR|BG|FK|AZ) )[A-Z]{{2}}"
                rf"(?=(?:[A-Zl ]{{0,6}}\d){{8}}) ?{_D}{{2}} ?[A-Z0-9]{{4}}(?:[ -]?{_D}{{2,4}}[A-Z0-9]{{0,2}}){{2,7}}"
                r"(?:[ -]\d{1,3})?(?!\w)",
            ),
            "iban",
            SURE,
        ),
        Shape(
            re.compile(rf"(?<!\w)[a-z]{{2}}\d{_D}(?: ?[a-z]{{4}})?(?: ?\d{_D}{{3}}){{2,7}}(?: ?{_D}{{1,3}})?(?!\w)"),
            "iban",
            SURE,
        ),
        Shape(
            re.compile(r"(?<=[Kk]onto)(?:-?[Nn](?:umme)?r)?[.: ]{1,3}(?P<n>\d(?:[ ./-]?\d){4,11})(?!\w)"),
            "account",
            SURE,
            group="n",
        ),
        Shape(
            re.compile(r"\b(?:Kto|KTO|Kontonummer|BLZ)\b[-.: ]{0,3}(?:Nr\.?:?\s)?(?P<n>\d(?:[ ./-]?\d){4,11})(?!\w)"),
            "account",
            SURE,
            group="n",
        ),
        Shape(re.compile(r"\bBIC\b[: ]{1,2}(?P<n>[A-Z]{6}[A-Z0-9]{2,5})\b"), "bic", SURE, group="n"),
    )

    def valid(self, token: str) -> bool:
        flat = compact(token)
        if len(flat) < 15 or not flat[:2].isalpha():
            return False
        return int("".join(str(int(c, 36)) for c in flat[4:] + flat[:4])) % 97 == 1
