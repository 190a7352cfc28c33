"""A text is read until nothing more is found, so that stripping what was stripped changes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from caseboard.anonymize.document import Document
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.placeholders import replacements
from caseboard.anonymize.report import Profile

_ROUNDS = 4  # what a placeholder brings to light is found in the second round; more than three were never needed
Read = Callable[[str], tuple[Document, list[Passage]]]


def read_until_settled(read: Read, text: str, profile: Profile) -> tuple[Document, list[Passage]]:
    """The document as it is written, and what is found in it and in what the first finds leave."""
    document, passages = read(text)
    for _ in range(_ROUNDS):
        if not passages:
            break
        masked, starts = _masked(document, passages, profile)
        fresh = [_back(p, starts) for p in read(masked)[1] if not _masked_already(p, starts)]
        if not fresh:
            break
        passages = sorted([*passages, *fresh], key=lambda p: p.start)
    return document, passages


def _masked(document: Document, passages: Sequence[Passage], profile: Profile) -> tuple[str, list[int]]:
    """The text with placeholders, and where each of its characters stands in the document, or -1."""
    pieces, starts, at = [], [], 0
    for p, new in zip(passages, replacements(document, list(passages), profile), strict=True):
        pieces += [document.text[at : p.start], new]
        starts += [*range(at, p.start), *([-1] * len(new))]
        at = p.end
    pieces.append(document.text[at:])
    starts += range(at, len(document.text))
    return "".join(pieces), starts


def _masked_already(p: Passage, starts: list[int]) -> bool:
    """Whether a passage touches what is masked already."""
    return -1 in starts[p.start : p.end]


def _back(p: Passage, starts: list[int]) -> Passage:
    return replace(p, start=starts[p.start], end=starts[p.end - 1] + 1)
