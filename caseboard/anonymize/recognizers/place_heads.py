"""Districts and parts of a place behind the noun that announces them: 'Landkreis Cham', 'OT Fahr'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.general_bodies import general_body
from caseboard.anonymize.lexicon import INFLECTED, LOWER, PLACE, SIZE_MASK, SIZE_SHIFT
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.naming import function_word
from caseboard.anonymize.words import listed

_ENDS = re.compile(
    r"[.,:;)\n]|$| (?:hat|ist|will|war|und|schreibt|fragt|verlangt|zahlt|in|wegen|am|vom|seit|angerufen|meldet)\b"
)
_TOWN, _SHORT = 3, 3
_FIELDS = frozenset({"wohnort", "geburtsort"})  # of a form: nothing but a place stands behind them


class PlaceHeads(Recognizer):
    """Behind 'Ortsteil' any noun is a name; behind 'Jobcenter' none that is an ordinary word."""

    kinds = ("PLACE",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if not word.protected and (self._behind_head(document, word) or self._seat(document, word)):
                yield self.find("PLACE", word.start, self._end(document, word), SURE, "place:head")

    def _behind_head(self, document: Document, word: Word) -> bool:
        before = document.at(word.index - 1)
        if (
            before is None
            or before.fold not in listed("place_heads") | listed("districts")
            or word.gap.strip(".: ") != ""
            or "\n" in word.gap
            or not word.capital
            or ("." in word.gap and len(before.text) > _SHORT)  # 'im Landkreis. Verletztengeld zahlt', but 'OT. Fahr'
        ):
            return False
        if before.fold in listed("districts"):
            return not function_word(word) and word.fold not in listed("no_places")
        after = document.at(word.index + 1)
        if after is not None and after.gap == "-" and after.capital and not function_word(word):
            return True  # 'Jobcenter Main-Spessart'
        if (
            ":" in word.gap
            and before.fold not in _FIELDS
            and document.vocabulary.ordinary(word.fold, word.value)
            and not word.value & PLACE
        ):
            return False  # 'Jobcenter: Unfallanzeige bitte'
        return (
            not function_word(word)
            and not document.vocabulary.in_glossary(word.fold)
            and not (word.value & (LOWER | INFLECTED) and not word.value & PLACE)
        )

    def _seat(self, document: Document, word: Word) -> bool:
        """'Führerscheinstelle Waren', 'Sozialamt Essen': the town of an office, though everybody says the word."""
        office = document.at(word.index - 1)
        if office is None or word.gap != " " or not word.capital or not office.capital or office.protected:
            return False
        if word.shouted or not word.value & PLACE or (word.value & SIZE_MASK) >> SIZE_SHIFT < _TOWN:
            return False
        return general_body(office.fold) and bool(_ENDS.match(document.text, word.end))

    def _end(self, document: Document, word: Word) -> int:
        after = document.at(word.index + 1)
        if after and after.capital and after.gap == "-":
            return after.end
        return word.end
