"""Districts and parts of a place behind the noun that announces them: 'Landkreis Cham', 'OT Fahr'."""

from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import INFLECTED, LOWER, PLACE
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.naming import function_word
from caseboard.anonymize.words import listed


class PlaceHeads(Recognizer):
    """Behind 'Ortsteil' any noun is a name; behind 'Jobcenter' none that is an ordinary word."""

    kinds = ("PLACE",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if not word.protected and self._behind_head(document, word):
                yield self.find("PLACE", word.start, self._end(document, word), SURE, "place:head")

    def _behind_head(self, document: Document, word: Word) -> bool:
        before = document.at(word.index - 1)
        if (
            before is None
            or before.fold not in listed("place_heads") | listed("districts")
            or word.gap.strip(".: ") != ""
            or "\n" in word.gap
            or not word.capital
        ):
            return False
        if before.fold in listed("districts"):
            return not function_word(word) and word.fold not in listed("no_places")
        after = document.at(word.index + 1)
        if after is not None and after.gap == "-" and after.capital and not function_word(word):
            return True  # 'Jobcenter Main-Spessart'
        return (
            not function_word(word)
            and not document.vocabulary.in_glossary(word.fold)
            and not (word.value & (LOWER | INFLECTED) and not word.value & PLACE)
        )

    def _end(self, document: Document, word: Word) -> int:
        after = document.at(word.index + 1)
        if after and after.capital and after.gap == "-":
            return after.end
        return word.end
