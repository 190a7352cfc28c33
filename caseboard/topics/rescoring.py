"""A whole history scored with one version of the classifier: a stream of texts, on several processors where it is long.

Of a text nothing is kept but its numbers, and of a sample for the candidates its words.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from caseboard.topics.duplicates import Report as Comparing
from caseboard.topics.duplicates import silent, twice
from caseboard.topics.features import COLUMNS, hasher, rarity, weighed
from caseboard.topics.sampling import Case, Periods

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

    from caseboard.topics.classifier import Classifier

AT_ONCE = 2000
AHEAD = 3
"""So many portions wait for each process; more would only lie in memory."""

Report = Callable[[int], None]


@dataclass(frozen=True)
class Rescored:
    """What the classifier says of every text, in the order of the stream.

    Attributes:
        houses: the names of the houses; `house` has a place in them for every text.
        house, day: of every text, the day as its ordinal number.
        doubles: for every text whether its house has told the same within two weeks before.
        rows, themes, odds: texts and themes (by their place in the classifier's keys) that are sure enough to be
            counted unasked, with the log odds.
        periods: cases for `candidates.find`.
    """

    houses: tuple[str, ...]
    house: np.ndarray
    day: np.ndarray
    doubles: np.ndarray
    rows: np.ndarray
    themes: np.ndarray
    odds: np.ndarray
    periods: Periods


@dataclass(frozen=True)
class Portion:
    """Some texts in numbers: their weighed terms, and where the classifier is sure."""

    terms: csr_matrix
    rows: np.ndarray
    themes: np.ndarray
    odds: np.ndarray


def rescore(
    cases: Iterable[Case],
    classifier: Classifier,
    until: date,
    processes: int = 1,
    report: Report | None = None,
    comparing: Comparing = silent,
) -> Rescored:
    """Score a stream of cases up to the day `until`.

    Args:
        cases: the stream.
        classifier: what scores them.
        until: the day up to which they are.
        processes: how many read them.
        report: hears after every portion how many texts are done.
        comparing: hears afterwards how far the search for doubles is.
    """
    ledger = _Ledger(Periods(until))
    done = 0
    for portion in _portions(map(ledger.noted, cases), classifier, processes):
        ledger.add(portion, done)
        done += portion.terms.shape[0]
        if report:
            report(done)
    return ledger.closed(comparing)


def read(texts: list[str], classifier: Classifier) -> Portion:
    """Some texts read and scored."""
    counts = hasher().counts(texts)
    odds = classifier.log_odds(counts)
    rows, themes = classifier.sure(odds).nonzero()
    return Portion(weighed(counts, rarity()), rows, themes, odds[rows, themes])


def _portions(texts: Iterator[str], classifier: Classifier, processes: int) -> Iterator[Portion]:
    """The portions in their order, some of them ahead of time; texts are asked for no sooner than they are needed."""
    batches = _batches(texts)
    first = next(batches, [])
    if processes == 1 or len(first) < AT_ONCE:  # a few are read before another process has begun
        yield from (read(batch, classifier) for batch in chain([first] if first else [], batches))
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), _settle, (classifier,)) as pool:
        waiting: deque[Future[Portion]] = deque()
        for batch in chain([first], batches):
            waiting.append(pool.submit(_read, batch))
            if len(waiting) >= AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _batches(texts: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(texts, AT_ONCE)):
        yield batch


_settled: list[Classifier] = []
"""The classifier of a process that reads portions for another one."""


def _settle(classifier: Classifier) -> None:
    _settled[:] = [classifier]


def _read(texts: list[str]) -> Portion:
    return read(texts, _settled[0])


@dataclass
class _Ledger:
    """The numbers of all texts in flat arrays, which grow without being copied."""

    periods: Periods
    houses: dict[str, int] = field(default_factory=dict)
    house: array[int] = field(default_factory=lambda: array("i"))
    day: array[int] = field(default_factory=lambda: array("i"))
    columns: array[int] = field(default_factory=lambda: array("i"))
    weights: array[float] = field(default_factory=lambda: array("f"))
    ends: array[int] = field(default_factory=lambda: array("q", [0]))
    rows: array[int] = field(default_factory=lambda: array("i"))
    themes: array[int] = field(default_factory=lambda: array("i"))
    odds: array[float] = field(default_factory=lambda: array("f"))

    def noted(self, case: Case) -> str:
        """Write down a case as it passes, and give its text on."""
        self.house.append(self.houses.setdefault(case.house, len(self.houses)))
        self.day.append(case.day.toordinal())
        self.periods.offer(case)
        return case.text

    def add(self, portion: Portion, start: int) -> None:
        """Write down what was read in a portion that begins at the text `start`."""
        import numpy as np

        def put(column: array[int] | array[float], values: np.ndarray, kind: type) -> None:
            column.frombytes(np.ascontiguousarray(values, kind).tobytes())

        put(self.columns, portion.terms.indices, np.int32)
        put(self.weights, portion.terms.data, np.float32)
        put(self.ends, portion.terms.indptr[1:] + self.ends[-1], np.int64)
        put(self.rows, portion.rows + start, np.int32)
        put(self.themes, portion.themes, np.int32)
        put(self.odds, portion.odds, np.float32)

    def closed(self, comparing: Comparing) -> Rescored:
        """Everything together, and which texts are doubles."""
        import numpy as np
        from scipy.sparse import csr_matrix

        house, day, rows, themes = (
            np.frombuffer(column, np.int32) for column in (self.house, self.day, self.rows, self.themes)
        )
        parts = (np.frombuffer(self.weights, np.float32), np.frombuffer(self.columns, np.int32))
        matrix = csr_matrix((*parts, np.frombuffer(self.ends, np.int64)), shape=(len(house), COLUMNS))
        doubles, odds = twice(matrix, house, day, comparing), np.frombuffer(self.odds, np.float32)
        return Rescored(tuple(self.houses), house, day, doubles, rows, themes, odds, self.periods)
