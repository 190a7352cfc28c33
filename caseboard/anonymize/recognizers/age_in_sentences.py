"""Ages that a sentence tells without saying 'alt': 'Levin ist neun', 'mit 50 noch einmal', 'ein Mann von 58'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.numerals import ONES, TEENS, TENS, TWO_TO_TWELVE
from caseboard.anonymize.recognizers.age import of_no_person
from caseboard.anonymize.recognizers.age_of_person import somebody
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer

_GROWN = rf"{TEENS}|(?:(?:{ONES})und)?(?:{TENS})"
_UNIT = r"(?:Jahre?n?|Monate?n?|Mon\.|J\.)"
_NOT = (
    r"(?! ?(?:%|€|Euro|Uhr|Stunden|Std|Wochen|Prozent|Tage|km|Mal\b|mal\b|Kinder|Termine|anderen|weiteren|bis\b|von\b"
    r"|zu\b|auf\b|Leuten|Personen|Bewerbungen))"
)
_NOT_SPENT = (
    r"(?! Jahren (?:\w{0,20}(?:[Ee]rfahrung|[Pp]raxis|zugehörigkeit|[Zz]eit|[Dd]ienst|[Tt]ätigkeit)"
    r"|Garantie|Haft|auf dem|im Beruf|in (?:der|dem|diesem) (?:Beruf|Betrieb|Firma|Fach)))"
)
_SOON = (
    r"(?:erst |schon |jetzt |gerade |grad |grad einmal |gerade einmal |bald |heuer |auch |noch |nun |heute |morgen "
    r"|im \w+ |nächste[nrs]? \w+ )?"
)
_VERB = r"(?:ist|is|bin|sind|war|wird|werde|werden)"
_STOPS = (
    r"(?=[.,;!?)](?!\d)| [–-] | vielleicht\b| und | aber | kommt\b| geworden| wird\b| hat\b| oder "
    r"| (?:sagt|sagte|meint|meinte)\b|\n|\Z)"
)
_SUBJECT = re.compile(
    rf"(?<!\w)(?P<who>[^\W\d_][\w’'-]{{0,40}}),? {_VERB} {_SOON}(?P<n>\d{{1,2}}|{TWO_TO_TWELVE}|{_GROWN})"
    rf"{_STOPS}{_NOT}",
    re.I,
)
_SPEAKERS = frozenset({"er", "sie", "ich", "der", "die", "kleine", "kleiner", "bub", "dirndl", "wer"})
_ALONE = (
    re.compile(
        rf"\b[Mm]it (?:über |fast |knapp |gut )?(?P<n>(?:1[4-9]|[2-9]\d)|{_GROWN})(?= [a-zäöüß]+| Jahren\b|[,.!?]"
        r"| (?:Mutter|Vater|Oma|Opa|Witwer?)\b)"
        r"(?!,\d)"
        rf"(?! (?:in der Gruppe|Stück|Mann)){_NOT_SPENT}{_NOT}"
    ),
    re.compile(
        rf"\b(?:Mann|Frau|Mensch(?:en)?|Mädchen|Junge|Jungen|Bub|Kind) (?:von|mit)"
        rf" (?P<n>\d{{1,2}}|{TWO_TO_TWELVE}|{_GROWN})(?:(?= {_UNIT})|(?=[,.;!?)])){_NOT}"
    ),
    re.compile(
        r"(?:(?<=, )|(?<=\()|(?<=\bist )|(?<=\bsind )|(?<=ochter )|(?<=ohn ))(?P<n>\d{1,2} ?(?:monate?|jahre?)\b)"
        r"(?!,? (?:als|unter)\b)(?! (?:lang|haft|später|her|in|ohne|nach|vor|bis|und|bei|im|beim|am|auf|an)\b)"
        r"(?! (?-i:[A-ZÄÖÜ]))",
        re.I,
    ),
    re.compile(r"(?<![\w.,])(?P<n>(?:19[2-9]|20[0-2])\d)(?= geboren\b)"),
    re.compile(
        r"(?:(?<=\| )|(?<=\bjetzt )|(?<=\w: ))(?P<n>[1-9]\d)(?=, (?:[„a-zäöü]|[A-ZÄÖÜ][a-zäöü]+(?:e|er|in|isch)\b))"
    ),
    re.compile(rf"(?<=[^\W\d_]{{3}}), (?P<n>[1-9]\d|{_GROWN})(?= und (?:seit|früher|noch|schon|bald|immer)\b)"),
)
_LISTED = re.compile(
    r"(?<!\w)(?P<who>[^\W\d_][\w’'-]{0,40}) \((?P<n>\d{1,2}(?:, ?\d{1,2}){0,9}(?:,| und| u\.) ?\d{1,2})\)"
)
_SET_OFF = re.compile(r"(?<!\w)(?P<who>[^\W\d_][\w’'-]{0,40})(?:,? \(|, )(?P<n>\d{1,2})(?=\))")


class AgeInSentences(Recognizer):
    """What somebody is or becomes, what happened to them with so many years, and numbers in brackets behind names."""

    kinds = ("AGE",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern in _ALONE:
            for match in document.finditer(pattern):
                if not of_no_person(document.text, match.start("n")):
                    yield self.find("AGE", *match.span("n"), QUASI_SCORE, "shape:told")
        for match in document.finditer(_SUBJECT):
            if match["who"].lower() in _SPEAKERS or self._somebody(document, *match.span("who")):
                yield self.find("AGE", *match.span("n"), QUASI_SCORE, "shape:told")
        for pattern in (_LISTED, _SET_OFF):
            for match in document.finditer(pattern):
                if self._somebody(document, *match.span("who")):
                    for number in re.finditer(r"\d+", match["n"]):
                        start = match.start("n") + number.start()
                        yield self.find("AGE", start, start + len(number[0]), QUASI_SCORE, "shape:children")

    def _somebody(self, document: Document, start: int, end: int) -> bool:
        words = document.within(start, end)
        return bool(words) and somebody(document, words[-1])
