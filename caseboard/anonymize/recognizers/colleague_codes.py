"""Codes of colleagues where somebody is handed a file, signs with a day, countersigns or is quoted.

'Akte an Schm.', 'prüfen, Vg 19.2.', 'Bearb. Ob.', '2. Blick Mä', '>> Hb.', a header line that ends with '10.40, hz'.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.recognizers.base import HINT, LIKELY, Recognizer
from caseboard.anonymize.words import entries, listed

_CODE = r"[A-ZÄÖÜ][a-zäöüß]{1,2}"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])(?:[./](?:(?:20)?\d\d)?)?"
_END = r"(?=[ \t]*\)?[ \t]*(?:\n|\Z))"
_HANDED = re.compile(
    r"\b(?:Akten?|Vorgang|Fall|Unterlagen|Antrag|Anfrage|Post|[Aa]bgabe|[Aa]bgegeben|[Ww]eiter(?:gabe|geleitet|leiten)?"
    r"|Info|Kopien?|Mail|Notiz|Frage|[Zz]urück|WV|Wv\.?|[Zz]\. ?K(?:ts)?\.|zK|[a-zäöü]{4,}en lassen|übergeben|gebe|geht"
    r"|gegeben|Rückmeldung|Rücklauf),? (?:an|bei|durch|von) "
    rf"(?P<s>{_CODE}[a-zäöüß]?\.|{_CODE})(?=[,;)\n]|\Z| [a-zäöü(–-]|\. )"
)
_DATED = re.compile(rf"(?:^|(?<=\n)|(?<=[.,;:!?)–—→“/-] ))(?P<s>{_CODE}\.?),? (?P<d>{_DAY}){_END}")
_AFTER_DATE = re.compile(rf"(?:^|(?<=\n)|(?<=[.,;:!?)–—→“(-] ))(?P<d>{_DAY})(?: ?[,/] ?| )(?P<s>{_CODE}\.?){_END}")
_MARKED = re.compile(
    r"\b(?:[Bb]earb(?:eite[rt](?:in)?\b|\.)|Sachb\.|[Ee]rst(?:ellt|\.)|[Gg]epr(?:üft|\.)|[Gg]esehen|Gegenz(?:eichnung|\.)"
    r"|[Zz]weit(?:blick|prüfung|sichtung)|(?:[1-4]\.|[Ee]rster|[Zz]weiter) (?:Blick|Prüfung|Sichtung|Durchsicht|Hand)"
    r"|(?:2|4|Vier)-Augen|[Vv]ertr(?:etung|\.)|i\. ?V\.|[Aa]ufg(?:enommen|en\.)|[Nn]otiert|[Ee]rf(?:asst|\.)|H(?:d)?z\."
    r"|[Gg]eschr(?:ieben|\.)|[Ee]rl(?:edigt|\.)|Telefonat|[Rr]ückspr(?:ache|\.)|Rspr\.|[Aa]bspr(?:ache|\.))"
    rf"(?: (?:von|v\.|durch|m\.|mit))?(?:[ \t]*[:|;][ \t]*|[ \t]+)(?P<s>{_CODE}\.?)(?=[ \t]*(?:[\n,;|)/]|\Z)|  )"
)
_ALONE = re.compile(rf"(?:^|(?<=\n))(?:[ \t]*>[> ]*(?P<q>{_CODE}\.?)|(?P<s>{_CODE}\.))[ \t]*(?=\n|\Z)")
_HEADER = re.compile(
    r"(?<![\w.])(?:\d{1,2}[.:]\d\d(?: ?[Uu]hr| ?h)?|\d{1,2}\.\d{1,2}\.(?:\d\d)?(?:\d\d)?), "
    r"(?P<s>[a-zäöü]{2,3})[ \t]*(?=\n)"
)
_NOBODY = ("no_codes", "weekdays", "months", "title_parts", "person_fields", "roles", "kinship")
_SHORTEST = 2
_GREETINGS = frozenset({"lg", "vg", "mfg", "bg", "hg", "gr"})


def is_code(document: Document, short: str) -> bool:
    """Whether two to four letters may be a colleague in a place that says so: they abbreviate nothing."""
    bare, folded = short.rstrip("."), fold(short.rstrip("."))
    if any(folded in listed(name) for name in _NOBODY) or bare in entries("glossary"):
        return False
    if document.vocabulary.listed_abbreviation(folded):
        return False
    if len(bare) == _SHORTEST:
        return short.endswith(".") or folded not in listed("function_words")
    if document.vocabulary.ordinary(folded) or document.vocabulary.in_glossary(folded):
        return False
    people = (listed(name) for name in ("titles", "roles", "person_fields", "kinship"))
    return len(bare) == _SHORTEST + 1 or not any(word.startswith(folded) for words in people for word in words)


class ColleagueCodes(Recognizer):
    """The place makes two letters somebody; three and more must be no word of the language."""

    kinds = ("PERSON", "DATE")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.shouted:
            return
        text = document.text
        for pattern in (_DATED, _AFTER_DATE):
            for match in pattern.finditer(text):
                if is_code(document, match["s"]):
                    yield self.find("PERSON", *match.span("s"), HINT, "code:dated")
                    yield self.find("DATE", *match.span("d"), LIKELY, "shape:code-and-day")
        for pattern, code in ((_HANDED, "code:handed"), (_MARKED, "code:marked")):
            for match in pattern.finditer(text):
                if is_code(document, match["s"]):
                    yield self.find("PERSON", *match.span("s"), HINT, code)
        for match in _ALONE.finditer(text):
            group = "q" if match["q"] else "s"
            if is_code(document, match[group]) and fold(match[group].rstrip(".")) not in _GREETINGS:
                yield self.find("PERSON", *match.span(group), HINT, "code:alone")
        yield from self._in_headers(document)

    def _in_headers(self, document: Document) -> Iterator[RecognizerResult]:
        """Whoever ends a header line in small letters is the same person wherever the letters stand again."""
        words = listed("function_words") | listed("weekdays") | listed("titles") | listed("roles") | listed("no_codes")
        for code in {match["s"] for match in _HEADER.finditer(document.text)}:
            known = document.vocabulary
            abbreviates = known.listed_abbreviation(fold(code)) and fold(code) not in listed("person_fields")
            if fold(code) in words or abbreviates or known.ordinary(fold(code)) or known.in_glossary(fold(code)):
                continue
            for match in re.finditer(rf"(?<![\w.-]){code}(?![\w-])", document.text):
                yield self.find("PERSON", *match.span(), HINT, "code:header")
