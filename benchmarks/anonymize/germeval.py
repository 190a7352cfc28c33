"""Persons in the sentences of GermEval 2014: how many of their words any replacement covers."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.anonymize.shares import Share
from benchmarks.anonymize.stock import Finder

Word = tuple[str, bool]
"""A word, and whether it belongs to a person's name."""


def sentences(path: Path) -> Iterator[list[Word]]:
    """The sentences of the tab-separated file: index, token, outer tag, nested tag; lines with # are sources."""
    words: list[Word] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) >= 3:
            words.append((columns[1], columns[2] in ("B-PER", "I-PER")))
        elif words:
            yield words
            words = []
    if words:
        yield words


def persons_covered(path: Path, finder: Finder, skip: int) -> Share:
    """The share of person words that are wholly covered, after the first `skip` sentences."""
    hits = of = 0
    for number, words in enumerate(sentences(path)):
        if number < skip:
            continue
        text = " ".join(word for word, _ in words)
        covered = bytearray(len(text))
        for find in finder(text):
            covered[find.start : find.end] = b"\1" * (find.end - find.start)
        at = 0
        for word, person in words:
            if person:
                of += 1
                hits += all(covered[at : at + len(word)])
            at += len(word) + 1
    return Share(hits, of)
