"""Court and prosecution files.

'S 12 AS 345/21', '302 Js 4471/21', 'XVII 88/25', 'DR II 0712/23'; published rulings of BSG, BVerfG, BGH stay.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import SAFE, SURE, Recognizer

_RULING = re.compile(
    r"(?<!\w)(?<!\w)(?:B ?\d{1,2} "
    r"?(?:AS|AL|SO|KR|R|SB|AY|EG|KG)|1 Bv[LRF]|C[-–]) ?\d{1,4}/\d{2}(?: ?R| ?B)?(?!\w)"
)
_FILE = re.compile(
    r"(?<!\w)(?:[SL] ?\d{1,3} ?[A-Z]{1,3} ?\d{1,5}/\d{2,4}(?: ?[A-Z]{1,3}){0,2}"
    r"|\d{1,4} ?[A-Z][A-Za-z]{0,3} ?(?:Js|Ds|Cs|Ls|OWi|UJs)? ?\d{1,6} ?/ ?\d{2,4}(?: ?[A-Za-z]{1,3}(?!\w))?"
    r"|[IVXL]{1,6} ?\d{1,5} ?/ ?\d{2,4}|(?:DR|M|IN|IK|K|F|C|O|VG|XVII|Bv|GV) ?(?:[IVX]{1,4} "
    r"?)?\d{1,6} ?/ ?\d{2,4})(?!\w)"
)


class CourtFile(Recognizer):
    """A published ruling of a federal court is law, not a client."""

    kinds = ("ID", SAFE)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        rulings = [m.span() for m in _RULING.finditer(document.text)]
        for start, end in rulings:
            yield self.find(SAFE, start, end, 0.95, "published-ruling")
        for match in _FILE.finditer(document.text):
            if not any(a <= match.start() < b for a, b in rulings):
                yield self.find("ID", *match.span(), SURE, "shape:court-file")
