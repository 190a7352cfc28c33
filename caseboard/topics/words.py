"""The words of a stripped text: basic forms and the parts of compounds, without what the anonymiser put in."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from caseboard.topics.compounds import Splitter
from caseboard.topics.lists import listed

PLACEHOLDER = re.compile(
    r"(?:\b(?:Frau|Herrn?|Familie|Fr\.|Hr\.|Hrn\.|Fam\.|Dr\.|Prof\.)\s+)*\[[^\]\n]*\](?:-?[^\W\d_]{1,3}\b)?"
)
"""What the anonymiser put in, with the titles before it and the ending behind: how it masked, not what it is about."""

WORD = re.compile(r"\b[^\W\d_]-[^\W_]+|[^\W_]+")
"""A run of letters and digits; a single letter before a hyphen belongs to it ("P-Konto", "E-Mail")."""

FREQUENT = 5.75
"""From here on the Zipf scale a word is in every text: articles, pronouns, auxiliaries."""

CONTENT = listed("content")
"""Frequent words that do say something."""

SAME = {"schuld": "schulden", "schulde": "schulden", "selbständigkeit": "selbstständigkeit"}
"""What the dictionary tells apart and people do not."""

MOST_CACHED = 600_000


class Reader:
    """Reads texts into terms and remembers every word it has met."""

    def __init__(self, splitter: Splitter | None = None) -> None:
        """Read with a splitter of one's own, or with one that knows the shipped vocabulary alone."""
        self._splitter = splitter or Splitter()
        self._known = _Memory(self._terms)

    def words(self, text: str) -> list[str]:
        """The terms of a text in its order: each word's basic form in lower case, and behind it its parts."""
        known = self._known
        if len(known) > MOST_CACHED:
            known.clear()
        return [term for word in tokens(text) for term in known[word]]

    def pairs(self, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each word as it is written, with its terms; words that say nothing are left out."""
        return ((word, self._known[word]) for word in tokens(text) if self._known[word])

    def terms(self, word: str) -> tuple[str, ...]:
        """The terms of a single word."""
        return self._known[word]

    def _terms(self, word: str) -> tuple[str, ...]:
        lower = word.lower()
        if len(lower) < 2 or lower.isdigit() or self._says_nothing(lower):
            return ()
        base = lemma(word)
        parts = self._splitter.parts(base) or self._splitter.parts(lower)
        if not parts:
            return (base,)
        last = lemma(parts[-1].capitalize())
        if base == lower and base.endswith(parts[-1]):  # the dictionary does not know the whole, but its last part
            base = base.removesuffix(parts[-1]) + last
        return tuple(dict.fromkeys((base, *(lemma(part.capitalize()) for part in parts[:-1]), last)))

    def _says_nothing(self, lower: str) -> bool:
        return lower not in CONTENT and self._splitter.zipf(lower) >= FREQUENT


class _Memory(dict[str, tuple[str, ...]]):
    """A dictionary that asks for what it does not know: faster than a cache behind a call."""

    def __init__(self, ask: object) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> tuple[str, ...]:
        found = self[word] = self._ask(word)
        return found


def tokens(text: str) -> list[str]:
    """The words of a text as they are written, placeholders and their surroundings left out."""
    return WORD.findall(PLACEHOLDER.sub(" ", text) if "[" in text else text)


def lemma(word: str) -> str:
    """The basic form of a word in lower case; a noun in lower case or in capitals is still found."""
    import simplemma

    if len(word) > 1 and word.isupper():
        word = word.capitalize()
    if word.islower() and not simplemma.is_known(word, "de"):
        word = word.capitalize()
    found = simplemma.lemmatize(word, lang="de").lower()
    return SAME.get(found, found)


def frequencies(texts: Iterable[str]) -> Counter[str]:
    """How often a corpus has each word, in lower case, for a `Splitter`."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(map(str.lower, tokens(text)))
    return counts


@cache
def reader() -> Reader:
    """The reader of this process, with the shipped vocabulary alone."""
    return Reader()


def words(text: str) -> list[str]:
    """The terms of a text: basic forms in lower case and the parts of compounds, in its order."""
    return reader().words(text)
