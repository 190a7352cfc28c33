"""Compile the word lists of the installed packages into one compact index file."""

from collections import defaultdict
from pathlib import Path

from caseboard.anonymize import signed
from caseboard.anonymize.lexicon import VERSION
from caseboard.anonymize.lexicon.index import BrokenIndex, Index, write
from caseboard.anonymize.lexicon.names import names
from caseboard.anonymize.lexicon.places import places
from caseboard.anonymize.lexicon.words import beginnings, dictionary, frequencies


def renew(folder: Path | None = None) -> int:
    """Build the index and sign it; returns its number of words."""
    folder = folder or signed.FOLDER
    words = build(folder / signed.INDEX)
    signed.sign(folder, signed.INDEX)
    return words


def is_fresh(folder: Path | None = None) -> bool:
    """Whether the index that lies there is whole and of this version."""
    folder = folder or signed.FOLDER
    try:
        return signed.is_whole(signed.INDEX, folder) and len(Index(folder / signed.INDEX, VERSION)) > 0
    except (OSError, ValueError, BrokenIndex):
        return False


def build(path: Path) -> int:
    """Write the index and return its number of words."""
    words: dict[str, int] = defaultdict(int)
    for source in (dictionary(), frequencies(), names(), places()):
        for word, value in source.items():
            words[word] |= value
    for word, value in beginnings(words).items():
        words[word] |= value
    write(path, words, VERSION)
    return len(words)
