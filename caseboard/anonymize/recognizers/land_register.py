"""Where a piece of land is entered: 'Flst. 402/7', 'Fl.Nr. 88', 'Gemarkung Haag, Flur 3', 'Grundbuch, Blatt 1187'.

The land register names a plot by its district, sheet, field and parcel (§ 2 GBO); with it the owner can be looked up.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import QUASI_SCORE, SAFE, SURE, Recognizer

_PARCEL = r"\d{1,5}(?: ?/ ?\d{1,4})?(?![\w€%])(?! ?(?:qm|m²|ha\b|Hektar|Quadratmeter|Euro|€))"
_WORD = (
    r"(?<!\w)(?P<w>(?:Flur(?:st(?:ücke?n?|ücks|\.)?|stücksn(?:ummer|r\.?)|-?n(?:ummern?|rn?\.?))|Flst|Fl\.? ?-?Nrn?\.?"
    r"|Parzellenn(?:ummer|r\.?)|Grundstücksn(?:ummer|r\.?))(?:\.?[ -]?Nrn?)?\.?)"
)
_PLOT = re.compile(
    rf"{_WORD}:? {{0,2}}(?:(?P<n>{_PARCEL}(?:(?:, ?| und | u\. ?|; ?){_PARCEL}){{0,6}})|(?=\[))",
    re.I,
)
_SHEET = re.compile(
    r"(?:\b(?:Grundb(?:uch\w*|\.)|Gemarkung|Amtsgericht|GB)\b[^\n;]{0,44}?\b(?:Blatt|Bl\.|Band|Bd\.|Flur)|Grundbuchblatt)"
    r"(?: Nr\.?)? ?(?P<n>\d{1,6}(?:[ ,]{1,2}(?:Blatt|Bl\.|Flur) ?\d{1,6})?)(?!\w)",
)


class LandRegister(Recognizer):
    """The word before the number decides; a sheet needs the register or the district before it."""

    kinds = ("ID",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_PLOT):
            yield self.find(SAFE, *match.span("w"), QUASI_SCORE, "safe:land-register")
            if match["n"]:  # and no placeholder, where a text is read once more
                yield self.find("ID", *match.span("n"), SURE, "shape:land-register")
        for match in document.finditer(_SHEET):
            yield self.find("ID", *match.span("n"), SURE, "shape:land-register")
