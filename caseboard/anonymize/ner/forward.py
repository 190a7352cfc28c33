"""The trained networks side by side in plain numpy, for reading: what was computed of a text is not computed again.

A text is read until nothing new is found, and from one reading to the next most of its words stand as they stood.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

import numpy as np
from thinc.api import Model, NumpyOps

from caseboard.anonymize.ner.features import FEATURES
from caseboard.anonymize.ner.network import DEPTH, PIECES, WIDTH

_LITTLE = 1e-8  # what thinc adds to a variance
_OPS = NumpyOps()


class Level:
    """What stands in one layer: which surroundings were met, and what each network makes of them."""

    def __init__(self) -> None:
        self._met: defaultdict[Hashable, int] = defaultdict()
        self._met.default_factory = self._met.__len__  # who is met for the first time gets the next place
        self.values: np.ndarray | None = None  # network, place, width

    def places(self, keys: Iterable[Hashable]) -> tuple[list[int], list[Hashable]]:
        """Where the values of these surroundings stand, and those whose values are still missing."""
        before = len(self._met)
        places = list(map(self._met.__getitem__, keys))
        return places, list(self._met)[before:]

    def add(self, values: np.ndarray) -> None:
        self.values = values if self.values is None else np.concatenate((self.values, values), axis=1)


class Computed:
    """What was computed of one text; it lives no longer than what is known of that text."""

    def __init__(self) -> None:
        self.levels = [Level() for _ in range(DEPTH + 1)]


class _Table:
    """A hashed table: what stands in four of its rows is added up. A row holds what each of the networks has there."""

    def __init__(self, layers: Sequence[Model]) -> None:
        self._count, self._seed = len(layers), layers[0].attrs["seed"]
        self._rows = np.concatenate([layer.get_param("E") for layer in layers], axis=1)

    def __call__(self, ids: np.ndarray) -> np.ndarray:
        first, *others = (_OPS.hash(np.ascontiguousarray(ids), self._seed) % len(self._rows)).T
        out = self._rows.take(first, axis=0)
        for keys in others:
            out += self._rows.take(keys, axis=0)
        return out.reshape(len(ids), self._count, -1).transpose(1, 0, 2)


class _Maxout:
    """Of several products the greatest, levelled out: pieces stand one behind the other, so that no axis is short."""

    def __init__(self, layers: Sequence[Model], norms: Sequence[Model]) -> None:
        weights = [layer.get_param("W").transpose(1, 0, 2).reshape(PIECES * WIDTH, -1).T for layer in layers]
        self._weights = np.ascontiguousarray(np.stack(weights))
        self._bias = np.stack([layer.get_param("b").T.reshape(1, -1) for layer in layers])
        self._scale = np.stack([norm.get_param("G")[None] for norm in norms])
        self._shift = np.stack([norm.get_param("b")[None] for norm in norms])

    def __call__(self, values: np.ndarray) -> np.ndarray:
        products = values @ self._weights
        products += self._bias
        out = np.maximum(products[..., :WIDTH], products[..., WIDTH : 2 * WIDTH])
        np.maximum(out, products[..., 2 * WIDTH :], out=out)
        out -= out.mean(axis=2, keepdims=True)
        out /= np.sqrt(np.einsum("nij,nij->ni", out, out)[..., None] / WIDTH + _LITTLE)
        out *= self._scale
        out += self._shift
        return out


class Networks:
    """Networks of one build with other weights; reads, never learns."""

    def __init__(self, models: Sequence[Model]) -> None:
        self._tables = [_Table(one) for one in zip(*(_all(model, "hashembed") for model in models), strict=True)]
        norms = list(zip(*(_all(model, "layernorm") for model in models), strict=True))
        maxouts = list(zip(*(_all(model, "maxout") for model in models), strict=True))
        self._mix, *self._windows = [_Maxout(*pair) for pair in zip(maxouts, norms, strict=True)]
        last = [_all(model, "softmax")[0] for model in models]
        self._weights = np.stack([layer.get_param("W").T for layer in last])
        self._bias = np.stack([layer.get_param("b")[None] for layer in last])

    def predict(self, rows: np.ndarray, computed: Computed) -> np.ndarray:
        """For each network and each word the probability of each label.

        What a layer makes of a word depends on the word and its neighbours alone, so both are the key to it. At either
        end stand as many empty rows as there are layers, as in training.
        """
        first, *levels = computed.levels
        empty = [bytes(rows.itemsize * len(FEATURES))] * DEPTH
        words = np.ascontiguousarray(rows).view(f"V{rows.itemsize * len(FEATURES)}").ravel().tolist()
        places, missing = first.places([*empty, *words, *empty])
        if missing:
            fresh = np.frombuffer(b"".join(missing), dtype=rows.dtype).reshape(-1, len(FEATURES))
            first.add(self._mix(self._embedded(fresh)))
        below = first
        for window, level in zip(self._windows, levels, strict=True):
            places, missing = level.places(zip(places, places[1:], places[2:], strict=False))
            if missing:
                near = below.values.take(np.array(missing), axis=1)
                level.add(window(near.reshape(*near.shape[:2], -1)) + near[:, :, 1])
            below = level
        return _shares(below.values.take(places, axis=1) @ self._weights + self._bias)

    def _embedded(self, rows: np.ndarray) -> np.ndarray:
        """What the tables hold of each feature, side by side."""
        return np.concatenate([table(rows[:, at]) for at, table in enumerate(self._tables)], axis=2)


def _all(model: Model, name: str) -> list[Model]:
    """The layers of this name, from the words to the labels."""
    return [node for node in model.walk() if node.name == name]


def _shares(values: np.ndarray) -> np.ndarray:
    grown = np.exp(values - values.max(axis=2, keepdims=True))
    return grown / grown.sum(axis=2, keepdims=True)
