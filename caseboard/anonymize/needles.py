"""What must stand in a text for a pattern to match there: to look for that first spares most of the search.

Read off the pattern itself, so that nobody has to keep it in step. In doubt a pattern is searched.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import product
from re import _constants as sre  # type: ignore[attr-defined]  # the only way to see how a pattern is built
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_MANY = 64  # more spellings of one stretch than this are not written out
_DEAREST = 160  # to look for more than this costs as much as the pattern
_TROUBLE = 1e-5  # of looking for one word more, against that of a search for nothing
_ONE_CASE = str.maketrans({"ı": "i", "İ": "i"})  # what a pattern that ignores case takes for an i, and casefold() not
_NOTHING: frozenset[str] = frozenset({""})
_ZERO_WIDTH = (sre.AT, sre.ASSERT_NOT)

Strings = frozenset[str] | None


class _Said(NamedTuple):
    """Everything a part can match, if that is little; and of what at least one must stand in the text."""

    whole: Strings
    needed: Strings


def flat(text: str) -> str:
    """A text in which two spellings that a pattern ignoring case takes for one are one."""
    return text.translate(_ONE_CASE).casefold()


class Held:
    """What a text holds, looked up once for all patterns."""

    def __init__(self, text: str) -> None:
        self._flat = flat(text)
        self._known: dict[str, bool] = {}

    def may_match(self, pattern: re.Pattern[str]) -> bool:
        """Whether it is worth searching."""
        entry = _BY_PATTERN.get(id(pattern))
        if entry is None:
            entry = _BY_PATTERN[id(pattern)] = pattern, needles(pattern)
        return not entry[1] or any(map(self._holds, entry[1]))

    def _holds(self, needle: str) -> bool:
        found = self._known.get(needle)
        if found is None:
            found = self._known[needle] = needle in self._flat
        return found


_BY_PATTERN: dict[int, tuple[re.Pattern[str], tuple[str, ...]]] = {}
"""By identity, because a pattern is slow to hash; with the pattern, so that no other gets its place."""


def needles(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """At least one of these stands in the flat text of everything that matches; empty if nothing is sure."""
    said = _sequence(_parser.parse(pattern.pattern, pattern.flags))
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
