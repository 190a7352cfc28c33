"""Ages with a word of doubt, behind initials or in halves: 'nach eigener Angabe 23', 'J. P. (19)', 'is 2 einhalb'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.lexicon import PLACE
from caseboard.anonymize.numerals import ONES, TEENS, TENS_TO_EIGHTY, TWO_TO_TWELVE
from caseboard.anonymize.recognizers.age import of_no_person
from caseboard.anonymize.recognizers.age_of_person import somebody
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer
from caseboard.anonymize.recognizers.naming import calendar

_GROWN = rf"(?:{TEENS}|(?:(?:{ONES})und)?(?:{TENS_TO_EIGHTY}))"
_KIN = r"(?:[Ss]ohn|[Tt]ochter|[Bb]ub|[Mm]adl|[Kk]ind|[Ee]nkel(?:in)?|[Bb]ruder|[Ss]chwester|[Hh]err|[Ff]rau|Hr\.|Fr\.)"
_SEX = r"(?:[wmd]|weibl\.|männl\.|weiblich|männlich|Mädchen|Junge|Bub)"
_ENDS = r"(?=[.;)](?!\d)|,(?!\d)|\n|\Z)"
_TOLD = (
    re.compile(rf"\b(?:[A-ZÄÖÜ]\. ?|{_KIN} )[A-ZÄÖÜ]\. ?\((?P<n>\d{{1,2}})(?=\))"),
    re.compile(r"(?:^|\n)(?:\d{1,2}[.)] )?[A-ZÄÖÜ]\. ?[A-ZÄÖÜ]\., (?P<n>\d\d)(?=:)"),
    re.compile(
        rf"\b(?:nach eigene[rn] Angaben?|laut (?:Gutachten|Pass|Papieren|Geburtsurkunde|Altersgutachten)|, höchstens"
        rf"|(?:und|ist|is|sei) (?:höchstens|mindestens|angeblich|vermutlich|fast|knapp)) (?P<n>[1-6]\d"
        rf"|{_GROWN}){_ENDS}",
        re.I,
    ),
    re.compile(r"\((?P<n>\d{1,2} ?(?:J\.?|Jahre) \d{1,2} ?(?:Mon\.?|Monate|M\.))(?=\))"),
    re.compile(
        r"\b(?:ist|is|wird|war|jetzt|erst|schon|grad) (?P<n>\d{1,2} ?(?:einhalb|½)|\w{2,9}einhalb)"
        r"(?=[,.;!?\n]|\Z| und\b| jahre?\b(?! lang))",
        re.I,
    ),
    re.compile(r"\b(?P<n>[1-9]\d) Jare\b"),
    re.compile(rf"(?<=[^\W\d_]), (?P<n>{_GROWN} Monate)(?=, in\b|[.;)])"),
    re.compile(
        r"(?<=[a-zäöüß][.!?] )(?P<n>[1-9]\d)(?=, (?:stellvertretende|gelernte|ehemalige|frühere)[rn]? [A-ZÄÖÜ])"
    ),
    re.compile(rf"\b{_KIN} [^\W\d_]{{3,12}} (?P<n>1?\d)(?= (?:hat|ist|geht|war|will|wird|kommt)\b)"),
    re.compile(r"\ber (?P<n>[1-9]\d), sie [1-9]\d(?=[,.;])"),
    re.compile(
        rf"\((?:{_SEX})[,;/]? ?(?:\*|geb\.|Jg\.)? ?(?P<n>(?:19|20)\d\d)(?=\)|[,;] )"
        rf"|\((?:\*|geb\.|Jg\.)? ?(?P<m>(?:19|20)\d\d)(?=[,;/]? ?(?:{_SEX})\))"
    ),  # 'Kind 1 (w, 2014)'
    re.compile(rf"\b[Kk]ind [1-9]:? ?[(,]? ?(?:{_SEX})?,? ?(?P<n>(?:19|20)\d\d)(?=[),.;:\n]|\Z)"),
    re.compile(r"\ber [1-9]\d, sie (?P<n>[1-9]\d)(?=[,.;])"),
)
_SEVERAL = r"1?\d(?:, ?1?\d){0,7}(?:,? (?:und|u\.|sowie) 1?\d|, ?1?\d)"
_YEARS = rf"(?:eins|{TWO_TO_TWELVE}|{TEENS})"
_SAID = rf"{_YEARS}(?:(?:, ?| und | komma ){_YEARS}){{1,7}}\b"
_LISTED = (
    re.compile(
        r"(?<![\w-])(?:[\w-]{0,40}[Kk]inder|[Ss]öhne|[Tt]öchter|[Bb]uben|[Jj]ungs|[Jj]ungen|[Mm]ädchen|[Mm]ädels|[Gg]eschwister|[Ee]nkel)n?"
        r"(?:,? (?:sind )?(?:jetzt |heute |im Alter von |alle |je )?\(?|: ?|\()(?P<list>" + _SEVERAL + r")"
        r"(?= J|\)|[.;]\s|[.;]?\Z|, (?!\d)| und (?!\d))"
    ),
    re.compile(
        r"(?<![\w-])(?:[\w-]{0,40}kinder|söhne|töchter|buben|jungs|jungen|mädchen|mädels|geschwister|enkel)n?"
        r"(?:,? (?:(?:sind|waren|werden) )?(?:jetzt |heute |im alter von |alle |je |erst |schon )?\(?|: ?|\()"
        rf"(?P<list>{_SAID})(?= jahr|\)|[.;,](?:\s|\Z)|\s*\Z|\n| komma\b| punkt\b| und\b)",
        re.I,
    ),
    re.compile(rf"(?<![\w.,/-])(?P<list>{_SEVERAL})(?= Jahren? alt\b| J\. alt\b)"),
)
_NUMBER = re.compile(rf"\d+|\b{_YEARS}\b", re.I)
_DOUBTED = re.compile(
    rf"(?<!\w)(?P<who>[^\W\d_][\w’'-]{{0,40}}), (?:fast|knapp|höchstens|mindestens|angeblich|damals|heute|geschätzt)"
    rf" (?P<n>[1-9]\d|{_GROWN})(?=[,;)]\s)"
)
_NAMED = r"[^\W\d_][\w’'-]{1,40}"
_PAIRED = re.compile(
    rf"(?<!\w)(?P<who>{_NAMED}(?:, {_NAMED}){{0,3}},? (?:und|u\.|&) {_NAMED})(?:,? \(|, )"
    r"(?P<ages>\d{1,2}(?:(?:, | ?/ ?|,? (?:und|u\.|&) )\d{1,2}){1,4})"
    r"(?=,? (?:Jahren?|J\.|jährig|geh|sind|leb|wohn|besuch|komm|bei|beim|in |aus )|[,;)\n](?!\d)|\.(?:\s|\Z)|\Z)"
)
"""'Akua und Efua, 6 und 9, gehen': as many ages as people."""


class ToldAges(Recognizer):
    """What the pattern alone makes an age, and what needs somebody before it."""

    kinds = ("AGE",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern in _TOLD:
            for match in document.finditer(pattern):
                group = match.lastgroup or "n"
                if not of_no_person(document.text, match.start(group)):
                    yield self.find("AGE", *match.span(group), QUASI_SCORE, "shape:told")
        for pattern in _LISTED:
            for match in document.finditer(pattern):
                yield from self._each(document, *match.span("list"))
        for match in document.finditer(_PAIRED):
            yield from self._of_each(document, match)
        for match in document.finditer(_DOUBTED):
            words = document.within(*match.span("who"))
            if words and somebody(document, words[-1]):
                yield self.find("AGE", *match.span("n"), QUASI_SCORE, "shape:told")

    def _each(self, document: Document, start: int, end: int) -> Iterator[RecognizerResult]:
        """'Die Kinder sind 2, 4, 12 und 14': one age for each child."""
        if not of_no_person(document.text, start):
            for number in _NUMBER.finditer(document.text, start, end):
                yield self.find("AGE", *number.span(), QUASI_SCORE, "shape:told")

    def _of_each(self, document: Document, match: re.Match[str]) -> Iterator[RecognizerResult]:
        """The ages of several people, when there are as many of them and all are names."""
        people = [w for w in document.within(*match.span("who")) if w.fold not in {"und", "u"}]
        named = all(somebody(document, w) and not calendar(w) and not w.value & PLACE for w in people)
        if named and len(people) == len(_NUMBER.findall(match["ages"])):
            yield from self._each(document, *match.span("ages"))
