"""Full dates and day with month in every spelling (DIN 5008, ISO 8601, and what people write).

12.03.1984, 12. März, 28.08., 2024-05-07, 5.III.24, '3. d. M.', the first day of a range, months with a slip of the pen.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Shape, ShapeRecognizer
from caseboard.anonymize.recognizers.foreign_months import FOREIGN
from caseboard.anonymize.recognizers.known import one_slip

MONTHS = (
    r"(?:jan(?:uar|ner|uary)?|j[äe]n(?:n?er)?|feb(?:r|ruar|er|ruary)?|m(?:ä|ae|a)rz(?:en)?|mär|mrz|march|apr(?:il)?"
    r"|mai|(?-i:May)"
    r"|jun[ie]?|jul[iy]?|aug(?:ust)?|sept?(?:e(?:m|rn)ber)?|o[kc]t(?:ober)?|nov(?:e(?:m|rn)ber)?|de[zc](?:e(?:m"
    r"|rn)ber)?)"
)
_FULL = ("januar", "februar", "maerz", "april", "august", "september", "oktober", "november", "dezember")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_ROMAN = r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})"
_YEAR = r"(?:[''’]?(?:19|20)\d\d|[''’]?\d{2})"
_BEGIN = r"(?:(?<![\w§])(?<!\d[.,/-])|(?<=\.\d\d[/-])|(?<=\.\d{4}[/-]))"
_LIST = (
    r"(?:(?<!geb\. )(?<!geboren )(?<!atum: )(?<!am )(?<!vom )"
    r"(?:\d{1,2}\s?,\s(?!0)\d{1,2}\s?,\s?|\d{1,2}\s?,\s?(?!0)\d{1,2}\s?,\s)"
    r"(?:[0-2]\d|3[01])(?!\d)"
    r"|\d{1,2}\.(?!0)\d{1,2},\s\d\d\s?(?:Uhr|h\b))"
)
"""'Kinder (3, 5, 12)', 'am 3.5, 12 Uhr': commas are for what a scanner made of a full stop, not for small numbers."""
_THIS_MONTH = (
    r"(?:d\.|ds\.|dss\.|lfd\.|v\.|k\.|dieses|diesen|laufenden|letzten|vorigen|vergangenen|nächsten|kommenden)\s?"
    r"(?:M\.|Mts?\.|Monats|J\.)"
)
_HOLIDAYS = (
    r"(?:Heiligabend|Silvester|Neujahr|Aschermittwoch|Rosenmontag|Karfreitag|Ostermontag|Ostersonntag|Pfingstmontag"
    r"|Himmelfahrt|Fronleichnam|Allerheiligen|Nikolaustag|Dreikönig\w*)"
)
_TELLS = (
    r"am|zum|vom|v|seit|entl|entlassen|nachtrag|stand|frist|termin|eing|eingang|erl|erledigt|wv|vermerk|notiz|anruf|mail"
    r"|fax|brief|gespräch|dat|datum|geb|fällig|kündigung|bescheid|rechnung|au|seit dem|gültig ab|beginn|ende"
)
_ALONE = re.compile(
    rf"(?:(?:^|(?<=\n))[ \t]*[-–•*\[(]?[ \t]?|\b(?:gez|erl|hz)\.? ?[A-ZÄÖÜa-zäöü]{{2,4}}\.? )(?P<n>{_DAY}/{_MONTH})"
    r"(?=[*\])]?[ \t]*(?:[:|*–(-]|\n|$| [A-ZÄÖÜ]))"
)
_SLIPPED = re.compile(
    rf"{_BEGIN}{_DAY}(?:\.|ter|ten|te)?\s?(?P<w>(?=\w{{0,2}}\d)[^\W_]{{3}}|[^\W_]{{4,10}})\b\.?(?:\s(?:{_YEAR}|[12][\dO]{{3}})\b)?"
)
_ELSEWHERE = re.compile(rf"{_BEGIN}{_DAY}\.?\s(?P<w>[A-ZÄÖÜ][^\W\d_]{{3,12}})\s(?:1[2-9]|20)\d\d(?!\w)")
_SLASHED = re.compile(
    rf"(?<![\w/.,§-]){_DAY}/{_MONTH}(?![\w/])(?![.,]\d)(?! ?(?:h\b|Std|SGB|der\b|des\b|aller\b|Stelle))"
)
_SLASHED_FULL = re.compile(rf"(?<![\w/]){_DAY}/{_MONTH}/(?:\d{{4}}|\d\d)(?![\w/])")
_WEEKDAY = re.compile(
    r"\b(?:montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?|mo|di|mi|do|fr|sa|so)"
    r"\b\.?,? (?:den |dem )?\Z",
    re.I,
)
_REACH = 18
_MISREAD = (("1", "i"), ("1", "l"), ("l", "i"), ("0", "o"), ("5", "s"), ("8", "b"))
_FRACTIONS = frozenset(["1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "1/6", "5/6", "1/8", "1/10"])


class Date(ShapeRecognizer):
    """A month alone, a year alone or a day alone is no date."""

    kinds = ("DATE",)
    beside = re.compile(r"\b(?:am|vom|bis|ab|seit|zum|geb|geboren|datum|termin|den|v|eingang|eing|kontakt)\b", re.I)
    reach = 12
    over_lines = False
    shapes = (
        Shape(
            re.compile(rf"\b{_HOLIDAYS}(?:,? (?:den )?\d{{1,2}}\.\s?\d{{1,2}}\.(?:\d{{2,4}})?|,? (?:19|20)\d\d)"),
            "holiday",
            SURE,
        ),
        Shape(
            re.compile(
                rf"{_BEGIN}(?!{_LIST})[0-3OolI]?[\doOlI]\s?[.,]\s?[01OoIl]?[\doOlI]\s?[.,]\s?(?:[12][09OoIl][\doOlI]{{2}}"
                r"|[''’]\s?\d\d|[\doOlI]{2})(?!\w)(?!\.\d)(?! ?(?:€|Euro|EUR))"
            ),
            "date",
            SURE,
        ),
        Shape(
            re.compile(rf"(?<![\w|.,]){_DAY}(?P<by>[|!·•_:]){_MONTH}(?P=by)(?:19|20)\d\d(?![\w|]|[.,:]\d)"),
            "date",
            SURE,
        ),
        Shape(re.compile(rf"(?<![\w|.,]){_DAY}(?P<by>[·•∙⋅]){_MONTH}(?P=by)\d\d(?![\w·•∙⋅]|[.,:]\d)"), "date", SURE),
        Shape(
            re.compile(rf"(?<![\w.,/§-]){_DAY}(?:\.|º|°|er)? (?:de )?{FOREIGN}\b(?:,? (?:de )?(?:19|20)\d\d\b)?"),
            "day-month-name",
            SURE,
        ),
        Shape(re.compile(rf"{_BEGIN}{_DAY}\.\s?{_MONTH}\.(?!\d)(?! ?\w*(?:Abs|Satz)\b)"), "day-month", SURE),
        Shape(
            re.compile(
                r"(?:(?:(?:^|(?<=\n))[ \t]*(?:[-–•*][ \t]+)?|\|[ \t]*"
                r"|\b(?:Mo|Di|Mi|Do|Fr|Sa|So|oder|bzw\.|und|[vn]m|vorm\.|nachm\.)\b\.?,? )"
                rf"(?P<n>{_DAY}\.{_MONTH})(?![\w.])(?!,\d)(?! ?(?:€|Euro|EUR|Uhr|h\b|%|Std|km|Prozent)))"
            ),
            "day-month-in-a-list",
            LIKELY,
            group="n",
        ),
        Shape(
            re.compile(
                rf"(?<![\w.,/§-])(?<!Zi\. )(?<!Raum )(?<!Nr\. )(?<!Zimmer ){_DAY}\.(?:0[1-9]|1[0-2])(?![\w.])(?!,\d)"
                r"(?! ?[-–] ?\d)(?! ?(?:€|Euro|EUR|Uhr|h\b|Std))"
            ),
            "day-month",
            0,
            LIKELY,
        ),
        Shape(
            re.compile(
                rf"\b(?:{_TELLS})\b\.?:? (?P<n>{_DAY}\.{_MONTH})(?![\w.])(?!,\d)(?! ?(?:€|Uhr|h\b|%|Std))", re.I
            ),
            "day-month",
            SURE,
            group="n",
        ),
        Shape(
            re.compile(
                rf"\b(?:am|vom|zum|bis|seit|ab) (?P<n>{_DAY}-(?:0[1-9]|1[0-2]))(?![\w-])",
                re.I,
            ),
            "day-month",
            SURE,
            group="n",
        ),
        Shape(
            re.compile(rf"\b(?:mo|di|mi|do|fr|sa|so) (?P<n>{_DAY}-0[1-9])(?![\w-])", re.I), "day-month", SURE, group="n"
        ),
        Shape(
            re.compile(rf"{_BEGIN}{_DAY}(?:st|nd|rd|th)? (?:Mar|(?i:{MONTHS})),? (?:19|20)\d\d(?!\w)"),
            "month",
            SURE,
        ),
        Shape(re.compile(rf"{_BEGIN}{_DAY}(?:ter|ten|te|tem)\s{_MONTH}\.(?!\d)"), "day-month", SURE),
        Shape(re.compile(rf"{_BEGIN}{_DAY}\.\s?{_ROMAN}\.?\s?{_YEAR}(?!\w)"), "roman", SURE),
        Shape(re.compile(rf"{_BEGIN}{_DAY}[/-]{_ROMAN}[/ -]{_YEAR}(?!\w)"), "roman", SURE),
        Shape(re.compile(rf"{_BEGIN}{_DAY}\.{_ROMAN}\.(?!\w)"), "roman", LIKELY),
        Shape(re.compile(rf"{_BEGIN}{_DAY}\.\s{_ROMAN}\.(?!\w)"), "roman", 0, LIKELY),
        Shape(re.compile(rf"{_BEGIN}{_DAY}\.?\s?{_THIS_MONTH}", re.I), "this-month", SURE),
        Shape(
            re.compile(r"(?<![\w.,/§-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d(?!\w)"),
            "together",
            0,
            LIKELY,
        ),
        Shape(
            re.compile(
                rf"(?<![\w,])(?<!\d\.)(?<!\d/){_DAY}\s?(?:\.?\s?(?:ter|ten|te|tem|st|nd|rd|th)|\.)?\s?-?"
                rf"(?:of )?{MONTHS}\b\.?"
                rf"(?:\s?,?\s?-?{_YEAR}\b(?! ?(?:Uhr|h\b|:\d|\.\d|€|Euro|%|,\d)))?",
                re.I,
            ),
            "day-month-name",
            SURE,
        ),
        Shape(re.compile(rf"(?<!\w)(?:19|20)\d\d\s?[-/.]\s?{_MONTH}\s?[-/.]\s?{_DAY}(?!\w)"), "iso", SURE),
        Shape(
            re.compile(rf"(?<![\w/]){_DAY}\s?[/-]\s?{_MONTH}\s?[/-]\s?(?:(?:19|20)\d\d|\d\d)(?![\w/])"), "slashes", SURE
        ),
        Shape(re.compile(r"(?<=\bam )\d{1,2} \d{1,2}\.(?!\d)"), "day-month", SURE),
        Shape(
            re.compile(
                r"(?<![\w.,/§-])(?<!\d )(?:0[1-9]|[12]\d|3[01]) (?:0[1-9]|1[0-2]) (?:(?:19|20)\d\d|[0-4]\d)(?![\w/])"
                r"(?! ?\d)(?!,\d)"
            ),
            "spaced",
            0,
            LIKELY,
        ),
        Shape(
            re.compile(
                rf"(?<![\w.,/§-])(?<!\d )(?:0?[1-9]|[12]\d|3[01]) {_MONTH} (?:(?:19|20)\d\d|[0-4]\d)"
                r"(?=[.!?]?\s*(?:\n|\Z))"
            ),
            "spaced-at-the-end",
            LIKELY,
        ),
        Shape(
            re.compile(rf"(?:^|(?<=\n)|(?<=\b[a-zA-Z]{{2}} )|(?<=\b[a-zA-Z]{{3}} )){_DAY}\.{_MONTH}(?=\s*(?:\n|\Z|:))"),
            "day-month-alone",
            LIKELY,
        ),
        Shape(
            re.compile(
                rf"(?<![\w,/§])(?<!\d[.,-]){_DAY}\.?(?:,\s?{_DAY}\.?){{0,5}}"
                r"(?=\s?(?:[-–/+&]|bis|und|u\.|auf den|oder|,)\s?(?:(?:zum|den|am)\s)?"
                rf"{_DAY}\.\s?(?:{_MONTH}\.|{MONTHS}\b))",
                re.I,
            ),
            "range-start",
            SURE,
        ),
        Shape(re.compile(rf"\b{MONTHS}\.?\s{_DAY}(?:st|nd|rd|th)(?!\w)", re.I), "english", SURE),
        Shape(re.compile(rf"\b{MONTHS}\.?\s{_DAY},\s(?:19|20)\d\d\b", re.I), "english", SURE),
        Shape(
            re.compile(
                r"(?:\bgeb(?:\.|oren|\.?-?dat\w*\.?|urtsdatum)?:? (?:am )?|\*\s?)(?P<n>\d{6}|\d{8})(?!\w)", re.I
            ),
            "birth",
            SURE,
            group="n",
        ),
    )

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        yield from super().finds(document)
        for match in document.finditer(_SLIPPED):
            month = fold(match["w"])
            if self._month(document, month):
                yield self.find("DATE", *match.span(), SURE, "shape:month-with-a-slip")
        for match in document.finditer(_ELSEWHERE):
            word = document.within(*match.span("w"))[0]
            if not document.vocabulary.ordinary(word.fold, word.value):
                yield self.find("DATE", *match.span(), LIKELY, "shape:month-of-another-calendar")
        for match in document.finditer(_ALONE):
            yield self.find("DATE", *match.span("n"), LIKELY, "shape:slashes")
        custom = bool(_SLASHED_FULL.search(document.text))
        for match in document.finditer(_SLASHED):
            if match[0] not in _FRACTIONS and (custom or self._expected(document.text, *match.span())):
                yield self.find("DATE", *match.span(), LIKELY, "shape:slashes")

    def _month(self, document: Document, word: str) -> bool:
        """'Novenber', 'Junl': a slip of the pen or of the scanner."""
        misread = any(re.fullmatch(MONTHS, word.replace(wrong, right)) for wrong, right in _MISREAD if wrong in word)
        return misread or (not document.vocabulary.ordinary(word) and any(one_slip(word, month) for month in _FULL))

    def _expected(self, text: str, start: int, end: int) -> bool:
        """'Freitag, 24/1': a weekday before it, or a word that dates follow."""
        return bool(_WEEKDAY.search(text, max(0, start - _REACH), start)) or self._near(text, start, end)
