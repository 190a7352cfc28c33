"""Codes of colleagues by their form: '(Mo/Sg)', 'Schreiben: ki', 'Schlüssel bei HäM', '11.02. GRÜ.', '| KÖL'."""

import re
from collections import Counter
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.recognizers.base import HINT, Recognizer
from caseboard.anonymize.recognizers.colleague_codes import is_code, is_small_code
from caseboard.anonymize.words import entries, listed

_TWO = r"[A-ZÄÖÜ][a-zäöüß]{1,2}\.?"
_PAIR = re.compile(rf"\((?P<a>{_TWO}) ?/ ?(?P<b>{_TWO})\)")
_WRITTEN = re.compile(
    r"[SsRADdGgK](?<!\w.)(?:chreiben|chr\.|chreibkraft|einschrift|bschrift|iktat|ikt\.|iktiert|etippt|escannt|can|orrektur"
    r"|orr\.|ekretariat|ekr\.)(?: von| durch| v\.)?:? (?P<s>[a-zäöü]{2,3}|[A-ZÄÖÜ][a-zäöüß]{1,3}\.?)"
    r"(?=[ \t]*(?:[/|,;)\n]|\Z|\.(?:\s|\Z)))"
)
_INNER = re.compile(r"[A-ZÄÖÜ](?<= .)[a-zäöüß][A-ZÄÖÜ](?=[\s.,;:)!?/]|\Z)")
_HANDED = re.compile(r"(?<!\w)(?:bei|mit|an|von|für|via|durch|über) \Z")
_JOINS = frozenset("fuvdzi")  # 'für', 'und', 'von', 'der', 'zur', 'in': what abbreviations are joined with
_CAPITALS = re.compile(r"[A-ZÄÖÜ](?<![\w-].)[A-ZÄÖÜ]{2,3}(?![\w-])")
_LOG = re.compile(
    r"(?:\A|\n)[ \t]*[-–•*|]?[ \t]*\d{1,2}\.\d{1,2}\.(?:\d\d){0,2},?(?: \d{1,2}[.:]\d\d,?)?[ \t]*[-–|;/,]?[ \t]*\Z"
)
_LOG_END = re.compile(r"\.?(?:[:;|(]| [(–-]|[ \t]*(?:\n|\Z))|\. ")
_CELL = re.compile(r"(?:\| ?|;[ \t]?|\b(?:Leist|Verm|Eing|Bearb|Sachb|Vertr|gez|bearb|erl|gepr)\.:? |\bV f\. ?)\Z")
_CELL_END = re.compile(r"\.?(?=[ \t]*(?:[|;)\n]|\Z))")
_ENTRY = re.compile(
    r"(?:\A|(?<=\n))[ \t]*[-–•*]?[ \t]*\d{1,2}(?:\.\d{1,2}\.(?:\d\d){0,2}|/\d{1,2}(?:/\d{2,4})?),?"
    r"(?: \d{1,2}[.:]\d\d)?:? ?\((?P<s>[^\W\d_]{2,4}\.?)\)"
)
_REACH = 32
_UMLAUT = re.compile("[ÄÖÜ]")
_NOBODY = ("no_codes", "weekdays", "months", "titles", "title_parts", "person_fields", "roles", "kinship")

_HAPPENED = tuple(
    fold(word)
    for word in ("änd", "kün", "rüc", "prü", "übe", "gepr", "erl", "anh", "ablö", "bür", "für",
                 "antr", "verm", "mail", "tel", "besch", "wid", "pers", "ters", "term", "brie", "post", "info", "anru")
)  # fmt: skip


class ClerkCodes(Recognizer):
    """Two letters with a stroke, small ones behind what was typed, an inner capital, capitals in a log or a cell."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.shouted:
            return
        for match in document.finditer(_PAIR):
            if self._colleagues(document, match["a"], match["b"]):
                yield self.find("PERSON", match.start("a"), match.end("b"), HINT, "code:pair")
        for match in document.finditer(_WRITTEN):
            code = match["s"]
            if self._small(document, code) if code.islower() else is_code(document, code):
                yield self.find("PERSON", *match.span("s"), HINT, "code:written")
        for match in document.finditer(_INNER):
            if self._handed(document.text, match.start()) and self._inner(document, match[0]):
                yield self.find("PERSON", *match.span(), HINT, "code:inner-capital")
        for match in document.finditer(_ENTRY):
            if self._entered(document, match["s"]):
                yield self.find("PERSON", *match.span("s"), HINT, "code:entry")
        yield from self._in_capitals(document)

    def _entered(self, document: Document, code: str) -> bool:
        """'15/03 (vGl) Gespräch': nobody writes 'vgl.' with an inner capital; other letters must abbreviate nothing."""
        bare = code.rstrip(".")
        if any(c.isupper() for c in bare[1:]):
            return not bare.isupper() and bare not in entries("glossary") and fold(bare) not in listed("no_codes")
        if bare.islower():
            return len(bare) == len("hö") and is_small_code(document, code)
        return is_code(document, code)

    def _colleagues(self, document: Document, first: str, second: str) -> bool:
        """'(Mo/Sg)': one of them may look like a weekday; 'Vz/Tz' and 'Eg/Og' are terms in small letters."""
        codes = [is_code(document, code) for code in (first, second)]
        return all(codes) or (any(codes) and any(fold(c.rstrip(".")) in listed("weekdays") for c in (first, second)))

    def _small(self, document: Document, code: str) -> bool:
        """'Schreiben ki': two letters may be a word elsewhere, three may not."""
        if len(code) > len("ki"):
            return is_small_code(document, code)
        return not any(fold(code) in listed(name) for name in ("function_words", *_NOBODY))

    def _handed(self, text: str, start: int) -> bool:
        return bool(_HANDED.search(text, max(0, start - _REACH), start))

    def _inner(self, document: Document, code: str) -> bool:
        return code[1] not in _JOINS and not self._known(document, code)

    def _known(self, document: Document, code: str) -> bool:
        folded = fold(code)
        if any(folded in listed(name) for name in _NOBODY) or code in entries("glossary"):
            return True
        return document.vocabulary.listed_abbreviation(folded) or document.vocabulary.in_glossary(folded)

    def _in_capitals(self, document: Document) -> Iterator[RecognizerResult]:
        """An umlaut within, or twice in such a place: 'ANTR', 'MAIL' and 'TEL' are no colleagues."""
        found = [match for match in _CAPITALS.finditer(document.text) if self._placed(document.text, match)]
        times = Counter(match[0] for match in found)
        for match in found:
            code = match[0]
            word = document.vocabulary.ordinary(fold(code))
            told = times[code] > 1 or _UMLAUT.search(code)
            if told and not (word or self._known(document, code) or self._begins_a_term(code)):
                yield self.find("PERSON", *match.span(), HINT, "code:capitals")

    def _placed(self, text: str, match: re.Match[str]) -> bool:
        """In a log behind the day, or in a cell."""
        before = text[max(0, match.start() - _REACH) : match.start()]
        if _CELL_END.match(text, match.end()) and _CELL.search(before):
            return True
        return bool(_LOG_END.match(text, match.end()) and _LOG.search(before))

    def _begins_a_term(self, code: str) -> bool:
        """'ÄND.', 'KÜND.', 'RÜCK': an abbreviation of what happened."""
        return fold(code).startswith(_HAPPENED)
