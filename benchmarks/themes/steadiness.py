"""How many cases get another theme when there are a twentieth more labels, beside plain classifiers.

    python -m benchmarks.themes.steadiness [--draws N] [--laws LAW30.JSONL.GZ]

Own cases, hand by hand: what teaches the table and what is labelled are other hands than the measured one. To five
labels a theme, as written, come five percent more written texts; to twenty by recombination as many more of these.
"Moved" is a case whose first suggestion is another one; "counted otherwise" one whose themes counted unasked are.

That splitting moves no other case and that undoing a merge restores every count is exact, so tests hold it:
tests/rooms/test_themes_taxonomy.py.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import cache
from math import ceil
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.themes import laws, plain, texts
from benchmarks.themes.assignment import KEYS, NATURAL, SPECS, splits
from caseboard.topics.classifier import Classifier, Labelled
from caseboard.topics.features import hasher
from caseboard.topics.knowledge import Knowledge
from caseboard.topics.learning import Written, associations, learn

MORE = 0.05
HOUSES = 12
LABELS = (5, 20)
OF_LAWS = 20

Scores = tuple[np.ndarray, np.ndarray | None]
"""Texts by themes, and where a theme is counted unasked, if the method says that."""

Method = Callable[[list[Written], list[Written], list[Written]], Scores]
"""From the hands that teach, the labelled texts and the measured ones."""


def ours(teaching: list[Written], labels: list[Written], measured: list[Written]) -> Scores:
    """The classifier as the command line uses it."""
    return _asked([Labelled(one.text, one.themes) for one in labels], teaching, measured)


def of_the_night(teaching: list[Written], labels: list[Written], measured: list[Written]) -> Scores:
    """The same as the night keeps it: labelled cases of twelve houses, and no term that fewer than three of them use.

    A text stays with its house when others join it.
    """
    lessons = [Labelled(one.text, one.themes, f"house {Random(one.text).randrange(HOUSES)}") for one in labels]  # noqa: S311
    return _asked(lessons, teaching, measured)


def _asked(lessons: list[Labelled], teaching: list[Written], measured: list[Written]) -> Scores:
    classifier = Classifier(SPECS, lessons, table(tuple(teaching)))
    odds = classifier.log_odds(hasher().counts(one.text for one in measured))
    return odds, classifier.sure(odds)


@cache
def table(teaching: tuple[Written, ...]) -> Knowledge:
    """What is known before there are labels, from other hands alone."""
    return learn(teaching, SPECS, associations())


def rival(method: Callable[..., np.ndarray]) -> Method:
    """A plain classifier, which knows labels alone."""

    def ask(_teaching: list[Written], labels: list[Written], measured: list[Written]) -> Scores:
        known = [one for one in labels if one.themes]
        main = [KEYS.index(one.themes[0]) for one in known]
        return method([one.text for one in known], main, [one.text for one in measured], len(KEYS)), None

    return ask


METHODS: dict[str, Method] = {
    "this classifier": ours,
    "this classifier, as the night keeps it": of_the_night,
    "raw TF-IDF, logistic regression": rival(plain.raw_words),
    "words and letters, SVC": rival(plain.words_and_letters),
}


def enlarged(pool: list[Written], wanted: int, seed: int) -> tuple[list[Written], list[Written]]:
    """Labels, and the same with a twentieth more."""
    if wanted > NATURAL:
        labels, more = (texts.recombined(pool, number, seed) for number in (wanted, 2 * wanted))
    else:
        labels, more = texts.drawn(pool, wanted, seed), pool
    rest = [one for one in more if one.themes and one not in labels]
    Random(seed).shuffle(rest)  # noqa: S311 -- repeatable, no secret
    return labels, labels + rest[: ceil(MORE * len(labels))]


def moved(before: Scores, after: Scores) -> tuple[np.ndarray, np.ndarray | None]:
    """For each text whether its first suggestion is another one, and whether other themes are counted."""
    firsts = before[0].argmax(axis=1) != after[0].argmax(axis=1)
    return firsts, None if before[1] is None else (before[1] != after[1]).any(axis=1)


def row(name: str, changes: Sequence[tuple[np.ndarray, np.ndarray | None]]) -> str:
    """A line of the table, over all hands together, with the worst of them."""
    firsts = [one for one, _counted in changes]
    line = f"| {name} | {share(firsts)} | {max(one.mean() for one in firsts):.1%} |"
    counted = [other for _one, other in changes if other is not None]
    return f"{line} {share(counted) if counted else ''} |"


def share(parts: Sequence[np.ndarray]) -> str:
    """How many of how many."""
    whole = np.concatenate(parts)
    return f"{whole.mean():.1%} ({int(whole.sum())} of {len(whole)})"


def own_cases(wanted: int, draws: int) -> None:
    """The table for our own cases."""
    every = texts.own()
    parts = [
        (teaching, *enlarged(pool, wanted, seed), measured)
        for seed, (teaching, pool, measured) in enumerate(splits(every, draws))
    ]
    few, more = (sum(len(part[place]) for part in parts) / len(parts) for place in (1, 2))
    how = "as written" if wanted <= NATURAL else "by recombination"
    sys.stdout.write(f"\n{wanted} labels a theme, {how}: {few:.0f} texts, then {more:.0f}\n\n{HEAD}\n")
    for name, method in METHODS.items():
        changes = [
            moved(method(teaching, labels, measured), method(teaching, larger, measured))
            for teaching, labels, larger, measured in parts
        ]
        sys.stdout.write(row(name, changes) + "\n")


HEAD = "| method | moved | worst hand | counted otherwise |\n|---|---|---|---|"


def of_laws(path: Path, measured: int) -> None:
    """The table for sections of laws, of which nothing is known beforehand but the title."""
    rows = laws.sections(path)
    names = sorted({law for law, _text in rows})
    more, unseen = laws.divided(rows, OF_LAWS + 1, 0, measured)
    few = laws.divided(rows, OF_LAWS, 0, measured)[0]
    asked = [text for _law, text in unseen]

    def with_plain(method: Callable[..., np.ndarray]) -> Callable[[list[laws.Row]], np.ndarray]:
        def ask(known: list[laws.Row]) -> np.ndarray:
            return method([text for _, text in known], [names.index(law) for law, _ in known], asked, len(names))

        return ask

    sys.stdout.write(f"\nlaws, {len(few)} sections, then {len(more)}; measured on {len(asked)}\n\n{HEAD}\n")
    for name, method in {
        "this classifier": lambda known: laws.ours(known, unseen, names),
        "raw TF-IDF, logistic regression": with_plain(plain.raw_words),
        "words and letters, SVC": with_plain(plain.words_and_letters),
    }.items():
        sys.stdout.write(row(name, [moved((method(few), None), (method(more), None))]) + "\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=1, help="How many divisions of the other hands.")
    parser.add_argument("--labels", type=int, nargs="*", default=LABELS, help="How many of our own cases a theme.")
    parser.add_argument("--laws", type=Path, help="Sections of thirty laws as well.")
    parser.add_argument("--measured", type=int, default=1200, help="At most so many sections.")
    options = parser.parse_args()
    for wanted in options.labels:
        own_cases(wanted, options.draws)
    if options.laws:
        of_laws(options.laws, options.measured)


if __name__ == "__main__":
    main()
