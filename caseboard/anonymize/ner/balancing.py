"""The weights of the evidence, learnt from annotated texts: a small logistic regression anybody can read afterwards."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np

from caseboard.anonymize.engine import Engine
from caseboard.anonymize.ner.generator import MARK
from caseboard.anonymize.normalise import normal
from caseboard.anonymize.proper_nouns import TAGS
from caseboard.anonymize.resolving import united, unsafe, with_candidates
from caseboard.anonymize.surroundings import Surroundings
from caseboard.anonymize.weighing import DOUBT, FAMILIES, circumstances, tag_of, told_of, weighable

_SMALL = re.compile(r"(?:der|die|das|den|dem|des|von|vom|und|im|in|am|an|zu[mr]?|bei|für|mit|frau|herrn?|dr|hr|fr)\Z")
_LEAST_SEEN, _RIDGE, _TAG_RIDGE, _FOLDS = 8, 5.0, 2.0, 8
_NAME_COST, _WORD_COST = 5.0, 0.3  # a missed name, a masked ordinary word, beside a lost term of the field
_SURE_ENOUGH = 0.985


Span = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """One passage: the kinds of evidence for it, and whether a person had marked it."""

    codes: frozenset[str]
    name: bool
    term: bool  # a person had marked it as a word that must survive
    text: int


@dataclass(frozen=True)
class Balance:
    """What was learnt, and what it does to texts it was not learnt from."""

    weights: dict[str, float]
    seen: Counter[str]
    bias: float
    certain: float
    rows: int
    dropped_names: float
    dropped_words: float
    dropped_terms: float


def rows(machine: Engine, marked: Iterable[str]) -> Iterator[Row]:
    """Every passage that would be weighed, in each annotated text."""
    for body in marked:
        yield from _rows(machine, body, int.from_bytes(blake2b(body.encode(), digest_size=4).digest(), "big"))


def _rows(machine: Engine, body: str, number: int) -> Iterator[Row]:
    text, names, open_, terms = _unmarked(body)
    form = normal(text)
    document = machine.read(form.text)
    kept = unsafe(document, machine.analyze(document, ()))
    found = with_candidates(kept, united(document, kept))
    around = Surroundings(document, [p for p in found if not p.perhaps])
    for p in found:
        span = form.span(p.start, p.end)
        if weighable(p) and not _touches(span, open_):
            codes = _codes((*told_of(document, p, circumstances(document, p), around), tag_of(document, p)))
            name = _touches(_telling(text, *span), names)
            yield Row(codes, name, not name and _touches(span, terms), number)


def kept(found: Iterable[Row], path: Path) -> None:
    """Rows as lines of JSON: codes and circumstances, and of the text no more than the word in front of a find.

    For annotated texts, which are fiction: a word in front of a find may be anything.


    Evidence is honest only where neither the rules nor the networks know the texts, so rows are collected with the
    program as it was before a text was read for its errors, and kept until there are enough of them.
    """
    lines = [json.dumps([sorted(row.codes), row.name, row.term, row.text]) for row in found]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(path: Path) -> Iterator[Row]:
    """The rows that were kept."""
    for line in path.read_text(encoding="utf-8").splitlines():
        codes, name, term, text = json.loads(line)
        yield Row(frozenset(codes), name, term, text)


def _codes(codes: Iterable[str]) -> frozenset[str]:
    """Each code, and the family it belongs to where the family has members without number."""
    return frozenset({*codes, *(head for head in (c.partition(":")[0] for c in codes) if head in FAMILIES)})


def _unmarked(body: str) -> tuple[str, list[Span], list[Span], list[Span]]:
    """The text, and where its names, its quasi-identifiers and the words that must survive stand."""
    pieces: list[str] = []
    found: dict[str, list[Span]] = {"direct": [], "quasi": [], "": []}
    at = length = 0
    for m in MARK.finditer(body):
        pieces += [body[at : m.start()], m["a"] or m["b"] or m["c"]]
        length += m.start() - at
        span = (length, length + len(pieces[-1]))
        found["direct" if m["direct"] else "quasi" if m["quasi"] else ""].append(span)
        length, at = span[1], m.end()
    return "".join([*pieces, body[at:]]), found["direct"], found["quasi"], found[""]


def _telling(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the small words at its edges."""
    words = [m for m in re.finditer(r"[^\W_]+", text[start:end]) if not _SMALL.match(m[0].lower())]
    return (start + words[0].start(), start + words[-1].end()) if words else (start, end)


def _touches(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in others)


