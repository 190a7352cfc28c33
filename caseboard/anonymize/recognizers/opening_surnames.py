"""Surnames that are words, where only somebody can stand: 'Weiss hat seit Ostern …', 'bisher Höhn/Sauerteig'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import LAST, LOWER, PLACE, frequency
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, naming, person_word
from caseboard.anonymize.recognizers.word_surnames import everyday, surname_like, word_surname
from caseboard.anonymize.words import listed

_OPENS = re.compile(
    r"[A-ZÄÖÜ](?:(?<![^\n].)|(?<=[.!?] .))[a-zäöüß]{2,}"
    r" (?P<v>hat|hatte|kommt|kam|will|wollte|wohnt|wohnte|möchte|braucht|sucht"
    r"|bekommt|bezieht|zahlt|arbeitet|lebt|fährt|besitzt|legt)"
    r" (?:seit|am|im|in|bei|beim|mit|sich|heute|gestern|wieder|nicht|noch|schon|jetzt|inzwischen|keinen?|eine[nm]?|den"
    r"|auf|von|nach|um|zu|zur|zum|ohne|wegen|für|dort|nun|nur|auch|erst|vor|laut|gegen|weder|endlich|angeblich|allein)\b"
)
_STROKE = re.compile(r"[A-ZÄÖÜ](?<=[ :].)[a-zäöüß]{2,} ?/ ?[A-ZÄÖÜ][a-zäöüß]{2,}(?=[ \t]*(?:[.,;:)|\n]|\Z))")
_IN_CHARGE = re.compile(
    r"\b(?:[Bb]isher(?:ige)?|[Ff]rüher|[Vv]orher|[Zz]uletzt|[Kk]ünftig|[Ff]ederführend|[Zz]uständig|[Zz]ust\.|[Vv]ertretung"
    r"|[Vv]ertr\.|[Ss]achbearbeitung|[Bb]earbeitung|SB|FM|AV|AP|TL|[Aa]nsprechpartner(?:in)?|[Tt]eam|[Bb]üro|[Zz]immer)"
    r":? \Z"
)
_HAVES = frozenset(
    {"hat", "hatte", "will", "wollte", "wohnt", "wohnte", "möchte", "arbeitet", "besitzt", "fährt", "lebt"}
)
_SELDOM = 3.5  # how often a word stands in texts from which on it is rather meant as one
_REACH = 24


class OpeningSurnames(Recognizer):
    """An adjective is no subject, and two words joined by a stroke share an office when one of them is a surname."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_OPENS):
            word = document.within(*match.span())[0]
            alone = match[0].endswith((" ohne", " allein"))  # 'Fromm kam ohne Unterlagen': things do not
            if word.value & LOWER and self._somebody(document, word, match["v"], alone=alone):
                yield self.find("PERSON", word.start, word.end, LIKELY, "subject-first")
        for match in document.finditer(_STROKE):
            if not _IN_CHARGE.search(document.text, max(0, match.start() - _REACH), match.start()):
                continue
            words = document.within(*match.span())
            if any(self._surely(document, w) for w in words) and all(self._possibly(document, w) for w in words):
                for word in words:
                    yield self.find("PERSON", word.start, word.end, LIKELY, "office-shared")

    def _somebody(self, document: Document, word: Word, verb: str, *, alone: bool) -> bool:
        if everyday(word) and verb not in _HAVES and not alone:
            return False  # 'Neu kommt noch hinzu'
        barred = calendar(word) or document.vocabulary.in_glossary(word.fold)
        return not barred and word_surname(word, document)

    def _surely(self, document: Document, word: Word) -> bool:
        """A surname and no town, be it a word that is seldom written ('Sauerteig')."""
        name = bool(naming(word, document) & LAST) or word_surname(word, document)
        return name and not word.value & PLACE and frequency(word.value) < _SELDOM

    def _possibly(self, document: Document, word: Word) -> bool:
        if word.protected or function_word(word) or person_word(word) or calendar(word) or everyday(word):
            return False
        if word.fold in listed("jobs") or document.vocabulary.in_glossary(word.fold):
            return False
        return surname_like(word, document) or frequency(word.value) < _SELDOM
