"""Phrases that stand in many cases, from forms and greetings: they are about nothing, and would pass for a theme."""

from collections import Counter
from collections.abc import Iterable

from caseboard.topics.words import tokens

PHRASE = 4
"""So many words in a row; a sentence that everybody writes holds several of them."""

SHARE = 0.02
LEAST = 10
"""In more than two of a hundred texts, and in more than so many: the cases of a new theme may quote one letter."""

Gram = tuple[str, ...]


class Boilerplate:
    """The phrases of a corpus that are everywhere in it."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the phrases of all texts."""
        counts: Counter[Gram] = Counter()
        total = 0
        for text in texts:
            counts.update(set(_grams(tokens(text))))
            total += 1
        least = max(LEAST, SHARE * total)
        self._phrases = frozenset(gram for gram, n in counts.items() if n > least)

    def without(self, text: str) -> list[str]:
        """The words of a text that are not part of such a phrase."""
        words = tokens(text)
        inside = {
            at + step
            for at, gram in enumerate(_grams(words) if self._phrases else ())
            if gram in self._phrases
            for step in range(PHRASE)
        }
        return [word for at, word in enumerate(words) if at not in inside] if inside else words


def _grams(words: list[str]) -> Iterable[Gram]:
    return zip(*(words[start:] for start in range(PHRASE)), strict=False)
