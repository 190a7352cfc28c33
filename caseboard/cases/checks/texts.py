"""The texts of a case as others see them: field by field, with placeholders and what its author left in marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from caseboard.anonymize.placeholder import PLACEHOLDER
from caseboard.cases import wording
from caseboard.models import Case

Look = Literal["", "masked", "kept", "restored"]

LOOKS: tuple[Look, ...] = ("masked", "kept", "restored")


@dataclass(frozen=True)
class Piece:
    """A stretch of text: plain, a placeholder, a suspicious word the author kept, or a detail put back as written."""

    text: str
    look: Look = ""


@dataclass(frozen=True)
class TextView:
    """One field with its heading."""

    label: str
    pieces: tuple[Piece, ...]


def texts_of(case: Case, kept: Sequence[str] = (), restored: Sequence[str] = ()) -> tuple[TextView, ...]:
    """All texts of a case but its title, in reading order; what was kept or put back stands out for checkers."""
    pairs = ((label, getattr(case, name)) for name, label in wording.FIELDS.items() if name != "title")
    return tuple(TextView(str(label), tuple(pieces(str(text), kept, restored))) for label, text in pairs if text)


def pieces(text: str, kept: Sequence[str] = (), restored: Sequence[str] = ()) -> Iterator[Piece]:
    """Cut a text into pieces that can be printed one after the other."""
    pattern = rf"(?P<masked>{PLACEHOLDER.pattern}){_any_of('kept', kept)}{_any_of('restored', restored)}"
    position = 0
    for match in re.finditer(pattern, text):
        if match.start() > position:
            yield Piece(text[position : match.start()])
        yield Piece(match.group(), next(look for look in LOOKS if match.groupdict().get(look)))
        position = match.end()
    if position < len(text):
        yield Piece(text[position:])


def _any_of(look: Look, passages: Sequence[str]) -> str:
    """Any of these passages as a whole, also over a line end; the longest first."""
    ranked = sorted({passage.strip() for passage in passages} - {""}, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, passage.split())) for passage in ranked)
    return rf"|(?P<{look}>(?<!\w)(?:{words})(?!\w))" if words else ""
