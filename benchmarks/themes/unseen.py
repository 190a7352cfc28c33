"""A hand that the shipped knowledge has never learned from: without a label, and with 5, 20 and 50 a theme of others.

    python -m benchmarks.themes.unseen

The texts of `unseen/` were written after the knowledge was learned and take no part in learning it. First what is
shipped; then labels of hands c, d and e beside a table learned from a and b alone, so that no text is both label and
teacher; and the same labels without any table, beside plain classifiers.
"""

import sys
from pathlib import Path

from benchmarks.themes import texts
from benchmarks.themes.assignment import HEAD, LABELS, METHODS, SPECS, asked, labelled, labels_of, row
from caseboard.topics.classifier import Classifier
from caseboard.topics.learning import associations, learn, texts_in

UNSEEN = Path(__file__).parent / "unseen"
TEACHING, LABELLED = "ab", "cde"


def main() -> None:
    """Measure and print."""
    measured, own = texts_in(UNSEEN), texts.own()
    teaching = [one for one in own if one.hand in TEACHING]
    pool = [one for one in own if one.hand in LABELLED]
    knowledge = learn(teaching, SPECS, associations())
    write = sys.stdout.write
    write(f"{len(measured)} texts by {len({one.hand for one in measured})} unseen hands\n\n{HEAD}\n")
    write(row("as shipped, no label", [asked(Classifier(SPECS), measured)]) + "\n")
    for wanted in (0, *LABELS):
        labels = labels_of(pool, wanted, seed=1) if wanted else []
        taught = asked(Classifier(SPECS, labelled(labels), knowledge), measured)
        write(row(f"{wanted} labels, table of two hands", [taught]) + "\n")
        for name, method in METHODS.items():
            if wanted and "knowledge" not in name:
                write(row(f"{wanted} labels: {name}", [method([], labels, measured)]) + "\n")


if __name__ == "__main__":
    main()
