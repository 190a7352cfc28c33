"""What happens to text on its way: lower case, spelt-out umlauts, slips, scanners, lost spaces, broken lines."""

import random
import re
from collections.abc import Callable

from caseboard.anonymize.ner.samples import Piece, Sample

_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_BARE = str.maketrans("äöüÄÖÜçğışñéáíóúćčšžłęąăâîțșř", "aouAOUcgisneaiouccszleaaaitsr")
_SCANNED = (
    ("m", "rn"),
    ("rn", "m"),
    ("h", "b"),
    ("e", "c"),
    ("ü", "ii"),
    ("cl", "d"),
    ("t", "f"),
    ("n", "ri"),
    ("B", "8"),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD, _LONG = re.compile(r"[^\W\d_]{4,}"), re.compile(r"\b[^\W\d_]{7,}\b(?!\.)")


def damaged(sample: Sample, dice: random.Random) -> Sample:
    """The sample as it might reach us; most stay as they are."""
    pieces = list(sample.pieces)
    for chance, change in _CHANGES:
        if dice.random() < chance:
            pieces = change(pieces, dice)
    return Sample(tuple(p for p in pieces if p[0]))


def lowered(sample: Sample) -> Sample:
    """The sample without capitals."""
    return Sample(tuple((text.lower(), label) for text, label in sample.pieces))


def _each(pieces: list[Piece], change: Callable[[str], str]) -> list[Piece]:
    return [(change(text), label) for text, label in pieces]


def _lower(pieces: list[Piece], _dice: random.Random) -> list[Piece]:
    return _each(pieces, str.lower)


def _names_lower(pieces: list[Piece], _dice: random.Random) -> list[Piece]:
    return [(text.lower() if label == "PER" else text, label) for text, label in pieces]


def _upper(pieces: list[Piece], _dice: random.Random) -> list[Piece]:
    return _each(pieces, str.upper)


def _names_upper(pieces: list[Piece], _dice: random.Random) -> list[Piece]:
    return [(text.upper() if label == "PER" else text, label) for text, label in pieces]


def _umlauts(pieces: list[Piece], _dice: random.Random) -> list[Piece]:
    return _each(pieces, lambda text: text.translate(_SPELT))


def _accents(pieces: list[Piece], _dice: random.Random) -> list[Piece]:
    return [(text.translate(_BARE) if label != "O" else text, label) for text, label in pieces]


def _slips(pieces: list[Piece], dice: random.Random) -> list[Piece]:
    return _each(pieces, lambda text: _WORD.sub(lambda w: _slip(w[0], dice) if dice.random() < 0.06 else w[0], text))


def _slip(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    return dice.choice((
        word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:], word[:at] + dice.choice(_LETTERS) + word[at + 1 :],
    ))  # fmt: skip


def _scanner(pieces: list[Piece], dice: random.Random) -> list[Piece]:
    def misread(match: re.Match[str]) -> str:
        word = match[0]
        seen, read = dice.choice(_SCANNED)
        return word.replace(seen, read, 1) if dice.random() < 0.25 and not word.startswith(seen) else word

    return _each(pieces, lambda text: _WORD.sub(misread, text))


def _cut_short(pieces: list[Piece], dice: random.Random) -> list[Piece]:
    """'Wiedervorl.', 'verst.', 'Nachw.': ordinary words cut off behind a consonant."""

    def cut(match: re.Match[str]) -> str:
        word = match[0]
        ends = [at for at in range(3, len(word) - 2) if word[at - 1] not in "aeiouäöüy"]
        return f"{word[: dice.choice(ends)]}." if ends and dice.random() < 0.15 else word

    return [(_LONG.sub(cut, text) if label == "O" else text, label) for text, label in pieces]


def _no_space(pieces: list[Piece], dice: random.Random) -> list[Piece]:
    return _each(pieces, lambda text: re.sub(r"(?<=[.,;:]) ", lambda _: "" if dice.random() < 0.4 else " ", text))


def _broken_lines(pieces: list[Piece], dice: random.Random) -> list[Piece]:
    return _each(pieces, lambda text: re.sub(r" ", lambda _: "\n" if dice.random() < 0.08 else " ", text))


def _unpunctuated(pieces: list[Piece], _dice: random.Random) -> list[Piece]:
    return [(re.sub(r"[.,;:](?= |\n|$)", "", text) if label == "O" else text, label) for text, label in pieces]


_CHANGES = (
    (0.05, _umlauts), (0.04, _accents), (0.10, _slips), (0.05, _scanner), (0.04, _no_space), (0.12, _cut_short),
    (0.08, _broken_lines), (0.04, _unpunctuated), (0.03, _names_lower), (0.03, _names_upper), (0.14, _lower),
    (0.03, _upper),
)  # fmt: skip
