"""Surnames behind the fields of minutes and forms: 'Anw.: Hübel (U25), Wa., Berg', 'SB: Kurz', 'aufgen. Kraft'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word
from caseboard.anonymize.recognizers.word_surnames import surname_like
from caseboard.anonymize.words import listed

_COLON = re.compile(r"\.?(?:innen)?[ \t]?[:=][ \t]*\Z")
_SIGNED = re.compile(r"\. \Z")
_NEXT = re.compile(r"(?:[ \t]?\([^()\n]{1,40}\))?[ \t]*(?:[,;/&+]|und|u\.|sowie|[–-])[ \t]*")
_OTHERS = re.compile(r"[^,;/&+\n()]{0,30}(?:\([^()\n]{1,40}\))?[ \t]*(?:[,;]|und|u\.)[ \t]*")
_ENDS = re.compile(r"[ \t]{2,}|\.?[ \t]*(?:[,;.)(/\n–&+|-]|$|\()| (?:und|u\.|sowie|am|um|zum|vom)\b|, ?[A-ZÄÖÜ]\.")
_INITIAL = re.compile(r", ?[A-ZÄÖÜ]\.(?! ?\w)")
_WRITERS = frozenset({"aufgen", "aufg", "gez", "prot", "verf", "entsch", "bearb", "erst", "hz", "dolm", "verw"})
_HEADINGS = frozenset(
    {"telvm", "telnotiz", "tv", "gespraechsnotiz", "aktenvermerk", "notiz", "vermerk", "nachtrag", "av"}
)
_SEEN = re.compile(r"\d{1,2}\. ?\d{1,2}\. ?(?:\d{2,4})? ?\((?P<n>[A-ZÄÖÜ][a-zäöüß]{2,})\)")
_MOST, _SHORT = 14, 4


class NameFields(Recognizer):
    """Item by item until something follows that can be nobody."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_SEEN):
            word = document.within(*match.span("n"))[0]
            if surname_like(word, document) and not calendar(word):
                yield self.find("PERSON", word.start, word.end, LIKELY, "field:dated")
        fields = listed("person_fields")
        for field in document.words:
            if not (field.fold in fields or field.fold in _HEADINGS | _WRITERS) or field.protected:
                continue
            word = document.at(field.index + 1)
            if word is None or not self._announced(field, word):
                continue
            for found in self._items(document, word):
                yield self.find("PERSON", found.start, self._end(document, found), LIKELY, f"field:{field.text}")

    def _announced(self, field: Word, word: Word) -> bool:
        if _COLON.match(word.gap):
            return True
        if field.fold in _WRITERS and _SIGNED.match(word.gap):
            return True
        return field.fold in _HEADINGS and word.gap == " " and (field.index == 0 or "\n" in field.gap)

    def _items(self, document: Document, word: Word) -> Iterator[Word]:
        for _ in range(_MOST):
            if word.fold in listed("titles") and (named := document.at(word.index + 1)) is not None:
                word = named if named.gap in (" ", ". ") else word
            if self._somebody(document, word):
                yield word
                step = _NEXT.match(document.text, self._end(document, word))
            else:  # 'Anw.: Kundin, Idil Kraus, Leber': others find who stands between
                step = _OTHERS.match(document.text, word.end)
            if step is None:
                return
            following = next((w for w in document.within(step.end(), step.end() + 1)), None)
            if following is None or following.start != step.end():
                return
            word = following

    def _end(self, document: Document, word: Word) -> int:
        """With the full stop of a short form, or the initial behind a comma."""
        stop = document.text[word.end : word.end + 1] == "." and len(word.text) <= _SHORT
        end = word.end + stop
        initial = _INITIAL.match(document.text, end)
        return initial.end() if initial else end

    def _short(self, document: Document, word: Word) -> bool:
        """'anw.: Hub, Wei, KvB': two to four letters between commas."""
        if not 2 <= len(word.text) <= _SHORT or word.text.isupper() or document.vocabulary.in_glossary(word.fold):
            return False
        return not calendar(word) and word.fold not in listed("person_fields")

    def _somebody(self, document: Document, word: Word) -> bool:
        if not word.capital or word.protected or function_word(word) or person_word(word):
            return False
        if not _ENDS.match(document.text, word.end):
            return False
        if len(word.text) <= 4 and document.text[word.end : word.end + 1] == ".":
            return not calendar(word) and not document.vocabulary.listed_abbreviation(word.fold)
        if self._short(document, word):
            return True
        if word.fold in listed("person_fields") or (calendar(word) and word.fold not in listed("word_surnames")):
            return False
        return surname_like(word, document)
