"""What every match of a pattern begins with, if none begins within a word: read off the pattern itself.

So nobody has to keep it in step. In doubt nothing is said of a pattern.
This knows patterns and no text: `starts` finds the beginnings in one, `needles` says whether to search it at all.
"""

import re
from collections.abc import Iterable
from re import _constants as sre  # type: ignore[attr-defined]  # the only way to see how a pattern is built
from typing import Any, NamedTuple

from caseboard.anonymize.needles import ONE_CASE, tree

LONGEST = 3  # so many letters rule out most places
WORD = "\0"  # a beginning that stands for any letter, digit or underscore
DIGIT = "0"  # and one for any digit
_MANY = 256  # more beginnings than this are not written out
_WIDE = 64  # nor are larger ranges of characters
_LATIN = 0x180  # letters above this are not looked at where a pattern ignores case
_SPACES = "".join(chr(c) for c in range(0x3001) if chr(c).isspace())
_IGNORES = re.compile(r"\(\?[a-z]*i")
_EDGES = (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING)
_ZERO_WIDTH = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)
_IS_WORD, _IS_SPACE = (sre.CATEGORY, sre.CATEGORY_WORD), (sre.CATEGORY, sre.CATEGORY_SPACE)
_NO_OTHER = [(sre.NEGATE, None), (sre.CATEGORY, sre.CATEGORY_NOT_WORD)]
_EMPTY: frozenset[str] = frozenset()
_NOTHING = frozenset({""})

Items = Iterable[tuple[Any, Any]]


class Begin(NamedTuple):
    """What a match begins with, and whether that is to be looked for in an evened text."""

    leads: frozenset[str]
    even: bool


class _Lead(NamedTuple):
    """What a part begins with: all of it, or the front of what is longer or not known."""

    whole: frozenset[str]
    front: frozenset[str]


_UNKNOWN = _Lead(_EMPTY, _NOTHING)


def evened(text: str) -> str:
    """A text in which two spellings that a pattern ignoring case takes for one are one, each letter in its place."""
    return text.translate(ONE_CASE).lower()


def is_word(character: str) -> bool:
    """What \\w stands for."""
    return character == "_" or character.isalnum()


def begin(pattern: re.Pattern[str]) -> Begin | None:
    """How a pattern begins whose matches begin at no place within a word; none if there is nothing to go by."""
    items = tree(pattern)
    if not items.getwidth()[0] or pattern.flags & re.A:
        return None
    even = bool(pattern.flags & re.I or _IGNORES.search(pattern.pattern))
    leads = _leads(items, even)
    return Begin(leads, even) if "" not in leads and _opens(items, leads, even) else None


def _shortest(leads: frozenset[str]) -> frozenset[str]:
    """Without those that another one begins, so that no place is named twice."""
    if WORD in leads:
        leads = frozenset(one for one in leads if not one or not is_word(one[0]))
    return frozenset(one for one in leads if not any(one[:length] in leads for length in range(len(one))))


def _sequence(items: Items, even: bool) -> _Lead:
    whole, front = _NOTHING, _EMPTY
    for kind, of in items:
        more = _part(kind, of, even)
        if len(whole) * (len(more.whole) + len(more.front)) > _MANY:
            return _Lead(_EMPTY, front | whole)
        front |= _joined(whole, more.front)
        longer = _joined(whole, more.whole)
        whole = frozenset(one for one in longer if len(one) < LONGEST)
        front |= longer - whole
        if not whole:
            break
    return _Lead(whole, front)


def _joined(first: frozenset[str], then: frozenset[str]) -> frozenset[str]:
    """That any word goes on rules nothing out."""
    return frozenset((one + other.rstrip(WORD))[:LONGEST] if one else other for one in first for other in then)


