"""Ages and birth years: 57, 43-jährig, (17), Jg. 1990, Jahrgang 1964; 'Ende fünfzig' is coarse enough already."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.numerals import ONES, TENS_TO_SEVENTY, TWO_TO_TWELVE
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Shape, ShapeRecognizer

_TENS = TENS_TO_SEVENTY  # 'achtzig' joins them where it is meant
_TEENS = "dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn"  # TEENS written out
_NO_UNIT = r"(?! ?(?:%|€|Euro|Uhr|Stunden|Std|Wochen|Prozent|Tage|Monat|km))"
_VERB = "".join(
    f"|(?<={w}[ \n])"
    for w in (
        "ist",
        "is",
        "Is",
        "bin",
        "war",
        "wird",
        "wurde",
        "mit",
        "Alter von",
        "alter:",
        "Alter:",
        "auch",
        "erst",
        "schon",
    )
)[1:]

_REACH = 60
_THINGS = (
    "auto|wagen|pkw|golf|bus|transporter|roller|moped|motorrad|rad|heizung|ofen|öfen|kessel|therme|speicher|herd|schrank"
    "|maschine|gerät|rechner|laptop|handy|haus|gebäude|wohnung|dach|fenster|küche|möbel|bett|matratze|vertrag|bescheid"
    "|antrag|urteil|gutachten|attest|foto|bild|zeugnis|hund|katze|pferd|firma|betrieb|siedlung|baum|brücke|kredit"
    "|forderung|leitung|anlage|zähler|titel|teppich|boden|brenner"
)
_OF_A_THING = re.compile(
    rf"\b[\w-]*(?:{_THINGS}),? (?:\(|ist |war |wird |sei |sind |waren |aus )?"
    r"(?:schon |bereits |erst |inzwischen |jetzt |fast |über |gut |mindestens |rund |etwa |vom |Baujahr |im )?\Z",
    re.I,
)

_PAID = re.compile(
    r"\b(?:(?:be|ab|ein|aus|an|vor|nach|mit|ge){0,3}zahl\w*|(?:be|ge|ver|ab|an|aus){0,2}rechne\w*|(?:be|ent)lohn\w*|vergüte\w*"
    r"|(?:be|ge|ver)wertet?|benotet?|dotiert|beteilig\w*|(?:ein|ver|ge){0,2}kauf\w*|multipliziert?|geteilt|gewann|verlor"
    r"|überw(?:ies|eis)\w*|entschädigt?|gebüßt|bestraft|tilgt?|getilgt|verzinst|belastet|bezuschusst)\b"
    r"[^.;!?\n]{0,40}\bmit[ \n]\Z",
    re.I,
)


def paid(text: str, start: int) -> bool:
    """'Bezahlt mit 50, dann mit 20': money, whose unit is left out."""
    return bool(_PAID.search(text, max(0, start - _REACH), start))


def of_a_thing(text: str, start: int) -> bool:
    """'Das Auto ist 17 Jahre alt', 'Ölheizung Bj. 1989': so old is nobody, but something."""
    return bool(_OF_A_THING.search(text, max(0, start - _REACH), start))


def of_no_person(text: str, start: int) -> bool:
    """Whether the number before which a text is read belongs to a thing or to a price."""
    return of_a_thing(text, start) or paid(text, start)


class Age(ShapeRecognizer):
    """A number alone is an age only beside a word that says so or set off behind a person."""

    kinds = ("AGE",)
    over_lines = False
    shapes = (
        Shape(
            re.compile(
                r"(?<![\w.,])\d{1,2}[ \n]?(?:[-–][ \n]?)?"
                r"(?:Jahre? alt|jährige?[rnms]?|J\. ?alt|Lebensjahr|LJ\.?)(?!\w)",
                re.I,
            ),
            "age",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(
                r"\b(?:Jg\.?|Jahrgang|Geburtsjahr|Geb\.?-?[Jj]ahr|Bj\.|geboren|geb\.) ?:? ?(?:im Jahr )?(?:19"
                r"|20)\d\d\b(?!, [\d.]+ ?(?:km|kW|PS)\b)"
                r"|\b(?:Jg\.?|Jahrgang) ?[''’]?\d\d\b|\bBj\. ?[''’]?\d\d\b(?!,? ?\d)",
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
            re.compile(
                rf"(?<=,[ \n])(?<!\d,[ \n])[1-9]\d(?: ?J\.?| Jahre)?(?=,(?!\d)|\.(?:\s|\Z)|;|\n|\)| J\b){_NO_UNIT}"
            ),
            "appositive",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(rf"\b(?:(?:{ONES})und(?:{_TENS})|{_TENS}|{_TEENS})(?:jährige?[rnms]?| ?Jahre alt)\b", re.I),
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
                rf"(?:{_VERB}|(?<=,[ \n])|(?<=\())(?:(?:{ONES})und(?:{_TENS})|{_TENS}|{_TEENS})(?=[,;.)]| und |\n|"
                r" jahre\b(?! (?:lang|als|bei|beim|unter|im|am|auf|in)\b))",
                re.I,
            ),
            "in-words",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(
                rf"(?:\b(?:er|sie|es|ich|kind|sohn|tochter) (?:ist|is|bin|war|wird|werde) (?:jetzt |erst |schon "
                rf"|bald |heute )?)"
                rf"(?P<n>{TWO_TO_TWELVE}|\d{{1,2}} ?(?:Jahre|J\.))(?=[,.;!]| und | geworden|\n){_NO_UNIT}",
                re.I,
            ),
            "age",
            QUASI_SCORE,
            group="n",
        ),
        Shape(
            re.compile(
                r"(?<= heute )\d{1,2} Jahre\b|\bwie alt\W{1,3}(?:\w+: )?"
                r"(?P<n>\d{1,2})\b",
                re.I,
            ),
            "age",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(r"\b(?:der|die|er|sie|ich) (?P<n>[1-9]\d)(?=,? (?:ist|bin|war|wird|werde)\b)", re.I),
            "age",
            QUASI_SCORE,
            group="n",
        ),
        Shape(
            re.compile(
                r"\b(?:ist|wird|bin|werde|war) (?:er|sie|ich|der \w+|die \w+) (?:jetzt |bald |schon |heuer )?"
                rf"(?P<n>[1-9]\d|(?:(?:{ONES})und)?(?:{_TENS})|{_TEENS})(?=[.,;!]|\n|\Z| geworden)(?!,\d)",
                re.I,
            ),
            "age",
            QUASI_SCORE,
            group="n",
        ),
        Shape(
            re.compile(r"\b[Kk]ind(?:er)?:? [^\W\d_]{2,20}, (?P<n>\d{1,2})(?=[,.;)])"), "age", QUASI_SCORE, group="n"
        ),
        Shape(
            re.compile(
                r"\*\s?(?:19|20)\d\d\b|(?<![\w.,])\d{1,2}Jahre?\b|(?<![\w.,])\d{1,2}(?: ½)? ?(?:J\.|Jahr) alt\b"
            ),
            "age",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(
                r"(?<![\w.,-])(?<!seit )(?<!nach )(?<!vor )(?<!für )(?<!ca )[1-9]\d ?J\.(?=[,;) ])"
                r"(?! ?(?:lang|alt|Haft|Berufs))"
                r"|(?<=\d{4} \()[1-9]\d(?=\))"
                r"|(?:(?<=\n[-*•–] )|(?<=^[-*•–] ))[1-9]\d(?=, [A-ZÄÖÜ])"
            ),
            "age",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(r"\b(?:Alter[^:\n\d]{1,20}: ?|I(?: am|['’]m) )(?P<n>[1-9]\d?)(?=[,;.\n]| years)"),
            "age",
            QUASI_SCORE,
            group="n",
        ),
        Shape(
            re.compile(
                r"(?<![\w.,])\d{1,2}\. ?(?:Geburtstag|Lebensjahr)(?:e?s)?\b"
                rf"|\b(?:{_TENS}|achtzig)ste[nrms]? (?:Geburtstag|Lebensjahr)(?:e?s)?\b"
                rf"|\b(?:Anfang|Mitt|End)(?:{_TENS})er(?:in)?\b",
                re.I,
            ),
            "age",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(
                r"\b(?:(?:in|aus) (?:ihren|seinen|meinen)|in den)(?: (?:frühen|späten|mittleren|besten))?"
                rf" (?P<n>(?:{_TENS}|achtzig)ern)\b",
                re.I,
            ),
            "decade",
            QUASI_SCORE,
            group="n",
        ),
        Shape(re.compile(r"\b[UÜ]\d\d\b(?!-)|\bAlter ?:? ?\d{1,2}\b"), "age", QUASI_SCORE),
    )

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        yield from (find for find in super().finds(document) if not of_no_person(document.text, find.start))
        for match in document.finditer(self._enumeration):
            for number in re.finditer(r"\d{1,2}", match["n"]):
                start = match.start("n") + number.start()
                yield self.find("AGE", start, start + len(number[0]), QUASI_SCORE, "shape:children")

    _enumeration = re.compile(
        r"(?:Kinder[n]?|Söhne[n]?|Töchter[n]?|Ki\.|Enkel[n]?|Jungs|Mädchen)(?: im Alter von)? ?\(?"
        r"(?P<n>\d{1,2}(?:(?:, ?| und | u\. ?|/| & )\d{1,2})+)(?=[ ,.;)])"
    )
