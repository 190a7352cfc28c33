"""Small word lists of the field, one text file each, read once and folded."""

from functools import cache
from importlib import resources

from caseboard.anonymize.fold import fold


@cache
def listed(name: str) -> frozenset[str]:
    """The folded entries of words/NAME.txt: separated by white space, or one a line when a line begins with '|'."""
    return frozenset(fold(entry) for entry in entries(name))


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries as they are written in the file."""
    out: list[str] = []
    for raw in (resources.files(__package__) / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        out += [line[1:].strip()] if line.startswith("|") else line.split()
    return tuple(out)


@cache
def grouped(name: str) -> dict[str, str]:
    """The folded entries of a file whose lines say 'group: entries', each with its group."""
    out: dict[str, str] = {}
    for raw in (resources.files(__package__) / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        group, _, words = raw.partition("#")[0].partition(":")
        out |= {fold(word): group.strip() for word in words.split()}
    return out
