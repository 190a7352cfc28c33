"""Writing that hides what it says: words of two alphabets, and stretches whose direction is turned round.

Forms refuse both with a sentence; where no form stands in between, as on the command line, they are masked.
"""

import re
from bisect import bisect_left, bisect_right

from caseboard.anonymize.normalise import Normal, mixed_words

_TURNED = re.compile("[\u202a\u202b\u202d\u202e\u2066-\u2068][^\u202c\u2069\n]*[\u202c\u2069]?")
_MARKED = re.compile("(?<![^\\W_])[^\\W_]+(?:[\u200e\u200f\u061c]+[^\\W_]+)+")


def disguised(normal: Normal) -> list[tuple[int, int]]:
    """The stretches of the matching form that were written so, without overlaps."""
    if normal.raw.isascii():
        return []
    spans = sorted({*mixed_words(normal.raw), *(m.span() for p in (_TURNED, _MARKED) for m in p.finditer(normal.raw))})
    return [found for span in spans if (found := _inside(normal, *span))]


def _inside(normal: Normal, start: int, end: int) -> tuple[int, int] | None:
    """From the input to the matching form, when anything is left of the stretch there."""
    first, last = bisect_right(normal.ends, start), bisect_left(normal.starts, end)
    return (first, last) if normal.text[first:last].strip() else None
