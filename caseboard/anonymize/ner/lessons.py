"""What the network is shown: an endless, seeded mixture of corpora, templates and annotated texts, all damaged."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np

from caseboard.anonymize.document import Document
from caseboard.anonymize.ner.damage import damaged
from caseboard.anonymize.ner.features import FEATURES, Vector, vectors
from caseboard.anonymize.ner.generator import Generator
from caseboard.anonymize.ner.samples import Sample, joined, targets
from caseboard.anonymize.ner.swapping import one_word_two_senses, other_names, other_nouns
from caseboard.anonymize.text_vocabulary import TextVocabulary
from caseboard.anonymize.vocabulary import vocabulary

SHARES = {"template": 0.26, "annotated": 0.40, "germeval": 0.14, "smartdata": 0.06, "mobie": 0.03, "ler": 0.03,
          "timex": 0.04, "laws": 0.04}  # fmt: skip
"""How many of the samples come from which kind of source; the share of what is missing goes to the others."""

_HIDDEN = tuple(
    (FEATURES.index(name), share, crc32(nothing) + 1)
    for name, share, nothing in (
        ("norm", 0.15, b"?"),
        ("names", 0.12, b"00"),
        ("lists", 0.08, b""),
        ("word", 0.05, b"?"),
        ("company", 0.05, b"1"),
    )
)
"""Feature, how often it is hidden, and what it says then."""
_LONGEST = 120
_CORPUS_WEIGHT, _OTHER_NOUNS, _OTHER_NAMES, _TWO_SENSES = 0.7, 0.12, 0.35, 0.3
_GAPS = (" ", " ", "\n", "\n", "\n\n", "\n- ", " / ")

Lesson = tuple[Vector, np.ndarray, np.ndarray]


@dataclass
class Material:
    """Everything there is to learn from."""

    templates: Mapping[str, Sequence[str]]
    annotated: Sequence[str]
    corpora: dict[str, list[Sample]] = field(default_factory=dict)

    def kinds(self) -> tuple[list[str], list[float]]:
        """The kinds of sources at hand and their shares."""
        there = {"template": bool(self.templates), "annotated": bool(self.annotated)} | dict.fromkeys(
            self.corpora, True
        )
        kinds = [kind for kind in SHARES if there.get(kind)]
        return kinds, [SHARES[kind] for kind in kinds]


class Teacher:
    """Draws lessons."""

    def __init__(self, material: Material, generator: Generator, dice: random.Random) -> None:
        self._material, self._generator, self._dice = material, generator, dice
        self._vocabulary = TextVocabulary(vocabulary())  # public texts and our own: it may remember them all
        self._styles = sorted(material.templates)
        self._sizes = [len(material.templates[style]) for style in self._styles]

    def lessons(self) -> Iterator[Lesson]:
        """Texts as vectors, labels and weights, without end."""
        kinds, shares = self._material.kinds()
        while True:
            kind = self._dice.choices(kinds, shares)[0]
            sample = other_nouns(self._sample(kind), self._dice, _OTHER_NOUNS)
            if kind in self._material.corpora and self._dice.random() < _OTHER_NAMES:
                sample = other_names(sample, self._generator)
            if self._dice.random() < _TWO_SENSES:
                sample = one_word_two_senses(sample, self._dice)
            sample = damaged(sample, self._dice)
            lesson = self.lesson(sample)
            if len(lesson[0]):
                self._hide(lesson[0])
                yield lesson if kind in ("template", "annotated") else (*lesson[:2], lesson[2] * _CORPUS_WEIGHT)

    def lesson(self, sample: Sample) -> Lesson:
        """One sample as the network sees it."""
        document = Document(sample.text, self._vocabulary)
        numbers, weights = targets(document, sample)
        return vectors(document), numbers, weights

    def _sample(self, kind: str) -> Sample:
        if kind == "template":
            return self._filled()
        if kind == "annotated":
            return self._passage(self._generator.rewritten(self._dice.choice(self._material.annotated)))
        return self._passage(self._dice.choice(self._material.corpora[kind]))

    def _filled(self) -> Sample:
        """One to five lines, mostly of one style, as they might follow each other."""
        style = self._dice.choices(self._styles, self._sizes)[0]
        lines = self._dice.choices(self._material.templates[style], k=self._dice.randint(1, 5))
        return joined((self._generator.template(line) for line in lines), self._dice.choice(_GAPS))

    def _passage(self, sample: Sample) -> Sample:
        """A stretch of a long text, so that no single one fills a lesson."""
        pieces, words = list(sample.pieces), sum(text.count(" ") for text, _ in sample.pieces)
        if words <= _LONGEST:
            return sample
        if len(pieces) == 1:
            parts = pieces[0][0].split(" ")
            start = self._dice.randrange(max(1, len(parts) - _LONGEST))
            return Sample(((" ".join(parts[start : start + _LONGEST]), pieces[0][1]),))
        start = self._dice.randrange(len(pieces))
        taken, count = [], 0
        for text, label in pieces[start:]:
            taken.append((text, label))
            count += text.count(" ")
            if count > _LONGEST:
                break
        return Sample(tuple(taken))

    def _hide(self, rows: Vector) -> None:
        """Words and lists are hidden now and then: surroundings are learnt too, and lists may change later."""
        for column, share, nothing in _HIDDEN:
            hidden = [self._dice.random() < share for _ in range(len(rows))]
            rows[hidden, column] = nothing
