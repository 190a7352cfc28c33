"""Compile the word lists of the installed packages into one compact index file."""

from collections import defaultdict
from pathlib import Path

from caseboard.anonymize.lexicon import VERSION
from caseboard.anonymize.lexicon.index import write
from caseboard.anonymize.lexicon.names import names
from caseboard.anonymize.lexicon.places import places
from caseboard.anonymize.lexicon.words import beginnings, dictionary, frequencies


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
