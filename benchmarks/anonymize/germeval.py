"""Persons in the sentences of GermEval 2014: how many of them, and of their words, any replacement covers."""

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.anonymize.shares import Share
from benchmarks.anonymize.stock import Finder

Word = tuple[str, str]
"""A word and its outer tag."""

_TELLS = re.compile(r"[^\W\d_]{2}")


def sentences(path: Path) -> Iterator[list[Word]]:
    """The sentences of the tab-separated file: index, token, outer tag, nested tag; lines with # are sources."""
    words: list[Word] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) >= 3:
            words.append((columns[1], columns[2]))
        elif words:
            yield words
            words = []
    if words:
        yield words


def persons_covered(path: Path, finder: Finder, skip: int) -> tuple[Share, Share]:
    """After the first `skip` sentences: words of two letters or more wholly covered, and persons touched at all."""
    told: list[bool] = []
    touched: list[bool] = []
    for number, words in enumerate(sentences(path)):
        if number < skip:
            continue
        text = " ".join(word for word, _ in words)
        covered = bytearray(len(text))
        for find in finder(text):
            covered[find.start : find.end] = b"\1" * (find.end - find.start)
        at = 0
        for word, tag in words:
            here = covered[at : at + len(word)]
            if tag == "B-PER":
                touched.append(any(here))
            elif tag == "I-PER" and touched:
                touched[-1] = touched[-1] or any(here)
            if tag in ("B-PER", "I-PER") and _TELLS.search(word):
                told.append(all(here))
            at += len(word) + 1
    return Share(sum(told), len(told)), Share(sum(touched), len(touched))
