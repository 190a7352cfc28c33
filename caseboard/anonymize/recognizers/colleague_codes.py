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

_DAY = r"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])(?:[./](?:(?:20)?\d\d)?)?"
_END = re.compile(r"[ \t]*\)?[ \t]*(?:\n|\Z)")
_CODE = re.compile(r"(?<![\w.-])(?<![\w.-]@)[A-ZÄÖÜ][a-zäöüß]{1,3}(?![\w-])\.?")
_HANDED = re.compile(
    r"\b(?:Akten?|Vorgang|Fall|Unterlagen|Antrag|Anfrage|Post|[Aa]bgabe|[Aa]bgegeben|[Ww]eiter(?:gabe|geleitet|leiten)?"
    r"|Info|Kopien?|Mail|Notiz|Frage|[Zz]urück|WV|Wv\.?|[Zz]\. ?K(?:ts)?\.|zK|[a-zäöü]{4,}en lassen|übergeben|gebe|geht"
    r"|gegeben|Rückmeldung|Rücklauf),? (?:an|bei|durch|von) \Z"
)
_HANDED_ON = re.compile(r"[,;)\n]|\Z| [a-zäöü(–-]|\. ")
_BREAK = re.compile(r"(?:\A|\n|[.,;:!?)–—→“/(-] |[\[(])\Z")
_DAY_BEHIND = re.compile(rf",? (?P<d>{_DAY})(?=[ \t]*[)\]]?[ \t]*(?:\n|\Z|:)|\])")
_DAY_BEFORE = re.compile(rf"(?:\A|(?<=\n)|(?<=[.,;:!?)–—→“(-] ))(?P<d>{_DAY})(?: ?[,/|–-] ?| ?\(| )\Z")
_GOES_ON = re.compile(r":|\)| ?[/|–-] ")
_PAIR_BEFORE = re.compile(r"(?<!\w)[A-ZÄÖÜ][a-zäöüß]{1,2}\. ?/ ?\Z")
_VERB = re.compile(r" (?P<v>[a-zäöüß]{3,})(?!\w)")
_CALLED = re.compile(r"(?:→|->|=>|@) ?\Z")
_PAIRED = re.compile(r"/ ?[A-ZÄÖÜ][a-zäöüß]{1,2}\.(?!\w)")
_MARKED = re.compile(
    r"\b(?:[Bb]earb(?:eite[rt](?:in)?\b|\.)|Sachb\.|[Ee]rst(?:ellt|\.)|[Gg]epr(?:üft|\.)|[Gg]esehen|Gegenz(?:eichnung|\.)"
    r"|[Zz]weit(?:blick|prüfung|sichtung)|(?:[1-4]\.|[Ee]rster|[Zz]weiter) (?:Blick|Prüfung|Sichtung|Durchsicht|Hand)"
    r"|(?:2|4|Vier)-Augen|[Vv]ertr(?:etung|\.)|i\. ?V\.|[Aa]ufg(?:enommen|en\.)|[Nn]otiert|[Ee]rf(?:asst|\.)|H(?:d)?z\."
    r"|[Gg]eschr(?:ieben|\.)|[Ee]rl(?:edigt|\.)|Telefonat|[Rr]ückspr(?:ache|\.)|Rspr\.|[Aa]bspr(?:ache|\.)"
    r"|Anm(?:erkung|\.)|Verm(?:erk|\.)|Komm(?:entar|\.)|Zusatz|[Rr]and(?:notiz|bemerkung|vermerk)|Hinweis|Bem(?:erkung|\.)"
    r"|z\. ?K(?:ts)?\.|zK|[Aa]bz\.|[Cc][Cc]|[Ff]reigabe|[Tt]o ?do|[Ff]rage an|[Uu]nterschrift|@)"
    r"(?: (?:von|v\.|durch|m\.|mit))?(?:[ \t]*[:|;][ \t]*|[ \t]+)\Z"
)
_CELL_END = re.compile(r"[ \t]*(?:[\n,;|)/:]|\Z)|  ")
_QUOTED = re.compile(r"(?:\A|\n)[ \t]*>[> ]*\Z")
_HEADER = re.compile(
    r"(?<![\w.])(?:\d{1,2}[.:]\d\d(?: ?[Uu]hr| ?h)?|\d{1,2}\.\d{1,2}\.(?:\d\d)?(?:\d\d)?), "
    r"(?P<s>[a-zäöü]{2,3})[ \t]*(?=\n)"
)
_SMALL = re.compile(r"(?<![\w.-])[a-zäöü]{2,3}(?![\w-])")
_DAY_CODE = re.compile(
    r"(?:(?:\A|\n|[.!?;:–] )(?P<s>(?:Mo|Di|Mi|Do|Sa|So)\.)(?= (?P<v>[a-zäöüß]{3,}) (?:nach|ob|dass|bei|mit"
    r"|wegen|um|an|noch|auch|nochmal|morgen|heute|den|einen|zu)\b)"
    r"|(?:[Gg]ruß|[Gg]rüße|\b[LV]G|\bMfG),? (?P<g>(?:Mo|Di|Mi|Do|Sa|So)\.?)(?=[ \t]*(?:\n|\Z)))"
)
_NOTED = re.compile(
    r"(?:\A|(?<=[\n(\[])|(?<=[–•-] ))[ \t]*(?:[Hh]andschr(?:\.|iftl(?:\.|iche[rn]?)?) )?(?:Anm(?:erkung|\.)"
    r"|Verm(?:erk|\.)|Komm(?:entar|\.)|Zusatz|[Rr]and(?:notiz|bemerkung|vermerk)|Bem(?:erkung|\.)|Notiz"
    r"|Nachtr(?:ag|\.)|Erg(?:änzung|\.))"
    rf" (?P<s>[A-ZÄÖÜ][a-zäöüß]\.?)(?:,? {_DAY})?:"
)
_NOBODY = ("no_codes", "weekdays", "months", "title_parts", "person_fields", "roles", "kinship")
_SHORTEST, _LONGEST, _REACH = 2, 4, 40
_HANDING = ("an ", "bei ", "durch ", "von ")
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


