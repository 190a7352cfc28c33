"""What the network sees of a word: its letters, its shape, what the lexicon and the word lists say, what stands around.

Everything is hashed here and forgotten with the request: a spaCy vocabulary would keep each word it has ever seen.
"""

import re
from functools import cache
from zlib import crc32

import numpy as np

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import SIZE_MASK, frequency
from caseboard.anonymize.words import listed

FEATURES = ("norm", "prefix", "ending", "tail", "shape", "names", "word", "lists", "before", "after")
_LISTS = (
    "months", "weekdays", "titles", "roles", "kinship", "determiners", "particles", "verbs", "function_words",
    "org_heads", "org_joins", "abbreviations", "jobs", "regions", "name_heads", "name_suffixes", "before_streets",
)  # fmt: skip
_NAME_BITS, _WORD_BITS = (0b1111 << 3) | (0b11 << 10), 0b111
_DIGITS, _BLANKS = re.compile(r"\d+"), re.compile(r"[ \t]+")

_STAND_IN = "huber"
"""What the network reads in place of a placeholder, so that "[Kunde] Zuhörer" is no customer with a name."""

Vector = np.ndarray


def vectors(document: Document) -> Vector:
    """One row of hashes a word."""
    words = document.words
    if not words:
        return np.zeros((0, len(FEATURES)), dtype="uint64")
    gaps = [_gap(word.gap) for word in words]
    end = _gap(document.text[words[-1].end :])
    style = "l" if document.style.lower else "s" if document.style.shouted else "n"
    rows = [
        (*_of_word(document, word), f"{style}{_shape(word)}", gap, after)
        for word, gap, after in zip(words, gaps, [*gaps[1:], end], strict=True)
    ]
    return np.array([_hashed(row) for row in rows], dtype="uint64")


def _of_word(document: Document, word: Word) -> tuple[str, str, str, str, str, str, str]:
    """What a word is, wherever it stands."""
    vocabulary = document.vocabulary
    folded = _STAND_IN if word.protected else word.fold
    value = vocabulary.value(folded)
    flags = vocabulary.name_value(folded)
    names = f"{flags & _NAME_BITS:x}{flags & SIZE_MASK:x}"
    ordinary = vocabulary.ordinary(folded, value)
    glossary = vocabulary.in_glossary(folded)
    common = f"{value & _WORD_BITS}{ordinary:d}{glossary:d}{min(6, int(frequency(value)))}"
    return folded, folded[:3], folded[-2:], folded[-4:], names, common, _lists().get(folded, "")


@cache
def _lists() -> dict[str, str]:
    """Which of our small word lists know a word, as one letter each."""
    found: dict[str, str] = {}
    for at, name in enumerate(_LISTS):
        for word in listed(name):
            found[word] = found.get(word, "") + chr(ord("a") + at)
    return found


def _shape(word: Word) -> str:
    """Capitals and length; accents that German does not know show too."""
    text = word.text
    case = "X" if text.isupper() else "x" if text.islower() else "Xx" if text[1:].islower() else "xX"
    odd = "~" if any(ord(c) > 127 and c not in "äöüßÄÖÜ" for c in text) else ""
    return f"{case}{odd}{min(len(text), 9) if len(text) < 5 else 5 + (len(text) > 8) + (len(text) > 13)}"


def _gap(gap: str) -> str:
    """What stands between two words, numbers levelled out; of a long stretch both ends count."""
    level = _BLANKS.sub(" ", _DIGITS.sub("0", gap))
    return level if len(level) <= 6 else f"{level[:3]}{level[-3:]}"


def _hashed(row: tuple[str, ...]) -> list[int]:
    norm, prefix, ending, tail, names, common, lists, shape, before, after = row
    ordered = (norm, prefix, ending, tail, shape, names, common, lists, before, after)
    return [crc32(value.encode("utf-8", "replace")) + 1 for value in ordered]
