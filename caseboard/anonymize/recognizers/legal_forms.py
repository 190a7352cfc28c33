"""Firms and associations by their legal form (HGB, GmbHG, BGB, GenG).

Rexing GmbH & Co. KG, Palais e. V., Wohnbau eG.
"""

import re
from collections.abc import Iterator
from itertools import chain

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.naming import function_word
from caseboard.anonymize.words import listed

FORM = re.compile(
    r"(?<![\w-])(?:g?GmbH(?: ?& ?C[oO0]\.? ?(?:KG|OHG))?|GMBH(?: ?& ?CO\.? ?KG)?|mbB|mbH|AG & Co\.? KG|KGaA"
    r"|AG(?= ?[,.;:)\n“]| [a-zäöü])|SE(?= ?[,.;:)\n]| [a-zäöü])|UG(?: \((?i:haftungsbeschränkt)\))?|OHG|oHG|KG|GbR"
    r"|e\. ?K\.|eK|e\. ?V\.|E\. ?V\.|eV|e\.G\.|eG|& Co\.(?: KG)?|[&+] Partner|[+] Co\.|& Kollegen|"
    r"& Koll\.|(?:&|und|u\.) Söhne|(?:&|und|u\.) Sohn(?! ?[A-ZÄÖÜ(„])|PartG(?:mbB)?|Ltd\.?|Inc\.?"
    r"|S\.?A\.?R\.?L\.?|B\.V\.|gUG|[Ss]\.? ?r\. ?o\.|[Ss]p\. ?z ?o\. ?o\.|[Dd]\. ?o\. ?o\.|S\.R\.L\.|S\.A\.|GesmbH)"
    r"(?![\w-])"
)
_SMALL_FORM = re.compile(
    r"(?<![\w-])(?:g?gmbh(?: ?& ?co\.? ?kg)?|ohg|gbr|ug|kg|e\. ?k\.|e\. ?v\.|ev|eg"
    r"|(?:&|und|u\.) (?:söhne|partner|co))(?![\w-])"
)
_GLUE = re.compile(r"[ \t.&+/„“\"«»’'-]{0,3}\Z")
_STOP = frozenset({"bei", "firma", "fa", "arbeitgeber", "gläubiger", "vermieter", "an"})
_KINDS = frozenset({"inkasso"})
"""They end the way back unless they stand directly before the form: 'Inkasso | Roth GmbH', 'Roth Inkasso GmbH'."""
_OF = frozenset({"der", "des", "von", "vom", "fuer"})
_GIVEN = (
    "beihilfe", "geld", "gelder", "spende", "zuschuss", "rechnung", "schreiben", "brief", "bescheid", "antrag", "kurs",
    "mitglied", "vertrag", "darlehen", "gutschein", "bescheinigung", "bestaetigung", "angebot", "mail", "anruf",
    "paket", "leistung", "zahlung", "ueberweisung", "unterstuetzung", "foerderung", "pakete", "stipendium", "kredit",
)  # fmt: skip
"""What somebody gets from a house: 'Weihnachtsbeihilfe der Bruderhilfe e.V.'."""
_LONGEST = 90


class LegalForms(Recognizer):
    """From the legal form back to where the name begins."""

    kinds = ("ORG",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in chain(document.finditer(FORM), document.finditer_small(_SMALL_FORM)):
            start = self._back(document, match.start())
            if start < match.start():
                yield self.find("ORG", start, match.end(), SURE, "org:legal-form")

    def _back(self, document: Document, end: int) -> int:
        start = end
        for word in reversed(document.within(max(0, end - _LONGEST), end)):
            if word.end > end or word.protected or not self._part(document, word, start, end):
                break
            start = word.start
        return self._twin(document, self._without_join(document, start, end))

    def _without_join(self, document: Document, start: int, end: int) -> int:
        """'Beihilfe | der Bruderhilfe e.V.': what somebody gets keeps its article, 'bei der Weber GmbH' loses it."""
        first = next(iter(document.within(start, start + 1)), None)
        given = document.at(first.index - 1) if first is not None else None
        if given is None or not given.fold.endswith(_GIVEN):
            return start
        after = document.at(first.index + 1) if first is not None else None
        if first is None or after is None or first.fold not in _OF or not first.text.islower() or after.start >= end:
            return start
        return after.start

    def _twin(self, document: Document, start: int) -> int:
        """'Hand in Hand Personal GmbH': the same word on both sides of a small one."""
        word = next((w for w in document.within(start, start + 1)), None)
        small = document.at(word.index - 1) if word is not None else None
        first = document.at(small.index - 1) if small is not None else None
        if word is None or small is None or first is None or first.fold != word.fold or small.gap != " ":
            return start
        return first.start

    def _part(self, document: Document, word: Word, start: int, end: int) -> bool:
        between = document.text[word.end : start]
        listing = between == ", " and document.text[end] in "&+"
        if not (listing or _GLUE.match(between)) or (between.startswith(". ") and len(word.text) > 4):
            return False
        of = document.at(word.index + 1)
        if of is not None and of.fold in _OF and of.start >= start and word.fold.endswith(_GIVEN):
            return False
        inside = word.fold in listed("org_joins") and start < end
        if inside:
            return True
        if (
            word.fold in listed("kinship")
            or word.fold in _STOP
            or (word.fold in _KINDS and start < end)
            or function_word(word)
            or word.fold in listed("titles") - {"dr", "med"}
        ):
            return False
        return word.capital or word.lower_style or word.fold in listed("orgs")
