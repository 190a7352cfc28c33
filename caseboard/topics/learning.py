"""Makes the starting knowledge from word lists and written texts: `caseboard themes learn`, the same every time."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from caseboard.topics.features import COLUMNS, FIELD, column, forget, hasher, rarity, weighed
from caseboard.topics.fitting import Weights, calibrate, certain, fit
from caseboard.topics.knowledge import ALWAYS, TABLE, Knowledge, Scale, descriptions, telling, written
from caseboard.topics.lists import FOLDER
from caseboard.topics.spec import ThemeSpec, shipped_specs
from caseboard.topics.words import words

if TYPE_CHECKING:
    import numpy as np

ASSOCIATIONS = FOLDER / "associations.yaml"
LEAST_WEIGHT = 0.4
"""Weaker weights are left out of the table; hundreds of them together would hardly move a text."""

HALVES = 2


@dataclass(frozen=True)
class Written:
    """A written text, the hand that wrote it, and the themes that hand gave it."""

    hand: str
    text: str
    themes: tuple[str, ...]


def texts_in(folder: Path) -> list[Written]:
    """The written texts of a folder: one hand a file, one JSON object a line."""
    return [
        Written(path.stem, row["text"], tuple(row["themes"]))
        for path in sorted(folder.glob("*.jsonl"))
        for row in map(json.loads, path.read_text("utf-8").splitlines())
    ]


def associations() -> Mapping[str, str]:
    """The word list of each theme, gathered by hand."""
    return yaml.safe_load(ASSOCIATIONS.read_text("utf-8"))


def learn(texts: Sequence[Written], specs: Sequence[ThemeSpec], lists: Mapping[str, str]) -> Knowledge:
    """The table that texts and word lists teach, calibrated on each hand by what the others taught."""
    import numpy as np

    lesson = _Lesson(texts, specs, lists)
    every = np.arange(len(texts))
    unseen = np.zeros(lesson.labels.shape)
    groups = lesson.hands if len(set(lesson.hands)) > 1 else every % HALVES  # a single hand is halved
    for group in sorted(set(groups)):
        apart = groups == group
        unseen[apart] = lesson.taught(every[~apart]).scores(lesson, every[apart])
    slope, offset = calibrate(unseen, lesson.labels)
    alone = calibrate(lesson.like_seeds, lesson.labels)
    taught = lesson.taught(every)
    scale = Scale(
        seeds=slope * taught.seeds,
        offset=slope * taught.offset + offset,
        seeds_alone=alone[0],
        offset_alone=alone[1],
        certain=certain(slope * unseen + offset, lesson.labels),
    )
    return Knowledge(scale, taught.table(lesson, slope))


def field(texts: Iterable[str], least: int = 3) -> Iterator[str]:
    """The lines that say in how many texts a term is, for `features.rarity`."""
    counts: Counter[str] = Counter()
    number = 0
    for text in texts:
        counts.update(set(words(text)))
        number += 1
    yield f"cases\t{number}"
    yield from (f"{term}\t{n}" for term, n in sorted(counts.items()) if n >= least)


class _Lesson:
    """The texts as numbers, and what lists and seeds say of them."""

    def __init__(self, texts: Sequence[Written], specs: Sequence[ThemeSpec], lists: Mapping[str, str]) -> None:
        import numpy as np

        self.keys = [spec.key for spec in specs]
        self.hands = np.array([one.hand for one in texts])
        self.labels = np.array([[key in one.themes for key in self.keys] for one in texts], float)
        self.matrix = weighed(hasher().counts(one.text for one in texts), rarity())
        listed = hasher().counts(lists.get(key, "") for key in self.keys)
        self.lists = telling(listed, np.bincount(listed.indices, minlength=COLUMNS))
        self.like_lists = (self.matrix @ self.lists.T).toarray()
        self.like_seeds = (self.matrix @ descriptions(specs).T).toarray()
        self.terms = {term for text in [*(one.text for one in texts), *lists.values()] for term in words(text)}

    def taught(self, places: np.ndarray) -> _Taught:
        """What the texts at these places teach."""

        about, labels = (self.like_lists[places], self.like_seeds[places]), self.labels[places]
        lists, seeds, offset = _worth(*about, labels)
        believed = lists * about[0] + seeds * about[1] + offset
        weights = fit(self.matrix[places], labels, believed)
        return _Taught(lists, seeds, offset, weights)


@dataclass(frozen=True)
class _Taught:
    """What likeness to lists and seeds is worth, and what single terms say beyond it."""

    lists: float
    seeds: float
    offset: float
    weights: Weights

    def scores(self, lesson: _Lesson, places: np.ndarray) -> np.ndarray:
        """The scores of the texts at these places."""
        likeness = self.lists * lesson.like_lists[places] + self.seeds * lesson.like_seeds[places]
        return likeness + self.offset + self.weights.scores(lesson.matrix[places])

    def table(self, lesson: _Lesson, slope: float) -> dict[str, dict[str, float]]:
        """For each theme the terms that say enough, with what they say."""
        import numpy as np

        whole = self.lists * lesson.lists.toarray()
        whole[:, self.weights.columns] += self.weights.rows.T
        places = {term: column(term) for term in sorted(lesson.terms)}
        found: dict[str, dict[str, float]] = {}
        for number, key in enumerate(lesson.keys):
            said = {term: round(float(slope * whole[number, at]), 2) for term, at in places.items()}
            found[key] = {term: weight for term, weight in said.items() if abs(weight) >= LEAST_WEIGHT}
            found[key][ALWAYS] = round(float(slope * np.float64(self.weights.bias[number])), 2)
        return found


def _worth(like_lists: np.ndarray, like_seeds: np.ndarray, labels: np.ndarray) -> tuple[float, float, float]:
    """What likeness to a list and to the seeds is worth, as log odds, and what has to be added."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    likeness = np.column_stack([like_lists.ravel(), like_seeds.ravel()])
    model = LogisticRegression(C=1e6).fit(likeness, labels.ravel())
    return float(model.coef_[0, 0]), float(model.coef_[0, 1]), float(model.intercept_[0])


def renew(texts: Sequence[Written]) -> str:
    """Write both tables that are shipped, and say what came of it."""
    FIELD.write_text("\n".join(field(one.text for one in texts)) + "\n", "utf-8")
    forget()
    knowledge = learn(texts, shipped_specs(), associations())
    hands = len({one.hand for one in texts})
    heading = f"Made by `caseboard themes learn` from the word lists and {len(texts)} texts by {hands} hands"
    TABLE.write_text("\n".join(written(knowledge, heading)) + "\n", "utf-8")
    return f"{heading}: {sum(map(len, knowledge.weights.values()))} weights"
