"""Firms by the branch behind their name.

'Stojkovic Trockenbau', 'Tesch Inkasso', 'über Pluspunkt Personal', 'Living Water Assembly'.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, INFLECTED, LAST, LOWER, PLACE, frequency
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.house_words import house
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word, strange
from caseboard.anonymize.recognizers.org_extent import TELEGRAM
from caseboard.anonymize.recognizers.proper_adjectives import inflected, proper_adjective
from caseboard.anonymize.recognizers.trained_names import FOR_ALL
from caseboard.anonymize.words import listed

_BEFORE = frozenset({"bei", "ueber", "durch", "von", "fuer", "mit", "an", "ag", "fa", "und"})
_GLUE = (" ", "-", " & ", " + ", "&")
_PEOPLE = re.compile(r"(?:er|in|ist|mann|frau|kraft|ling|ent|ant|iker|ige)n?$")
_STOPS = re.compile(r"\s*(?:[,–\n:;|.]|$)| (?:unter|hat|ist|zahlt|schreibt|will|sucht|meldet|läuft|kommt)")
_LETTERHEAD = re.compile(r"(?:(?<=\n)|(?<=^))[A-ZÄÖÜ][\wäöüß]{3,} [A-ZÄÖÜ][\wäöüß]{3,}(?=[ \t]*(?:\n|$))")
_TRADE = re.compile(
    r".{3,}(?:wege?|welt|welten|werk|werkstatt|werkstaetten|insel|inseln|oase|oasen|raum|raeume|paradies|stube|stueberl"
    r"|scheune|schmiede|schmiedl|manufaktur|kontor|profis|zauber|quelle|glueck|traeume|treff|punkt|box|express|eck"
    r"|schatulle|kiste|koerbchen|tenne|kammer|diele|fee|feen|engel|kueche|garten|gaertchen|baeckle|laedle|laeden"
    r"|brueder|freuden|perle|perlen|haeppchen|schmaus|genuss|pioniere|helden)$"
)
"""Ends of compounds that call themselves a branch: 'Bildungswege', 'Backwelt', 'Genussinsel'."""
_PRACTICE = ("psychologie", "therapie", "medizin", "paedagogik")
_NUMBERED = re.compile(r" ?\d")
_TOLD = frozenset({"lt", "laut", "via", "zu", "zur"})
_REGIONAL = ("ische", "ischen", "isches", "ischer")  # a language has none of these endings
_SKY = frozenset({"nord", "sued", "ost", "west", "mitte", "main", "rhein", "isar", "inn", "donau", "saale", "franken"})
_SELDOM, _COMMON, _NEVER, _LONG, _MOST, _COINED, _SHORT = 4.2, 5.0, 2.9, 8, 4, 2.7, 4


class BranchNames(Recognizer):
    """What stands before the branch must be a name, or a bare noun behind a preposition."""

    kinds = ("ORG",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.lower or document.style.shouted:
            return
        tails = listed("org_tails")
        for match in document.finditer(_LETTERHEAD):
            trade, name = document.within(*match.span())[0], document.within(*match.span())[-1]
            if trade.fold in tails and not trade.protected and not self._plain(document, name):
                yield self.find("ORG", *match.span(), LIKELY, f"branch:{trade.text}")
        for tail in document.words:
            if not tail.capital or tail.protected or tail.gap not in _GLUE:
                continue
            if tail.fold == "mitte" and self._dated(document, tail):
                continue
            if tail.fold == "team" and _NUMBERED.match(document.text, tail.end):
                continue  # 'Leistung Team 412': the office's own
            if not (
                tail.fold in tails
                or self._house(tail)
                or self._trade(tail)
                or tail.fold.endswith(_PRACTICE)
                or self._town(document, tail)
            ):
                continue
            first = self._first(document, tail)
            if first is not None:
                yield self.find("ORG", first.start, self._end(document, tail), LIKELY, f"branch:{tail.text}")

    def _dated(self, document: Document, tail: Word) -> bool:
        """'WV Mitte August'."""
        after = document.at(tail.index + 1)
        return after is not None and calendar(after)

    def _house(self, tail: Word) -> bool:
        """'Reinlich Gebäudedienste', 'Mensa Nord': compounds of branches, and quarters of the sky."""
        return tail.fold in _SKY or (len(tail.fold) > _LONG and house(tail.fold))

    def _trade(self, tail: Word) -> bool:
        """'Kompass Bildungswege', 'Rottaler Backwelt': a compound that hardly anybody has written."""
        return tail.gap == " " and frequency(tail.value) < _COINED and bool(_TRADE.match(tail.fold))

    def _town(self, document: Document, tail: Word) -> bool:
        """'Sprungbrett Rottal –', 'mit Blitzblank Augsburg': a place behind a seldom noun, and nothing more."""
        place = bool(tail.value & PLACE) or tail.fold in listed("regions") or strange(tail, document)
        before = document.at(tail.index - 1)
        if before is None or _PEOPLE.search(before.fold) or tail.fold in TELEGRAM:
            return False
        if before.value & FIRST and not before.value & (LOWER | INFLECTED):
            return False  # 'Romina Frankello': somebody
        cut_off = len(tail.text) < _SHORT and document.text[tail.end : tail.end + 1] == "."
        return place and tail.gap == " " and not house(before.fold) and not cut_off

    def _first(self, document: Document, tail: Word) -> Word | None:
        """Back over words with a capital to the one the name begins with."""
        word, named = tail, False
        for _ in range(_MOST):
            before = document.at(word.index - 1)
            if before is None or word.gap not in _GLUE or not self._part(document, before):
                break
            word = before
            named = named or self._name(document, before)
        if word is tail:
            return None
        before = document.at(word.index - 1)
        cell = bool(re.search(r"(?:^|\n|\||[•*–(/]|\d[.)]) ?\Z", document.text[max(0, word.start - 4) : word.start]))
        behind = before is not None and before.fold in _BEFORE and word.gap in (" ", ". ") and not before.capital
        bare = cell or behind
        if tail.fold.endswith(_PRACTICE) and not house(tail.fold):
            told = behind or (before is not None and before.fold in _TOLD and word.gap in (" ", ". "))
            proper = named or word.fold in _SKY or bool(word.value & LAST)
            return word if told and proper and not word.value & FIRST and tail.gap == " " else None
        if tail.fold in _SKY or self._town(document, tail):
            if tail.fold not in _SKY and not (bare and _STOPS.match(document.text, tail.end)):
                return None
            return word if frequency(word.value) < _NEVER and not person_word(word) else None
        trade = self._trade(tail)
        if tail.fold not in listed("org_tails") and not trade:
            return word if named and not word.shouted else None
        if trade and not named and word.value & LOWER and inflected(document, word):
            return word if bare or not word.starts_sentence else None  # 'Fränkische Genussinsel'
        plain = word.shouted or word.fold.endswith("ung")  # 'ABSCHLAG STROM', 'Abrechnung Heizung'
        seldom = frequency(word.value) < (_COMMON if cell else _SELDOM)
        return word if named or (bare and seldom and not plain) else None

    def _plain(self, document: Document, name: Word) -> bool:
        return function_word(name) or calendar(name) or person_word(name) or document.vocabulary.in_glossary(name.fold)

    def _part(self, document: Document, word: Word) -> bool:
        if not word.capital or word.protected or function_word(word) or calendar(word) or person_word(word):
            return False
        return not document.vocabulary.in_glossary(word.fold) or word.fold.endswith(_REGIONAL)

    def _name(self, document: Document, word: Word) -> bool:
        if FOR_ALL.match(word.fold):
            return False  # 'Ambulanter Pflegedienst'
        if word.value & (LOWER | INFLECTED) and not word.starts_sentence:
            return (proper_adjective(word) and inflected(document, word)) or (
                bool(word.value & LOWER) and not word.value & INFLECTED
            )
        return strange(word, document) or bool(
            word.value & (LAST | FIRST | PLACE | ABROAD) and not word.value & (LOWER | INFLECTED)
        )

    def _end(self, document: Document, tail: Word) -> int:
        end, word = tail.end, document.at(tail.index + 1)
        while word is not None and word.capital and word.gap in _GLUE and not word.protected:
            if word.gap == " " and not (
                word.fold in listed("org_tails") or strange(word, document) or word.value & PLACE
            ):
                break
            if function_word(word) or person_word(word):
                break
            end, word = word.end, document.at(word.index + 1)
        return end
