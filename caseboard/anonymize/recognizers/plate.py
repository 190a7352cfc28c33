"""Kfz-Kennzeichen (§ 9 FZV).

One to three letters of the district, one or two letters, up to four digits, E or H; in capitals only.
"""

import re

from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer


class Plate(ShapeRecognizer):
    """Lower case needs the word beside it: 'hat er 3' is no plate."""

    kinds = ("ID",)
    complete = 1
    beside = re.compile(
        r"kennz\w*|nummernschild|\bkfz|\bpkw\b|\bauto\b|fahrzeug|\bwagen\b|\bkz\b|zugelassen|golf|polo|corsa", re.I
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
        Shape(re.compile(r"(?<![\w-])[a-zäöü]{1,3}[- ][a-z]{1,2}[- ]\d{1,4}(?!\w)"), "plate", 0, SURE),
    )
    reach = 40
