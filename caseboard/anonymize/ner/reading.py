"""Names in a document as the network reads them, with the probability it gives them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.ner import weights
from caseboard.anonymize.ner.features import vectors
from caseboard.anonymize.ner.labels import LABELS
from caseboard.anonymize.ner.network import restore

LEAST = 0.5
"""From this probability on, that of being any kind of name, a word counts."""
_TOGETHER, _AFTER_INITIAL = re.compile(r"[ \t]?-[ \t]?|[ \t]+|['’ʼ]|[ \t]?&[ \t]?"), re.compile(r"\.[ \t]?")
_INITIAL = 3


@dataclass(frozen=True, slots=True)
class Guess:
    """A stretch of text that reads like a name."""

    start: int
    end: int
    label: str
    probability: float


class NameReader:
    """The network of this process."""

    def __init__(self, folder: Path = weights.FOLDER) -> None:
        try:
            self._model = restore(weights.content(folder))
        except (KeyError, ValueError, OSError):
            raise weights.BrokenWeights from None

    def probabilities(self, document: Document) -> np.ndarray:
        """For each word the probability of each label."""
        if not document.words:
            return np.zeros((0, len(LABELS)), dtype="float32")
        return self._model.predict([vectors(document)])[0]

    def guesses(self, document: Document, least: float = LEAST) -> Iterator[Guess]:
        """Neighbouring words of one label, as one guess."""
        table = self.probabilities(document) if document.opinions is None else document.opinions
        run: list[Word] = []
        labels = [LABELS[at] for at in 1 + table[:, 1:].argmax(axis=1)] if len(table) else []
        for word in document.words:
            named = not word.protected and 1 - table[word.index, 0] >= least
            if run and not (named and labels[word.index] == labels[run[0].index] and _together(run[-1], word)):
                yield self._guess(run, labels, table)
                run = []
            if named:
                run.append(word)
        if run:
            yield self._guess(run, labels, table)

    def _guess(self, run: list[Word], labels: list[str], table: np.ndarray) -> Guess:
        named = 1 - table[[word.index for word in run], 0]
        return Guess(run[0].start, run[-1].end, labels[run[0].index], float(named.mean()))


def _together(before: Word, word: Word) -> bool:
    """Two words of one name: beside each other, joined, or the first an initial with its full stop."""
    if _TOGETHER.fullmatch(word.gap):
        return True
    return len(before.text) <= _INITIAL and bool(_AFTER_INITIAL.fullmatch(word.gap))
