"""From overlapping results to passages that do not overlap.

Nothing suspected is lost, field terms win over suspicion.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from presidio_analyzer import RecognizerResult

from caseboard.anonymize import turned_names
from caseboard.anonymize.belongings import alone
from caseboard.anonymize.document import Document
from caseboard.anonymize.general_bodies import without_body
from caseboard.anonymize.headed import with_head
from caseboard.anonymize.passages import FIRM, Passage
from caseboard.anonymize.plain_words import outvoted
from caseboard.anonymize.surnames_before import with_surname_before
from caseboard.anonymize.surnames_behind import with_surname
from caseboard.anonymize.tails import with_tail
from caseboard.anonymize.weighing import WORDY, weighed

_ARABIC = frozenset({"al", "el", "abd", "abu", "ad", "as", "ash", "at", "ben", "bin", "ibn", "ould"})
_GLUED = re.compile(r"\d{1,3}(?![\w-]|[.,:]\d)")
_ACRONYM, _WORTH = 5, 4
_CLAUSES = 2
_EVEN, _UNEXPLAINED = 0.5, "shape:unexplained"
_ADDRESS = frozenset({"title:Frau", "title:Herr", "title:Herrn", "title:Hr", "title:Hrn", "title:Fr"})
_RANK = {
    k: i
    for i, k in enumerate(
        ["WORD", "POSTCODE", "PLACE", "PERSON", "DATE", "PHONE", "ORG", "STREET", "ID", "URL", "EMAIL"]
    )
}


def _passage(result: RecognizerResult) -> Passage:
    return Passage(
        result.start, result.end, result.entity_type, result.score, tuple(result.recognition_metadata["evidence"])
    )


def resolve(document: Document, results: Iterable[RecognizerResult]) -> list[Passage]:
    """Direct identifiers are united where they touch and weighed, then quasi-identifiers take what is left."""
    kept = unsafe(document, results)
    weighty = weighed(document, with_candidates(kept, united(document, kept)))
    heard = [p for p in weighty if not (p.perhaps and _left_to_agreement(document, p, weighty))]
    direct = joined(document, [p for p in heard if not outvoted(document, p)])
    events = [p for p in kept if p.kind == "EVENT"]
    quasi = [_ended(document, p) for p in kept if p.quasi and p.kind != "EVENT"]
    whole = unite([with_head(document, with_surname_before(document, p)) for p in direct])
    people = turned_names.united(document, _with_surnames(document, whole, quasi))
    return _fill(document, people, events, quasi)


def unsafe(document: Document, results: Iterable[RecognizerResult]) -> list[Passage]:
    """What no term of the field outranks and no placeholder shields."""
    found = [_passage(r) for r in results]
    safe = _heights(document, [p for p in found if p.kind == "SAFE"])
    return [p for p in found if p.kind != "SAFE" and not _outranked(p, safe) and not _shielded(document, p)]


def united(document: Document, kept: list[Passage]) -> list[Passage]:
    """The direct identifiers among them, whole words and without overlaps."""
    loud = [p for p in kept if not (p.quasi or p.perhaps)]
    found = unite([with_tail(document.text, _whole(document, _widened(document, p))) for p in loud])
    return unite(alone(document, without_body(document, with_surname(document, p))) for p in found)


def with_candidates(kept: Iterable[Passage], found: list[Passage]) -> list[Passage]:
    """What was found, and the candidates that nobody else has found either."""
    kept = list(kept)
    taken = [*found, *(p for p in kept if p.quasi)]
    fresh = [p for p in kept if p.perhaps and not any(t.start < p.end and p.start < t.end for t in taken)]
    return sorted([*found, *fresh], key=lambda p: p.start)


def _left_to_agreement(document: Document, p: Passage, others: Iterable[Passage]) -> bool:
    """'Herr Schuster … seinerzeit Schuster im Ort': whether the person is meant is asked there, of a likelier word."""
    word = document.within(p.start, p.end)[0]
    if not document.vocabulary.ordinary(word.fold, word.value) or document.believed(word) >= _EVEN:
        return False
    return any(
        other.kind == "PERSON"
        and not other.perhaps
        and word.fold in {w.fold for w in document.within(other.start, other.end)}
        for other in others
    )


def joined(document: Document, passages: list[Passage]) -> list[Passage]:
    """'Praxis' and 'Herbst', both found, the one as a candidate: together they are one house, or one name."""
    out: list[Passage] = []
    for p in passages:
        last = out[-1] if out else None
        close = last is not None and document.text[last.end : p.start] in (" ", "-")
        if last is not None and close and (p.perhaps or last.perhaps) and {last.kind, p.kind} <= WORDY:
            out[-1] = _joined(last, p)
        else:
            out.append(p)
    return out


def _joined(first: Passage, second: Passage) -> Passage:
    main = second if first.perhaps else first
    kind = "ORG" if "ORG" in (first.kind, second.kind) else main.kind
    evidence = tuple(dict.fromkeys((*main.evidence, *first.evidence, *second.evidence)))
    return replace(main, start=first.start, end=second.end, kind=kind, evidence=evidence)


def _with_surnames(document: Document, direct: list[Passage], quasi: list[Passage]) -> list[Passage]:
    """'Pjotr Steinmetzger': what looks like an occupation right behind a name is a surname, so nobody restores it."""
    jobs = {p.start: p for p in quasi if p.kind == "JOB"}
    out = []
    for p in direct:
        job = jobs.get(p.end + 1)
        behind = p.kind == "PERSON" and p.certain and job is not None and document.text[p.end] == " "
        out.append(replace(p, end=job.end) if behind and job is not None else p)
    return out


def _widened(document: Document, p: Passage) -> Passage:
    """'al-Mahameed', 'HUK-Coburg': what is joined to a name by a hyphen in front belongs to it."""
    if p.kind not in ("PERSON", "PLACE", "WORD") or p.start < 2 or document.text[p.start - 1] != "-":
        return p
    words = document.within(p.start - 2, p.start - 1)
    if not words or words[-1].end != p.start - 1:
        return p
    before = words[-1]
    if before.fold in _ARABIC:
        return replace(p, start=before.start)
    acronym = before.shouted and len(before.text) <= _ACRONYM and not document.vocabulary.in_glossary(before.fold)
    return replace(p, start=before.start, kind="ORG") if acronym and p.kind == "PLACE" else p


def _whole(document: Document, p: Passage) -> Passage:
    """No passage ends inside a word: half a name is a name."""
    text, start, end = document.text, p.start, p.end
    while start > 0 and text[start - 1].isalpha() and text[start].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha() and text[end - 1].isalpha():
        end += 1
    if p.kind in ("ORG", "WORD") and end < len(text) and text[end].isdigit() and text[end - 1].isalpha():
        glued = _GLUED.match(text, end)  # 'Pflegeengel24'
        end = glued.end() if glued else end
    return p if (start, end) == (p.start, p.end) else replace(p, start=start, end=end)


def _ended(document: Document, p: Passage) -> Passage:
    """'vier Kinder, davon drei klein, oft mit Sch|nupfen': what a length cuts off inside a word loses that clause."""
    whole = _whole(document, p)
    if whole.end == p.end:
        return p
    clauses = document.text[p.start : p.end].split(",")
    return replace(p, end=p.end - len(clauses[-1]) - 1) if len(clauses) > _CLAUSES else replace(p, end=whole.end)


def _heights(document: Document, safe: list[Passage]) -> bytearray:
    heights = bytearray(len(document.text) + 1)
    for p in safe:
        level = round(p.score * 100)
        for at in range(p.start, p.end):
            heights[at] = max(heights[at], level)
    return heights


def _outranked(p: Passage, safe: bytearray) -> bool:
    level = round(p.score * 100)
    covered = sum(height >= level for height in safe[p.start : p.end])
    return covered * 2 > p.end - p.start


def _shielded(document: Document, p: Passage) -> bool:
    return any(a < p.end and p.start < b for a, b in document.protected)


def unite(passages: list[Passage]) -> list[Passage]:
    """Clusters of overlapping passages as one; the best-founded kind names it."""
    out: list[Passage] = []
    for p in sorted(passages, key=lambda p: (p.start, -p.end)):
        if out and p.start < out[-1].end:
            out[-1] = _united(out[-1], p)
        else:
            out.append(p)
    return out


def _united(a: Passage, b: Passage) -> Passage:
    first = max(
        a,
        b,
        key=lambda p: (
            _telephone(p, a, b),
            _addressed(p, a, b),
            p.certain,
            p.score >= FIRM,
            _RANK.get(p.kind, 0),
            p.end - p.start,
        ),
    )
    evidence = tuple(dict.fromkeys((*a.evidence, *b.evidence)))
    return replace(
        first, start=min(a.start, b.start), end=max(a.end, b.end), score=max(a.score, b.score), evidence=evidence
    )


def _addressed(p: Passage, *both: Passage) -> bool:
    """'Frau Rosina Hertz': who is addressed is a person, also where her surname is that of a firm."""
    known = any("org:known" in other.evidence and p.start < other.start and other.end == p.end for other in both)
    return known and any(code in _ADDRESS for code in p.evidence)


def _telephone(p: Passage, *both: Passage) -> bool:
    """A number that nothing else explains is the telephone that it looks like."""
    return p.kind == "PHONE" and any(each.evidence == (_UNEXPLAINED,) for each in both)


def _before(document: Document, start: int, end: int) -> int:
    """Where the last word before a place ends: 'fünf Kinder, davon [Name]' leaves 'fünf Kinder'."""
    kept = re.sub(r",?\s+(?:davon|alle|aus|von|mit|und|in|bei|beim|im|am|vor|auf)?\s*\Z", "", document.text[start:end])
    return start + len(kept.rstrip(" ,;(:"))


def _fill(document: Document, direct: list[Passage], events: list[Passage], quasi: list[Passage]) -> list[Passage]:
    """An event swallows the names in it; elsewhere a direct identifier is never widened by a quasi-identifier."""
    out: list[Passage] = []
    for event in unite(events):
        inside = [p for p in direct if p.start < event.end and event.start < p.end]
        start, end = min([event.start, *(p.start for p in inside)]), max([event.end, *(p.end for p in inside)])
        direct = [p for p in direct if p not in inside]
        mark = ("names-inside",) if inside else ()
        out.append(replace(event, start=start, end=end, evidence=(*event.evidence, *mark)))
    taken = sorted([*direct, *out], key=lambda p: p.start)
    for p in unite(quasi):
        inside = next((t for t in taken if t.start < p.end and p.start < t.end), None)
        if inside is None:
            out.append(p)
        elif (end := _before(document, p.start, inside.start)) - p.start >= _WORTH:
            out.append(replace(p, end=end))
    return sorted([*direct, *out], key=lambda p: p.start)
