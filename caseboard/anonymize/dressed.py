"""Letters that wear something: circled, squared, raised, struck through; and words whose letters stand apart."""

import re
import unicodedata
from itertools import pairwise

_ROWS = ("Ⓐ", "🄐", "🄰", "🅐", "🅰")
"""Where Unicode keeps the alphabet in circles, brackets and squares; for the dark ones it names no plain letter."""
_SMALL_ROWS = ("ⓐ", "⒜")
_ORDINALS = "ªº"
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_WORN = re.compile(
    rf"(?<=[{_LATIN}])[\u0300-\u036f\u0488\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
    r"|(?<=\d)[\u0334-\u0338]+"
)
_APART = re.compile(
    r"(?<![\w-])[^\W\d_](?P<by> ?[-–·*_] ?| )[^\W\d_](?:(?P=by)[^\W\d_]){2,23}(?![\w-])"
    r"|(?<![\w.])[^\W\d_a-zäöüß](?:\.[a-zäöüß]){3,23}(?![\w.])"
)
_LEAST = 4


def _framed() -> dict[int, str]:
    rows = [(row, "A") for row in _ROWS] + [(row, "a") for row in _SMALL_ROWS]
    return {ord(row) + at: chr(ord(first) + at) for row, first in rows for at in range(26)}


FRAMED = _framed()


def unframed(text: str) -> str:
    """Letters in circles, brackets and squares as plain ones."""
    return text if text.isascii() else text.translate(FRAMED)


def unworn(text: str) -> str:
    """Without what is struck through or set on top of letters and makes no other letter of them; composed before."""
    return text if text.isascii() else _WORN.sub("", text)


def stands_for_letters(c: str) -> bool:
    """Whether a character is another look of plain letters: raised, a ligature, a Roman numeral, of a printed font."""
    if c.isascii() or c in _ORDINALS or not unicodedata.decomposition(c).startswith("<"):
        return False
    plain = unicodedata.normalize("NFKC", c)
    return all("LATIN" in unicodedata.name(each, "") for each in plain)


def apart(text: str) -> list[tuple[int, int]]:
    """What stands between the letters of words that are written 'M ü l l e r'; spelling in capitals is left alone."""
    gaps = []
    for match in _APART.finditer(text):
        letters = [at for at in range(*match.span()) if text[at].isalpha()]
        if len(letters) >= _LEAST and any(text[at].islower() for at in letters[1:]):
            gaps += [(left + 1, right) for left, right in pairwise(letters)]
    return gaps
