"""The classifier of themes: three suggestions with their odds, none at all, or sure enough to be counted unasked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from caseboard.topics.features import documents, hasher, of_the_world, rare, usual, weighed
from caseboard.topics.fitting import Tick, certain, silent, teach, unseen
from caseboard.topics.knowledge import Beliefs, Knowledge, shipped_knowledge
from caseboard.topics.learned import Learned, mark, only, shared
from caseboard.topics.spec import ThemeSpec

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

SUGGESTED = 3

SHORT = 15.0
"""The length, before it is made one, of a text of four or five telling words; shorter ones say less."""

ENOUGH = 100
"""From so many labelled texts on they say too from where on a theme is certain."""

SETTLED = 400
"""At so many labelled texts what they say of that weighs as much as what is shipped; sooner a few would sway it."""

EVEN = 0.0
"""On the scale of log odds. What is likelier not to fit is never counted unasked: labelled texts that repeat each other
know each other, and would say that hardly anything is too unlikely.
"""

USUAL, MOST_USUAL = 2, 40
"""So many usual texts of no theme are put beside each labelled one, and so many beside all of them together."""

EXCLUDED = 100.0
"""What an excluded term takes from the log odds of its theme: enough that no other word makes up for it."""


@dataclass(frozen=True)
class Labelled:
    """A text that somebody has given its themes; none means that it fits no theme.

    Where the house is known, nothing is learned about terms that fewer than three houses use.
    """

    text: str
    themes: tuple[str, ...]
    house: str = ""


@dataclass(frozen=True)
class Scored:
    """A theme and how likely it is, from zero to one."""

    theme: str
    score: float


@dataclass(frozen=True)
class Suggestions:
    """The likeliest themes, best first, and how likely it is that none fits."""

    best: tuple[Scored, ...]
    none: float


class Classifier:
    """Knows themes by their description, by the starting knowledge, and by labelled texts if there are any."""

    def __init__(
        self,
        specs: Iterable[ThemeSpec],
        labelled: Sequence[Labelled] = (),
        knowledge: Knowledge | None = None,
        *,
        learned: Learned | None = None,
        tick: Tick = silent,
    ) -> None:
        """Learn; labels of a theme without a description make it a theme of its own.

        Args:
            specs: the themes.
            labelled: texts to learn from.
            knowledge: the starting knowledge, the shipped one unless told otherwise.
            learned: instead of texts, what another classifier has learned.
            tick: see `fitting.Tick`.
        """
        self._knowledge = knowledge or shipped_knowledge()
        known = {spec.key: spec for spec in specs}
        more = dict.fromkeys(key for one in labelled for key in one.themes if key not in known)
        self.specs = (*known.values(), *map(ThemeSpec, more))
        self.learned = learned.meant_for(self.specs) if learned and self.specs else None
        if labelled and self.specs:
            self.learned = self._learn(labelled, tick)
        self._rarity = self.learned.rarity if self.learned else of_the_world()
        self._certain = self.learned.certain if self.learned else self._knowledge.scale.certain

    def _learn(self, labelled: Sequence[Labelled], tick: Tick) -> Learned:
        """Learn from labels, with usual texts of no theme beside them: few labels say too little of all others."""
        import numpy as np
        from scipy.sparse import vstack

        counts = hasher().counts(one.text for one in labelled)
        terms = shared(counts, [one.house for one in labelled])
        said = documents(counts) * terms
        beside = min(USUAL * len(labelled), MOST_USUAL)
        own = only(weighed(counts, rare(said, len(labelled)), SHORT), terms)
        texts = vstack([own, *[usual()] * beside]).tocsr()
        labels = np.zeros((texts.shape[0], len(self.keys)))
        labels[: len(labelled)] = [[key in one.themes for key in self.keys] for one in labelled]
        believed = np.vstack([self._believed(counts), *[self._beliefs.of(usual())] * beside])
        known = self._beliefs.known
        taught, sure = teach(texts, labels, believed, known, tick), self._knowledge.scale.certain
        if len(labelled) >= ENOUGH:
            odds = unseen(texts, labels, believed, known, tick)[: len(labelled)]
            heard = len(labelled) / (len(labelled) + SETTLED)
            sure = max(EVEN, sure + heard * (certain(odds, labels[: len(labelled)]) - sure))
        seen = np.flatnonzero(said)
        return Learned(tuple(map(mark, self.specs)), taught, seen, said[seen], len(labelled), sure)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The themes in the order of the columns."""
        return tuple(spec.key for spec in self.specs)

    def suggest(self, text: str) -> Suggestions:
        """The three themes that fit a stripped text best."""
        import numpy as np
        from scipy.special import expit

        shares = expit(self._of(text))
        best = np.argsort(-shares, kind="stable")[:SUGGESTED]
        scored = tuple(Scored(self.keys[number], round(float(shares[number]), 4)) for number in best)
        return Suggestions(scored, round(float(np.prod(1 - shares)), 4))

    def counted(self, text: str) -> tuple[str, ...]:
        """The themes that are sure enough to be counted before anybody has ticked them."""
        return tuple(key for key, sure in zip(self.keys, self.sure(self._of(text)), strict=True) if sure)

    def _of(self, text: str) -> np.ndarray:
        return self.log_odds(hasher().counts([text]))[0]

    def sure(self, log_odds: np.ndarray) -> np.ndarray:
        """For every text and theme whether it may be counted unasked."""
        return log_odds >= self._certain

    def log_odds(self, counts: csr_matrix) -> np.ndarray:
        """For every text, given as counted terms, and every theme how likely it is, on the scale of log odds."""
        odds = self._believed(counts)
        if self.learned is not None:
            odds = self.learned.taught.odds(weighed(counts, self._rarity, SHORT), odds)
        for number, spec in enumerate(self.specs):
            for term in spec.excludes:
                odds[_having(counts, term), number] -= EXCLUDED
        return odds

    def _believed(self, counts: csr_matrix) -> np.ndarray:
        """What is believed of texts; weighed as when the beliefs were learned."""
        return self._beliefs.of(weighed(counts, of_the_world(), SHORT))

    @cached_property
    def _beliefs(self) -> Beliefs:
        """What is believed before there are labels."""
        return Beliefs(self.specs, self._knowledge)


def _having(counts: csr_matrix, term: str) -> np.ndarray:
    """Which texts have every word of a term."""
    columns = sorted(set(hasher().columns(term)))
    return len(columns) == (counts[:, columns] > 0).sum(axis=1).A1 if columns else []
