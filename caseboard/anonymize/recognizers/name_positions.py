"""Positions that leave room for nothing but a name, whatever the word means: 'geb. Bäcker', 'Kraus, Otto –'.

Grammar and layout say it here, not the word: names of ordinary words stand in no list that could be complete.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import COMMON_NAME, FIRST_SURE, LAST, frequency
from caseboard.anonymize.recognizers.base import HINT, LIKELY, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word, strong_first
from caseboard.anonymize.recognizers.titles import person_title
from caseboard.anonymize.recognizers.word_surnames import word_surname
from caseboard.anonymize.words import listed

_N = r"(?P<n>[A-ZÄÖÜ][^\W\d_]+(?:-[A-ZÄÖÜ][^\W\d_]+)?)"
_BORN = re.compile(rf"\b(?:geb\.|geborene[rn]?|verwitwete[rn]?|verw\.|gesch\.) ?{_N}(?![\w.]| \d)")
_ALSO = re.compile(
    r"(?<=\w)[ ]?\((?:(?:früher|vormals|vorm\.|ehem\.|auch|alias|eigentlich|eig\.|gen\.|genannt|jetzt|nun|nicht|mit"
    rf" Mädchennamen|im (?:System|Pass|Ausweis) als|laut Pass|lt\. Pass) )[„\"»‚]?{_N}(?=[“”\"«‘]?[);,])"
)
_BELL = re.compile(
    r"\b(?:Klingel(?:schild)?|Türschild|Briefkasten|Klingelbrett)\b[^.\n„\"»‚:=]{0,30}?"
    rf"(?:[:=][ ]?|[ ]?[„\"»‚]|steht |stehen )[„\"»‚]?{_N}(?:(?: ?/ ?| und )(?P<m>[A-ZÄÖÜ][^\W\d_]+))?"
)
_LODGED = re.compile(
    rf"(?<=\n)(?:bei|c/o|z\. ?H(?:d|än)?d?\.?(?: von)?) {_N}[ \t]*\n(?=[^\n]{{3,40}} \d{{1,3}} ?[a-z]?[ \t]*(?:\n|,))"
)
_REVERSED = re.compile(
    rf"(?:^|(?<=\n)|(?<=[\n ;|•□○▪*·–-] )|(?<=;)|(?<=[|(])|(?<=\d[.)] )|(?<=von )){_N}, (?P<f>[A-ZÄÖÜ][^\W\d_]+)"
    r"(?=[ \t]*(?:[;|()/:\n–—]|- |$)| [A-ZÄÖÜ][^\W\d_]+[ \t]*(?:[;|():\n–—]|$))"
)
_CELL = re.compile(
    rf"(?:(?<=[|(;\t])|(?<=[|;] )|(?<=\n)){_N}, (?P<i>[A-ZÄÖÜ]\.(?:[ -]?[A-ZÄÖÜ]\.)?)(?=[ \t]*(?:[|);\n]|$))"
)
_DICTATED = re.compile(
    rf"\b(?:Diktat|Dikt\.|Diktatzeichen:?|Diktiert von) {_N}(?= (?:vom|am|zum|vor|Punkt|Absatz)\b|[,.:;\n]|$)"
)
_GREETINGS = frozenset(
    ["hallo", "servus", "danke", "bitte", "gruess", "gruss", "moin", "hi", "liebe", "lieber", "ja", "nein", "gut",
     "also", "ok", "okay", "ach", "na", "so", "morgen", "mahlzeit", "tschuess", "hey", "nun", "schau", "sorry",
     "entschuldigung", "stimmt"]
)  # fmt: skip
_SELDOM, _RARE, _LONG, _USUAL = 4.1, 3.0, 12, 4.45
_WHOSE = ("mein", "dein", "sein", "ihr", "unser", "euer", "eure", "deren", "dessen")
_ARTICLES = frozenset(
    {"der", "die", "den", "dem", "beim", "vom", "zum", "zur", "ein", "eine", "einem", "einer", "unser", "unsere",
     "unserem", "unserer", "sein", "seine", "ihr", "ihre"}
)  # fmt: skip
_THINGS = ("ung", "heit", "keit", "tion", "schaft", "taet", "ment", "nis", "geld", "recht", "antrag", "schein")

_PATTERNS = (
    (_BORN, "maiden", LIKELY),
    (_ALSO, "other-name", HINT),
    (_BELL, "bell", LIKELY),
    (_LODGED, "lodged", LIKELY),
    (_CELL, "cell", LIKELY),
    (_DICTATED, "dictated", HINT),
)
_LOOSE = frozenset({"cell", "dictated"})


class NamePositions(Recognizer):
    """Maiden names, other names in brackets, door bells, 'surname, first name' in lists, a noun behind a role."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.shouted:
            return
        for pattern, code, score in _PATTERNS:
            for match in document.finditer(pattern):
                for group in ("n", "m") if code == "bell" else ("n",):
                    if not match[group] or not self._free(document, word := document.within(*match.span(group))[0]):
                        continue
                    if code not in _LOOSE or self._seldom(document, word):
                        end = match.end("i") if code == "cell" else match.end(group)
                        yield self.find("PERSON", match.start(group), end, score, f"position:{code}")
        yield from self._reversed(document)
        for word in document.words:
            if self._behind_role(document, word):
                yield self.find("PERSON", word.start, word.end, HINT, "position:role")

    def _free(self, document: Document, word: Word) -> bool:
        """No term that must survive, no month, no role; a trade is somebody's name where only a name can stand."""
        if word.protected or calendar(word) or (person_word(word) and not word_surname(word, document)):
            return False
        plain = document.vocabulary.in_glossary(word.fold) or function_word(word)
        return not plain or word_surname(word, document) or bool(word.value & LAST and word.value & COMMON_NAME)

    def _seldom(self, document: Document, word: Word) -> bool:
        """No noun of the office: 'Diktat Termin', a cell with 'Notiz, A.'."""
        office = word.fold in listed("about_nouns") or word.fold in listed("no_heads")
        return word_surname(word, document) or (not office and frequency(word.value) < _USUAL)

    def _reversed(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_REVERSED):
            last, first = (document.within(*match.span(group))[0] for group in "nf")
            known = strong_first(first, document) and first.value & FIRST_SURE
            if not known or last.fold in _GREETINGS or not self._free(document, last):
                continue
            yield self.find("PERSON", *match.span("n"), LIKELY, "position:reversed")

    def _behind_role(self, document: Document, word: Word) -> bool:
        """'Kollegin Klammer um 10', 'die Polizistin Haken': a role in the singular, one noun, and no second noun.

        Notes leave articles out ('Kundin Termin versäumt'), so what people send, miss and ask for is none.
        """
        role = document.at(word.index - 1)
        if role is None or word.gap != " " or not word.capital or word.shouted or document.style.lower:
            return False
        if role.protected or not role.capital or not self._free(document, word) or word.fold in listed("jobs"):
            return False
        relative = role.fold in listed("kinship")
        work = role.fold in listed("jobs") and self._the(document, role)
        if not (person_title(role) or person_word(role) or work) or (relative and not self._owned(document, role)):
            return False
        after = document.at(word.index + 1)
        if after is not None and after.gap in (" ", "-") and after.capital:
            return False
        seldom = frequency(word.value) < (_RARE if relative else _SELDOM)
        return seldom and len(word.fold) <= _LONG and not word.fold.endswith(_THINGS)

    def _the(self, document: Document, work: Word) -> bool:
        """'der Elektriker', 'beim Bäcker', 'einen Maler': an occupation with its article, and no second noun before."""
        before = document.at(work.index - 1)
        return before is not None and work.gap == " " and before.fold in _ARTICLES and not work.fold.endswith("en")

    def _owned(self, document: Document, relative: Word) -> bool:
        """'meine Großmutter', 'ihr Mann': whose relative it is."""
        before = document.at(relative.index - 1)
        return before is not None and relative.gap == " " and before.fold.startswith(_WHOSE)
