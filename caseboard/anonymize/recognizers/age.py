"""Ages and birth years: 57, 43-jährig, (17), Jg. 1990, Jahrgang 1964, 'Ende fünfzig' is coarse enough already."""

import re

from caseboard.anonymize.recognizers.base import QUASI_SCORE, Shape, ShapeRecognizer

_TENS = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig"
_ONES = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun"


class Age(ShapeRecognizer):
    """A number alone is an age only beside a word that says so or set off behind a person."""

    kinds = ("AGE",)
    shapes = (
        Shape(re.compile(r"(?<![\w.,])\d{1,2} ?(?:[-–] ?)?(?:Jahre? alt|jährige?[rnms]?|J\. ?alt|-jährige?[rnms]?|Lebensjahr|LJ\.?)(?!\w)", re.I), "age", QUASI_SCORE),
        Shape(re.compile(r"\b(?:Jg\.?|Jahrgang|Geburtsjahr|Geb\.?-?[Jj]ahr|Bj\.|geboren|geb\.) ?:? ?(?:im Jahr )?(?:19|20)\d\d\b|\b(?:Jg\.?|Jahrgang) ?[''’]?\d\d\b", re.I), "birth-year", QUASI_SCORE),
        Shape(re.compile(r"(?<=[(,] )(?:ca\. )?\d{1,2}(?= ?(?:[),;]|J\.))|(?<=\()(?:ca\. ?)?\d{1,2}(?: ?J\.?)?(?=[),;])|(?<=\()(?:ca\. ?)?\d{1,2}(?=, )"), "bracketed", QUASI_SCORE),
        Shape(re.compile(r"(?:(?<=ist )|(?<=bin )|(?<=war )|(?<=wird )|(?<=wurde )|(?<=mit )|(?<=Alter von )|(?<=alter: )|(?<=Alter: ))(?:jetzt |gerade |bald |schon |erst |inzwischen |heuer )?[1-9]\d(?: ?J\.)?(?=[,;.)]|(?: und| geworden| Jahre| Tage alt|\n)(?!\w))(?! ?(?:%|€|Euro|Uhr|Stunden|Wochen|Prozent))", re.I), "age", QUASI_SCORE),
        Shape(re.compile(r"(?<=, )[1-9]\d(?: ?J\.?)?(?=,|\.\s|;|\n| J\b)(?! ?(?:%|€|Euro|Uhr))"), "appositive", QUASI_SCORE),
        Shape(re.compile(rf"\b(?:(?:{_ONES})und(?:{_TENS})|{_TENS}|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn)(?:jährige?[rnms]?| ?Jahre alt)\b", re.I), "age", QUASI_SCORE),
        Shape(re.compile(r"\b[UÜ]\d\d\b|\bAlter ?:? ?\d{1,2}\b"), "age", QUASI_SCORE),
    )  # fmt: skip
