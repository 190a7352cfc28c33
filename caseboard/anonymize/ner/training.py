"""The training: so many minutes of lessons, a learning rate that rises and falls with the clock, averaged weights."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

import numpy as np
from thinc.api import Adam, Model, fix_random_seed

from caseboard.anonymize.ner.generator import Generator
from caseboard.anonymize.ner.labels import LABELS
from caseboard.anonymize.ner.lessons import Lesson, Material, Teacher
from caseboard.anonymize.ner.network import network
from caseboard.anonymize.ner.pools import pools

_BATCH, _RATE, _LOW_RATE, _WARM_UP = 48, 0.002, 0.00003, 0.03
_NAME_WEIGHT = 1.3  # a missed name is worse than a masked word


@dataclass(frozen=True)
class Progress:
    """Where the training stands."""

    done: float  # 0 to 1
    words: int
    loss: float


def train(material: Material, seed: int, steps: int, tell: Callable[[Progress], None]) -> Model:
    """A trained network; the same seed, sources and steps give the same weights."""
    fix_random_seed(seed)
    dice = random.Random(seed)  # noqa: S311 - examples, not secrets
    lessons = Teacher(material, Generator(pools(0), dice), dice).lessons()
    model, optimizer = network(), Adam(_RATE, L2=0.0, grad_clip=1.0, use_averages=True)
    words, loss, told = 0, 0.0, time.monotonic()
    for step in range(steps):
        optimizer.learn_rate = _rate(step / steps)
        batch = list(islice(lessons, _BATCH))
        words += sum(len(rows) for rows, _, _ in batch)
        loss = 0.98 * loss + 0.02 * _learn(model, optimizer, batch) if step else _learn(model, optimizer, batch)
        if time.monotonic() - told > 5 or step == steps - 1:
            told = time.monotonic()
            tell(Progress((step + 1) / steps, words, loss))
    with model.use_params(optimizer.averages):
        return model.copy()


def _rate(done: float) -> float:
    if done < _WARM_UP:
        return _RATE * max(done, 0.001) / _WARM_UP
    return _LOW_RATE + (_RATE - _LOW_RATE) * (1 - (done - _WARM_UP) / (1 - _WARM_UP))


def _learn(model: Model, optimizer: Adam, batch: list[Lesson]) -> float:
    """One step: cross entropy, weighted word by word."""
    guesses, back = model.begin_update([rows for rows, _, _ in batch])
    total = sum(len(rows) for rows, _, _ in batch)
    loss, gradients = 0.0, []
    for guess, (_, wanted, weights) in zip(guesses, batch, strict=True):
        weights = weights * np.where(wanted > 0, _NAME_WEIGHT, 1).astype("float32")
        right = np.eye(len(LABELS), dtype="float32")[wanted]
        gradients.append((guess - right) * weights[:, None] / total)
        loss -= float((weights * np.log(guess[np.arange(len(wanted)), wanted] + 1e-8)).sum())
    back(gradients)
    model.finish_update(optimizer)
    return loss / total
