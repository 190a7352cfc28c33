"""Names in the heads and feet of letters and mails: 'Von: Amsel Doris <…>', 'gez. Stumpf', 'i. A. R. Sommerrock'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word
from caseboard.anonymize.words import listed

_N = r"(?<!\w)[A-ZÄÖÜŠŽČŚŁ][^\W\d_]{1,40}(?:[-’'][A-ZÄÖÜ]?[^\W\d_]{1,40}){0,3}"
_MAIL = re.compile(
    rf"(?:^|\n)[ \t>]*(?:Von|An|Cc|CC|Bcc|From|To|Absender|Empfänger):[ \t]*(?P<n>{_N}(?:,? "
    rf"(?:{_N}|[A-Z]\.)){{0,3}})(?=\s*(?:[<\[(;\n]|$))"
)
_BEFORE_MAIL = re.compile(rf"(?P<n>{_N}(?:,? {_N}){{0,2}}) ?<(?=[^>\n]*@)")
_SIGNED = re.compile(
    r"(?:\bgez\.|\bi\. ?[AV]\.|\bppa\.|\bIm Auftrag\n|\bHochachtungsvoll\n|\bGrüßen\n|\bGruß\n|"
    r"\bGrüße\n|\b(?:MfG|VG|LG|Lg|mfg)[ ,]*\n?|\n(?:Ihre?|Euer|Eure|Deine?|Es grüßt|Sportlich grüßt)(?=[ \n]))"
    rf"[ \t\n]{{0,3}}(?!Im Auftrag|In Vertretung)(?:(?:Dr|Prof|Dipl)\.[ \w.-]{{0,12}})?(?P<n>(?:[A-ZÄÖÜ]\. ?)?{_N}(?: "
    rf"{_N})?)(?=[ \t]*(?:[\n,;)(.]|$))"
)
_PLACE = re.compile(
    r"(?:^|\n)[ \t]*(?P<n>[A-ZÄÖÜ][a-zäöüß]+(?:[ -][A-ZÄÖÜ]?[a-zäöüß.]+){0,2}), (?:den |am )?\d{1,2}[./]"
)

_PAPERS = (
    "vermerk", "protokoll", "transkript", "notiz", "bericht", "tisch", "brief", "runde", "gespraech", "termin",
    "antrag", "konferenz", "sprechstunde", "beantworter", "liste", "bescheid", "anhoerung", "verhandlung",
    "mitschrift", "besuch",
    "auszug", "quittung", "rechnung", "mahnung", "kuendigung", "einladung", "besprechung", "beratung", "fall",
)  # fmt: skip
"""Ends of what is written or held on a day: 'Aktenvermerk, 11.01.', 'Runder Tisch, 3.2.'."""


class Headers(Recognizer):
    """Who writes stands where writers stand, whatever their name means."""

    kinds = ("PERSON", "PLACE")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern, code in ((_MAIL, "header"), (_BEFORE_MAIL, "header"), (_SIGNED, "signature")):
            for match in document.finditer(pattern):
                if self._person(document, *match.span("n")):
                    yield self.find("PERSON", *match.span("n"), SURE, code)
        for match in document.finditer(_PLACE):
            words = document.within(*match.span("n"))
            if any(calendar(w) or w.fold.endswith(_PAPERS) for w in words):
                continue
            if words and self._town(document, words[0]):
                yield self.find("PLACE", *match.span("n"), LIKELY, "place:date-line")

    def _town(self, document: Document, word: Word) -> bool:
        ordinary = calendar(word) or person_word(word) or function_word(word)
        return not (ordinary or word.protected or document.vocabulary.in_glossary(word.fold))

    def _person(self, document: Document, start: int, end: int) -> bool:
        """No office, no title alone, no weekday."""
        words = document.within(start, end)
        office = any(document.vocabulary.in_glossary(w.fold) or w.fold in listed("org_heads") for w in words)
        return (
            bool(words)
            and not office
            and not any(w.protected or calendar(w) for w in words[:1])
            and not person_word(words[0])
            and not function_word(words[0])
        )
