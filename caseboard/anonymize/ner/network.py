"""The network: hashed embeddings, a window over the neighbours, a probability for each label and word.

These are the layers of a spaCy `tok2vec` with a tagger on top, built from thinc, the library spaCy learns with.
"""

import io
from pathlib import Path
from typing import Any

import numpy as np
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    NumpyOps,
    Softmax,
    chain,
    clone,
    concatenate,
    expand_window,
    residual,
    with_array,
)
from threadpoolctl import threadpool_limits

from caseboard.anonymize.ner.features import FEATURES
from caseboard.anonymize.ner.labels import LABELS

WIDTH, DEPTH, PIECES = 96, 4, 3
_EMBEDDINGS = {  # feature → width, rows
    "norm": (96, 8000), "prefix": (40, 3000), "ending": (32, 1000), "tail": (64, 6000), "shape": (24, 300),
    "names": (32, 500), "word": (40, 500), "lists": (32, 300), "before": (32, 1000), "after": (24, 1000),
    "company": (24, 300),
}  # fmt: skip


def network(dropout: float = 0.2) -> Model:
    """An untrained network; the dimensions are known at once."""
    columns = [
        HashEmbed(*_EMBEDDINGS[name], column=at, seed=at + 7, dropout=dropout / 2) for at, name in enumerate(FEATURES)
    ]
    size = sum(width for width, _ in _EMBEDDINGS.values())
    mix = Maxout(WIDTH, size, nP=PIECES, dropout=dropout, normalize=True)
    window = chain(expand_window(1), Maxout(WIDTH, 3 * WIDTH, nP=PIECES, dropout=dropout, normalize=True))
    layers = chain(concatenate(*columns), mix, clone(residual(window), DEPTH), Softmax(len(LABELS), WIDTH))
    model = with_array(layers, pad=DEPTH)
    products = NumpyOps(use_blis=False)  # those of numpy are twice as fast here as those that spaCy brings along
    for node in model.walk():
        node.ops = products
    model.initialize()
    return model


def _parameters(model: Model) -> dict[str, tuple[Model, str]]:
    return {
        f"{at}.{node.name}.{name}": (node, name)
        for at, node in enumerate(model.walk())
        for name in sorted(node.param_names)
        if node.has_param(name)
    }


def save(model: Model, path: Path) -> None:
    """Half precision is enough for reading and keeps the file small; the bytes depend on the weights alone."""
    arrays = {key: node.get_param(name).astype("float16") for key, (node, name) in _parameters(model).items()}
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


def restore(content: bytes) -> Model:
    """The network with these weights, for reading.

    It multiplies with one thread: a text is too short for several, and the web server has threads of its own. The limit
    holds for the process.

    Raises:
        ValueError, KeyError, OSError: not the weights of this network.
    """
    model = network()
    held: Any = np.load(io.BytesIO(content), allow_pickle=False)
    parameters = _parameters(model)
    if set(held.files) != set(parameters):
        raise ValueError("other weights")
    for key, (node, name) in parameters.items():
        values = held[key].astype("float32")
        if values.shape != node.get_param(name).shape:
            raise ValueError("other shapes")
        node.set_param(name, values)
    threadpool_limits(1, user_api="blas")
    return model
