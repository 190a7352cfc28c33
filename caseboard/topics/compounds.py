"""What German compounds are made of: a splitter that asks how frequent the parts are, in the world and in a corpus."""

import math
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from caseboard.topics.lists import listed

LINKS = ("", "s", "es", "n", "en", "er", "e")
"""The letters that German puts between the parts of a compound."""

STEM_ENDS = ("e", "en")
"""What a first part may have lost: "Schul-" is "Schule", "Wohn-" is "wohnen"."""

SHORTEST = 4
SHORT_PARTS = listed("short_parts")
"""Parts of three letters that are words; all others are chance."""

NO_HEADS = listed("no_heads")
NO_TAILS = listed("no_tails")
"""Endings and openings that happen to be frequent words."""

WORD_IN_CORPUS = 3
"""How often a corpus must have a word before its parts may be sought with it."""

KNOWN = 2.6
"""On the Zipf scale: about once in 2.5 million words."""

WORDLIST = "large"

LONG, DEEPEST = 8, 2
"""A rest of so many letters may be a compound itself, so many times over."""


class Split(NamedTuple):
    """The parts of a word and how frequent they are on average."""

    worth: float
    parts: tuple[str, ...]


NOTHING = Split(0.0, ())


@cache
def shipped() -> Mapping[str, float]:
    """How frequent German words are, as a share of all words."""
    import wordfreq

    return wordfreq.get_frequency_dict("de", wordlist=WORDLIST)


class Splitter:
    """Splits a word where its parts are more frequent than the whole."""

    def __init__(self, counts: Mapping[str, int] | None = None) -> None:
        """Learn what `counts`, words in lower case and how often a corpus has them, adds to the shipped vocabulary."""
        total = sum(counts.values()) if counts else 1
        self._own = {word: n / total for word, n in (counts or {}).items() if n >= WORD_IN_CORPUS}
        self._world = shipped()

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a word in lower case, the last one as it is written; nothing if it is no compound."""
        split = self._split(word, 0)
        return split.parts if split.worth > self.zipf(word) else ()

    def zipf(self, word: str) -> float:
        """How frequent a word is on the Zipf scale, zero if unknown."""
        folded = word.replace("ß", "ss") if "ß" in word else word  # as the shipped list spells it
        share = max(self._world.get(folded, 0.0), self._own.get(word, 0.0))
        return math.log10(share) + 9 if share > 1e-9 else 0.0

    def _split(self, word: str, depth: int) -> Split:
        best = NOTHING
        for at in range(3, len(word) - 2):
            tail = self._tail(word[at:], depth)
            if tail.worth:
                head = self._head(word[:at])
                if head.worth:
                    best = max(best, _joined(head, tail))
        return best

    def _tail(self, written: str, depth: int) -> Split:
        """A last part, or the parts of what follows the first one."""
        if written not in NO_TAILS and _long_enough(written):
            worth = self.zipf(written)
            if worth >= KNOWN and _is_word(written):
                return Split(worth, (written,))
        return self._split(written, depth + 1) if depth < DEEPEST and len(written) > LONG else NOTHING

    def _head(self, written: str) -> Split:
        """The word that a first part stands for."""
        forms = [written.removesuffix(link) for link in LINKS if written.endswith(link)]
        if len(written) >= SHORTEST:
            forms += [written + end for end in STEM_ENDS]
        found = ((self.zipf(form), form) for form in forms if form not in NO_HEADS and _long_enough(form))
        worth, form = max(((worth, form) for worth, form in found if _is_word(form)), default=(0.0, ""))
        return Split(worth, (form,)) if worth >= KNOWN else NOTHING


def _joined(head: Split, tail: Split) -> Split:
    parts = head.parts + tail.parts
    worth = (head.worth + tail.worth * len(tail.parts)) / len(parts)
    return Split(worth, parts)


def _long_enough(form: str) -> bool:
    return len(form) >= SHORTEST or form in SHORT_PARTS


@cache
def _is_word(form: str) -> bool:
    import simplemma

    return simplemma.is_known(form.capitalize(), "de") or simplemma.is_known(form, "de")