def learn(found: list[Row]) -> Balance:
    """Weights from all rows; thresholds from rows whose texts the weights had not seen."""
    seen = Counter(code for row in found for code in row.codes)
    codes = sorted(code for code, times in seen.items() if times >= _LEAST_SEEN and not _tag(code))
    table = np.array([[code in row.codes for code in codes] for row in found], dtype=float)
    names = np.array([row.name for row in found])
    costs = np.array([_cost(row) for row in found])
    folds = np.array([row.text % _FOLDS for row in found])
    sums = np.zeros(len(found))
    for fold in range(_FOLDS):
        here = folds == fold
        weights, bias = _fitted(table[~here], names[~here], costs[~here])
        sums[here] = table[here] @ weights + bias
    certain = _certain(sums, names)
    weights, bias = _fitted(table, names, costs)
    gone, terms = sums < 0, np.array([row.term for row in found])
    return Balance(
        dict(zip(codes, weights.tolist(), strict=True)) | tags(found, sums), seen, bias, certain, len(found),
        _share(gone[names]), _share(gone[~names]), _share(gone[terms]),
    )  # fmt: skip


def tags(found: list[Row], sums: np.ndarray) -> dict[str, float]:
    """What the tagger's answers add to sums on either side of the threshold, though it is asked only above.

    They are learnt behind all else, with the sums as they are: rows collected before there was a tagger have none.
    """
    asked = [at for at, row in enumerate(found) if abs(sums[at]) < DOUBT and any(map(_tag, row.codes))]
    codes = sorted({code for at in asked for code in found[at].codes if _tag(code)})
    if not codes:
        return {}
    table = np.array([[code in found[at].codes for code in codes] for at in asked], dtype=float)
    names, costs = np.array([found[at].name for at in asked]), np.array([_cost(found[at]) for at in asked])
    weights = _newton(table, names, costs, np.full(len(codes), _TAG_RIDGE), sums[asked])
    return dict(zip(codes, weights.tolist(), strict=True))


def _tag(code: str) -> bool:
    return code.partition(":")[0] in TAGS


def _share(gone: np.ndarray) -> float:
    return float(gone.mean()) if gone.size else 0.0


def _fitted(table: np.ndarray, names: np.ndarray, costs: np.ndarray) -> tuple[np.ndarray, float]:
    """Newton's method for a logistic regression with a ridge, in which a mistake counts what it costs."""
    full = np.hstack([table, np.ones((len(table), 1))])
    ridge = np.full(full.shape[1], _RIDGE)
    ridge[-1] = 0.01
    weights = _newton(full, names, costs, ridge, np.zeros(len(full)))
    return weights[:-1], float(weights[-1])


def _newton(full: np.ndarray, names: np.ndarray, costs: np.ndarray, ridge: np.ndarray, known: np.ndarray) -> np.ndarray:
    """The weights of the columns, beside the sums that are known already."""
    weights = np.zeros(full.shape[1])
    for _ in range(30):
        share = 1 / (1 + np.exp(-np.clip(known + full @ weights, -30, 30)))
        slope = full.T @ (costs * (share - names)) + ridge * weights
        bend = (full * (costs * share * (1 - share))[:, None]).T @ full + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return weights


def _cost(row: Row) -> float:
    return _NAME_COST if row.name else 1.0 if row.term else _WORD_COST


def _certain(sums: np.ndarray, names: np.ndarray) -> float:
    """The sum above which hardly anything but names lies."""
    order = np.argsort(-sums)
    right = np.cumsum(names[order]) / np.arange(1, len(sums) + 1)
    sure = np.nonzero(right >= _SURE_ENOUGH)[0]
    return float(sums[order][sure[-1]]) if len(sure) else float(sums.max())


def written(balance: Balance, path: Path) -> None:
    """The table as people read it: the strongest evidence first."""
    lines = [
        "# What each kind of evidence weighs (logarithm of the odds); made by `caseboard ner weigh`.",
        f"# A sum below zero drops a passage. Learnt from {balance.rows} passages; on texts not learnt from,",
        f"# {balance.dropped_words:.0%} of the passages that are no names go, {balance.dropped_terms:.0%} of the terms "
        f"of the field, and {balance.dropped_names:.1%} of the names.",
        "# kind of evidence, weight, how often seen",
        f"(bias)\t{balance.bias:.2f}",
        "(drop below)\t0",
        f"(certain from)\t{balance.certain:.2f}",
    ]
    ranked = sorted(balance.weights.items(), key=lambda item: -item[1])
    lines += [f"{code}\t{weight:.2f}\t{balance.seen[code]}" for code, weight in ranked]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
