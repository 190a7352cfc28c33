"""Places of the word index (GeoNames).

Districts behind 'Landkreis' and 'Ortsteil', and adjectives made from them (Schwandorfer).
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import (
    ABROAD,
    FIRST,
    INFLECTED,
    LAST,
    LOWER,
    NOUN,
    PLACE,
    PREFIX,
    SIZE_MASK,
    SIZE_SHIFT,
    frequency,
)
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word
from caseboard.anonymize.words import listed

_LOCATIVE = frozenset(
    [
        "in",
        "nach",
        "aus",
        "bei",
        "von",
        "um",
        "richtung",
        "raum",
        "kreis",
        "landkreis",
        "lkr",
        "lk",
        "stadt",
        "gemeinde",
        "markt",
        "ortsteil",
        "ot",
        "ortsteils",
        "stadtteil",
        "dorf",
        "umland",
        "bahnhof",
        "standort",
        "filiale",
        "nebenstelle",
        "aussenstelle",
        "amtsgericht",
        "ag",
        "sozialgericht",
        "sg",
        "landgericht",
        "lg",
        "polizei",
        "finanzamt",
        "jugendamt",
        "landratsamt",
        "jc",
        "jobcenter",
        "arbeitsagentur",
        "agentur",
        "grossraum",
        "region",
        "bezirk",
        "viertel",
        "wohnort",
        "geburtsort",
    ]
)
_HEADS = frozenset(
    [
        "landkreis",
        "lkr",
        "lk",
        "kreis",
        "ortsteil",
        "ot",
        "stadtteil",
        "gemeinde",
        "jobcenter",
        "amtsgericht",
        "sozialgericht",
        "landgericht",
        "landratsamt",
        "finanzamt",
        "polizeiinspektion",
        "standort",
        "wohnort",
        "geburtsort",
        "dienststelle",
        "nebenstelle",
        "geschaeftsstelle",
        "kreisstadt",
        "jugendamt",
    ]
)
_ADJECTIVE = re.compile(r"(?:er|ers|erin|erinnen|ern|isch|ische|ischen|ischer|isches)$")
_POSTCODE = re.compile(r"\d{5} $")
_CITY, _TOWN, _EVERYDAY, _SELDOM, _RARE = 4, 3, 4.5, 3.5, 2.7
_DISTRICTS = frozenset(
    {"ot", "ortsteil", "ortsteils", "stadtteil", "stadtteils", "gemarkung", "weiler", "gemeindeteil"}
)
_BESIDE = re.compile(
    r" i\. ?(?:UFr|OFr|MFr|OB|NB|Opf|Bay|Br|Thür|Sa)\.?| a\. ?d\. ?[A-ZÄÖÜ]\w+\.?| a\. ?M\.?| ob der Tauber"
    r"| (?:am|an der|im|in der|in) (?:Main|Inn|Lech|Neckar|Rhein|Regen|Saale|Donau|Naab|Isar|Aisch|Spree|Oder|Elbe"
    r"|Weser|Ruhr|Lahn|Tauber|Jagst|Rems|Fils|Ilm|Unstrut|Grabfeld|Odenwald|Unterfranken|Oberfranken|Oberpfalz|Niederbayern|Allgäu)\b"
)
_WORDS = 5


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
                sure = last is not word or self._located(document, word)
                beside = _BESIDE.match(document.text, last.end)
                end = beside.end() if beside else last.end
                yield self.find("PLACE", word.start, end, SURE if sure else LIKELY, "gazetteer:place")
            elif word.fold in listed("regions") and (word.capital or document.style.lower):
                yield self.find("PLACE", word.start, word.end, LIKELY, "place:region")
            elif self._beside_place(document, word, done):
                done = word.index
                yield self.find("PLACE", word.start, word.end, LIKELY, "place:list")
            elif self._behind_head(document, word):
                yield self.find("PLACE", word.start, self._end(document, word), SURE, "place:head")
            elif self._adjective(document, word):
                yield self.find("PLACE", word.start, word.end, LIKELY, "place:adjective")

    def _longest(self, document: Document, word: Word) -> Word | None:
        if not (word.capital or document.style.lower or word.shouted):
            return word if self._lower(document, word) else None
        if word.value & PREFIX:
            key, last, best = word.fold, word, None
            for step in range(1, _WORDS):
                after = document.at(word.index + step)
                if after is None or not re.match(r"^(?:[ -]|\. ?|/| \(|\n)\Z", after.gap):
                    break
                last = after
                found = 0
                for glue in (" ", "-"):
                    found |= document.vocabulary.value(f"{key}{glue}{after.fold}")
                key = f"{key} {after.fold}"
                if found & (PLACE | ABROAD) and after.capital | document.style.lower:
                    best = last
            if best and (not naming_flags(word) or self._located(document, word)):
                return best
        if _POSTCODE.search(word.gap) and word.capital:
            return word
        if document.text[word.end : word.end + 1] == "." and document.vocabulary.listed_abbreviation(word.fold):
            return None
        flags = document.vocabulary.name_value(word.fold)
        if (
            not flags & (PLACE | ABROAD)
            or len(word.fold) < 3
            or function_word(word)
            or document.vocabulary.in_glossary(word.fold)
        ):
            return None
        if word.fold in listed("months") | listed("weekdays"):
            return None
        return word if self._sure(document, word, flags) else None

    def _sure(self, document: Document, word: Word, flags: int) -> bool:
        before = document.at(word.index - 1)
        located = self._located(document, word)
        ordinary = word.value & (LOWER | INFLECTED)
        if document.style.lower and ordinary and (flags & SIZE_MASK) >> SIZE_SHIFT >= 3:
            return before is not None and before.fold in {"in", "nach", "aus"} and not self._activity(word)
        if document.style.lower:
            return (
                not ordinary
                and (located or not word.value & NOUN or flags & PLACE)
                and not (flags & ABROAD and not flags & PLACE and document.vocabulary.ordinary(word.fold, word.value))
            )
        size = (flags & SIZE_MASK) >> SIZE_SHIFT
        big = flags & PLACE and (size >= _TOWN or frequency(word.value) < _RARE)
        if ordinary and big and self._proper(document, word, before):
            return True
        if ordinary:
            if not located or before is None or before.fold in {"von", "bei", "um", "raum"}:
                return False
            return bool(flags & PLACE) and not self._activity(word)
        if flags & (FIRST | LAST):
            return located or bool(_POSTCODE.search(word.gap)) or (flags & SIZE_MASK) >> SIZE_SHIFT == _CITY
        if flags & PLACE:
            return not (word.value & NOUN and frequency(word.value) > 5.6)
        return located or not word.value & NOUN or frequency(word.value) < 5

    def _proper(self, document: Document, word: Word, before: Word | None) -> bool:
        """'das ist Konstanz': a town of some size, where no article makes it a thing."""
        if word.starts_sentence or before is None or word.gap not in (" ", ", ") or not word.capital:
            return False
        thing = before.fold in listed("determiners") or before.fold.endswith(("e", "er", "en", "es", "em"))
        if (thing and word.gap == " ") or word.value & (FIRST | LAST) or self._activity(word):
            return False
        seen = frequency(word.value)
        if seen < _RARE or (seen < _SELDOM and (word.value & SIZE_MASK) >> SIZE_SHIFT >= _TOWN):
            return True
        return word.gap == " " and not word.value & LOWER and seen < _EVERYDAY

    def _located(self, document: Document, word: Word) -> bool:
        """'in', 'nach', 'Landkreis', 'Amtsgericht' or a postcode stands directly before."""
        before = document.at(word.index - 1)
        if _POSTCODE.search(word.gap):
            return True
        return before is not None and before.fold in _LOCATIVE and word.gap.strip(". ") == ""

    def _activity(self, word: Word) -> bool:
        """'in Arbeit', 'in Ausbildung', 'nach Maß' are no journeys."""
        return word.fold in listed("no_places")

    def _lower(self, document: Document, word: Word) -> bool:
        flags = word.value
        if not flags & PLACE or flags & (LOWER | INFLECTED) or len(word.fold) < 5 or function_word(word):
            return False
        before = document.at(word.index - 1)
        return bool(before and before.fold in {"in", "nach", "aus"}) and not document.vocabulary.in_glossary(word.fold)

    def _beside_place(self, document: Document, word: Word, last: int) -> bool:
        """'nach Bitburg oder Wengerohr': joined to a place and no ordinary word of its own."""
        if last < 0 or last != word.index - 2 + (word.gap.strip() in (",", "/")) or not word.capital:
            return False
        before = document.words[word.index - 1]
        if word.gap.strip() in (",", "/") and document.vocabulary.ordinary(word.fold, word.value):
            return False
        if len(word.text) < 4 or person_word(word):
            return False
        joined = before.fold in {"und", "oder", "bzw", "nach", "bis"} or word.gap.strip() in (",", "/")
        return joined and not word.value & (LOWER | INFLECTED) and not function_word(word) and not calendar(word)

    def _behind_head(self, document: Document, word: Word) -> bool:
        before = document.at(word.index - 1)
        if (
            before is None
            or before.fold not in _HEADS | _DISTRICTS
            or word.gap.strip(".: ") != ""
            or "\n" in word.gap
            or not word.capital
        ):
            return False
        if before.fold in _DISTRICTS:
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

    def _adjective(self, document: Document, word: Word) -> bool:
        if len(word.fold) < 6 or not (word.capital or document.style.lower) or function_word(word):
            return False
        ending = _ADJECTIVE.search(word.fold)
        if not ending or word.value & LOWER or document.vocabulary.in_glossary(word.fold):
            return False
        if word.value & NOUN and word.value & INFLECTED and frequency(word.value) > 2.4:
            return False
        stem = word.fold[: ending.start()]
        if len(stem) < 4 and not (len(stem) == 3 and document.vocabulary.value(stem) & PLACE and word.gap == " "):
            return False
        return any(
            self._place_stem(document, s)
            for s in (stem, stem + "en", stem + "e", stem + "n", stem[:-1] if stem.endswith("n") else stem)
        )

    def _place_stem(self, document: Document, stem: str) -> bool:
        flags = document.vocabulary.value(stem)
        return bool(flags & PLACE) and not flags & (LOWER | INFLECTED)
