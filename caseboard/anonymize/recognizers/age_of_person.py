"""Ages that only the person beside them makes ages: 'Kerem (6)', 'Mia Le, elf,', 'farid 16', 'd. Kleine 14 Mon.'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.numerals import TENS_TO_EIGHTY, TWO_TO_TWELVE
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer
from caseboard.anonymize.recognizers.naming import name_like, person_word, strong_first
from caseboard.anonymize.vocabulary import NAME
from caseboard.anonymize.words import listed

_WORDS = (
    rf"(?:{TWO_TO_TWELVE}|\w{{3,6}}zehn"
    rf"|(?:\w{{3,7}}und)?(?:{TENS_TO_EIGHTY}))"
)
_UNIT = r"(?: ?(?:J\.?|Jahre?|Mon\.|Monate))"
_NO_UNIT = r"(?! ?(?:%|€|Euro|Uhr|Stunden|Std|Wochen|Prozent|Tage|Monat|km|Mal|Kinder|Termine))"
_END = r"(?= ?[,;)]| und |\.(?:\s|\Z)|\n|\Z| Komma\b)"
_BEHIND = (
    re.compile(rf" (?P<n>\d{{1,2}}{_UNIT}?){_END}{_NO_UNIT}"),
    re.compile(rf"(?:,[ \n]| Komma )(?P<n>\d{{1,2}}{_UNIT}?|{_WORDS}(?: Jahre)?)(?=[,;]| Komma\b){_NO_UNIT}", re.I),
)
_BRACKETED = re.compile(
    rf"(?:[ \n]|\b)\((?P<n>(?:ca\. ?)?\d{{1,2}}(?: ?[½¼¾])?{_UNIT}?|\d\d oder \d\d)(?=\)[ ,.;:\n]|, |;|\)\Z)|(?<=\()"
    rf"(?P<m>\d\d)(?= am \d)"
)
_SMALL = frozenset(
    ["kleine", "kleiner", "kleinen", "baby", "bub", "maedel", "juengste", "juengster", "aelteste", "beide", "kd"]
)
_NO_PEOPLE = re.compile(r"(?:ungen|heit|heiten|keit|keiten|tion|tionen|taet|taeten|ments?|nis|nisse|ismus)\Z")
_SHORTEST_HEAD = 4
_COUNTS = re.compile(r"(?:[IVX]{1,4}|SGB|BIK|BG|EG|OG|KW)\Z|P[fF][lI]egegrad|Alpha\Z")  # 'SGB II, fünf Jahre'


class AgeOfPerson(Recognizer):
    """The number alone says nothing; behind a name, a relative or a client it does."""

    kinds = ("AGE",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern in _BEHIND:
            for match in document.finditer(pattern):
                if self._person(document, match.start()):
                    yield self.find("AGE", *match.span("n"), QUASI_SCORE, "shape:behind-name")
        for match in document.finditer(_BRACKETED):
            grown = sum(c.isdigit() for c in match[0]) > 1 and not re.search("Mon", match[0])
            if match["m"] or self._person(document, match.start(), certain=not grown or match[0].startswith("\n")):
                yield self.find("AGE", *match.span("m" if match["m"] else "n"), QUASI_SCORE, "shape:bracketed")

    def _person(self, document: Document, end: int, *, certain: bool = True) -> bool:
        """Whether the word that ends here names somebody; a grown-up's number in brackets is content with any word."""
        words = document.within(max(0, end - 1), end)
        if not words or words[-1].end != end:
            return document.text[max(0, end - 3) : end] == "Kd."
        return somebody(document, words[-1]) if certain else not numbered(document, words[-1])


def numbered(document: Document, word: Word) -> bool:
    """'Zimmer', 'Anlage', 'Wartezimmer', 'Zuweisung': a thing that has a number; but not after 'Herr' or 'Otto'."""
    if _COUNTS.match(word.text):
        return True
    before = document.at(word.index - 1)
    if before is not None and word.gap == " " and (person_word(before) or strong_first(before, document)):
        return False
    things = listed("numbered_things")
    if word.fold in things:
        return True
    plain = not word.value & NAME and document.vocabulary.ordinary(word.fold, word.value) and not person_word(word)
    return plain and bool(_NO_PEOPLE.search(word.fold) or any(_ends_in(word.fold, thing) for thing in things))


def _ends_in(folded: str, thing: str) -> bool:
    return len(thing) >= _SHORTEST_HEAD and folded.endswith(thing)


def somebody(document: Document, word: Word) -> bool:
    """Whether a word names or means a person."""
    if word.fold in listed("numbered_things") or _COUNTS.match(word.text):
        return False
    if word.fold in _SMALL:
        return True
    if word.lower_style:
        return strong_first(word, document) or person_word(word)
    return word.capital and (name_like(word, document) or person_word(word))
