"""A piece of text with its names marked: what corpora, templates and damage exchange."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from caseboard.anonymize.document import Document
from caseboard.anonymize.ner.labels import LABELS, SKIP

Piece = tuple[str, str]
"""Some text and its label: one of LABELS, or SKIP."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text as the pieces it consists of."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


def cut(text: str, spans: Iterable[tuple[int, int, str]]) -> Sample:
    """A sample from a text and its marked stretches; of overlapping ones the first counts."""
    pieces, at = [], 0
    for start, end, label in sorted(spans):
        if start >= at and end > start:
            pieces += [(text[at:start], "O"), (text[start:end], label)]
            at = end
    return Sample(tuple(p for p in (*pieces, (text[at:], "O")) if p[0]))


def joined(samples: Iterable[Sample], gap: str) -> Sample:
    """Several samples as one text."""
    pieces: list[Piece] = []
    for sample in samples:
        pieces += [*([(gap, "O")] if pieces else []), *sample.pieces]
    return Sample(tuple(pieces))


def targets(document: Document, sample: Sample) -> tuple[np.ndarray, np.ndarray]:
    """The label of each word as a number, and how much it counts."""
    numbers = np.zeros(len(document.words), dtype="int64")
    weights = np.ones(len(document.words), dtype="float32")
    at, start = 0, 0
    for text, label in sample.pieces:
        end = start + len(text)
        while at < len(document.words) and document.words[at].start < end:
            if document.words[at].end > start:
                if label == SKIP:
                    weights[at] = 0
                elif label != "O":
                    numbers[at] = LABELS.index(label)
            if document.words[at].end > end:
                break
            at += 1
        start = end
    return numbers, weights
