"""Two of the themes taken away: never heard of, or given as a few labels of an unknown key beside what is known.

    python -m benchmarks.themes.unknown [--every]

Sixteen pairs, so that every theme is taken away once. Each pair is measured on one hand, in turn (with --every on each
of them), and the starting knowledge is learned from the other hands without any text of the two themes. Labels are
texts of the other hands, as written as long as there are enough, then by recombination; nothing else is labelled.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import expit
from sklearn.metrics import roc_auc_score

from benchmarks.themes import texts
from benchmarks.themes.assignment import KEYS, SPECS, labelled
from caseboard.topics.classifier import Classifier
from caseboard.topics.features import hasher
from caseboard.topics.knowledge import Knowledge
from caseboard.topics.learning import Written, associations, learn

LABELS = (0, 5, 10)
SEED = 5


@dataclass(frozen=True)
class Measured:
    """What was said of texts: which theme came first, which three, how likely none, beside the truth."""

    away: tuple[str, ...]
    truth: list[tuple[str, ...]]
    best: list[list[str]]
    none: np.ndarray


def pairs() -> list[tuple[str, str]]:
    """Every theme once, two by two by chance."""
    order = list(KEYS)
    random.Random(SEED).shuffle(order)  # noqa: S311 -- repeatable, no secret
    return list(zip(order[::2], order[1::2], strict=True))


def known_without(away: tuple[str, ...], others: Sequence[Written]) -> Knowledge:
    """The starting knowledge of those who have never heard of these themes."""
    teaching = [one for one in others if not set(one.themes) & set(away)]
    lists = {key: words for key, words in associations().items() if key not in away}
    return learn(teaching, [spec for spec in SPECS if spec.key not in away], lists)


def examples(away: tuple[str, ...], others: Sequence[Written], wanted: int) -> list[Written]:
    """So many texts of each theme as labels."""
    pool = [one for one in others if one.themes and one.themes[0] in away]
    drawn = texts.drawn(pool, wanted, SEED)
    more = texts.recombined(pool, wanted, SEED)
    for key in away:
        lacking = wanted - sum(one.themes[0] == key for one in drawn)
        drawn += [one for one in more if one.themes[0] == key][:lacking]
    return drawn


def asked(classifier: Classifier, away: tuple[str, ...], measured: Sequence[Written]) -> Measured:
    """What the classifier says."""
    odds = classifier.log_odds(hasher().counts(one.text for one in measured))
    best = [[classifier.keys[at] for at in row] for row in np.argsort(-odds, axis=1)[:, :3]]
    return Measured(away, [one.themes for one in measured], best, np.prod(1 - expit(odds), axis=1))


def rounds(every: Sequence[Written], on_all: bool) -> Iterator[tuple[tuple[str, str], list[Written], list[Written]]]:
    """The pair, the other hands, the measured hand."""
    hands = sorted({one.hand for one in every})
    for number, pair in enumerate(pairs()):
        for hand in hands if on_all else [hands[number % len(hands)]]:
            yield pair, [one for one in every if one.hand != hand], [one for one in every if one.hand == hand]


def line(name: str, found: Sequence[Measured]) -> str:
    """Precision, recall and F1 of the two as first suggestion, recall of three, what the others keep, and "none"."""
    right = said = there = third = others = fit = 0
    none: list[float] = []
    unfit: list[bool] = []
    for one in found:
        for truth, best in zip(one.truth, one.best, strict=True):
            mine = bool(truth) and truth[0] in one.away
            there, said = there + mine, said + (best[0] in one.away)
            right += mine and best[0] == truth[0]
            third += mine and truth[0] in best
            if truth and not set(truth) & set(one.away):
                fit, others = fit + 1, others + (best[0] in truth)
        none += list(one.none)
        unfit += [not set(truth) - set(one.away) for truth in one.truth]
    auroc = roc_auc_score(unfit, none)
    f1 = 2 * right / max(said + there, 1)
    cells = (right / max(said, 1), right / there, f1, third / there, others / fit, auroc)
    return f"| {name} | {' | '.join(f'{each:.3f}' for each in cells)} |"


HEAD = """| the two are | precision | recall | F1 | recall of three | others: first fits | AUROC of none |
|---|---|---|---|---|---|---|"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", action="store_true", help="Measure every pair on every hand.")
    options = parser.parse_args()
    found: defaultdict[str, list[Measured]] = defaultdict(list)
    for away, others, measured in rounds(texts.own(), options.every):
        knowledge = known_without(away, others)
        specs = [spec for spec in SPECS if spec.key not in away]
        for wanted in LABELS:
            classifier = Classifier(specs, labelled(examples(away, others, wanted)) if wanted else (), knowledge)
            found[f"{wanted} labels" if wanted else "not known"].append(asked(classifier, away, measured))
    rows = (line(name, each) for name, each in found.items())
    sys.stdout.write("\n".join([HEAD, *rows]) + "\n")
    sys.stdout.write('\n"None" is right for texts of the two and for texts without any theme\n')


if __name__ == "__main__":
    main()
