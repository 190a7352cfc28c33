"""Identifiers in groups whose digits a scanner took for letters: '09-77 l4 2O3', '88 3O 1I', 'O38293 / 45 7 – ll'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Recognizer

_G = r"[\dOolIS]{1,6}"
_GROUPS = re.compile(rf"(?<![\w.,§-])(?=[\dOol]){_G}(?:[ /-]{_G}){{1,5}}(?![\w,])")
_CALL = re.compile(
    r"(?<![\w.,§/-])(?:\+ ?[\dOolI]{1,3}[ /.-]{1,2}[\dOolI]{2,5}|[(]?[0Oo][\dOolIS]{2,5}[)]?)"
    r"(?: ?[/.–-]{1,2} ?| )[\dOolISB]{1,8}(?:(?: ?[/–-] ?| )[\dOolISB]{1,6}){0,5}(?![\w,])(?! ?(?:€|Euro|EUR|Uhr))"
)
_TELEPHONE = re.compile(
    r"(?:[Tt]e[l1I](?:efon)?|Fon|F[oO0]n|Fax|Mobi[l1]|Handy|Ruf|Durchwah[l1]|Sekr|Rückruf|[Ee]rreichbar|[Uu]nter)"
    r"[\w.]{0,6}[.: ]{1,3}\Z"
)
_SHARE, _LEAST, _CALLED, _REACH = 0.6, 5, 6, 18


class ScannedNumber(Recognizer):
    """Every group has a digit, and most of the signs are digits; behind 'Te1.' it is a telephone number."""

    kinds = ("ID", "PHONE")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_GROUPS):
            signs = re.sub(r"[ /-]", "", match[0])
            digits = sum(c.isdigit() for c in signs)
            mixed = digits < len(signs) and all(any(c.isdigit() for c in g) for g in re.split(r"[ /-]", match[0]))
            if mixed and digits >= _LEAST and digits / len(signs) >= _SHARE:
                yield self.find("ID", *match.span(), LIKELY, "shape:scanned")
        for match in document.finditer(_CALL):
            signs = re.sub(r"\W", "", match[0])
            digits = sum(c.isdigit() for c in signs)
            announced = _TELEPHONE.search(document.text, max(0, match.start() - _REACH), match.start())
            if _CALLED <= len(signs) != digits and announced and digits / len(signs) >= _SHARE:
                yield self.find("PHONE", *match.span(), SURE, "shape:phone")
