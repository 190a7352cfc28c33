"""The table of the README: this project beside stock Presidio on the annotated texts, with 95 percent intervals.

    python -m benchmarks.anonymize [--germeval FILE] [--skip-sentences N] [TEXTS ...]

TEXTS are folders of annotated texts (`tests/texts/tune` and `tests/texts/test` unless others are named). FILE is the
GermEval 2014 data in its tab-separated form; the persons in it count as covered word by word.
"""

import argparse
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.anonymize.germeval import persons_covered
from benchmarks.anonymize.origins import by_origin
from benchmarks.anonymize.shares import Share
from benchmarks.anonymize.stock import Finder, stock
from caseboard.anonymize import Find, strip_fields, warm_up
from tests.texts.annotated import HERE, Annotated, Score, count, texts_in

SHAPES = ("ID", "PHONE", "EMAIL", "URL", "DATE", "POSTCODE")
NAMES = ("PERSON", "ORG", "PLACE", "STREET")
LENGTH, ROUNDS, _EVERY = 190, 60, 5


def ours(text: str) -> tuple[Find, ...]:
    """This project."""
    return strip_fields({"text": text}).finds


def scored(documents: Sequence[Annotated], finder: Finder) -> Score:
    """The score of a finder on all texts."""
    score = Score()
    for document in documents:
        count(score, document, finder(document.text))
    return score


def rows(score: Score) -> Iterator[tuple[str, Share]]:
    """The lines of the table."""
    yield "recall of direct identifiers", Share(score.direct - len(score.leaks), score.direct)
    yield "documents without any leak", Share(score.clean, score.documents)
    for kind in (*NAMES, *SHAPES):
        yield f"recall of {kind}", Share(score.kinds[kind] - score.leaked_kinds[kind], score.kinds[kind])
    yield "KEEP words that survive", Share(score.keep - len(score.lost), score.keep)
    yield "over-redaction", Share(len(score.over), score.other)
    yield "quasi-identifiers touched", Share(score.quasi - len(score.untouched), score.quasi)


def seconds(finder: Finder, passages: Sequence[str]) -> float:
    """The median of the processor time for one passage, warm, whatever else the machine is doing."""
    times = []
    for passage in passages:
        began = time.process_time()
        finder(passage)
        times.append(time.process_time() - began)
    return statistics.median(times)


def passages(documents: Sequence[Annotated]) -> list[str]:
    """Stretches of the length of a case text, each another one."""
    words = " ".join(document.text for document in documents).split(" ")
    return [" ".join(words[at : at + LENGTH]) for at in range(0, len(words) - LENGTH, LENGTH)][:ROUNDS]


def table(documents: Sequence[Annotated], finders: dict[str, Finder]) -> Iterator[str]:
    """The lines of one part as a table in Markdown."""
    scores = {name: scored(documents, finder) for name, finder in finders.items()}
    yield "| measure | " + " | ".join(scores) + " |"
    yield "|---" * (len(scores) + 1) + "|"
    for line in zip(*(rows(score) for score in scores.values()), strict=True):
        yield f"| {line[0][0]} | " + " | ".join(str(share) for _, share in line) + " |"
    times = {name: 1000 * seconds(finder, passages(documents)) for name, finder in finders.items()}
    yield f"| milliseconds for {LENGTH} words, warm | " + " | ".join(f"{each:.1f}" for each in times.values()) + " |"
    yield ""
    first = next(iter(scores.values()))
    yield from origin_lines(first)
    yield "leaks by kind: " + ", ".join(f"{kind} {times}" for kind, times in Counter(first.leaked_kinds).most_common())


def origin_lines(score: Score) -> Iterator[str]:
    """The recall of persons for each origin of names."""
    for origin, share in by_origin(score.persons).items():
        yield f"persons with {origin} names: {share}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[HERE / "tune", HERE / "test"], metavar="TEXTS")
    parser.add_argument("--germeval", type=Path)
    parser.add_argument("--skip-sentences", type=int, default=0)
    options = parser.parse_args()
    write = sys.stdout.write
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    warm_up()
    write(
        f"memory {before // 1024} MB before, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB loaded\n"
    )
    finders = {
        "this project": ours,
        "Presidio, same names": stock("ours"),
        "Presidio, spaCy NER": stock("spacy", list(texts_in(HERE / "tune"))[::_EVERY]),
        "Presidio": stock("none"),
    }
    for folder in options.folders:
        documents = list(texts_in(folder))
        write(f"\n{folder.name}: {len(documents)} texts\n\n" + "\n".join(table(documents, finders)) + "\n")
    if options.germeval:
        write("\nGermEval: words of persons covered, persons touched by any replacement\n")
        for name, finder in finders.items():
            told, touched = persons_covered(options.germeval, finder, options.skip_sentences)
            write(f"{name}: {told}, {touched}\n")


if __name__ == "__main__":
    main()
