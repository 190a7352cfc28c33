"""The texts of a case as others see them: field by field, with placeholders and kept words marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from caseboard.anonymize.placeholder import PLACEHOLDER
from caseboard.cases import wording
from caseboard.models import Case

Look = Literal["", "masked", "kept"]


@dataclass(frozen=True)
class Piece:
    """A stretch of text: plain, a placeholder, or a word the author kept although it was suspicious."""

    text: str
    look: Look = ""


@dataclass(frozen=True)
class TextView:
    """One field with its heading."""

    label: str
    pieces: tuple[Piece, ...]


def texts_of(case: Case, kept: Sequence[str] = ()) -> tuple[TextView, ...]:
    """All texts of a case but its title, in reading order; `kept` words stand out for checkers."""
    pairs = ((label, getattr(case, name)) for name, label in wording.FIELDS.items() if name != "title")
    return tuple(TextView(str(label), tuple(pieces(str(text), kept))) for label, text in pairs if text)


def pieces(text: str, kept: Sequence[str] = ()) -> Iterator[Piece]:
    """Cut a text into pieces that can be printed one after the other."""
    words = "|".join(re.escape(word) for word in sorted(set(kept), key=len, reverse=True))
    pattern = rf"(?P<masked>{PLACEHOLDER.pattern})" + (rf"|(?P<kept>(?<!\w)(?:{words})(?!\w))" if words else "")
    position = 0
    for match in re.finditer(pattern, text):
        if match.start() > position:
            yield Piece(text[position : match.start()])
        yield Piece(match.group(), "masked" if match.group("masked") else "kept")
        position = match.end()
    if position < len(text):
        yield Piece(text[position:])
