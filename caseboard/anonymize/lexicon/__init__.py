"""What is known of a word: dictionary word, first name, surname, place, and how common it is."""

from functools import lru_cache
from pathlib import Path

from caseboard.anonymize import signed
from caseboard.anonymize.lexicon.index import Index

VERSION = 9

LOWER = 1 << 0  # stands in the dictionary in lower case: verb, adjective, particle
NOUN = 1 << 1  # stands in the dictionary with a capital
INFLECTED = 1 << 2  # a noun with a plural or cases of its own, hardly a proper name
FIRST = 1 << 3
LAST = 1 << 4
PLACE = 1 << 5  # Germany, Austria, Switzerland
ABROAD = 1 << 6
PREFIX = 1 << 7  # a place name of several words begins with it
FEMALE = 1 << 8
MALE = 1 << 9
COMMON_NAME = 1 << 10  # in the name lists of several languages, or a frequent German name
FIRST_SURE = 1 << 11  # a first name in German lists or in several languages
ABBREVIATES = 1 << 15  # the beginning of a frequent noun: with a full stop behind it, an abbreviation
SIZE_SHIFT, SIZE_MASK = 12, 0b111 << 12  # 1 village, 2 small town, 3 town, 4 city
FREQUENCY_SHIFT = 16  # ten times the Zipf frequency in German, 0 when never seen


def frequency(value: int) -> float:
    """Zipf frequency of a value: 3 is once in a million words."""
    return (value >> FREQUENCY_SHIFT) / 10


def load() -> Index:
    """The index as it was built at the installation (`python -m caseboard.anonymize.lexicon`).

    Raises:
        Damaged: it is missing, or not the one that was built.
        BrokenIndex: it is of another version.
    """
    return _opened(signed.FOLDER)


@lru_cache(maxsize=1)
def _opened(folder: Path) -> Index:
    if not signed.is_whole(signed.INDEX, folder):
        raise signed.Damaged
    return Index(folder / signed.INDEX, VERSION)
