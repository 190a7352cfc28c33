"""Any number that is announced as one: 'Az.', 'Nr.', 'Kassenzeichen', 'Pers.-Nr.', 'Kennung', 'Zeichen', 'Police' and the token that follows."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer

_WORD = (
    r"(?:[\w.ÄÖÜäöüß-]*(?:nummer|kennung|zeichen|kennziffer|kennzahl)(?:n|en)?|[\w.-]*-?(?:Nr|nr|Nrn|No)\b|Az|AZ|Gz|GZ|Geschz|GeschZ|Zeichen|[\w-]+-Az|ID|[\w-]+-ID|Id"
    r"|Police|Vorgang|Ticket|Akte|Fall|Unser Zeichen|Ihr Zeichen|Kassenz|PK|PIN|Code|Kd|Kdnr|KdNr|Kd-Nr|BG|RVNR|RVNr|SVNR|SV|KVNR|StNr|Steuer-?ID|IdNr|IDNr|AZR|BNR|BSNR|LANR|LBNR|EORI|Rechnung|Vers|VersNr|Vertrag|Zähler|Haftbuch|Buch|Matrikel|Mitglied|Tagebuch|TB)"
)
_TOKEN = r"(?=[^\s,;)]*\d)(?:[A-Za-zÄÖÜ]{1,5}[ ./-])?[\w]+(?:[./:*+-]+\w+|//\w+| (?=[\d/])[\d/][\w./-]*| [A-Z]{1,3} ?\d[\w./-]*| [IVX]{1,4} \d[\w./-]*)*"


class FileNumber(ShapeRecognizer):
    """The word before it decides; at least three digits must be in it."""

    kinds = ("ID",)
    shapes = (
        Shape(
            re.compile(rf"(?<!\w){_WORD}(?:\.|\b)(?: lautet| ist| war)?[ \t]*[.:=#]{{0,2}}[ \t]*(?:lautet |ist |Nr\.? ?:? ?|nr\.? ?:? ?)?(?P<n>(?=\S*\d\S*\d|(?:\S+ ){{1,2}}\d\S*\d){_TOKEN})(?!\w)"),
            "announced", SURE, group="n",
        ),
    )  # fmt: skip

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for result in super().finds(document):
            token = document.text[result.start : result.end]
            if sum(c.isdigit() for c in token) >= 3 or "/" in token:
                yield result
