"""Is this an ordinary German word? Dictionary, glossary, inflection, prefixes and compounds."""

import re
from functools import lru_cache
from typing import Any

from caseboard.anonymize import lexicon
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import (
    ABBREVIATES,
    ABROAD,
    FIRST,
    FIRST_SURE,
    INFLECTED,
    LAST,
    LOWER,
    NOUN,
    PLACE,
    frequency,
)
from caseboard.anonymize.words import listed

NAME = FIRST | LAST
DICTIONARY = LOWER | NOUN
_ENDINGS = (
    "innen", "ungen", "sten", "ern", "est", "tes", "ten", "ter", "tem", "em", "en",
    "er", "es", "in", "te", "st", "e", "n", "s", "t",
)  # fmt: skip
_PREFIXES = (
    "zurueck", "zusammen", "wieder", "weiter", "unter", "ueber", "gegen", "nach", "durch", "vorbei", "herein", "heraus",
    "hinaus", "hin", "her", "fest", "frei", "nicht", "haupt", "teil", "voll", "erst", "neu", "fehl", "auf",
    "aus", "ein",
    "ent", "ver", "vor", "zer", "weg", "mit", "los", "ab", "an", "be", "bei", "er", "um", "un", "zu", "ge",
    "miss", "ex",
    "telefon", "online", "euro", "mini", "super", "multi", "inter", "anti", "post", "psycho", "sozio", "bio",
    "tele", "video",
)  # fmt: skip
_SUFFIXES = (
    "maessig", "bezogen", "faehig", "gemaess", "weise", "bar", "los", "lich", "isch", "haft", "jaehrig",
    "frei", "bereit",
    "wuerdig", "pflichtig", "berechtigt", "bedingt", "orientiert",
)  # fmt: skip
_SUFFIX_ENDINGS = ("", "e", "er", "es", "en", "em")
_ANY_SUFFIX = tuple(suffix + ending for suffix in _SUFFIXES for ending in _SUFFIX_ENDINGS)
_NOUN_ENDINGS = re.compile(
    r".{3,}(?:ungs?|ungen|heit|keit|schaft|taet|ierung|ismus|tion|tionen|ling|nis|nisse|chen|lein|"
    r"barkeit|losigkeit|wesen)s?$"
)
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_LEAST_PART = 3
_LEAST_VERB = 5
_SEEN = 3.4
_NEUTRAL = frozenset({"wasser"})
_WRITTEN, _EVERYDAY_HEAD = 2.2, 4.2
_SHORTEST_TERM = 6
_SHORTEST_COMPOUND, _LONGEST_COMPOUND = 7, 48


