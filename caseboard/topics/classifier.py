"""The classifier of themes: three suggestions with their odds, none at all, or sure enough to be counted unasked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from caseboard.topics.features import hasher, of_the_world, rarity, usual, weighed
from caseboard.topics.fitting import Taught, certain, teach, unseen
from caseboard.topics.knowledge import Beliefs, Knowledge, shipped_knowledge
from caseboard.topics.spec import ThemeSpec

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

SUGGESTED = 3

SHORT = 15.0
"""The length, before it is made one, of a text of four or five telling words; shorter ones say less."""

ENOUGH = 100
"""From so many labelled texts on they say too from where on a theme is certain."""

USUAL, MOST_USUAL = 2, 40
"""So many usual texts of no theme are put beside each labelled one, and so many beside all of them together."""

EXCLUDED = 100.0
"""What an excluded term takes from the log odds of its theme: enough that no other word makes up for it."""


@dataclass(frozen=True)
class Labelled:
    """A text that somebody has given its themes; none means that it fits no theme."""

    text: str
    themes: tuple[str, ...]


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
        self, specs: Iterable[ThemeSpec], labelled: Sequence[Labelled] = (), knowledge: Knowledge | None = None
    ) -> None:
        """Learn; labels of a theme without a description make it a theme of its own."""
        self._knowledge = knowledge or shipped_knowledge()
        known = {spec.key: spec for spec in specs}
        more = dict.fromkeys(key for one in labelled for key in one.themes if key not in known)
        self.specs = (*known.values(), *map(ThemeSpec, more))
        self._rarity = rarity()
        self._taught: Taught | None = None
        self._certain = self._knowledge.scale.certain
        if labelled and self.specs:
            self._learn(labelled)

    def _learn(self, labelled: Sequence[Labelled]) -> None:
        """Learn from labels, with usual texts of no theme beside them: few labels say too little of all others."""
        import numpy as np
        from scipy.sparse import vstack

        counts = hasher().counts(one.text for one in labelled)
        self._rarity = rarity(counts)
        beside = min(USUAL * len(labelled), MOST_USUAL)
        texts = vstack([self._weighed(counts), *[usual()] * beside]).tocsr()
        labels = np.zeros((texts.shape[0], len(self.keys)))
        labels[: len(labelled)] = [[key in one.themes for key in self.keys] for one in labelled]
        believed = np.vstack([self._believed(counts), *[self._beliefs.of(usual())] * beside])
        known = self._beliefs.known
        self._taught = teach(texts, labels, believed, known)
        if len(labelled) >= ENOUGH:
            odds = unseen(texts, labels, believed, known)[: len(labelled)]
            self._certain = (self._certain + certain(odds, labels[: len(labelled)])) / 2

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
        if self._taught is not None:
            odds = self._taught.odds(self._weighed(counts), odds)
        for number, spec in enumerate(self.specs):
            for term in spec.excludes:
                odds[_having(counts, term), number] -= EXCLUDED
        return odds

    def _believed(self, counts: csr_matrix) -> np.ndarray:
        """What is believed of texts; weighed as when the beliefs were learned."""
        return self._beliefs.of(weighed(counts, of_the_world(), SHORT))

    def _weighed(self, counts: csr_matrix) -> csr_matrix:
        return weighed(counts, self._rarity, SHORT)

    @cached_property
    def _beliefs(self) -> Beliefs:
        """What is believed before there are labels."""
        return Beliefs(self.specs, self._knowledge)


@lru_cache(maxsize=4)
def untaught(specs: tuple[ThemeSpec, ...]) -> Classifier:
    """The classifier of these themes before anybody has labelled a text; made once in a process."""
    return Classifier(specs)


def _having(counts: csr_matrix, term: str) -> np.ndarray:
    """Which texts have every word of a term."""
    columns = sorted(set(hasher().columns(term)))
    return len(columns) == (counts[:, columns] > 0).sum(axis=1).A1 if columns else []
