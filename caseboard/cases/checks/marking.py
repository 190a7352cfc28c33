"""Where a passage stands in a text, and the closed list of words that may stand there instead."""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from caseboard.anonymize.placeholder import PLACEHOLDER

SHORTEST_PART = 4
"""A passage this long is also found inside a longer word, and then the whole word goes."""


class Coarser(StrEnum):
    """What a checker may put in place of a passage: never words of their own, they would need checks again."""

    HIDDEN = "[ausgeblendet]"
    NAME = "[Name]"
    PLACE = "[Ort]"
    ADDRESS = "[Anschrift]"
    EMPLOYER = "[Arbeitgeber]"
    JOB = "[Beruf]"
    ILLNESS = "[Erkrankung]"
    EVENT = "[Ereignis]"
    DATE = "[Datum]"
    POSTCODE = "[Postleitzahl]"
    PHONE = "[Telefonnummer]"
    EMAIL = "[E-Mail]"
    LINK = "[Internetadresse]"
    NUMBER = "[Nummer]"
    DETAIL = "[Angabe]"


def places(text: str, passage: str) -> list[tuple[int, int]]:
    """Every place of `passage` in `text`, whatever its case and line breaks, widened to whole words.

    What already is a placeholder is left alone, unless the passage goes beyond it.
    """
    parts = [re.escape(part) for part in unicodedata.normalize("NFC", passage).split()]
    if not parts:
        return []
    spaced = r"\s+".join(parts)
    # from the beginning of a word only, or a very long one would be tried from each of its letters
    pattern = rf"(?<!\w)\w*{spaced}\w*" if len(passage.strip()) >= SHORTEST_PART else rf"(?<!\w){spaced}(?!\w)"
    masked = [match.span() for match in PLACEHOLDER.finditer(text)]
    return list(_widened(re.finditer(pattern, text, re.IGNORECASE), masked))


def _widened(matches: Iterator[re.Match[str]], masked: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans of the matches, without those inside a placeholder; one that cuts into a placeholder takes it in."""
    reached = 0
    for match in matches:
        start, end = match.span()
        if any(left <= start and end <= right for left, right in masked):
            continue
        touched = [span for span in masked if span[0] < end and start < span[1]]
        start, end = min([start, *(left for left, _ in touched)]), max([end, *(right for _, right in touched)])
        if start >= reached:
            yield start, end
            reached = end
