"""Any number that is announced as one.

'Az.', 'Nr.', 'Kassenzeichen', 'Pers.-Nr.', 'Kennung', 'Police' and the token behind.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer

_COMPOUNDS = (
    r"[\w.-]{0,40}(?:nummer|kennung|zeichen|kennziffer|kennzahl)(?:n|en)?|[\w.-]{0,40}(?:Nr|nr|"
    r"Nrn|No)\b|[\w-]{1,40}-(?:Az|ID)"
)
_SINGLE = (
    "Az|AZ|az|Gz|GZ|Geschz|GeschZ|Zeichen|ID|Id|Police|Vorgang|Ticket|Akte|Fall|Unser Zeichen|"
    "Ihr Zeichen|Kassenz|PK|PIN"
    "|Code|Kd|Kdnr|KdNr|BG|RVNR|RVNr|SVNR|SV|KVNR|StNr|Steuer-?ID|IdNr|IDNr|AZR|BNR|BSNR|LANR|LBNR|EORI|Rechnung|Vers"
    "|VersNr|Vertrag|Zähler|Haftbuch|Matrikel|Mitglied|Tagebuch|TB|Ausweis|Reisepass|Kennzeichen"
)
_LEAD = r"(?: lautet| ist| war)?[ \t]*[.:=#]{0,2}[ \t]*(?:lautet |ist |Nr\.? ?:? ?|nr\.? ?:? ?)?"
_PREFIX = r"(?:[A-Za-zÄÖÜ]{1,5}[ ./-]){0,2}"
_BODY = r"(?=[^\s,;)]*\d)\w+(?:[./:*+-]+\w+|//\w+| (?=\d)\d[\w./-]*| [A-Z]{1,3} ?\d[\w./-]*| [IVX]{1,4} \d[\w./-]*)*"
_LEAST_DIGITS = 3


class FileNumber(ShapeRecognizer):
    """The word before it decides; at least three digits must be in it."""

    kinds = ("ID",)
    shapes = (
        Shape(
            re.compile(rf"(?<!\w)(?:{_COMPOUNDS}|{_SINGLE})(?:\.|\b){_LEAD}(?P<n>{_PREFIX}{_BODY})(?!\w)", re.I),
            "announced",
            SURE,
            group="n",
        ),
    )

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for result in super().finds(document):
            token = document.text[result.start : result.end]
            if sum(c.isdigit() for c in token) >= _LEAST_DIGITS:
                yield result
