"""Places of the word index (GeoNames), with what stands beside them in a list, and regions."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, INFLECTED, LAST, LOWER, PLACE, PREFIX
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word
from caseboard.anonymize.recognizers.place_sense import behind_postcode, journey, located, meant, small
from caseboard.anonymize.words import listed

_BESIDE = re.compile(
    r" i\. ?(?:UFr|OFr|MFr|OB|NB|Opf|Bay|Br|Thür|Sa)\.?| a\. ?d\. ?[A-ZÄÖÜ]\w+\.?| a\. ?M\.?| ob der Tauber"
    r"| (?:am|an der|im|in der|in) (?:Main|Inn|Lech|Neckar|Rhein|Regen|Saale|Donau|Naab|Isar|Aisch|Spree|Oder|Elbe"
    r"|Weser|Ruhr|Lahn|Tauber|Jagst|Rems|Fils|Ilm|Unstrut|Grabfeld|Odenwald|Unterfranken|Oberfranken|Oberpfalz|Niederbayern|Allgäu)\b"
)
_WITHIN = re.compile(r"[ -]|\. ?|/| \(|\n")
_TOWARDS = frozenset({"in", "nach", "aus", "von", "bei", "ueber", "um", "bis", "zwischen"})
_TEAR = re.compile(r" |-[ \t]*\n[ \t]*")
_ARTICLES = frozenset({"der", "die", "das", "dem", "den"})
_OF_LAND = frozenset({"in", "aus", "fuer", "durch", "ueber", "auf", "um"})
_SEATS = frozenset({"regierung", "bezirk", "bezirks", "regierungsbezirk", "bezirksregierung", "verwaltungsbezirk"})
_WORDS, _LEAST = 5, 3


def naming_flags(word: Word) -> bool:
    """Whether the first word of a longer place name is a person's name as well."""
    return bool(word.value & (FIRST | LAST)) and not word.value & (LOWER | INFLECTED)


class Places(Recognizer):
    """A name that is also a word needs 'in', 'nach', 'aus' before it."""

    kinds = ("PLACE",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        done = -1
        for word in document.words:
            if word.index <= done or word.protected:
                continue
            last = self._longest(document, word)
            if last:
                done = last.index
                sure = last is not word or located(document, word)
                beside = _BESIDE.match(document.text, last.end)
                end = beside.end() if beside else last.end
                yield self.find("PLACE", word.start, end, SURE if sure else LIKELY, "gazetteer:place")
            elif word.fold in listed("regions") and (word.capital or word.lower_style):
                yield self.find("PLACE", word.start, word.end, self._region(document, word), "place:region")
            elif self._beside_place(document, word, done):
                done = word.index
                yield self.find("PLACE", word.start, word.end, LIKELY, "place:list")

    def _region(self, document: Document, word: Word) -> float:
        """'in der Lausitz', 'Regierung von Unterfranken': behind these words no weighing doubts it."""
        before = document.at(word.index - 1)
        of = document.at(before.index - 1) if before is not None else None
        if before is None or of is None or word.gap != " " or not word.capital:
            return LIKELY
        article = before.fold in _ARTICLES and before.gap == " "
        if article and (of.fold in _OF_LAND or of.fold in _SEATS):
            return SURE
        seat = before.fold in _SEATS or (before.fold in {"von", "der"} and of.fold in _SEATS)
        return SURE if seat or before.fold in {"ins", "fuers"} else LIKELY

    def _longest(self, document: Document, word: Word) -> Word | None:
        """The last word of the place name that begins here."""
        if not (word.capital or word.lower_style or word.shouted):
            return word if small(document, word) else None
        several = self._several(document, word) if word.value & PREFIX else None
        if several is not None and (not naming_flags(word) or located(document, word)):
            return several
        half = self._torn(document, word)
        if half is not None:
            return half
        if (behind_postcode(word) and word.capital) or self._everyday(document, word):
            return word
        return word if self._single(document, word) else None

    def _several(self, document: Document, word: Word) -> Word | None:
        """'Bad Neustadt an der Saale': the longest name in the index."""
        key, best = word.fold, None
        for step in range(1, _WORDS):
            after = document.at(word.index + step)
            if after is None or not _WITHIN.fullmatch(after.gap):
                break
            found = document.vocabulary.value(f"{key} {after.fold}") | document.vocabulary.value(f"{key}-{after.fold}")
            key = f"{key} {after.fold}"
            if found & (PLACE | ABROAD) and after.capital | after.lower_style:
                best = after
        return best

    def _torn(self, document: Document, word: Word) -> Word | None:
        """'Chemn itz', 'Nürn-⏎berg': the other half of a town that a scanner tore; neither half is a word."""
        half = document.at(word.index + 1)
        if half is None or half.capital or half.protected or not word.capital or not _TEAR.fullmatch(half.gap):
            return None
        whole = document.vocabulary.value(word.fold + half.fold)
        if not whole & PLACE or whole & (LOWER | INFLECTED | FIRST | LAST):
            return None
        plain = [document.vocabulary.ordinary(each.fold, each.value) or function_word(each) for each in (word, half)]
        return half if not any(plain) else None

    def _everyday(self, document: Document, word: Word) -> bool:
        """A town that is also a word of every day: 'nach Essen', and 'über Vigo und Essen' behind another place."""
        if not (function_word(word) or word.fold in listed("no_places")):
            return False
        if journey(document, word):
            return True
        joint, other = document.at(word.index - 1), document.at(word.index - 2)
        if joint is None or other is None or joint.fold not in {"und", "oder"} or word.gap != " " or not word.capital:
            return False
        first = document.at(other.index - 1)
        town = bool(other.value & (PLACE | ABROAD)) and not other.value & (LOWER | INFLECTED) and joint.gap == " "
        return town and first is not None and first.fold in _TOWARDS and bool(word.value & PLACE)

    def _single(self, document: Document, word: Word) -> bool:
        if document.text[word.end : word.end + 1] == "." and document.vocabulary.listed_abbreviation(word.fold):
            return False
        flags = document.vocabulary.name_value(word.fold)
        if not flags & (PLACE | ABROAD) or len(word.fold) < _LEAST or function_word(word) or calendar(word):
            return False
        return not document.vocabulary.in_glossary(word.fold) and meant(document, word, flags)

    def _beside_place(self, document: Document, word: Word, last: int) -> bool:
        """'nach Bitburg oder Wengerohr': joined to a place and no ordinary word of its own."""
        if last >= 0 and last == word.index - 1 and word.gap in ("–", " – ", "→", " → ", "->", " -> "):
            return bool(word.value & PLACE) and word.capital and not person_word(word) and not calendar(word)
        if last < 0 or last != word.index - 2 + (word.gap.strip() in (",", "/")) or not word.capital:
            return False
        before = document.words[word.index - 1]
        if word.gap.strip() in (",", "/") and document.vocabulary.ordinary(word.fold, word.value):
            return False
        if len(word.text) < 4 or person_word(word):
            return False
        joined = before.fold in {"und", "oder", "bzw", "nach", "bis"} or word.gap.strip() in (",", "/")
        return joined and not word.value & (LOWER | INFLECTED) and not function_word(word) and not calendar(word)
