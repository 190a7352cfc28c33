"""Annotated case texts and how well a stripped text did on them.

The markup is explained in README.md beside this file.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from caseboard.anonymize import Find

HERE = Path(__file__).resolve().parent
DIRECT = frozenset({"PERSON", "STREET", "PLACE", "POSTCODE", "ORG", "DATE", "PHONE", "EMAIL", "URL", "ID"})
_MARK = re.compile(
    r"\[\[(?P<direct>[A-Z]+):(?P<a>[^\[\]]+)\]\]|\(\((?P<quasi>[A-Z]+):(?P<b>[^()]+)\)\)|\{\{KEEP:(?P<c>[^{}]+)\}\}"
)
_WORD = re.compile(r"[^\W_]+")
_SMALL = re.compile(
    r"der|die|das|den|dem|des|eine?[rmn]?|am|im|an|in|auf|beim?|zu[mr]?|vo[nm]|und|für|mit|frau|herrn?|hr|fr|dr|prof|dipl|med"
    r"|familie|fam|straße|str|nr|uhr|geb"
)
_INITIALS = 2

Span = tuple[int, int, str]


@dataclass(frozen=True)
class Annotated:
    """A text and what its author marked in it."""

    name: str
    text: str
    direct: tuple[Span, ...]
    quasi: tuple[Span, ...]
    keep: tuple[Span, ...]


@dataclass
class Score:
    """Counts over several texts."""

    direct: int = 0
    leaks: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    leaked_kinds: Counter[str] = field(default_factory=Counter)
    persons: list[tuple[str, bool]] = field(default_factory=list)
    keep: int = 0
    lost: list[str] = field(default_factory=list)
    quasi: int = 0
    untouched: list[str] = field(default_factory=list)
    other: int = 0
    over: list[str] = field(default_factory=list)
    documents: int = 0
    clean: int = 0

    @property
    def recall(self) -> float:
        """Share of direct identifiers that are gone, every word of them."""
        return 1 - len(self.leaks) / self.direct

    @property
    def survival(self) -> float:
        """Share of field terms that nobody touched."""
        return 1 - len(self.lost) / self.keep

    @property
    def over_redaction(self) -> float:
        """Share of ordinary words that were replaced."""
        return len(self.over) / self.other

    @property
    def touched(self) -> float:
        """Share of quasi-identifiers that were generalised at least in part."""
        return 1 - len(self.untouched) / self.quasi


def name_words(document: Annotated) -> Iterator[str]:
    """The words of its persons, initials and small words aside."""
    for start, end, kind in document.direct:
        if kind == "PERSON":
            found = _WORD.findall(document.text[start:end])
            yield from (word for word in found if len(word) > _INITIALS and not _SMALL.fullmatch(word.lower()))


def texts(part: str) -> Iterator[Annotated]:
    """The texts of a part, "tune" or "test"."""
    return texts_in(HERE / part)


def texts_in(folder: Path) -> Iterator[Annotated]:
    """The annotated texts of a folder."""
    for path in sorted(folder.glob("*.txt")):
        yield parse(path.stem, path.read_text(encoding="utf-8").split("\n", 2)[2])


def parse(name: str, marked: str) -> Annotated:
    """Take the markup out and remember where it stood."""
    pieces: list[str] = []
    spans: dict[str, list[Span]] = {"direct": [], "quasi": [], "keep": []}
    at = length = 0
    for m in _MARK.finditer(marked):
        pieces.append(marked[at : m.start()])
        length += m.start() - at
        surface = m["a"] or m["b"] or m["c"]
        group = "direct" if m["direct"] else "quasi" if m["quasi"] else "keep"
        spans[group].append((length, length + len(surface), m["direct"] or m["quasi"] or "KEEP"))
        pieces.append(surface)
        length += len(surface)
        at = m.end()
    pieces.append(marked[at:])
    return Annotated(name, "".join(pieces), *(tuple(spans[g]) for g in ("direct", "quasi", "keep")))


def count(score: Score, document: Annotated, finds: Sequence[Find]) -> None:
    """Add one stripped document to the score."""
    covered, marked = bytearray(len(document.text)), bytearray(len(document.text))
    for find in finds:
        covered[find.start : find.end] = b"\1" * (find.end - find.start)
    for start, end, _ in (*document.direct, *document.quasi):
        marked[start:end] = b"\1" * (end - start)
    leaks = [span for span in document.direct if not _gone(document.text, span, covered, finds)]
    score.documents += 1
    score.clean += not leaks
    score.direct += len(document.direct)
    score.kinds.update(kind for _, _, kind in document.direct)
    score.leaked_kinds.update(kind for _, _, kind in leaks)
    score.persons += [(document.text[s[0] : s[1]], s not in leaks) for s in document.direct if s[2] == "PERSON"]
    score.leaks += [f"{document.name} {kind} {document.text[a:b]}" for a, b, kind in leaks]
    score.keep += len(document.keep)
    score.lost += [f"{document.name} {document.text[a:b]}" for a, b, _ in document.keep if any(covered[a:b])]
    score.quasi += len(document.quasi)
    score.untouched += [
        f"{document.name} {k} {document.text[a:b]}" for a, b, k in document.quasi if not any(covered[a:b])
    ]
    others = [m for m in _WORD.finditer(document.text) if not any(marked[m.start() : m.end()])]
    score.other += len(others)
    score.over += [f"{document.name} {m[0]}" for m in others if any(covered[m.start() : m.end()])]


def _gone(text: str, span: Span, covered: bytearray, finds: Sequence[Find]) -> bool:
    """Every identifying word is covered, and no replacement brings it back."""
    for m in _WORD.finditer(text, span[0], span[1]):
        if len(m[0]) < 2 or _SMALL.fullmatch(m[0].lower()):
            continue
        back = rf"(?<!\w){re.escape(m[0])}(?!\w)"
        here = [f for f in finds if f.start < m.end() and m.start() < f.end]
        if not all(covered[m.start() : m.end()]) or any(re.search(back, f.replacement) for f in here):
            return False
    return True
