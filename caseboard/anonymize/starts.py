"""Where in a text a pattern may begin to match: to try it only there spares the way through all other characters.

What a match begins with is read off the pattern in `beginnings`; whether to search at all is asked of `needles` before.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from typing import NamedTuple

from caseboard.anonymize.beginnings import DIGIT, LONGEST, WORD, Begin, begin, evened, is_word

_FEW = 5  # if more than one place in so many has to be tried, it is cheaper to walk through the text
_OUTSIDE = re.compile(r"(?<!\w)(?s:.)|\W")
_DIGIT = re.compile(r"\d")


class Starts:
    """The places of a text but those within a word, by what begins there, looked up once for all patterns."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._indices: dict[bool, dict[str, list[int]]] = {}

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What the pattern itself would find."""
        begins = (_BY_PATTERN.get(id(pattern)) or _entered(pattern)).begin
        places = self._places(begins) if begins else None
        if places is None:
            return pattern.finditer(self._text)
        return _apart(filter(None, map(pattern.match, repeat(self._text), places)))

    def _places(self, begins: Begin) -> list[int] | None:
        """Where it may match, in order; none if that is nearly everywhere."""
        index = self._indices.get(begins.even) or self._indexed(begins.even)
        places = list(chain.from_iterable(map(index.__getitem__, index.keys() & begins.leads)))
        if len(places) * _FEW > len(self._text):
            return None
        places.sort()
        return places

    def _indexed(self, even: bool) -> dict[str, list[int]]:
        text = _DIGIT.sub(DIGIT, evened(self._text) if even else self._text) + " " * LONGEST
        index: dict[str, list[int]] = defaultdict(list)
        for at in (match.start() for match in _OUTSIDE.finditer(self._text)):
            for length in range(1, LONGEST + 1):
                index[text[at : at + length]].append(at)
            if is_word(text[at]):
                index[WORD].append(at)
        self._indices[even] = index
        return index


def _apart(matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """A search goes on behind what it found."""
    end = 0
    for match in matches:
        if match.start() >= end:
            end = match.end()
            yield match


class _Entry(NamedTuple):
    """A pattern with how it begins; it is kept, so that no other pattern gets its place."""

    pattern: re.Pattern[str]
    begin: Begin | None


_BY_PATTERN: dict[int, _Entry] = {}
"""By identity, because a pattern is slow to hash."""


def _entered(pattern: re.Pattern[str]) -> _Entry:
    return _BY_PATTERN.setdefault(id(pattern), _Entry(pattern, begin(pattern)))
