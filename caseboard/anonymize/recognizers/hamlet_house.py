"""Addresses where no street has a name: 'Kleinziegenfeld Nr. 14', 'Siegritz, Hs.-Nr. 3', '(Fröbershammer 20)'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.lexicon import FIRST, FIRST_SURE, INFLECTED, LAST, LOWER, NOUN, PLACE
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, naming, person_word, strange
from caseboard.anonymize.words import listed

_HOUSE = r"(?:Haus|Anwesen|Hof|Hofstelle|Gehöft)"
_NAME = rf"(?P<w>[A-ZÄÖÜ][a-zäöüß]{{3,}}(?:[ -](?!{_HOUSE}\b|Hausn)[A-ZÄÖÜ][a-zäöüß]{{3,}})?)"
_NUMBER = r"\d{1,3}(?: ?[a-h](?!\w))?(?: ?[-/] ?\d{1,2})?(?![\w.,]\w|\w)"
_NUMBERED = re.compile(
    rf"(?<![\w-]){_NAME}(?:,? |,?(?P<l> ?\n))"
    rf"(?P<k>(?:{_HOUSE} )?Nr\.?|Hs\.? ?-?Nr\.?|HsNr\.?|H\.-?Nr\.?|Haus(?:nummer|-?[Nn]r\.?)) ?{_NUMBER}"
)
_SMALL = re.compile(
    rf"\b(?:in|nach|aus|bei|von|ort|ortsteil|weiler|wohnt|wohnhaft|gemeldet)"
    r" (?P<s>(?P<w>[a-zäöüß]{4,}(?:-[a-zäöüß]{4,})?),?[ \n]"
    rf"(?P<k>(?:{_HOUSE.lower()} |hs\.? ?-?|h\.-?|haus-?)?nr\.?|hausnummer) ?{_NUMBER})"
)
_ENDS = re.compile(r"[ \t]*(?:[.,;)\n]|\Z)")
_ABOVE = re.compile(r"(?:^|\b(?:[Ii]n|[Nn]ach|[Aa]us|[Bb]ei|[Vv]on|OT|Ortsteil|Weiler) )\Z", re.M)
_IN_PART = re.compile(
    rf"\b(?:OT|GT|Ortsteil|Gemeindeteil|Ortschaft|Weiler|Einöde) (?P<s>{_NAME},? (?:Nr\.? ?)?{_NUMBER})"
)
_BRACKETED = re.compile(rf"\((?P<s>{_NAME} {_NUMBER})(?=\)|[,;] )")
_LIVES = re.compile(
    r"\b(?:[Ww]ohn\w*|[Ll]eb(?:t|te|en)|[Gg]emeldet|[Dd]aheim|[Zz]u ?[Hh]ause|[Zz]ieh\w*|[Zz]og|\w*gezogen|Nachbar\w*"
    r"|An(?:schrift|wesen)|Adresse|Bauernhof|Häuser|[Uu]nter(?:gekommen|gebracht))\b[^.!?\n(]{0,60}\Z"
)
_REACH = 90


class HamletHouse(Recognizer):
    """A place or a word that is none, and a number that 'Nr.' or living there makes a house."""

    kinds = ("STREET",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        text = document.text
        for match in _NUMBERED.finditer(text):
            if match["l"] and not self._over_a_line(text, match):
                continue  # 'Birkach\nNr. 5 der Tagesordnung', 'Inh. Korbinian Thalhamer\nHausnummer 3'
            beside = not match["l"]  # above a house number the people who live there stand
            sure = match["k"].startswith(("H.", "Hs", "Hausn", "Haus-")) and beside
            if self._named(document, match, noun=sure, house=beside and not match["k"].startswith("N")):
                start = self._start(document, match)
                yield self.find("STREET", start, match.end(), SURE if sure else LIKELY, "street:hamlet")
        for match in document.finditer_small(_SMALL):
            if self._named(document, match, noun=False, house="h" in match["k"]):
                yield self.find("STREET", *match.span("s"), LIKELY, "street:hamlet")
        for match in _IN_PART.finditer(text):
            if self._named(document, match, noun=True):
                yield self.find("STREET", *match.span("s"), SURE, "street:hamlet")
        for match in _BRACKETED.finditer(text):
            lives = _LIVES.search(text, max(0, match.start() - _REACH), match.start())
            if lives and self._named(document, match, noun=False):
                yield self.find("STREET", *match.span("s"), SURE, "street:hamlet")

    def _over_a_line(self, text: str, match: re.Match[str]) -> bool:
        """The hamlet has its line to itself or a preposition before it, and nothing is said of the number."""
        above = _ABOVE.search(text, max(0, match.start() - _REACH), match.start())
        return bool(above and _ENDS.match(text, match.end()))

    def _start(self, document: Document, match: re.Match[str]) -> int:
        """'Hausbesuch Tiefenpölz Nr. 22': without the word of the sentence before the name."""
        first, *more = document.within(*match.span("w"))
        said = (
            first.fold in listed("before_streets") or document.vocabulary.in_glossary(first.fold) or person_word(first)
        )
        return more[0].start if more and said else first.start

    def _named(self, document: Document, match: re.Match[str], *, noun: bool, house: bool = False) -> bool:
        """A place or a strange word; beside 'Hs.-Nr.' any noun of no other use, as many hamlets are words.

        People are called like hamlets: behind 'Haus Nr.' it is one unless somebody is addressed.
        """
        first, word = (words := document.within(*match.span("w")))[0], words[-1]
        before = document.at(first.index - 1)
        if word.protected or calendar(word) or person_word(word) or document.vocabulary.in_glossary(word.fold):
            return False
        if function_word(word) or word.fold in listed("no_streets") or word.fold in listed("no_places"):
            return False
        flags = naming(word, document) | word.value
        if flags & (FIRST_SURE | FIRST):
            return False
        if flags & PLACE or noun:
            return True
        addressed = any(one is not None and one is not word and person_word(one) for one in (before, first))
        if house and not addressed and not word.value & (LOWER | INFLECTED | NOUN):
            return True  # 'Siegritz' is no word, though it could be made of two
        return strange(word, document) and not flags & LAST
