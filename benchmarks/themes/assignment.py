"""Themes of our own written cases: with no label and with 5, 20 and 50 a theme, beside plain baselines, split by hand.

    python -m benchmarks.themes.assignment [--draws N]

Each hand is measured once. The starting knowledge is learned from the word lists and one half of the other hands, the
labels are drawn from the other half, so that nothing of the measured hand is known in any way but how often terms are
in all texts. A theme has about three texts by a hand: 20 and 50 labels are reached by recombination of the labelling
hands (halves of two cases of the same main theme). The last table measures on recombined texts of the hand too.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from statistics import mean, median

import numpy as np

from benchmarks.themes import plain, texts
from benchmarks.themes.measures import Result, together
from caseboard.topics.classifier import Classifier, Labelled
from caseboard.topics.features import hasher
from caseboard.topics.knowledge import Knowledge, Scale
from caseboard.topics.learning import Written, associations, learn
from caseboard.topics.spec import shipped_specs

LABELS = (5, 20, 50)
NATURAL = 5
"""Up to here the labels are texts as they were written."""

SPECS = shipped_specs()
KEYS = [spec.key for spec in SPECS]

Method = Callable[[list[Written], list[Written], list[Written]], Result]
"""From the hands that teach, the labelled texts and the measured ones to a result."""


def result(scores: np.ndarray, measured: Sequence[Written], classifier: Classifier | None = None) -> Result:
    """Scores beside the truth."""
    truth = np.array([[key in one.themes for key in KEYS] for one in measured], float)
    main = np.array([KEYS.index(one.themes[0]) if one.themes else -1 for one in measured])
    if classifier is None:
        return Result(scores, truth, main)
    none = np.prod(1 - 1 / (1 + np.exp(-scores)), axis=1)
    return Result(scores, truth, main, classifier.sure(scores), none)


def asked(classifier: Classifier, measured: Sequence[Written]) -> Result:
    """What the classifier says of all texts."""
    return result(classifier.log_odds(hasher().counts(one.text for one in measured)), measured, classifier)


def labelled(some: Sequence[Written]) -> list[Labelled]:
    """Written texts as labelled ones."""
    return [Labelled(one.text, one.themes) for one in some]


def with_knowledge(teaching: list[Written], labels: list[Written], measured: list[Written]) -> Result:
    """Seeds, starting knowledge by other hands, and labels."""
    return asked(Classifier(SPECS, labelled(labels), learn(teaching, SPECS, associations())), measured)


def with_lists(_teaching: list[Written], labels: list[Written], measured: list[Written]) -> Result:
    """Seeds and labels; the table knows nothing."""
    return asked(Classifier(SPECS, labelled(labels), NOTHING), measured)


NOTHING = Knowledge(Scale(seeds_alone=69.0, offset_alone=-4.2), {})


def rival(method: Callable[..., np.ndarray]) -> Method:
    """A baseline that knows labels alone."""

    def ask(_teaching: list[Written], labels: list[Written], measured: list[Written]) -> Result:
        known = [one for one in labels if one.themes]
        main = [KEYS.index(one.themes[0]) for one in known]
        scores = method([one.text for one in known], main, [one.text for one in measured], len(KEYS))
        return result(scores, measured)

    return ask


METHODS: dict[str, Method] = {
    "raw TF-IDF, logistic regression": rival(plain.raw_words),
    "words and letters, SVC": rival(plain.words_and_letters),
    "seeds (and labels)": with_lists,
    "seeds, starting knowledge (and labels)": with_knowledge,
}


def splits(every: Sequence[Written], draws: int) -> Iterator[tuple[list[Written], list[Written], list[Written]]]:
    """For each hand and draw: what teaches the table, what is labelled, what is measured."""
    hands = sorted({one.hand for one in every})
    for number, hand in enumerate(hands):
        others = hands[number + 1 :] + hands[:number]
        for draw in range(draws):
            turned = others[draw:] + others[:draw]
            teaching = set(turned[: len(others) // 2])
            yield (
                [one for one in every if one.hand in teaching],
                [one for one in every if one.hand != hand and one.hand not in teaching],
                [one for one in every if one.hand == hand],
            )


def labels_of(pool: list[Written], wanted: int, seed: int) -> list[Written]:
    """So many labels a theme: as written, or recombined where that is too few."""
    return texts.drawn(pool, wanted, seed) if wanted <= NATURAL else texts.recombined(pool, wanted, seed)


def row(name: str, results: Sequence[Result]) -> str:
    """A line of the table: means over the splits."""
    f1, first, three = (
        [getattr(one, measure) for one in results] for measure in ("macro_f1", "first_fits", "recall_of_three")
    )
    line = f"| {name} | {mean(f1):.3f} ± {np.std(f1):.3f} | {mean(first):.3f} | {mean(three):.3f} |"
    if results[0].sure is None:
        return f"{line} | | |"
    whole = together(results)
    return f"{line} {whole.precision:.3f} | {whole.coverage:.3f} | {whole.none_auroc:.3f} |"


HEAD = """| method | macro-F1 | first fits | recall of three | precision unasked | coverage | AUROC of none |
|---|---|---|---|---|---|---|"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=1, help="How many divisions of the other hands.")
    draws = parser.parse_args().draws
    every = texts.own()
    write = sys.stdout.write
    write(f"{len(every)} texts by {len({one.hand for one in every})} hands, {len(KEYS)} themes\n")
    shipped_like(every, write)
    for wanted in (0, *LABELS):
        how = "as written" if wanted <= NATURAL else "by recombination"
        write(f"\n{wanted} labels a theme, {how}; measured on texts as written\n\n{HEAD}\n")
        table(every, wanted, draws, write, measure=lambda some, _seed: some)
    write(f"\nno labels and 20, measured on recombined texts of the measured hand\n\n{HEAD}\n")
    for wanted in (0, 20):
        table(every, wanted, draws, write, measure=lambda some, seed: texts.recombined(some, 20, seed))


