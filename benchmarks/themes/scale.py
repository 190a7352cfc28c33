"""How long a rebuild of the whole history takes, and how much memory: `python -m benchmarks.themes.scale`.

Texts are glued from pieces of real sections, 150 words each, so the vocabulary is real but bounded. Every size runs
in a process of its own. Memory is the peak of that process and of each helper at once, the worst that can be.
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.themes import texts
from caseboard.themes.signals import Cube, evaluate
from caseboard.topics.candidates import find
from caseboard.topics.classifier import Classifier, Labelled
from caseboard.topics.rescoring import Rescored, rescore
from caseboard.topics.sampling import Case
from caseboard.topics.spec import shipped_specs

SECTIONS = Path("../shared/corpora/laws/all.jsonl.gz")
SIZES = (10_000, 68_000, 1_000_000)
PIECE, PIECES = 50, 3
HOUSES, DAYS, END = 100, 730, date(2026, 10, 31)
LABELS = 50
STEPS = ("classifier", "texts", "counts and rule", "candidates")


def pieces(path: Path) -> list[str]:
    """Runs of fifty words out of all sections."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            words = row["text"].split()
            found += [" ".join(words[start : start + PIECE]) for start in range(0, len(words) - PIECE + 1, PIECE)]
    return found


def glued(number: int, some: list[str]) -> Iterator[Case]:
    """So many cases, made while they are asked for; one in a hundred is written twice."""
    chance = Random(1)  # noqa: S311 -- the same history every time
    text, house = "", ""
    for place in range(number):
        if place % 100 != 1:
            text, house = " ".join(chance.choices(some, k=PIECES)), f"house {chance.randrange(HOUSES)}"
        yield Case(str(place), text, house, END - timedelta(days=DAYS - 1 - place * DAYS // number))


def counted(found: Rescored, keys: tuple[str, ...]) -> Cube:
    """Themes by house and month, doubles left out."""
    rows = ~found.doubles[found.rows]
    themes, texts_ = found.themes[rows], found.rows[rows]
    first = found.day.min()
    span = [date.fromordinal(int(day)).replace(day=1) for day in range(first, found.day.max() + 1)]
    months = tuple(sorted(set(span)))
    month = np.array([months.index(one) for one in span])[found.day[texts_] - first]
    counts = np.zeros((len(keys), len(found.houses), len(months)), int)
    np.add.at(counts, (themes, found.house[texts_], month), 1)
    return Cube(keys, found.houses, months, counts)


def rebuild(number: int, some: list[str], processes: int) -> tuple[dict[str, float], Rescored, int]:
    """Everything the night and the week do, step by step, with the seconds of each."""
    marks = [time.perf_counter()]
    lesson = [Labelled(one.text, one.themes) for one in texts.recombined(texts.own(), LABELS, seed=1)]
    classifier = Classifier(shipped_specs(), lesson)
    marks.append(time.perf_counter())
    found = rescore(glued(number, some), classifier, END, processes)
    marks.append(time.perf_counter())
    evaluate(counted(found, classifier.keys))
    marks.append(time.perf_counter())
    candidates = find(found.periods, classifier)
    marks.append(time.perf_counter())
    seconds = dict(zip(STEPS, np.diff(marks).tolist(), strict=True))
    return seconds, found, len(candidates)


def measure(number: int, path: Path, processes: int) -> str:
    """A row of the table."""
    some = pieces(path)
    before = peak(0)
    seconds, found, candidates = rebuild(number, some, processes)
    busy = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    steps = " | ".join(f"{seconds[step]:.0f} s" for step in STEPS)
    return (
        f"| {number:,} | {steps} | **{sum(seconds.values()):.0f} s** | {busy:.0f} s | {before} MB | "
        f"**{peak(processes)} MB** | {int(found.doubles.sum()):,} | {len(found.rows):,} | {candidates} |"
    )


def peak(processes: int) -> int:
    """The most memory of this process, and of so many helpers as if each had the most at once; in megabytes."""
    own, helper = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + (processes if processes > 1 else 0) * helper) // 1024


def main() -> None:
    """Print the curve, each size from a process of its own."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--sections", type=Path, default=SECTIONS)
    ask.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    ask.add_argument("--processes", type=int, default=2)
    ask.add_argument("--alone", action="store_true", help="One size in this process, its row without a heading.")
    chosen = ask.parse_args()
    if chosen.alone:
        sys.stdout.write(measure(chosen.sizes[0], chosen.sections, chosen.processes) + "\n")
        return
    heading = (
        "texts",
        *STEPS,
        "all",
        "processor time",
        "memory before",
        "peak",
        "doubles",
        "counted themes",
        "candidates",
    )
    sys.stdout.write(f"| {' | '.join(heading)} |\n|{'---|' * len(heading)}\n")
    sys.stdout.flush()
    for size in chosen.sizes:
        options = ["--sections", str(chosen.sections), "--sizes", str(size), "--processes", str(chosen.processes)]
        subprocess.run([sys.executable, "-m", __spec__.name, "--alone", *options], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
