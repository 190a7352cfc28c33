"""Short forms of colleagues in minutes and notes: 'Ki: fragt nach', 'Hü. klärt das', 'Vermerk (Wb)', '→ prüfen, Gr'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.recognizers.base import HINT, Recognizer
from caseboard.anonymize.words import entries, listed

_S = r"[A-ZÄÖÜ](?:[a-zäöüß]{1,2}(?:-[A-ZÄÖÜ])?|[a-zäöüß]?[A-ZÄÖÜ]?[a-zäöüß]?|[a-zäöüß][A-ZÄÖÜ][a-zäöüß])"
_SPEAKS = re.compile(rf"(?:^|\n|[.?!;“] )[ \t>–•*-]*(?P<s>{_S}\.?):(?= (?!\d))")
_ACTS = re.compile(
    rf"(?:(?<=[.;:!?] )|(?<=\n)|(?<=^)|(?<=, )|(?<=– )|(?<=→ )|(?<=> ))"
    rf"(?P<s>(?:{_S}|[A-ZÄÖÜ][a-zäöüß]{{3,4}})\.)(?= (?P<v>[a-zäöüß]+)\b)"
)
_SIGNS = re.compile(rf"(?:[,.;–—] ?|\()(?P<s>{_S}\.?)[)\]]?[ \t]*(?=\n|$)")
_IN_BRACKETS = re.compile(rf"(?<=[.\w] )\((?P<s>{_S}\.)\)")
_MINUTES = re.compile(rf"(?:\b(?:durch|von|an|bei|v\.|mit) )(?P<s>{_S}\.)(?= |[,;)\n]|$)")
_MARKS = re.compile(
    r"(?:(?:^|\n|[/|–>-] ?)(?:Nachtrag|Vermerk|Notiz|Ergänzung|Bleistift|Erg\.)(?:[ \t]+\d[\d./]{2,9},?)?"
    r"|\b(?:Kürzel|Hz[.:]|HZ|Hdz[.:]|Kz[.:]|Zeichen|TelVm|[Gg]ez\.|[Pp]rot\.:?|[Ee]rst\. v\."
    r"|f\. ?d\. ?R\.:?|i\. ?A\.|geschr\.|geschrieben))[ \t]+"
    r"(?P<s>[A-Za-zÄÖÜäöü][A-ZÄÖÜa-zäöüß]{1,4}(?:-[A-ZÄÖÜ])?\.?)(?=[ \t]*(?:[:\n,.)/]|$|   ))"
)
_DATED = re.compile(rf"(?:^|\n)[ \t]*\d{{1,2}}\.\d{{1,2}}\.(?:\d{{2,4}})? ?[/|–-] ?(?P<s>{_S}\.?):")
_LAST = re.compile(
    r"(?:\n[/–-]? ?|, |(?i:gruß|grüße|lg|vg|mfg) |[–—] ?)(?P<s>[a-zäöü]{2,3})[ \t\n]*\Z"
    r"|(?:[–—] ?|\n)(?P<e>[A-ZÄÖÜ][a-zäöüß]{1,4}\.)[ \t\n]*\Z"
    r"|\b\d{1,2}\.[ ]?\d{1,2}\.(?:\d{2,4})?[ ,]{1,2}(?P<d>[A-Za-zÄÖÜäöü][a-zäöüß]{1,2})\.?[ \t\n]*\Z"
    r"|[.!?;–—/] (?P<g>[a-zäöü]{2,4})[ ]\d{1,2}\.[ ]?\d{1,2}\.?(?:\d{2,4})?[ \t]*(?:\n|\Z)"
)
_DICTATED = re.compile(
    r"\b(?:Diktatzeichen|Diktatz|Diktat|Unser Zeichen|Dz)\.?:?[ \t]+"
    r"(?P<a>[^\W\d_]{2,4})[/-](?P<b>[^\W\d_]{2,4})(?![\w/-])"
)
_ROLE = re.compile(r"\b(?:FM|SB|TL|AV|IFK|LSB|pAp|BL|GF)[ \t]+(?P<s>[A-ZÄÖÜ][a-zäöüß]{1,2}\.)(?=[ \t]*(?:[\n,;)/]|$))")
_CAPITALS = 2


class ShortForms(Recognizer):
    """Two or three letters that abbreviate nothing, where somebody speaks, acts or signs."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.shouted:
            return
        for match in document.finditer(_DICTATED):
            yield self.find("PERSON", match.start("a"), match.end("b"), HINT, "short-form:marks")
        for pattern in (_MARKS, _DATED, _LAST, _ROLE):
            for match in document.finditer(pattern):
                if "e" in match.groupdict() and match["e"]:
                    if fold(match["e"].rstrip(".")) in listed("months") | listed("weekdays"):
                        continue  # 'Jan–März.'
                    yield self.find("PERSON", *match.span("e"), HINT, "short-form:last")
                    continue
                if place := next((place for place in "dg" if match.groupdict().get(place)), None):
                    if fold(match[place]) not in listed("function_words") | listed("title_parts"):
                        yield self.find("PERSON", *match.span(place), HINT, "short-form:last")
                    continue
                if fold(match["s"].rstrip(".")) in listed("title_parts"):
                    continue
                small = fold(match["s"]) in listed("function_words") and not match["s"].istitle()
                if not self._term(document, match["s"].rstrip(".")) and not small:
                    yield self.find("PERSON", *match.span("s"), HINT, "short-form:marks")
        for pattern, code in (
            (_SPEAKS, "speaks"),
            (_ACTS, "acts"),
            (_SIGNS, "signs"),
            (_MINUTES, "named"),
            (_IN_BRACKETS, "named"),
        ):
            for match in document.finditer(pattern):
                if code == "acts" and fold(match["v"]) not in listed("person_verbs"):
                    continue
                if self._nobody_else(document, match["s"]):
                    yield self.find("PERSON", *match.span("s"), HINT, f"short-form:{code}")

    def _term(self, document: Document, bare: str) -> bool:
        """'Hg' may be somebody though 'HG' is a term; longer ones are terms however they are written."""
        return bare in entries("glossary") or (len(bare) > _CAPITALS and document.vocabulary.in_glossary(fold(bare)))

    def _nobody_else(self, document: Document, short: str) -> bool:
        bare = short.rstrip(".")
        folded = fold(bare)
        if len(bare) < 2 or bare.isupper() or sum(c.isupper() for c in bare) > _CAPITALS:
            return False
        if document.vocabulary.listed_abbreviation(folded) or self._term(document, bare):
            return False
        if folded in listed("function_words") or (document.vocabulary.ordinary(folded) and len(bare) > _CAPITALS):
            return False
        if folded in listed("title_parts") or folded in listed("no_codes"):
            return False
        field = folded in listed("person_fields") or folded in listed("titles") or folded in listed("weekdays")
        word = len(bare) > _CAPITALS and document.vocabulary.ordinary(folded)
        return not field and (short.endswith(".") or not word)