class Vocabulary:
    """One per process; keeps nothing of the texts it is asked about."""

    def remembered(self, name: str) -> dict[Any, Any]:
        """A memory of this name, empty each time; only the vocabulary of one text keeps what is put into it."""
        return {}

    def __init__(self) -> None:
        self._index = lexicon.load()
        self._glossary = listed("glossary") | listed("jobs") | listed("health")
        self._heads = listed("name_heads")
        self._abbreviations = listed("abbreviations")
        self._field = listed("compound_parts")
        self._people = listed("titles") | listed("roles") | listed("kinship")
        self._nouns = listed("common_nouns")
        self._pet_names = listed("pet_names")
        self._calendar = listed("months") | listed("weekdays")

    def value(self, folded: str) -> int:
        """The lexicon's flags of a folded word."""
        value = self._index.get(folded)
        if folded in self._pet_names:
            return value | FIRST | FIRST_SURE
        return value | INFLECTED if folded in self._nouns else value

    def name_value(self, folded: str) -> int:
        """The flags of a word, or of the name behind its genitive."""
        value = self.value(folded)
        if value & (NAME | PLACE | ABROAD) or len(folded) < 4:
            return value
        for ending in ("s", "'s", "'", "es", "ens"):
            if folded.endswith(ending):
                stem = self._index.get(folded[: -len(ending)])
                if stem & (NAME | PLACE | ABROAD):
                    return stem
        return value

    def abbreviation(self, tail: str) -> bool:
        """Whether the text just before a full stop is an abbreviation, so that no sentence ends there."""
        word = fold(re.split(r"[^\w]", tail)[-1])
        return word in self._abbreviations or len(word) == 1 or word.isdigit()

    def listed_abbreviation(self, folded: str) -> bool:
        return folded in self._abbreviations

    def cut_short(self, folded: str) -> bool:
        """The beginning of a frequent noun, or of the last part of a compound: 'Anschr', 'Mutterspr'."""
        if self.value(folded) & ABBREVIATES:
            return True
        return any(
            self.value(folded[at:]) & ABBREVIATES and self._part(folded[:at].removesuffix("s"), last=False)
            for at in range(_LEAST_PART + 1, len(folded) - 2)
        )

    def in_glossary(self, folded: str) -> bool:
        """A term of the field, also inflected."""
        if folded in self._glossary:
            return True
        return len(folded) > _SHORTEST_TERM and any(
            folded.endswith(e) and folded[: -len(e)] in self._glossary
            for e in ("s", "n", "en", "es", "e", "innen", "in")
        )

    def ordinary(self, folded: str, value: int | None = None) -> bool:
        """Known as a word of the language; says nothing about its being a name as well."""
        value = self.value(folded) if value is None else value
        if value & (LOWER | INFLECTED) or self.in_glossary(folded) or folded in self._calendar:
            return True
        if folded in self._people:
            return True
        if value & NOUN and self._stiff(folded, value):
            return True
        if len(folded) < 4:
            return frequency(value) >= 4 and not value & NAME
        if frequency(value) >= 3.8 and not value & (NAME | PLACE | ABROAD):
            return True
        if frequency(value) >= _WRITTEN and not value & (NAME | PLACE | ABROAD) and self._plain_compound(folded):
            return True
        if folded.endswith("nr") and len(folded) > 5:
            return self.ordinary(folded[:-2])
        return self._inflected(folded) or self._derived(folded) or self.compound(folded)

    def _stiff(self, folded: str, value: int) -> bool:
        """A dictionary noun without forms of its own may be a name: its ending or its frequency must speak for it."""
        if _NOUN_ENDINGS.match(folded) or (frequency(value) >= _SEEN and not value & (PLACE | ABROAD | NAME)):
            return True
        return self._inflected(folded) or self._derived(folded) or self.compound(folded)

    def _inflected(self, folded: str) -> bool:
        for ending in _ENDINGS:
            if folded.endswith(ending) and len(folded) - len(ending) >= 4:
                stem = self.value(folded[: -len(ending)])
                if stem & LOWER or (stem & INFLECTED and not stem & LAST):
                    return True
        return False

    def _derived(self, folded: str) -> bool:
        for prefix in _PREFIXES:
            if not folded.startswith(prefix):
                continue
            rest = folded[len(prefix) :]
            if len(rest) >= 4 and self._base(rest):
                return True
            if rest.startswith("ge") and len(rest) >= 6 and self._base(rest[2:]):
                return True
            if rest.startswith("zu") and len(rest) >= 6 and self.value(rest[2:]) & LOWER:
                return True
        if not folded.endswith(_ANY_SUFFIX):
            return False
        for suffix in _SUFFIXES:
            for ending in _SUFFIX_ENDINGS:
                if folded.endswith(suffix + ending):
                    stem = folded[: -len(suffix + ending)]
                    if len(stem) >= 4 and self._part(stem, last=False):
                        return True
        return False

    def _base(self, rest: str) -> bool:
        value = self.value(rest)
        return bool(value & LOWER or (value & INFLECTED and not value & LAST)) or self._inflected(rest)

    def compound(self, folded: str, depth: int = 0) -> bool:
        """Made of ordinary parts, and not of the kind surnames and places are made of."""
        if not _SHORTEST_COMPOUND <= len(folded) <= _LONGEST_COMPOUND or depth > 3:
            return False
        for at in range(len(folded) - _LEAST_PART, _LEAST_PART - 1, -1):
            head, left = folded[at:], folded[:at]
            if not self._head(head):
                continue
            for link in _LINKS:
                stem = left[: -len(link)] if link and left.endswith(link) else (left if not link else "")
                if len(stem) >= _LEAST_PART and (self._part(stem, last=False) or self.compound(stem, depth + 1)):
                    return True
        return False

    def _plain_compound(self, folded: str) -> bool:
        """'Warmwasser', 'Gerüstbau': seen in running text, both parts everyday words, though names end so too."""
        for at in range(len(folded) - _LEAST_PART, _LEAST_PART, -1):
            head = self.value(folded[at:])
            if folded[at:] in self._heads and folded[at:] not in _NEUTRAL:
                continue
            if not head & (INFLECTED | NOUN) or frequency(head) < _EVERYDAY_HEAD:
                continue
            for link in _LINKS:
                if folded[:at].endswith(link) and self._part(folded[: at - len(link)], last=False):
                    return True
        return False

    def _head(self, head: str) -> bool:
        if head in self._field:
            return True
        if head in self._heads or len(head) < 4:
            return False
        value = self.value(head)
        if value & (LAST | PLACE) and not frequency(value) >= 4:
            return False
        if value & INFLECTED and frequency(value) >= 2.0:
            return True
        if value & LOWER and len(head) >= _LEAST_VERB and frequency(value) >= 2.0:
            return True
        return bool(value & NOUN and not value & NAME and frequency(value) >= 2.5) or bool(_NOUN_ENDINGS.match(head))

    def _part(self, part: str, *, last: bool) -> bool:
        if part in self._field:
            return True
        if part in self._heads and last:
            return False
        value = self.value(part)
        if len(part) == _LEAST_PART:
            return bool(value & INFLECTED and frequency(value) >= 3.5)
        return bool(
            value & DICTIONARY and not (value & NAME and not value & (INFLECTED | LOWER)) and frequency(value) >= 2.0
        )


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of this process."""
    return Vocabulary()
