"""Numbers that nothing explains: the allow-list idea of Philter, for numbers.

A token with digits is suspicious unless it is a small number, a year, a time, an amount, a range, a section number, a
quantity with its unit or an ordinary word with a number in it ('450-Euro-Job').
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.counted import counts_things
from caseboard.anonymize.document import Document, Seam
from caseboard.anonymize.recognizers.base import LIKELY, SUSPICION, Recognizer

_TOKEN = re.compile(r"(?<![\w.,/+–-])(?=[\w./:_*+,–-]*\d)\w+(?:[./:_*+,–-]+\w+)*")
_DECIMAL = r"\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?|\d{1,4}(?:,\d{1,3})?"
_CLOCK = r"\d{1,2}(?:[.:]\d\d){0,2}"
_YEAR = r"(?:19|20)\d\d"
_EXPLAINED = re.compile(
    r"\d{1,3}"
    rf"|{_YEAR}(?:[/–-](?:{_YEAR}|\d\d))*"
    rf"|(?:{_DECIMAL})|\d{{1,3}}(?:[.,]\d{{1,2}})?[-–/:+x*](?:\d{{1,3}}(?:[.,]\d{{1,2}})?)"
    r"|\d{1,3}(?:\.\d{3})+[-–]\d{1,3}(?:\.\d{3})+|(?:\d{1,3}(?:\.\d{3})+|\d{1,4}),\d\d[-–]\d{1,3}(?:\.?\d{3})?,\d\d"
    rf"|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}|{_CLOCK}[-–/]{_CLOCK}"
    rf"|\d{{1,2}}/{_YEAR}(?:[-–]\d{{1,2}}/{_YEAR})?|\d{{1,2}}/\d{{2}}(?:[-–]\d{{1,2}}/\d{{2}})?"
    r"|\d{1,4}(?:er|ern|ers|te[nrsm]?|ste[nrsm]?|fach|mal|x|tel|j[aä]hrig\w*|tägig\w*|stündig\w*|wöchig\w*|monatig\w*"
    r"|köpfig\w*|teilig\w*|schichtig\w*|stellig\w*|prozentig\w*|minütig\w*)(?:-\w*[^\W\d]{2,})*"
    r"|\d{1,4}(?:[,./–-]\d{1,4})?(?:-[^\W\d]{2,}){1,4}"
    r"|[^\W\d]{2,}(?:-[^\W\d]{2,}){0,2}-\d{1,3}"
    r"|[^\W\d]{1,4}\d{1,2}(?:[.,/-]\d{1,2})?[a-z]?|\d{1,4}(?:km|kg|qm|m|cm|mm|h|min|ml|mg|l|kw|kwh|ps|eur|gb|mb"
    r"|tkm|v|w)"
    r"|\d{1,3}[^\W\d]{1,2}",
    re.I,
)
_UNIT = re.compile(
    r"(?: (?:auf|bis|und|oder|statt|–|-) \d[\d.,]*)? ?(?:€|Euro|EUR|euro|Cent|T€|km|kg|qm|m²|m³"
    r"|kcal|kWh|ml|mg|PS|tkm|V\b|W\b|Hz|Stück|Einwohner|Stunden|Std|Wörter|%"
    r"|Prozent|Uhr|Mal\b|mal\b|Personen|Menschen|Schritte|Meter|Minuten|Seiten|Zeichen|Punkte|Bewerbungen"
    r"|Kilometer|Tage|Liter)"
)
_QUOTED = re.compile(
    r"(?<!\w)(?:ISO|DIN|EN|IEC|BGBl\.?|S\.|Seite|Drs\.|Drucks\.|Rn\.|Rz\.|Windows|Office|HEGA"
    r"|Weisung|TRGS|BK|BK-Nr\.|B|A) ?$"
)
_FROM_TO = re.compile(r"(?P<low>\d{2,5})[-–](?P<high>\d{3,5})")
_FILED = re.compile(r"\d{2,5}[-.]\d{3,}/\d\d(?:\d\d)?")  # 'BK 4101-00872/19': a file of the illness 4101
_GROUPED = re.compile(r"(?<![\w.,/+§-])\d{1,6}(?:-\d{2,6})?(?: \d{2,6})+(?: ?[-–/] ?\d{1,5})?(?![\w/])(?!,\d)")
_END_OF_ONE = re.compile(r"(?:…|\.{3}|(?<!\w)[xX*]{3,})\d{3,5}(?!\w)(?! ?(?:€|Euro|EUR))")
_ROUND = re.compile(r"\d{1,3}(?: 000)+")
_SIGN = re.compile(
    r"(?<![^\s(])(?:[A-ZÄÖÜ]{1,5}-\d{1,3}|[A-ZÄÖÜ]{1,4}|[A-ZÄÖÜ][a-zäöü]{1,2}|[A-ZÄÖÜ][a-zäöü]{1,3}[A-ZÄÖÜ]{1,2}"
    r"|\d{1,3}) $"
)
_PLAIN = frozenset(
    [
        *(
            "SGB",
            "TOP",
            "DIN",
            "ISO",
            "EN",
            "EUR",
            "ALG",
            "JC",
            "TV",
            "PKW",
            "LKW",
            "KDU",
            "WE",
            "AU",
            "VZ",
            "TZ",
            "BV",
            "BG",
        ),
        *(
            "RV",
            "SV",
            "KV",
            "KVNR",
            "LANR",
            "BSNR",
            "RVNR",
            "SVNR",
            "AZR",
            "GZ",
            "AZ",
            "Az",
            "Gz",
            "Nr",
            "NR",
            "Tel",
            "Fax",
        ),
        *("Fon", "DW", "Kd", "KD", "PLZ", "ID", "IBAN", "KTO", "Kto", "BLZ", "BIC", "IK", "TEL", "FAX", "WV", "Vgl"),
    ]
)
_LEAST, _LONG, _GROUPED_DIGITS = 4, 6, 7
_SIGN_REACH = 11


class UnexplainedNumber(Recognizer):
    """Long runs of digits are likely an identifier, everything else is suspicious."""

    kinds = ("ID",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_TOKEN):
            token, start, end = match[0], match.start(), match.end()
            if not _explained(document, token, start, end):
                score = LIKELY if token.isdigit() and len(token) >= _LONG else SUSPICION
                yield self.find("ID", _with_sign(document, start), end, score, "shape:unexplained")
        for match in document.finditer(_END_OF_ONE):
            yield self.find("ID", *match.span(), LIKELY, "shape:unexplained")
        for seam in document.seams:
            if seam.tight and not seam.text[seam.joints[0] - 1].isdigit():
                yield from self._over(document, seam)
        for match in document.finditer(_GROUPED):
            if _group(match[0]) and not _UNIT.match(document.text, match.end()):
                yield self.find("ID", _with_sign(document, match.start()), match.end(), SUSPICION, "shape:grouped")

    def _over(self, document: Document, seam: Seam) -> Iterator[RecognizerResult]:
        """A number whose line ends with a hyphen or a slash goes on in the next."""
        for match in _TOKEN.finditer(seam.text):
            if seam.joint(*match.span()) is not None:
                start, end = seam.span(*match.span())
                if not _explained(document, match[0], start, end):
                    yield self.find(
                        "ID", _with_sign(document, start), end, SUSPICION, "shape:unexplained", "line-break"
                    )


def _explained(document: Document, token: str, start: int, end: int) -> bool:
    digits = sum(c.isdigit() for c in token)
    if digits < _LEAST and (token.isdigit() or not re.search(r"\d\w*[./-]\w*\d|\d{3}", token)):
        return True
    if _EXPLAINED.fullmatch(token) and not (token.isdigit() and len(token) > _LEAST):
        return not (token.isdigit() and len(token) == _LEAST) or _counted(document, token, start, end)
    return _counted(document, token, start, end)


def _counted(document: Document, token: str, start: int, end: int) -> bool:
    """A number with its unit, with the thing it counts, or quoted from a norm."""
    if re.fullmatch(_YEAR, token):
        return True
    if _QUOTED.search(document.text, max(0, start - 9), start):
        return _FILED.fullmatch(token) is None
    span = _FROM_TO.fullmatch(token)
    if not (span or re.fullmatch(r"\d{4,5}", token)) or (span and int(span["low"]) >= int(span["high"])):
        return False
    if _UNIT.match(document.text, end):
        return True
    return (span is not None or len(token) == _LEAST) and counts_things(document, token, end)


def _group(token: str) -> bool:
    """Long enough, no list of years, no round million."""
    groups = re.findall(r"\d+", token)
    if sum(map(len, groups)) < _GROUPED_DIGITS or _ROUND.fullmatch(token):
        return False
    if re.match(r"\d+-", token) and max(map(len, groups)) < _LEAST - 1:
        return False  # '10-12 14-16': hours
    return not all(re.fullmatch(_YEAR, g) for g in groups)


def _with_sign(document: Document, start: int) -> int:
    """'UVK 1234/22', '1 ESY 1160': short capitals right before a number are a part of it."""
    for _ in range(3):
        sign = _SIGN.search(document.text, max(0, start - _SIGN_REACH), start)
        if sign is None or not _part(document, sign):
            break
        start = sign.start()
    return start


def _part(document: Document, sign: re.Match[str]) -> bool:
    token = sign[0].strip()
    if token.isdigit():
        return bool(re.match(r"[A-Z]", document.text[sign.end() : sign.end() + 1]))
    if token in _PLAIN:
        return False
    if "-" in token:
        return True
    if token.isupper() and len(token) > 1 and re.match(r"\d+[/-]", document.text[sign.end() : sign.end() + 8]):
        return True
    words = document.within(sign.start(), sign.end())
    return not words or not (
        document.vocabulary.in_glossary(words[0].fold) or document.vocabulary.ordinary(words[0].fold, words[0].value)
    )
