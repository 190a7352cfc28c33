"""Identifiers in groups whose digits a scanner took for letters: '09-77 l4 2O3', '88 3O 1I 42'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer

_G = r"[\dOolIS]{1,6}"
_GROUPS = re.compile(rf"(?<![\w.,§-])(?=[\dOol]){_G}(?:[ /-]{_G}){{1,5}}(?![\w,])")
_SHARE, _LEAST = 0.6, 5


class ScannedNumber(Recognizer):
    """Every group has a digit, and most of the signs are digits."""

    kinds = ("ID",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_GROUPS):
            signs = re.sub(r"[ /-]", "", match[0])
            digits = sum(c.isdigit() for c in signs)
            mixed = digits < len(signs) and all(any(c.isdigit() for c in g) for g in re.split(r"[ /-]", match[0]))
            if mixed and digits >= _LEAST and digits / len(signs) >= _SHARE:
                yield self.find("ID", *match.span(), LIKELY, "shape:scanned")