def is_small_code(document: Document, code: str) -> bool:
    """Whether two or three small letters may be a colleague in a place that says so."""
    known, folded = document.vocabulary, fold(code)
    if any(folded in listed(name) for name in ("function_words", "weekdays", "titles", "roles", "no_codes")):
        return False
    abbreviates = known.listed_abbreviation(folded) and folded not in listed("person_fields")
    return not (abbreviates or known.ordinary(folded) or known.in_glossary(folded))


class ColleagueCodes(Recognizer):
    """The place makes two letters somebody; three and more must be no word of the language."""

    kinds = ("PERSON", "DATE")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.shouted:
            return
        text = document.text
        signed: set[str] = set()
        for match in _CODE.finditer(text):
            before = text[max(0, match.start() - _REACH) : match.start()]
            where, day = self._where(text, before, match)
            if where and is_code(document, match[0]):
                signed.add(match[0].rstrip("."))
                yield self.find("PERSON", *match.span(), HINT, f"code:{where}")
                if day:
                    yield self.find("DATE", *day, LIKELY, "shape:code-and-day")
        for match in _CODE.finditer(text) if signed else ():
            bare = match[0].rstrip(".")
            if bare in signed and fold(bare) not in listed("function_words"):
                yield self.find("PERSON", match.start(), match.start() + len(bare), HINT, "code:again")
        yield from self._in_headers(document)
        yield from self._like_days(document)
        yield from self._noting(document)

    def _like_days(self, document: Document) -> Iterator[RecognizerResult]:
        """'So. fragt nach Wegzug', 'Gruß Di': no day asks or greets."""
        for match in document.finditer(_DAY_CODE):
            if match["g"] or fold(match["v"]) in listed("speech_verbs"):
                yield self.find("PERSON", *match.span("g" if match["g"] else "s"), HINT, "code:like-a-day")

    def _noting(self, document: Document) -> Iterator[RecognizerResult]:
        """'Anm. We:', '(Handschr. Verm. Ki., 4.11.:)': who writes beside it, whatever it abbreviates."""
        for match in document.finditer(_NOTED):
            code = fold(match["s"].rstrip("."))
            if not any(code in listed(name) for name in (*_NOBODY, "titles", "function_words")):
                yield self.find("PERSON", *match.span("s"), HINT, "code:noted")

    def _where(self, text: str, before: str, match: re.Match[str]) -> tuple[str, tuple[int, int] | None]:
        """What the place says, and the day beside it: two or three letters, four only with a full stop."""
        end, stop = match.end(), match[0].endswith(".")
        letters = len(match[0]) - stop
        handed = before.endswith(_HANDING) and (stop or letters < _LONGEST) and _HANDED_ON.match(text, end)
        if handed and _HANDED.search(before):
            return "handed", None
        if letters == _LONGEST:
            return "", None
        behind = _DAY_BEHIND.match(text, end)
        if behind and _BREAK.search(before):
            return "dated", behind.span("d")
        if stop and (_CALLED.search(before) or _PAIRED.match(text, end) or _PAIR_BEFORE.search(before)):
            return "called", None
        if before.endswith("@") or (letters == _SHORTEST and self._acts(text, before, end)):
            return "acts", None
        last = _END.match(text, end)
        if (last or _GOES_ON.match(text, end)) and (earlier := _DAY_BEFORE.search(before)):
            shift = match.start() - len(before)
            return "dated", (shift + earlier.start("d"), shift + earlier.end("d"))
        alone = last and (_QUOTED.search(before) or (stop and before[-1:] in ("", "\n")))
        if alone and fold(match[0].rstrip(".")) not in _GREETINGS:
            return "alone", None
        return ("marked" if _CELL_END.match(text, end) and _MARKED.search(before) else ""), None

    def _acts(self, text: str, before: str, end: int) -> bool:
        """'Hb meint, das geht': at the beginning of a sentence, with what only people do."""
        verb = _VERB.match(text, end)
        return verb is not None and bool(_BREAK.search(before)) and fold(verb["v"]) in listed("person_verbs")

    def _in_headers(self, document: Document) -> Iterator[RecognizerResult]:
        """Whoever ends a header line in small letters is the same person wherever the letters stand again."""
        codes = {c for c in {m["s"] for m in document.finditer(_HEADER)} if is_small_code(document, c)}
        for match in document.finditer(_SMALL) if codes else ():
            if match[0] in codes:
                yield self.find("PERSON", *match.span(), HINT, "code:header")
