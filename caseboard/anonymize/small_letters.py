"""Passages in small letters among others with capitals: a chat in an e-mail, a remark typed in a hurry."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from caseboard.anonymize.lexicon import INFLECTED, LOWER, NOUN

if TYPE_CHECKING:
    from caseboard.anonymize.document import Word

_LEAST = 8  # words; a shorter run without a capital is any clause
_NOUNS = 2  # one may be a slip of the pen, or what the dictionary does not know as a verb
_SHORT = 3
_JOINED = re.compile(r"[@/_-]|[.:][\w/]")


def small_runs(text: str, words: list["Word"]) -> Iterator[tuple[int, int]]:
    """The first and the last word of each: hardly a capital but where lines begin, and nouns in small letters."""
    first = nouns = 0
    for word in words:
        if word.capital and not word.shouted and not word.starts_sentence and len(word.text) >= _SHORT:
            if nouns >= _NOUNS and word.index - first >= _LEAST:
                yield first, word.index - 1
            first, nouns = word.index + 1, 0
        elif not word.capital and _noun(text, word):
            nouns += 1
    if nouns >= _NOUNS and len(words) - first >= _LEAST:
        yield first, len(words) - 1


def _noun(text: str, word: "Word") -> bool:
    """Whether German writes this word with a capital; what addresses are made of proves nothing."""
    if word.value & LOWER or not word.value & (NOUN | INFLECTED) or len(word.text) <= _SHORT:
        return False
    apart = not word.index or word.gap[-1:] in (" ", "\n", "(", "„", '"')
    return apart and not _JOINED.match(text, word.end)
