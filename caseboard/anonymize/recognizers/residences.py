"""Where somebody lives, in small letters: 'wohnt in asch', 'wohnhaft hinterm rathaus zwo b'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import frequency
from caseboard.anonymize.numerals import SPOKEN_ONES, TENS
from caseboard.anonymize.recognizers.base import HINT, LIKELY, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word
from caseboard.anonymize.words import listed

_LIVES = re.compile(
    r"\b(?:wohnt|wohnhaft|wohnte|wohnen|gemeldet|lebt|lebte|zieht|zog|gezogen|umgezogen|hingezogen|daheim|zuhause)"
    r"(?: jetzt| derzeit| aktuell| wieder| noch| seitdem| drüben| drueben| dann)?"
    r" (?:in|nach|bei) (?P<n>[a-zäöüß-]{3,30})(?![\w-])"
)
_NUMBER = (
    rf"(?:ein|{SPOKEN_ONES}|zehn|elf|zwölf|\w{{3,6}}zehn"
    rf"|(?:\w{{3,7}}und)?(?:{TENS})|\d{{1,3}})"
)
_BEHIND = re.compile(
    r"\b(?:wohnhaft|adresse|anschrift|wohnt|gemeldet|straße)(?: ist| in der| jetzt| noch)? "
    r"(?P<s>(?:hinterm|vorm|unterm|überm|beim|am|im|zum|zur|neben der|neben dem"
    r"|(?:hinter|vor|unter|über|bei|an|in|auf|ob) (?:der|dem|den))"
    rf" (?![a-zäöüß]*(?:unterkunft|wohnung|zimmer|heim|pension|frauenhaus)\b)"
    rf"(?:[a-zäöüß-]+ ){{1,3}}?{_NUMBER}(?: [a-h])?)(?![\w-])"
    r"(?! ?(?:jahr|monat|woche|tag|uhr|stund|kind|person|zimmer|euro|prozent|mal\b|leut|nächt|minut|meter|kilo))",
    re.I,
)
_DWELLINGS = (
    "miete", "wohnung", "unterkunft", "heim", "haus", "zimmer", "gemeinschaft", "container", "auto", "wagen", "zelt",
    "pension", "hotel", "wg", "keller", "trennung", "armut", "scheidung", "angst", "not", "frieden", "ehe",
    "deutschland",
)  # fmt: skip
_SEEN, _DOUBT = 3.2, 0.15
_IN = re.compile(r"\b(?:in|nach|aus|bei) (?P<n>[a-zäöüß-]{4,30})(?![\w-])")


class Residences(Recognizer):
    """Behind 'wohnt in' a seldom word is a place; behind 'wohnhaft' a preposition with a number is a street."""

    kinds = ("PLACE", "STREET")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer_small(_LIVES):
            word = document.within(*match.span("n"))[0]
            if self._town(document, word):
                yield self.find("PLACE", *match.span("n"), HINT, "place:residence")
        for match in document.finditer_small(_IN):
            word = document.within(*match.span("n"))[0]
            if self._doubted(document, word) and self._town(document, word):
                yield self.find("PLACE", *match.span("n"), HINT, "place:doubted")
        for match in document.finditer_small(_BEHIND):
            yield self.find("STREET", *match.span("s"), LIKELY, "street:residence")

    def _doubted(self, document: Document, word: Word) -> bool:
        """Whether the trained network, which has read the text before, takes the word for a part of some name."""
        return document.believed(word) >= _DOUBT

    def _town(self, document: Document, word: Word) -> bool:
        if word.protected or function_word(word) or calendar(word) or word.fold in listed("no_places"):
            return False
        if document.vocabulary.in_glossary(word.fold) or word.fold.endswith(_DWELLINGS):
            return False
        return frequency(word.value) < _SEEN
