"""What the network sees of a word: letters, shape, what lexicon and lists say, what stands around, here and elsewhere.

Everything is hashed here and forgotten with the request: a spaCy vocabulary would keep each word it has ever seen.
"""

import re
from collections.abc import Iterator
from functools import cache
from zlib import crc32

import numpy as np

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, SIZE_MASK, frequency
from caseboard.anonymize.vocabulary import Vocabulary
from caseboard.anonymize.words import listed

FEATURES = ("norm", "prefix", "ending", "tail", "shape", "names", "word", "lists", "before", "after", "company")
_LISTS = (
    "months", "weekdays", "titles", "roles", "kinship", "determiners", "particles", "verbs", "function_words",
    "org_heads", "org_joins", "abbreviations", "jobs", "regions", "name_heads", "name_suffixes", "before_streets",
)  # fmt: skip
_NAME_BITS, _WORD_BITS = (0b1111 << 3) | (0b11 << 10), 0b111
_TITLE, _DETERMINER = (chr(ord("a") + _LISTS.index(name)) for name in ("titles", "determiners"))
_CLOSE = 2  # characters between a word and its title: a space, or a full stop and a space
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
    known, hashes = (document.vocabulary.remembered(name) for name in ("features", "hashes"))
    rows = []
    for word, gap, after, company in zip(words, gaps, [*gaps[1:], end], companies(document), strict=True):
        key = (word.text, _STAND_IN if word.protected else word.fold, style)
        if (row := known.get(key)) is None:
            row = known[key] = [_hashed(value) for value in _of_word(document.vocabulary, *key)]
        around = [hashes.get(value) or hashes.setdefault(value, _hashed(value)) for value in (gap, after, company)]
        rows.append(row + around)
    return np.array(rows, dtype="uint64")


def _of_word(vocabulary: Vocabulary, text: str, folded: str, style: str) -> tuple[str, ...]:
    """What a word is, wherever it stands."""
    value = vocabulary.value(folded)
    flags = vocabulary.name_value(folded)
    names = f"{flags & _NAME_BITS:x}{flags & SIZE_MASK:x}"
    ordinary = vocabulary.ordinary(folded, value)
    glossary = vocabulary.in_glossary(folded)
    common = f"{value & _WORD_BITS}{ordinary:d}{glossary:d}{min(6, int(frequency(value)))}"
    shape = style + _shape(text)
    return folded, folded[:3], folded[-2:], folded[-4:], shape, names, common, _lists().get(folded, "")


def companies(document: Document) -> list[str]:
    """For each word how it stands in the whole text: a name is somewhere behind a title, a word behind an article."""
    met: dict[str, set[str]] = {}
    count: dict[str, int] = {}
    keys = [_key(word.fold, document) for word in document.words]
    for word, key in zip(document.words, keys, strict=True):
        met.setdefault(key, set()).update(_neighbours(document, word))
        count[key] = count.get(key, 0) + 1
    return ["".join(sorted(met[key])) + str(min(count[key], 3)) for key in keys]


def _key(folded: str, document: Document) -> str:
    """A genitive counts as the name it comes from, where that stands in the text."""
    bare = folded.removesuffix("s")
    return bare if len(bare) > 2 and bare in document.folds else folded


def _neighbours(document: Document, word: Word) -> Iterator[str]:
    before = document.at(word.index - 1)
    if word.text.islower():
        yield "l"
    elif word.capital and not word.starts_sentence:
        yield "c"
    if before and len(word.gap) <= _CLOSE and "\n" not in word.gap:
        lists = _lists().get(before.fold, "")
        if _TITLE in lists:
            yield "t"
        if _DETERMINER in lists:
            yield "d"
        if before.capital and _is_first_name(document, before):
            yield "f"
    after = document.at(word.index + 1)
    if after and after.gap == ", " and after.capital and _is_first_name(document, after):
        yield "f"


def _is_first_name(document: Document, word: Word) -> bool:
    """A first name that is no ordinary word."""
    return bool(document.vocabulary.name_value(word.fold) & FIRST) and not document.vocabulary.ordinary(word.fold)


@cache
def _lists() -> dict[str, str]:
    """Which of our small word lists know a word, as one letter each."""
    found: dict[str, str] = {}
    for at, name in enumerate(_LISTS):
        for word in listed(name):
            found[word] = found.get(word, "") + chr(ord("a") + at)
    return found


def _shape(text: str) -> str:
    """Capitals and length; accents that German does not know show too."""
    case = "X" if text.isupper() else "x" if text.islower() else "Xx" if text[1:].islower() else "xX"
    odd = "~" if any(ord(c) > 127 and c not in "äöüßÄÖÜ" for c in text) else ""
    return f"{case}{odd}{min(len(text), 9) if len(text) < 5 else 5 + (len(text) > 8) + (len(text) > 13)}"


def _gap(gap: str) -> str:
    """What stands between two words, numbers levelled out; of a long stretch both ends count."""
    level = _BLANKS.sub(" ", _DIGITS.sub("0", gap))
    return level if len(level) <= 6 else f"{level[:3]}{level[-3:]}"


def _hashed(value: str) -> int:
    return crc32(value.encode("utf-8", "replace")) + 1
