"""Ages and birth years: 57, 43-jährig, (17), Jg. 1990, Jahrgang 1964; 'Ende fünfzig' is coarse enough already."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Shape, ShapeRecognizer
from caseboard.anonymize.recognizers.naming import name_like, person_word

_TENS = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig"
_ONES = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun"
_TEENS = "dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn"
_NO_UNIT = r"(?! ?(?:%|€|Euro|Uhr|Stunden|Std|Wochen|Prozent|Tage|Monat|km))"
_COUNTED = frozenset(
    ["zimmer", "raum", "platz", "haus", "stufe", "klasse", "punkt", "gruppe", "halle", "block", "team"]
)
_VERB = "".join(
    f"|(?<={w} )"
    for w in ("ist", "bin", "war", "wird", "wurde", "mit", "Alter von", "alter:", "Alter:", "auch", "erst", "schon")
)[1:]


class Age(ShapeRecognizer):
    """A number alone is an age only beside a word that says so or set off behind a person."""

    kinds = ("AGE",)
    over_lines = False
    shapes = (
        Shape(
            re.compile(
                r"(?<![\w.,])\d{1,2} ?(?:[-–] ?)?(?:Jahre? alt|jährige?[rnms]?|J\. ?alt|Lebensjahr|LJ\.?)(?!\w)", re.I
            ),
            "age",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(
                r"\b(?:Jg\.?|Jahrgang|Geburtsjahr|Geb\.?-?[Jj]ahr|Bj\.|geboren|geb\.) ?:? ?(?:im Jahr )?(?:19|20)\d\d\b"
                r"|\b(?:Jg\.?|Jahrgang) ?[''’]?\d\d\b",
                re.I,
            ),
            "birth-year",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(
                rf"(?:{_VERB})(?:jetzt |gerade |bald |schon |erst |inzwischen |heuer )?[1-9]\d(?: ?J\.| Jahre)?"
                rf"(?=[;.)](?!\d)|,(?!\d)|(?: und| geworden|\n)(?!\w)){_NO_UNIT}",
                re.I,
            ),
            "age",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(rf"(?<=, )[1-9]\d(?: ?J\.?| Jahre)?(?=,(?!\d)|\.\s|;|\n|\)| J\b){_NO_UNIT}"),
            "appositive",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(rf"\b(?:(?:{_ONES})und(?:{_TENS})|{_TENS}|{_TEENS})(?:jährige?[rnms]?| ?Jahre alt)\b", re.I),
            "age",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(rf"\b(?:Anfang|Mitte|Ende) (?:[2-9]0|{_TENS}|achtzig)(?! ?(?:%|€|Euro|Prozent))(?!\w)", re.I),
            "about",
            QUASI_SCORE,
        ),
        Shape(re.compile(r"(?<![\w.,])\d{1,2} ?(?:Mon\.|Monate?) ?(?:alt)\b"), "child", QUASI_SCORE),
        Shape(
            re.compile(
                rf"(?:{_VERB}|(?<=, )|(?<=\())(?:(?:{_ONES})und(?:{_TENS})|{_TENS}|{_TEENS})(?=[,;.)]| und |\n|"
                r" jahre\b(?! lang))",
                re.I,
            ),
            "in-words",
            QUASI_SCORE,
        ),
        Shape(re.compile(r"\b[UÜ]\d\d\b(?!-)|\bAlter ?:? ?\d{1,2}\b"), "age", QUASI_SCORE),
    )
    _bracketed = re.compile(
        r"(?<=\()(?:ca\. ?)?(?P<n>\d{1,2})(?: ?(?:J\.?|Jahre))?(?=\)[ ,.;:\n]|, |;)|(?<=\()\d{1,2} ?(?:Mon\."
        r"|Monate)(?=[,;)])"
    )
    _behind_name = re.compile(r" (?P<n>\d{1,2})(?= ?[,;)]| und |\.\s)" + _NO_UNIT)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        yield from super().finds(document)
        for match in self._behind_name.finditer(document.text):
            words = document.within(max(0, match.start() - 1), match.start())
            if words and words[-1].capital and name_like(words[-1], document) and words[-1].fold not in _COUNTED:
                yield self.find("AGE", *match.span("n"), QUASI_SCORE, "shape:behind-name")
        for match in self._bracketed.finditer(document.text):
            if self._person_before(document, match):
                yield self.find("AGE", *match.span(), QUASI_SCORE, "shape:bracketed")
        for match in self._enumeration.finditer(document.text):
            for number in re.finditer(r"\d{1,2}", match["n"]):
                start = match.start("n") + number.start()
                yield self.find("AGE", start, start + len(number[0]), QUASI_SCORE, "shape:children")

    def _person_before(self, document: Document, match: re.Match[str]) -> bool:
        """Small numbers in brackets are ages behind a person only; '(1)' may begin a list."""
        before = document.text[max(0, match.start() - 4) : match.start() - 1]
        words = document.within(max(0, match.start() - 4), match.start())
        if not words or not re.search(r"[^\W\d][.]? \Z|[^\W\d]\Z", before):
            return False
        if match["n"] and len(match["n"]) == 2:
            return True
        return words[-1].capital and (name_like(words[-1], document) or person_word(words[-1]))

    _enumeration = re.compile(
        r"(?:Kinder[n]?|Söhne[n]?|Töchter[n]?|Ki\.|Enkel[n]?|Jungs|Mädchen)(?: im Alter von)? ?\(?"
        r"(?P<n>\d{1,2}(?:(?:, ?| und | u\. ?|/| & )\d{1,2})+)(?=[ ,.;)])"
    )
