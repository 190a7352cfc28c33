"""What must stand in a text for a pattern to match there: to look for that first spares most of the search.

Read off the pattern itself, so that nobody has to keep it in step. In doubt a pattern is searched.
This says whether to search a text at all; how a match begins say `beginnings`, and `starts` tries only those places.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from itertools import count, product
from operator import or_
from re import _constants as sre  # type: ignore[attr-defined]  # the only way to see how a pattern is built
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_GRAM = 3  # so many letters at the front rule out most of what is not there
_MANY = 64  # more spellings of one stretch than this are not written out
_DEAREST = 160  # to look for more than this costs as much as the pattern
_TROUBLE = 1e-5  # of looking for one word more, against that of a search for nothing
ONE_CASE = str.maketrans({"ı": "i", "İ": "i", "ſ": "s"})  # what a pattern that ignores case takes for one letter
_NOTHING: frozenset[str] = frozenset({""})
_ZERO_WIDTH = (sre.AT, sre.ASSERT_NOT)

Strings = frozenset[str] | None


class _Said(NamedTuple):
    """Everything a part can match, if that is little; and of what at least one must stand in the text."""

    whole: Strings
    needed: Strings


def flat(text: str) -> str:
    """A text in which two spellings that a pattern ignoring case takes for one are one."""
    return text.translate(ONE_CASE).casefold()


_Needle = tuple[str, str, int]
"""What is looked for, what it begins with, and its bit."""


class Held:
    """What a text holds, looked up once for all patterns: each needle has a bit, known or not, there or not."""

    def __init__(self, text: str) -> None:
        self._flat = flat(text)
        self._grams = {"", *(self._flat[at : at + _GRAM] for at in range(len(self._flat)))}
        self._known = self._there = 0

    def may_match(self, pattern: re.Pattern[str]) -> bool:
        """Whether it is worth searching."""
        entry = _BY_PATTERN.get(id(pattern)) or _entered(pattern)
        mask = entry.mask
        if not mask or self._there & mask:
            return True
        return not self._grams.isdisjoint(entry.begins) and self._found(entry.needles)

    def _found(self, wanted: tuple[_Needle, ...]) -> bool:
        """Most needles are ruled out by their first letters, without looking through the text."""
        for needle, begins, bit in wanted:
            if begins in self._grams and not self._known & bit:
                self._known |= bit
                if needle in self._flat:
                    self._there |= bit
                    return True
        return False


class _Entry(NamedTuple):
    """A pattern with what it needs; it is kept, so that no other pattern gets its place."""

    pattern: re.Pattern[str]
    needles: tuple[_Needle, ...]
    begins: frozenset[str]
    mask: int


_BY_PATTERN: dict[int, _Entry] = {}
"""By identity, because a pattern is slow to hash."""
_BITS: dict[str, int] = {}
_NEXT = count()


def _entered(pattern: re.Pattern[str]) -> _Entry:
    wanted = tuple((needle, _begins(needle), _bit(needle)) for needle in needles(pattern))
    begins = frozenset(begins for _, begins, _ in wanted)
    return _BY_PATTERN.setdefault(id(pattern), _Entry(pattern, wanted, begins, reduce(or_, (n[2] for n in wanted), 0)))


def _bit(needle: str) -> int:
    """Counted, not measured by `len`: two threads would give two words one bit, and a word that is there be skipped."""
    return _BITS.get(needle) or _BITS.setdefault(needle, 1 << next(_NEXT))


def _begins(needle: str) -> str:
    """What is shorter has to be looked for itself."""
    return needle[:_GRAM] if len(needle) >= _GRAM else ""


@lru_cache(maxsize=1)
def tree(pattern: re.Pattern[str]) -> Any:
    """How a pattern is built; kept for a moment, because what it needs and what it begins with are asked in turn."""
    return _parser.parse(pattern.pattern, pattern.flags)


def needles(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """At least one of these stands in the flat text of everything that matches; empty if nothing is sure."""
    said = _sequence(tree(pattern))
    strings = {flat(one) for one in _least(said) or ()}
    if not strings or "" in strings:
        return ()
    shortest = sorted(one for one in strings if not any(other != one and other in one for other in strings))
    return tuple(shortest) if len(shortest) <= _DEAREST else ()


def _least(said: _Said) -> Strings:
    return _rarest([each for each in said if each and "" not in each])


def _rarest(candidates: Sequence[frozenset[str]]) -> Strings:
    """Long words are rarer than short ones, few rarer than many."""
    return min(candidates, key=lambda strings: sum(0.1 ** len(one) + _TROUBLE for one in strings), default=None)


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Said:
    run, candidates, broken = _NOTHING, [], False
    for item in items:
        whole, needed = _part(*item)
        if needed:
            candidates.append(needed)
        if whole is not None and len(run) * len(whole) <= _MANY:
            run = frozenset(first + second for first, second in product(run, whole))
            continue
        candidates.append(run)
        run, broken = (_NOTHING if whole is None else whole), True
    candidates.append(run)
    return _Said(None if broken else run, _rarest([each for each in candidates if "" not in each]))


def _part(kind: Any, of: Any) -> _Said:
    if kind is sre.LITERAL:
        return _Said(frozenset({chr(of)}), None)
    if kind in _ZERO_WIDTH:
        return _Said(_NOTHING, None)
    if kind is sre.ASSERT:
        return _Said(_NOTHING, _least(_sequence(of[1])))
    if kind is sre.SUBPATTERN:
        return _sequence(of[3])
    if kind is sre.BRANCH:
        return _branch([_sequence(each) for each in of[1]])
    if kind is sre.IN:
        return _Said(_characters(of), None)
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return _repeat(*of)
    return _Said(None, None)


def _branch(ways: list[_Said]) -> _Said:
    wholes, needed = [way.whole for way in ways], [_least(way) for way in ways]
    whole = None if None in wholes else frozenset().union(*wholes)
    return _Said(
        whole if whole is not None and len(whole) <= _MANY else None,
        None if None in needed else frozenset().union(*needed),
    )


def _characters(of: list[tuple[Any, Any]]) -> Strings:
    if any(kind is not sre.LITERAL for kind, _ in of):
        return None
    return frozenset(chr(value) for _, value in of)


def _repeat(least: int, most: Any, of: Any) -> _Said:
    inner = _sequence(of)
    if least == 0:
        few = most == 1 and inner.whole is not None and len(inner.whole) < _MANY
        return _Said(inner.whole | _NOTHING if few and inner.whole is not None else None, None)
    if least == most == 1:
        return inner
    return _Said(None, _least(inner))