def _part(kind: Any, of: Any, even: bool) -> _Lead:
    if kind in _ZERO_WIDTH:
        return _Lead(_NOTHING, _EMPTY)
    if kind is sre.LITERAL:
        return _characters([(kind, of)], even)
    if kind is sre.IN:
        return _characters(of, even)
    if kind is sre.SUBPATTERN:
        return _sequence(of[3], even)
    if kind is sre.BRANCH:
        ways = [_sequence(way, even) for way in of[1]]
        return _Lead(_EMPTY.union(*(way.whole for way in ways)), _EMPTY.union(*(way.front for way in ways)))
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return _repeat(*of, even)
    return _UNKNOWN


def _repeat(least: int, most: Any, of: Any, even: bool) -> _Lead:
    """What is repeated more often than it must be goes on in a way that is not followed."""
    lead = _sequence([*of] * min(max(least, 1), LONGEST), even)
    if most > max(least, 1):
        lead = _Lead(_EMPTY, lead.front | lead.whole)
    return _Lead(lead.whole | _NOTHING, lead.front) if least == 0 else lead


def _characters(of: list[tuple[Any, Any]], even: bool) -> _Lead:
    if of[:2] == _NO_OTHER:
        return _Lead(_EMPTY, frozenset({WORD}))
    if of[0][0] is sre.NEGATE:
        return _UNKNOWN
    ways = [_spelt(*each, even) for each in of if each != _IS_WORD]
    if None in ways:
        return _UNKNOWN
    return _Lead(_EMPTY.union(*filter(None, ways)), frozenset({WORD}) if _IS_WORD in of else _EMPTY)


def _spelt(kind: Any, of: Any, even: bool) -> frozenset[str] | None:
    """Every character that is meant, as it stands in the text that is looked through."""
    if kind is sre.LITERAL:
        characters = chr(of)
    elif kind is sre.RANGE and of[1] - of[0] < _WIDE:
        characters = "".join(map(chr, range(of[0], of[1] + 1)))
    elif (kind, of) == _IS_SPACE:
        characters = _SPACES
    else:
        return frozenset({DIGIT}) if of is sre.CATEGORY_DIGIT else None
    if even and any(c.lower() != c.upper() and (ord(c) >= _LATIN or c == "µ") for c in characters):
        return None
    return frozenset(DIGIT if c.isdecimal() else evened(c) if even else c for c in characters)


def _opens(items: Items, leads: frozenset[str], even: bool) -> bool:
    """Whether a match can begin at no place within a word."""
    if not any(one == WORD or is_word(one[0]) for one in leads):
        return True
    for kind, of in items:
        parts = of[1] if kind is sre.BRANCH else [of[3]] if kind is sre.SUBPATTERN else []
        if parts and all(_opens(part, _leads(part, even, leads), even) for part in parts):
            return True
        if kind in _ZERO_WIDTH and _parts_words(kind, of, leads):
            return True
        if kind not in _ZERO_WIDTH and not (parts and all(part.getwidth()[1] == 0 for part in parts)):
            return False
    return False


def _leads(items: Items, even: bool, otherwise: frozenset[str] = _NOTHING) -> frozenset[str]:
    """What a part begins with; what the whole begins with, if the part may match nothing."""
    lead = _sequence(items, even)
    leads = lead.whole | lead.front
    return otherwise if "" in leads else _shortest(leads)


def _parts_words(kind: Any, of: Any, leads: frozenset[str]) -> bool:
    if kind is sre.AT:
        return of in _EDGES or (of is sre.AT_BOUNDARY and all(one == WORD or is_word(one[0]) for one in leads))
    back, items = of
    if back > 0 or not items:
        return False
    if kind is sre.ASSERT_NOT:
        return len(items) == 1 and items[0][0] is sre.IN and _IS_WORD in items[0][1] and items[0][1][0][0] != sre.NEGATE
    return _no_word(*items[-1])


def _no_word(kind: Any, of: Any) -> bool:
    if kind is sre.AT:
        return of in _EDGES
    characters = of if kind is sre.IN else [(kind, of)]
    return all(each == _IS_SPACE or (each[0] is sre.LITERAL and not is_word(chr(each[1]))) for each in characters)
