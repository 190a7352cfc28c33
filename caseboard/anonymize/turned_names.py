"""'Tesfay, Yonas' at the head of a note: a surname, a comma and a first name are one person and not two."""

import re
from dataclasses import replace
from itertools import pairwise

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, LAST
from caseboard.anonymize.passages import Passage

_OPENS = re.compile(r"(?:(?<![\s\S])|\n|[:;(/|])[ \t]*(?:[-–•*·]|\d{1,2}[.)])?[ \t]*\Z")
_CLOSES = re.compile(r"[ \t]*(?:[.;:)/|\n(]|\Z|, ?(?:geb|\d)|,? ?\[)")
_LOOK_BACK, _MOST = 12, 2  # characters; words on either side of the comma


def united(document: Document, passages: list[Passage]) -> list[Passage]:
    """The passages, each such pair as one; a series of people ('Weber, Sommer, Anna') stays one."""
    second = {b.start: a for a, b in pairwise(passages) if _turned(document, a, b)}
    first = {a.start for a in second.values()}
    return [_as_one(second[p.start], p) if p.start in second else p for p in passages if p.start not in first]


def in_order(words: list[Word]) -> list[Word]:
    """The first name first, as elsewhere."""
    comma = next((at for at, word in enumerate(words) if at and word.gap.startswith(",")), 0)
    return [*words[comma:], *words[:comma]]


def _as_one(surname: Passage, p: Passage) -> Passage:
    evidence = tuple(dict.fromkeys((*surname.evidence, *p.evidence)))
    return replace(surname, end=p.end, score=max(surname.score, p.score), evidence=evidence)


def _turned(document: Document, a: Passage, b: Passage) -> bool:
    if not (a.kind == b.kind == "PERSON") or document.text[a.end : b.start] not in (", ", ","):
        return False
    titled = any(code.startswith("title") for code in a.evidence)
    opens = titled or _OPENS.search(document.text, max(0, a.start - _LOOK_BACK), a.start)
    if not opens or not _CLOSES.match(document.text, b.end):
        return False
    surnames, names = document.within(a.start, a.end), document.within(b.start, b.end)
    if not surnames or not 0 < len(names) <= _MOST or (not titled and len(surnames) > _MOST):
        return False
    value = document.vocabulary.name_value
    only_first = value(surnames[-1].fold) & (FIRST | LAST) == FIRST
    return not only_first and all(value(word.fold) & FIRST for word in names)