def table(
    every: list[Written],
    wanted: int,
    draws: int,
    write: Callable[[str], object],
    measure: Callable[[list[Written], int], list[Written]],
) -> None:
    """One line for each method; without labels only those that know seeds."""
    for name, method in METHODS.items():
        if wanted == 0 and "seeds" not in name:
            continue
        results = [
            method(teaching, labels_of(pool, wanted, seed) if wanted else [], measure(measured, seed))
            for seed, (teaching, pool, measured) in enumerate(splits(every, draws))
        ]
        write(row(name, results) + "\n")


def shipped_like(every: list[Written], write: Callable[[str], object]) -> None:
    """What is shipped, as well as it can be measured: the table of all other hands, no label, and the time it takes."""
    results = []
    for hand in sorted({one.hand for one in every}):
        knowledge = learn([one for one in every if one.hand != hand], SPECS, associations())
        results.append(asked(Classifier(SPECS, (), knowledge), [one for one in every if one.hand == hand]))
    write(f"\nno label, the table learned from all other hands\n\n{HEAD}\n{row('as shipped', results)}\n")
    whole = together(results)
    fitting, others = whole.none_first
    write(f"\nof the themes of all texts {whole.covered_labels:.3f} are counted unasked, and rightly\n")
    write(f'"none" leads in {fitting:.2f} of the texts without theme, in {others:.2f} of the others\n')
    write(f"a suggestion takes {1000 * pace(every):.2f} ms (median, warm)\n")


def pace(every: Sequence[Written]) -> float:
    """The median time of one suggestion once everything is loaded."""
    classifier = Classifier(SPECS)
    times = []
    for one in [*every[:50], *every]:
        began = time.perf_counter()
        classifier.suggest(one.text)
        times.append(time.perf_counter() - began)
    return median(times[50:])


if __name__ == "__main__":
    main()
