"""Names in a document as the network reads them, with the probability it gives them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from caseboard.anonymize.cut_first_names import cut_first_name
from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.ner import weights
from caseboard.anonymize.ner.features import vectors
from caseboard.anonymize.ner.forward import Computed, Networks
from caseboard.anonymize.ner.labels import LABELS
from caseboard.anonymize.ner.network import restore
from caseboard.anonymize.signed import Damaged

LEAST = 0.5
"""From this probability on, that of being any kind of name, a word counts."""
_TOGETHER, _AFTER_INITIAL = re.compile(r"[ \t]?-[ \t]?|[ \t]+|['’ʼ]|[ \t]?&[ \t]?"), re.compile(r"\.[ \t]?")
_FIGURE = re.compile(r"\d-?\Z")
_HALF_LIKELY = 0.25
_PARTICLES = frozenset(
    {"von", "vom", "van", "zu", "zum", "zur", "de", "der", "da", "dos", "del", "di", "ter", "ben", "bin"}
)


@dataclass(frozen=True, slots=True)
class Guess:
    """A stretch of text that reads like a name."""

    start: int
    end: int
    label: str
    probability: float


class NameReader:
    """The networks of this process: each has learnt from other texts, and one that is sure of a name is enough.

    A committee that errs towards names suits what follows: the evidence is weighed afterwards, so a word too many is
    dropped there, while nothing brings back a name that no witness has named.
    """

    def __init__(self, folder: Path | None = None) -> None:
        try:
            self._networks = Networks([restore(one) for one in weights.content(folder)])
        except (KeyError, ValueError, OSError):
            raise Damaged from None

    def read(self, document: Document) -> np.ndarray:
        """Leaves with the document what the networks think of its words: for each the probability of each label."""
        if not document.words:
            document.opinions, document.doubts = np.zeros((0, len(LABELS)), dtype="float32"), np.zeros(0)
            return document.opinions
        rows = vectors(document)
        computed = document.vocabulary.remembered("networks").setdefault("computed", Computed())
        opinions = self._networks.predict(rows, computed)
        document.opinions = opinions[opinions[:, :, 0].argmin(axis=0), np.arange(len(rows))]
        document.doubts = 1 - opinions[:, :, 0].max(axis=0)
        return document.opinions

    def probabilities(self, document: Document) -> np.ndarray:
        """For each word the probability of each label, as the network sees it that is surest of a name."""
        return self.read(document) if document.opinions is None else document.opinions

    def guesses(self, document: Document, least: float = LEAST) -> Iterator[Guess]:
        """Neighbouring words of one label, as one guess."""
        table = self.probabilities(document)
        run: list[Word] = []
        labels = _labels(document, table, least)
        for word in document.words:
            label = labels[word.index]
            if run and not (label == labels[run[0].index] and _together(run[-1], word)):
                yield self._guess(run, labels, table)
                run = []
            if label != "O":
                run.append(word)
        if run:
            yield self._guess(run, labels, table)

    def _guess(self, run: list[Word], labels: list[str], table: np.ndarray) -> Guess:
        named = 1 - table[[word.index for word in run], 0]
        return Guess(run[0].start, run[-1].end, labels[run[0].index], float(named.mean()))


def _labels(document: Document, table: np.ndarray, least: float) -> list[str]:
    """The likeliest label of each word that is likely to be a name; 'Odo von Ostia' is one name with its particle."""
    labels = [
        LABELS[1 + int(row[1:].argmax())]
        if 1 - row[0] >= least and not (word.protected or _glued(document, word))
        else "O"
        for word, row in zip(document.words, table, strict=True)
    ]
    _spread(document, table, labels)
    for word, after in pairwise(document.words[1:]):
        at = word.index
        between = labels[at - 1] == "PER" and labels[at + 1] in ("PER", "LOC")
        if word.text in _PARTICLES and between and "." not in after.gap:  # 'nimmt Frau Reh zu. Lena isst': two people
            labels[at] = labels[at + 1] = "PER"
    return labels


def _glued(document: Document, word: Word) -> bool:
    """'E9c', '24-Stunden-Pflege': a word on a number is part of a figure."""
    return (
        bool(_FIGURE.search(document.text, max(0, word.start - 2), word.start))
        or document.text[word.end : word.end + 1].isdigit()
    )


def _spread(document: Document, table: np.ndarray, labels: list[str]) -> None:
    """What stands beside a name and is half likely belongs to it: organisations end where their last word ends."""
    for order, step in ((document.words, -1), (reversed(document.words), 1)):
        for word in order:
            at = word.index
            if labels[at] != "O" or word.protected or _glued(document, word) or not 0 <= at + step < len(labels):
                continue
            beside = labels[at + step]
            first, second = (document.words[at - 1], word) if step < 0 else (word, document.words[at + 1])
            if beside != "O" and table[at, 0] <= 1 - _HALF_LIKELY and _together(first, second):
                labels[at] = beside


def _together(before: Word, word: Word) -> bool:
    """Two words of one name: beside each other, joined, or the first an initial with its full stop."""
    if _TOGETHER.fullmatch(word.gap):
        return True
    written = before.capital or before.lower_style or len(before.text) == 1  # and not the 'pl' of 'aga84@wp.pl. Olga'
    return written and cut_first_name(before.fold) and bool(_AFTER_INITIAL.fullmatch(word.gap))
