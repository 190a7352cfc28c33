"""Telephone and fax numbers as Germans write them (DIN 5008 and every other way), also of other countries."""

import re

from caseboard.anonymize.recognizers.base import LIKELY, SURE, Shape, ShapeRecognizer

_SEP = r"[ \u00a0./·–-]{0,3}"
_EXTENSION = r"(?: (?:App|Apparat|DW|Nst|Durchwahl)\.? ?\d{1,5})?"
_NO_MEASURE = (
    r"(?!\d{1,3}-(?:Stunden|Std|Tages?|Wochen|Monats|Jahres|Minuten|Zimmer|Euro|Prozent|Personen|Meter|Kilometer|Kilo"
    r"|Liter|Punkte|Mann|Seiten|Gramm|Zeilen|Bett)\b)"
)
"""'kommt aufs Handy. 14-Stunden-Tage': what is measured is no extension."""


class Phone(ShapeRecognizer):
    """A leading 0 or + with at least seven digits; shorter numbers need the word beside them."""

    kinds = ("PHONE",)
    beside = re.compile(
        r"\b(?:tel|telefon\w*|fon|phone|mobil\w*|handy\w*|fax|durchwahl|dw|(?:rück)?ruf\w*|nummer|hotline|"
        r"whatsapp|erreichbar|anrufen"
        r"|angerufen|zurückrufen|zurückgerufen|festnetz|apparat|app|nst|nebenstelle|signal)\b",
        re.I,
    )
    reach = 40
    complete = 8
    shapes = (
        Shape(
            re.compile(
                rf"(?<![\w.,/-])\(?(?:\+|00)\s?[1-9]\d{{0,2}}\)?{_SEP}(?:\(0\){_SEP})?\d(?:{_SEP}\d){{5,12}}(?![\w])"
            ),
            "phone",
            SURE,
        ),
        Shape(
            re.compile(rf"(?<![\w.,/+-])\(0\s?\d(?:\s?\d){{1,4}}\){_SEP}\d(?:{_SEP}\d){{2,9}}(?![\w])"), "phone", SURE
        ),
        Shape(re.compile(r"(?<![\w.,/+-])[0Oo]\s?1\s?[5-7](?:[ ./·–-]{0,3}\d){8,9}(?!\w)"), "mobile", SURE),
        Shape(
            re.compile(
                rf"(?<![\w.,/+-])0\s?[2-9](?:\s?\d){{1,4}}(?:\s?[/–-]\s?|\s?\.\s?|"
                rf"\s)\d(?:{_SEP}\d){{2,8}}{_EXTENSION}(?!\w)(?!\.\d)"
            ),
            "phone",
            LIKELY,
        ),
        Shape(re.compile(r"(?<![\w.,/+-])0[2-9]\d{6,11}(?!\w)"), "phone", LIKELY),
        Shape(
            re.compile(
                r"(?:\btel(?:efon)?\w*|\bfon|\bfax|\bdurchw(?:ahl|\.)|\bdw|\bnst|\bapparat|\bapp|\bmobil|\bhandy\w*|"
                r"☎|📞)\s?(?:nr|nummer)?[.: ]{0,3}(?:lautet |ist neu: |ist |jetzt |neu:? |priv(?:at|\.):? "
                r"|dienstl\.?:? )?\n?" + _NO_MEASURE + r"(?P<n>-?\d(?:[ /.–-]{0,3}\d){1,14})(?!\w)",
                re.I,
            ),
            "phone",
            SURE,
            group="n",
        ),
        Shape(
            re.compile(
                r"(?<![\w.,/+-])0\d{2,5}(?:,? (?:und )?(?:dann|danach|weiter(?: mit)?),? (?:die )?\d{1,6}"
                r"(?:[ /-]\d{1,6})*)+(?![\w:]|[.,]\d)"
            ),
            "phone",
            SURE,
        ),
        Shape(re.compile(r"(?<=unter )\d(?: ?\d){3,6}(?![\w%€:]|[.,]\d| ?(?:€|Euro|EUR|Prozent|%))"), "phone", 0, SURE),
        Shape(re.compile(r"(?<![\w.,/+-])\d{3,5}\s?[/–-]\s?\d(?:[ -]?\d){3,8}(?!\w)"), "phone", 0, SURE),
        Shape(re.compile(r"(?<=[-–/])\s?\d{2,4}(?=\s?\((?:durchwahl|dw)\))", re.I), "extension", SURE),
        Shape(re.compile(r"\berreichbar,? (?:unter )?(?P<n>\d(?: ?\d){4,8})(?= ?[).;\n])"), "phone", SURE, group="n"),
        Shape(
            re.compile(
                r"(?:(?<=[TF] )|(?<=oder )|(?<=bis )|(?<=unter )|(?<=App )|(?<=DW ))-\d{1,5}(?!\w)"
                r"|(?<=endet auf )-\d{3,5}(?!\w)"
            ),
            "extension",
            SURE,
        ),
        Shape(re.compile(r"(?<=\()-\d{3,4}(?=\))"), "extension", 0, SURE),
    )
