"""How well the network does on samples it has not learnt from, word by word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from thinc.api import Model

from caseboard.anonymize.ner.labels import LABELS
from caseboard.anonymize.ner.lessons import Lesson
from caseboard.anonymize.ner.samples import Sample


@dataclass(frozen=True)
class Figures:
    """Shares of words; "covered" asks for any name at all, as masking does."""

    label: str
    words: int
    found: float  # with the right label
    covered: float  # as a name of any label
    right: float  # share of the guesses of this label that are right

    def row(self) -> str:
        return f"| {self.label} | {self.words} | {self.right:.3f} | {self.found:.3f} | {self.covered:.3f} |"


def measure(
    model: Model, samples: Iterable[Sample], lesson: Callable[[Sample], Lesson], least: float = 0.5
) -> tuple[list[Figures], float]:
    """Figures for each label, and the share of ordinary words that are taken for names."""
    wanted, guessed = _answers(model, (lesson(sample) for sample in samples), least)
    figures = []
    for at, label in enumerate(LABELS[1:], 1):
        is_it, said = wanted == at, guessed == at
        figures.append(Figures(
            label, int(is_it.sum()), _share(said, is_it), _share(guessed > 0, is_it), _share(is_it, said),
        ))  # fmt: skip
    return figures, _share(guessed > 0, wanted == 0)


def _answers(model: Model, lessons: Iterable[Lesson], least: float) -> tuple[np.ndarray, np.ndarray]:
    wanted, guessed = [np.zeros(0, int)], [np.zeros(0, int)]
    for rows, numbers, weights in lessons:
        if len(rows):
            table = model.predict([rows])[0]
            named = 1 - table[:, 0] >= least
            wanted.append(numbers[weights > 0])
            guessed.append(np.where(named, 1 + table[:, 1:].argmax(axis=1), 0)[weights > 0])
    return np.concatenate(wanted), np.concatenate(guessed)


def _share(hits: np.ndarray, among: np.ndarray) -> float:
    return float(hits[among].mean()) if among.any() else 0.0
