"""Full dates and day with month in every spelling (DIN 5008, ISO 8601, spoken).

12.03.1984, 12. März, 28.08., 2024-05-07, '3. d. M.'.
"""

import re

from caseboard.anonymize.recognizers.base import LIKELY, SURE, Shape, ShapeRecognizer

MONTHS = (
    r"(?:jan(?:uar|ner)?|jänner|feb(?:ruar|er)?|m(?:ä|ae)r(?:z|zen)?|mrz|apr(?:il)?|mai|jun[io]?|"
    r"jul[iy]?|aug(?:ust)?|sept?(?:e(?:m|rn)ber)?"
    r"|okt(?:ober)?|nov(?:e(?:m|rn)ber)?|dez(?:e(?:m|rn)ber)?)"
)
ORDINALS = (
    r"(?:ersten?|zweiten?|dritten?|vierten?|fünften?|sechsten?|siebe?n?ten?|achten?|neunten?|"
    r"zehnten?|elften?|zwölften?|dreizehnten?|vierzehnten?"
    r"|fünfzehnten?|sechzehnten?|siebzehnten?|achtzehnten?|neunzehnten?|(?:ein|zwei|drei|vier|"
    r"fünf|sechs|sieben|acht|neun)?und?zwanzigsten?|zwanzigsten?"
    r"|(?:einund)?dreißigsten?)r?"
)
_YEAR = r"(?:[''’]?\d{4}|[''’]?\d{2})"


class Date(ShapeRecognizer):
    """A month alone or a year alone is no date."""

    kinds = ("DATE",)
    beside = re.compile(r"\b(?:am|vom|bis|ab|seit|zum|geb|geboren|datum|termin|den|und|v|z|um)\b", re.I)
    reach = 12
    over_lines = False
    shapes = (
        Shape(
            re.compile(
                r"\b(?:Heiligabend|Silvester|Neujahr|Aschermittwoch|Rosenmontag|Karfreitag|Ostermontag|Ostersonntag"
                r"|Pfingstmontag|Himmelfahrt|Fronleichnam|Allerheiligen|Nikolaustag|Dreikönig\w*)"
                r"(?:,? (?:den )?\d{1,2}\.\s?\d{1,2}\.(?:\d{2,4})?|,? (?:19|20)\d\d)"
            ),
            "holiday",
            SURE,
        ),
        Shape(
            re.compile(
                r"(?<![\w.,/])[0-3OolI]?[\doOlI]\s?[.,]\s?[01OoIl]?[\doOlI]\s?[.,]\s?(?:[12][09OoIl][\doOlI]{2"
                r"}|[''’]?[\doOlI]{2})(?![\w])(?!\.\d)(?! ?(?:€|Euro|EUR))"
            ),
            "date",
            SURE,
        ),
        Shape(
            re.compile(
                r"(?<![\w.,/§-])(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.(?!\d)(?! ?\w*(?:Abs|"
                r"Satz)\b)"
            ),
            "day-month",
            SURE,
        ),
        Shape(
            re.compile(
                r"(?<![\w.,/§-])(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\w.])(?!,\d)(?! ?(?:€|Euro|EUR|Uhr|"
                r"h\b|Std))"
            ),
            "day-month",
            0,
            LIKELY,
        ),
        Shape(
            re.compile(r"(?<![\w.,/§-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d(?!\w)"),
            "together",
            0,
            LIKELY,
        ),
        Shape(
            re.compile(
                r"(?<![\w.,])(?<!\d/)(?:0?[1-9]|[12]\d|3[01])\s?(?:\.|ter|ten|te|"
                rf"st)?\s?-?{MONTHS}\b\.?(?:\s?,?\s?-?{_YEAR}\b(?! ?(?:Uhr|h\b|:\d|\.\d)))?(?! "
                r"?\d*[.,]?\d* ?(?:€|Euro))",
                re.I,
            ),
            "day-month-name",
            SURE,
        ),
        Shape(
            re.compile(r"(?<!\w)(?:19|20)\d\d\s?[-/.]\s?(?:0?[1-9]|1[0-2])\s?[-/.]\s?(?:0?[1-9]|[12]\d|3[01])(?!\w)"),
            "iso",
            SURE,
        ),
        Shape(
            re.compile(
                r"(?<![\w/])(?:0?[1-9]|[12]\d|3[01])\s?[/-]\s?(?:0?[1-9]|1[0-2])\s?[/-]\s?(?:(?:19|20)\d\d|"
                r"\d\d)(?![\w/])"
            ),
            "slashes",
            SURE,
        ),
        Shape(
            re.compile(r"(?<![\w/.,§-])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])/?(?![\w/])(?! ?(?:h\b|Std|SGB))"),
            "slashes",
            0,
            0,
        ),
        Shape(re.compile(r"(?<=\bam )\d{1,2} \d{1,2}\.(?!\d)"), "day-month", SURE),
        Shape(re.compile(rf"\b{ORDINALS}\s(?:{MONTHS}|{ORDINALS})\b(?:\s(?:19|20)\d\d)?", re.I), "spoken", SURE),
        Shape(
            re.compile(
                r"(?<![\w.,/§-])(?:0?[1-9]|[12]\d|3[01])\.(?=\s?(?:[-–/]|bis|und|u\.|auf den|"
                r"oder)\s?(?:(?:zum|den)\s)?(?:0?[1-9]|[12]\d|3[01])\.\s?(?:(?:0?[1-9]|1[0-2])\.|" + MONTHS + r"\b))",
                re.I,
            ),
            "range-start",
            SURE,
        ),
        Shape(
            re.compile(rf"\b{MONTHS}\.?\s(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s(?:19|20)\d\d\b", re.I),
            "english",
            SURE,
        ),
        Shape(re.compile(r"(?<=[Gg]eb\. )\d{6}(?!\w)|(?<=\*)\s?\d{6,8}(?!\w)"), "birth", SURE),
    )
