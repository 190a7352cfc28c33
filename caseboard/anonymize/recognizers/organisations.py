"""Organisations without a legal form: a head word with a name behind it, and bodies known by name."""

from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import INFLECTED, LOWER, NOUN, PLACE
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.house_words import house
from caseboard.anonymize.recognizers.naming import function_word, strange
from caseboard.anonymize.recognizers.org_extent import end_of_name, named
from caseboard.anonymize.words import entries, listed

_CHURCH = frozenset(
    {"kath", "ev", "evang", "luth", "roem", "katholisches", "evangelisches", "katholische", "evangelische"}
)
_PUBLIC = ("staatlich", "staedtisch", "katholisch", "evangelisch", "freie", "private", "offene", "kommunal")
_ACRONYM, _LONG_ADJECTIVE = 5, 6


class Organisations(Recognizer):
    """General bodies (Jobcenter, Amtsgericht, Krankenkasse) are in the glossary and stay."""

    kinds = ("ORG",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if word.protected:
                continue
            if word.fold in listed("orgs") and self._known(word, lower=word.lower_style):
                yield self.find("ORG", self._part_of(document, word), end_of_name(document, word), SURE, "org:known")
            elif (word.capital or word.lower_style) and self._house(document, word) and named(document, word):
                end = end_of_name(document, word)
                yield self.find("ORG", self._start(document, word), end, SURE, f"org:{word.text}")

    def _house(self, document: Document, word: Word) -> bool:
        """A noun for houses, but no town that ends like one: 'Großostheim. Ehefrau Desislava'."""
        if not house(word.fold) or (word.value & PLACE and not word.value & (LOWER | INFLECTED | NOUN)):
            return False
        return not (word.fold.endswith("heim") and strange(word, document))

    def _known(self, word: Word, *, lower: bool = False) -> bool:
        """As it is written in the list; otherwise only where no ordinary word is meant."""
        if lower and word.fold in listed("orgs") and word.value & NOUN and not word.value & LOWER:
            return True
        if word.text in entries("orgs"):
            return not (word.starts_sentence and word.value & LOWER) or word.shouted
        return not word.value & (LOWER | INFLECTED) and len(word.text) > 2

    def _part_of(self, document: Document, known: Word) -> int:
        """'Schuldnerberatung der Diakonie': the house belongs to the name."""
        of, house = document.at(known.index - 1), document.at(known.index - 2)
        if of is None or house is None or of.fold not in {"der", "des", "von"} or known.gap != " " or of.gap != " ":
            return known.start
        return house.start if house.fold in listed("org_heads") and not house.protected else known.start

    def _start(self, document: Document, head: Word) -> int:
        """Take what is joined to the head by a hyphen."""
        word = head
        while word.gap == "-" and word.index:
            word = document.words[word.index - 1]
        before = document.at(word.index - 1)
        if before is not None and before.fold in _CHURCH and word.gap in (" ", ". "):
            return self._start(document, before) if before.gap in (".-", "-") else before.start
        if before is not None and before.gap == "-" and word.gap == " " and before.value & LOWER and before.index:
            joined = document.words[before.index - 1]
            return joined.start if joined.capital else word.start  # 'Eritreisch-orthodoxe Gemeinde'
        if before is not None and word.gap == " " and before.shouted and len(before.text) <= _ACRONYM:
            return word.start if document.vocabulary.in_glossary(before.fold) else before.start
        public = before is not None and word.gap == " " and before.fold.startswith(_PUBLIC) and before.capital
        if public and before is not None:
            return before.start
        if before is None or word.gap != " " or before.starts_sentence or not before.capital:
            return word.start
        adjective = before.value & LOWER and before.fold.endswith(("e", "er", "es", "en")) and not function_word(before)
        return before.start if adjective and len(before.fold) > _LONG_ADJECTIVE else word.start
