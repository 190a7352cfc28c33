"""Published rulings: case law of the federal courts and of a Landessozialgericht when it is cited as such.

'BSG, B 14 AS 7/19 R', '1 BvL 7/16', 'VIII ZR 45/19', '2 AZR 123/20', 'C-184/99'; they are law, no
client. An 'L …' file that stands beside a client and not in a citation may be the client's own appeal and goes.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import SAFE, SAFE_SCORE, Recognizer

_SENATE = r"(?:AS|AL|SO|KR|KN|R|RS|SB|AY|EG|KG|P|U|V|VG|BL|SF|LW|KS|ÜG)"
_DECISION = r"(?:[Uu]rt(?:eil|\.)|[Bb]eschl(?:uss|\.)|[Ee]ntsch(?:eidung|\.)|U\.|B\.)"
_FEDERAL = (
    rf"(?:B ?\d{{1,2}} ?{_SENATE} ?\d{{1,4}}/\d{{2}}(?: ?(?:R|B|BH|S|C|KL|AR|ER)\b)?"
    r"|[12] ?Bv[A-Z] ?\d{1,4}/\d{2}"
    r"|[IVX]{1,5}a? (?:ZR|ZB|ZA|ARZ|StR|AR) ?\d{1,4}/\d{2}|\d StR \d{1,4}/\d{2}|[IVX]{1,4} R \d{1,4}/\d{2}"
    r"|\d{1,2} (?:AZR|ABR|AZN|AZB|ABN) ?\d{1,4}/\d{2}"
    r"|C[-–‑]\d{1,4}/\d{2}(?: P)?)"
)
_ADMINISTRATIVE = r"(?<=BVerwG)[ ,:–-]{1,3}\d{1,2} [BC] \d{1,4}\.\d{2}"
_LSG = r"L ?\d{1,3} ?[A-Z]{1,2} ?\d{1,5}/\d{2}(?: ?(?:B|ER|PKH|NZB|R|KL|WA)\b){0,3}"
_PUBLISHED = tuple(
    re.compile(p)
    for p in (
        rf"(?<!\w)(?:{_FEDERAL})(?!\w)",
        _ADMINISTRATIVE,
        rf"(?<=LSG)(?=[^\n]{{0,80}}(?:{_DECISION}|juris|Rn\.|Rspr))[^\n]{{1,60}}?(?P<n>{_LSG})(?!\w)",
    )
)
_COURTS = re.compile(r"\b(?:BSG|BVerfG|BVerwG|BGH|BAG|BFH|EuGH|EGMR|LSG|OVG|VGH|OLG|LAG|ArbG|juris|BeckRS|NZS)\b")
_OWN = re.compile(
    r"\b(?:Kd|Kund\w*|Klient\w*|Herrn?|Frau|Hr|Fr|eigene\w*|unsere?\w*|anhängig|zugestellt|läuft|ihre?|seine?|eingelegt)\b"
)


class Rulings(Recognizer):
    """The ruling stays; its date is a date like any other."""

    kinds = (SAFE,)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_COURTS):
            yield self.find(SAFE, *match.span(), SAFE_SCORE, "safe:court")
        for pattern in _PUBLISHED:
            for match in document.finditer(pattern):
                about = document.text[max(0, match.start() - 50) : match.end() + 50]
                if "n" not in pattern.groupindex or not _OWN.search(about):
                    yield self.find(SAFE, *match.span("n" if pattern.groupindex else 0), 0.95, "safe:published-ruling")
