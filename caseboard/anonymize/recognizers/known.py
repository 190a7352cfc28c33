"""Identifiers the author typed into the field that is never stored.

Found through case, umlauts, endings and one slip of the pen.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.recognizers.base import PROOF, Recognizer

_LONG_ENOUGH_FOR_A_SLIP = 5
_TITLES = frozenset(["frau", "herr", "herrn", "familie", "dr", "und", "von", "der", "die", "das", "in", "am"])


class KnownIdentifiers(Recognizer):
    """Handed to the engine for one request alone."""

    kinds = ("PERSON", "ID")

    def __init__(self, known: tuple[str, ...]) -> None:
        self._words = {fold(w) for k in known for w in re.findall(r"[^\W\d_]{2,}", k)} - _TITLES
        self._numbers = {re.sub(r"\W", "", k) for k in known if sum(c.isdigit() for c in k) >= 4}
        super().__init__()

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if not word.protected and self._matches(word):
                yield self.find("PERSON", word.start, word.end, PROOF, "known")
        for number in self._numbers:
            pattern = r"[\W_]{0,2}".join(map(re.escape, number))
            for match in re.finditer(pattern, document.text, re.I):
                yield self.find("ID", *match.span(), PROOF, "known")

    def _matches(self, word: Word) -> bool:
        for known in self._words:
            for form in (
                word.fold,
                word.fold.removesuffix("s"),
                word.fold.removesuffix("es"),
                word.fold.removesuffix("'s"),
            ):
                if form == known or (len(known) >= _LONG_ENOUGH_FOR_A_SLIP and one_slip(form, known)):
                    return True
        return False


def one_slip(a: str, b: str) -> bool:
    """At most one letter changed, missing, added or two neighbours swapped."""
    if a == b or abs(len(a) - len(b)) > 1:
        return a == b
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    x, y = a[head:], b[head:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[:2] == y[1::-1] and len(x) > 1 and x[2:] == y[2:])
