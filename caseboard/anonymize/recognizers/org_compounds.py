"""Names joined to a kind of house: 'Steigerwald-Apotheke', 'St.-Anna-Schule', 'Dinzelbachschule'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, PLACE, frequency
from caseboard.anonymize.recognizers.base import HINT, LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.house_words import ENDS, TAIL, general_house
from caseboard.anonymize.recognizers.naming import name_like, strange
from caseboard.anonymize.recognizers.org_extent import end_of_name
from caseboard.anonymize.words import listed

_LONG, _NOBODY_WRITES, _DOUBT = 10, 1.5, 0.13
_SAINT = re.compile(
    r"(?:erloeser|versoehnungs|christus|markus|lukas|johannes|matthaeus|matthias|paulus|petrus|petri|pauls|peters|marien"
    r"|friedens|gnaden|dreifaltigkeits|auferstehungs|himmelfahrts|luther|thomas|michaels|jakobs|stephans|nikolai|martins"
    r"|josefs|elisabeth|barbara|bonifatius|kilians|laurentius|georgs|annen|emmaus|bethlehem)"
    r"(?:kirche|gemeinde|kapelle|haus|stift|schule|hort|kita|kindergarten|heim|verein|spital)$"
)
"""Parishes and what belongs to them, named after whom or what the church is."""

_ALWAYS = frozenset({"apotheke", "gymnasium", "mittelschule", "grundschule", "realschule", "stift"})
_BRANDS = frozenset({"euro", "inter", "vita", "nova"})
_GENERAL = frozenset({"online", "versand", "internet", "not", "reha", "haus", "abend"})


class OrgCompounds(Recognizer):
    """With a hyphen one part must be a name; without, the whole must be no ordinary word."""

    kinds = ("ORG", "PLACE")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if word.protected or not (word.capital or word.lower_style):
                continue
            if self._coined(document, word):
                yield self.find("ORG", word.start, word.end, HINT, "org:coined")
            if word.capital and _SAINT.match(word.fold) and not document.vocabulary.in_glossary(word.fold):
                yield self.find("ORG", word.start, word.end, LIKELY, "parish")
            if not TAIL.search(word.fold):
                continue
            if word.gap == "-":
                yield from self._compound(document, word)
            elif word.capital and len(word.fold) > _LONG and strange(word, document):
                town = word.fold.endswith("heim") and not _SAINT.match(word.fold)
                kind, code = ("PLACE", "place:joined") if town else ("ORG", "org:joined")
                yield self.find(kind, word.start, word.end, LIKELY, code)

    def _coined(self, document: Document, word: Word) -> bool:
        """'Stiftlandmolkerei', 'Friedensgemeinde': a compound that no list of words has, and the network doubts it."""
        if not word.capital or word.starts_sentence or word.gap != " " or len(word.fold) <= _LONG:
            return False
        if frequency(word.value) > _NOBODY_WRITES or document.opinions is None:
            return False
        end = ENDS.search(word.fold)
        if end is None or document.vocabulary.in_glossary(word.fold) or general_house(word.fold):
            return False
        return document.believed(word) >= _DOUBT

    def _compound(self, document: Document, tail: Word) -> Iterator[RecognizerResult]:
        word, named = tail, tail.fold in _ALWAYS
        while word.gap in ("-", ".-") and word.index:
            word = document.words[word.index - 1]
            if word.protected or word.fold in _GENERAL:
                return
            proper = word.value & (PLACE | FIRST | LAST) and not document.vocabulary.in_glossary(word.fold)
            named = named or word.fold in _BRANDS or name_like(word, document) or bool(proper)
        if named:
            end = end_of_name(document, tail) if self._ends_on(document, tail) else tail.end
            yield self.find("ORG", word.start, end, SURE, "org:compound")

    def _ends_on(self, document: Document, tail: Word) -> bool:
        """A place or another name behind the compound still belongs to it."""
        after = document.at(tail.index + 1)
        if after is None or tail.fold not in listed("org_heads"):
            return False
        return name_like(after, document) or bool(after.value & PLACE and not after.value & INFLECTED)
