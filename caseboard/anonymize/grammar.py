"""German around the placeholders: no title before what says it, no genitive without an article, nouns in their case."""

import re
from dataclasses import replace

from caseboard.anonymize.articles import REACH, declined
from caseboard.anonymize.callings import cut_short, is_suffix, kin_of, role_of
from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST, LAST
from caseboard.anonymize.passages import Passage

_TITLES = frozenset({"frau", "fr", "frl", "herr", "herrn", "hr", "hrn"})
_DEGREES = frozenset({"dr", "prof", "med", "dent"})
_FAMILY = frozenset({"familie", "fam"})
_GENERAL = frozenset({"ra", "rain", "vm", "fm", "koll", "betr"})
_LEAD = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{2,24})(?P<stop>\.?)[ \t]\Z")
_SUFFIX = re.compile(r",?[ \t](?:(?i:sen|sr|jr|senior|junior)|jun)(?![\w-])")  # 'Jun. 2024' is a month
_SENTENCE_END = re.compile(r"\.(?:[ \t]*(?:[\"“”»)]|\n|\Z)|[ \t]+[A-ZÄÖÜ„»])")
_OWNED = re.compile(r" (?:[a-zäöüß]{2,20}e[nrms]? )?[A-ZÄÖÜ][a-zäöüß]{2,}")
_APOSTROPHE = re.compile(r"['’](?= (?:[a-zäöüß]{2,20}e[nrms]? )?[A-ZÄÖÜ][a-zäöüß]{2,})")
_OPENED = re.compile(r"(?:^|[\s(])['‘‚]")
_QUOTED = 200
_HISSES = ("s", "z", "x", "ce")
_ARTICLE = re.compile(r"(?:^|[^\w])(?:de[rs]|die|das|de[nm]|eine[rsnm]?)[ \t]\Z", re.I)
_HERRN = re.compile(r"\bH(?:err|r)n\.? ")
_SENTENCE = re.compile(r"(?:\A|[.!?:\n„\"]\s*)\Z")
_FEMALE = frozenset({"Frau", "Tochter", "Mutter", "Schwester", "Schwiegermutter", "Oma", "Tante", "Nichte", "Cousine",
                     "Person", "Fachkraft", "Lehrkraft", "Ehefrau"})  # fmt: skip


def readable(document: Document, masked: list[Passage], chosen: list[str]) -> tuple[list[Passage], list[str]]:
    """Passages and replacements that read well together; only people who are certain are touched."""
    passages, words = [], []
    limits = [*(p.start for p in masked[1:]), len(document.text)][: len(masked)]
    for p, new, limit in zip(masked, chosen, limits, strict=True):
        widened = p
        if p.kind == "PERSON" and p.certain and new.startswith("["):
            reached = passages[-1].end if passages else 0
            widened, new = _with_lead(document, p, new, reached)
            new = _owned(document, p, widened.start, new)
            widened = replace(widened, end=_end(document, p, limit))
            if _APOSTROPHE.match(document.text, widened.end) and _hissing(document, p):
                widened = replace(widened, end=widened.end + 1)
        passages.append(widened)
        words.append(new)
    return passages, words


def in_their_cases(document: Document, masked: list[Passage], widened: list[Passage], chosen: list[str]) -> list[str]:
    """'mit Herrn Müller' → 'mit [Kunden]', 'des Vereins' → 'des [Vereins]'; a title that goes still says its case."""
    text, out = document.text, []
    for p, wide, new in zip(masked, widened, chosen, strict=True):
        title = "".join(_HERRN.findall(text[wide.start : p.start]))
        out.append(declined(new, text[max(0, wide.start - REACH) : wide.start] + title))
    return out


def _with_lead(document: Document, p: Passage, new: str, reached: int) -> tuple[Passage, str]:
    """'Frau Müller' → '[Kundin]', 'Sohn Ali' → '[Sohn]', 'Familie Müller' → 'Familie der [Kundin]'."""
    label = label_of(new)
    while True:
        lead = _LEAD.search(document.text, max(reached, p.start - 28), p.start)
        if lead is None or lead.start() < reached:
            return p, new
        word = fold(lead["word"])
        if lead["stop"] and (lead["word"].isupper() or not cut_short(word)):
            return p, new  # 'mit der Tochter. Emma …': the sentence is over
        if word in _FAMILY and label != "Familie":
            return p, f"{_of(label)} {new}"
        if not _says(word, label):
            return p, new
        p = replace(p, start=lead.start("word"))


def _end(document: Document, p: Passage, limit: int) -> int:
    """'Frau Weiß sen., die Oma' → '[Frau], die Oma': the suffix goes with its stop, but the sentence keeps its own."""
    text, last = document.text, document.within(p.start, p.end)[-1:]
    suffix = _SUFFIX.match(text, p.end, limit)
    if suffix is None and not (last and last[0].start > p.start and is_suffix(last[0].text)):
        return p.end
    end = suffix.end() if suffix else last[0].end
    return end + 1 if text[end : end + 1] == "." and not _SENTENCE_END.match(text, end) else end


def _says(word: str, label: str) -> bool:
    """Whether the placeholder says what stands in front of the name."""
    if word in _TITLES | _FAMILY | _DEGREES:
        return True
    if kin_of(word) == label or word == fold(label):
        return True
    return label in (role_of(word), role_of(word, "f")) and (word in _GENERAL or fold(label) in word)


def _owned(document: Document, p: Passage, start: int, new: str) -> str:
    """'Müllers Wohnung' → 'der [Kundin] Wohnung'."""
    text = document.text
    last = document.within(p.start, p.end)[-1:]
    bare = p.end + 1 if _APOSTROPHE.match(text, p.end) and _hissing(document, p) else 0
    ends = bool(last) and _genitive(document, last[0].fold) and text[p.end - 1] in "s'’"
    if not (bare or ends) or not _OWNED.match(text, bare or p.end) or _ARTICLE.search(text, max(0, start - 8), start):
        return new
    article = _of(label_of(new))
    return f"{article.capitalize() if _SENTENCE.search(text[max(0, start - 4) : start]) else article} {new}"


def _genitive(document: Document, folded: str) -> bool:
    """'Muellers' is one, 'Hans' and 'Fuchs' are not."""
    if not folded.endswith("s"):
        return True
    return not document.vocabulary.value(folded) & (FIRST | LAST)


def _hissing(document: Document, p: Passage) -> bool:
    """'Lukas’ Stimme': behind these letters an apostrophe is the genitive, and no quotation ends, as none began."""
    line = document.text[max(0, p.start - _QUOTED) : p.start].rpartition("\n")[2]
    return fold(document.text[p.start : p.end]).endswith(_HISSES) and not _OPENED.search(line)


def _of(label: str) -> str:
    return "der" if label in _FEMALE or label.endswith("in") else "des"


def label_of(new: str) -> str:
    """'[Sohn 1]' → 'Sohn'."""
    return re.sub(r" \d+$", "", new.strip("[]").split(",")[0])
