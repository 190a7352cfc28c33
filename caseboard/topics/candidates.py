"""Candidates for new themes: at most six groups of recent texts that no known theme explains, each with its terms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from caseboard.topics import naming
from caseboard.topics.boilerplate import Boilerplate
from caseboard.topics.duplicates import Report as Comparing
from caseboard.topics.duplicates import twice
from caseboard.topics.features import column, hasher, rarity, weighed
from caseboard.topics.growth import Group, Rows, crowds, leftovers, strength
from caseboard.topics.sampling import Case, Periods, parted
from caseboard.topics.words import lemma

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

    from caseboard.topics.classifier import Classifier

MOST = 6

SAME_CASES = 0.5
"""Two candidates that share half of the smaller one are one."""

SAME_TERMS, SAME_MIDDLE = 2, 0.8
"""What makes a candidate the same as one that was dismissed: so many terms in common, or this cosine."""

MIDDLE = 40
"""So many columns are kept of the middle of a candidate."""


Report = Callable[[str, int, int], None]
"""Hears which step is at work, and how much of how much of it is done."""

AT_ONCE = 500


def silent(_step: str, _done: int, _total: int) -> None:
    """Nobody wants to hear how far it is."""


class NothingBefore(ValueError):
    """All cases are of the last 90 days, so that nobody can say what is new."""

    def __init__(self) -> None:
        super().__init__("all cases are of the last 90 days: there are none before them to compare with")


@dataclass(frozen=True)
class Candidate:
    """A theme that may be missing.

    Attributes:
        terms: words as people write them, the most telling first, each from at least three houses.
        ids: its cases, the most typical first.
        houses: how many houses they come from.
        middle: the strongest columns of its centroid, so that it is known again once it was dismissed; of shown terms
            and others that at least three houses use.
    """

    terms: tuple[str, ...]
    ids: tuple[str, ...]
    houses: int
    middle: Mapping[int, float]

    def like(self, other: Candidate) -> bool:
        """Whether both mean the same theme."""
        mine, others = ({lemma(term) for term in one.terms} for one in (self, other))
        return len(mine & others) >= SAME_TERMS or _cosine(self.middle, other.middle) >= SAME_MIDDLE


def find(
    cases: Iterable[Case] | Periods,
    classifier: Classifier,
    dismissed: Collection[Candidate] = (),
    report: Report = silent,
) -> list[Candidate]:
    """The candidates of the last 90 days of the cases, measured by what was there before.

    Raises:
        NothingBefore: all cases are of the last 90 days.
    """
    periods = cases if isinstance(cases, Periods) else parted(cases)
    if not periods.recent:
        return []
    if not periods.before:
        raise NothingBefore
    desk = Desk(periods.recent, periods.before, classifier, report)
    found: list[Candidate] = []

    def grouping(done: int, total: int) -> None:
        report("grouping", done, total)

    for group in _interleaved(crowds(desk.periods, grouping), leftovers(desk.periods, grouping)):
        candidate = desk.candidate(group)
        if candidate and not any(map(candidate.like, dismissed)) and not any(_same(candidate, one) for one in found):
            found.append(candidate)
        if len(found) == MOST:
            break
    return found


def _interleaved(*kinds: Iterator[Group]) -> Iterator[Group]:
    return (group for group in chain.from_iterable(zip_longest(*kinds)) if group is not None)


def _same(one: Candidate, other: Candidate) -> bool:
    shared = len(set(one.ids) & set(other.ids))
    return shared > SAME_CASES * min(len(one.ids), len(other.ids)) or one.like(other)


class Desk:
    """Both periods read, weighed and mixed; turns groups of places into candidates."""

    def __init__(
        self, recent: Sequence[Case], before: Sequence[Case], classifier: Classifier, report: Report = silent
    ) -> None:
        import numpy as np

        def comparing(done: int, total: int) -> None:
            report("duplicates", done, total)

        phrases = Boilerplate(case.text for case in chain(recent, before))
        words = []
        for number, case in enumerate(chain(recent, before)):
            if number % AT_ONCE == 0:
                comparing(0, 1)
            words.append(phrases.without(case.text))
        counts = hasher().counts(map(" ".join, words))
        weights = weighed(counts, rarity(counts))
        once = np.flatnonzero(~_doubles([*recent, *before], weights, comparing))
        now, then = once[once < len(recent)], once[once >= len(recent)]
        mix = _mix(classifier, counts)
        self.cases, self.words = [recent[place] for place in now], [words[place] for place in now]
        houses = _numbers(case.house for case in self.cases)
        self.periods = Rows(weights[now], weights[then], mix[now], mix[then], houses)
        self.counts, self.counts_before = (counts[places] for places in (now, then))

    def candidate(self, group: Group) -> Candidate | None:
        """A group with its name, or nothing if there is no term that may be shown."""
        import numpy as np

        rows = self.periods.recent[group.places]
        middle = np.asarray(rows.mean(axis=0)).ravel()
        places = group.places[np.argsort(-(rows @ middle), kind="stable")]
        houses = [self.cases[place].house for place in places]
        terms = naming.used([self.words[place] for place in places], houses)
        names = naming.names(terms, self._strengths(terms, len(places)), len(places))
        if not names:
            return None
        ids = tuple(self.cases[place].id for place in places)
        return Candidate(tuple(names), ids, len(set(houses)), _kept(middle, terms))

    def _strengths(self, terms: Mapping[str, naming.Term], size: int) -> dict[str, float]:
        """How far the group uses each term more than as many texts of before did, theme by theme."""
        import numpy as np

        columns = np.array([column(term) for term in terms], int)
        rates = self._rates[columns]
        observed = np.array([len(term.texts) for term in terms.values()], float)
        return dict(zip(terms, strength(observed, size * rates).tolist(), strict=True))

    @cached_property
    def _rates(self) -> np.ndarray:
        """In how many of the expected texts the term of each column is."""
        return ((self.counts_before > 0).T @ self.periods.expected) / max(self.periods.expected.sum(), 1.0)


def _mix(classifier: Classifier, counts: csr_matrix) -> np.ndarray:
    """For each text the shares of the themes, and last the share of none."""
    import numpy as np
    from scipy.special import expit

    odds = expit(classifier.log_odds(counts))
    shares = np.column_stack([odds, np.prod(1 - odds, axis=1)])
    return shares / shares.sum(axis=1, keepdims=True)


def _doubles(cases: Sequence[Case], weights: csr_matrix, comparing: Comparing) -> np.ndarray:
    import numpy as np

    days = np.array([case.day.toordinal() for case in cases])
    return twice(weights, _numbers(case.house for case in cases), days, comparing)


def _numbers(names: Iterable[str]) -> np.ndarray:
    import numpy as np

    known: dict[str, int] = {}
    return np.array([known.setdefault(name, len(known)) for name in names], int)


def _kept(middle: np.ndarray, terms: Mapping[str, naming.Term]) -> dict[int, float]:
    shared = {column(base) for base, term in terms.items() if len(term.houses) >= naming.LEAST_HOUSES}
    strongest = sorted(shared, key=lambda place: -middle[place])[:MIDDLE]
    return {place: round(float(middle[place]), 5) for place in strongest}


def _cosine(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    product = sum(value * other.get(place, 0.0) for place, value in one.items())
    lengths = (sum(value**2 for value in some.values()) ** 0.5 for some in (one, other))
    return product / (next(lengths) * next(lengths) or 1.0)
