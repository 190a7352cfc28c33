"""A hand that the shipped knowledge has never learned from: without a label, and with 5, 20 and 50 a theme of others.

    python -m benchmarks.themes.unseen

The texts of `unseen/` were written after the knowledge was learned and take no part in learning it. First what is
shipped; then labels of hands c, d and e beside a table learned from a and b alone, so that no text is both label and
teacher; and the same labels without any table, beside plain classifiers.

The second table measures hand e too, which was blind when it was measured first: the shipped knowledge has learned
from it since, so the knowledge is learned anew without it. In brackets: where a measure lies in nineteen of twenty
draws of as many texts.
"""

import sys
from collections.abc import Callable, Collection
from pathlib import Path

from benchmarks.themes import texts
from benchmarks.themes.assignment import HEAD, LABELS, METHODS, SPECS, asked, labelled, labels_of
from benchmarks.themes.measures import Result
from caseboard.topics.classifier import Classifier
from caseboard.topics.learning import Written, associations, learn, texts_in

UNSEEN = Path(__file__).parent / "unseen"
TEACHING, LABELLED, BEFORE = "ab", "cde", "e"
SHOWN = ("macro_f1", "first_fits", "recall_of_three", "precision", "coverage", "none_auroc")


def main() -> None:
    """Measure and print."""
    unseen, own = texts_in(UNSEEN), texts.own()
    write = sys.stdout.write
    write(f"{len(unseen)} texts by {len({one.hand for one in unseen})} unseen hands\n\n{HEAD}\n")
    write(row("as shipped, no label", asked(Classifier(SPECS), unseen)))
    table(unseen, of(own, LABELLED), of(own, TEACHING), write)

    both, labels = [*unseen, *of(own, BEFORE)], of(own, set(LABELLED) - set(BEFORE))
    write(f"\n{len(both)} texts, hand {BEFORE} among them\n\n{HEAD}\n")
    knowledge = learn([*of(own, TEACHING), *labels], SPECS, associations())
    write(row("no label, table of four hands", asked(Classifier(SPECS, (), knowledge), both)))
    table(both, labels, of(own, TEACHING), write)


def of(some: Collection[Written], hands: Collection[str]) -> list[Written]:
    """What these hands wrote."""
    return [one for one in some if one.hand in hands]


def table(
    measured: list[Written], pool: list[Written], teaching: list[Written], write: Callable[[str], object]
) -> None:
    """One line for each number of labels and each method."""
    knowledge = learn(teaching, SPECS, associations())
    for wanted in (0, *LABELS):
        labels = labels_of(pool, wanted, seed=1) if wanted else []
        taught = asked(Classifier(SPECS, labelled(labels), knowledge), measured)
        write(row(f"{wanted} labels, table of two hands", taught))
        for name, method in METHODS.items():
            if wanted and "knowledge" not in name:
                write(row(f"{wanted} labels: {name}", method([], labels, measured)))


def row(name: str, one: Result) -> str:
    """A line of the table."""
    shown = SHOWN if one.sure is not None else SHOWN[:3]
    cells = [
        f"{getattr(one, measure):.3f} [{low:.2f}, {high:.2f}]"
        for measure in shown
        for low, high in [one.interval(measure)]
    ]
    return f"| {' | '.join([name, *cells, *[''] * (len(SHOWN) - len(cells))])} |\n"


if __name__ == "__main__":
    main()
