"""Numbers and codes of colleagues in a table: the head of the column says what they are, however short they may be.

Columns are parted by tabs, bars, semicolons or at least two spaces.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.colleague_codes import is_code
from caseboard.anonymize.recognizers.labels import IS_LABEL

_CELL = re.compile(r"(?:[^\t|;\n ]| (?! ))+")
_PHONE = re.compile(r"\W*(?:tel\w*|handy\w*|mobil\w*|fax\w*|durchwahl|dw|rufnummer)\W*(?:nr\W*|nummer)?", re.I)
_COLLEAGUE = re.compile(
    r"\W*(?:bearb(?:\.|eite[rt](?:in)?)?|kürzel|kz|h(?:and)?d?z(?:eichen)?|sb|sachb|fk|wer|zuständig|gez|erl(?:edigt)?"
    r"(?:\.? (?:von|durch)))\W*",
    re.I,
)
_CODE = re.compile(r"(?:[A-ZÄÖÜ][a-zäöüß]{1,3}|[a-zäöü]{2,3})\.?")
_PARTED = re.compile(r"[\t|;]|\S {2,}\S")
_NUMBER = re.compile(r"(?:[^\W\d]{1,4}[ ./-]?){0,2}\d[\w ./:*+()–-]*")
_LONGEST_HEAD, _LEAST_DIGITS = 40, 3


class TableColumn(Recognizer):
    """A row of at least two cells with a known head, and the rows below it until the table ends."""

    kinds = ("ID", "PHONE", "PERSON")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        heads: dict[int, str] = {}
        offset = 0
        for line in document.text.splitlines(keepends=True):
            cells = list(_CELL.finditer(line)) if _PARTED.search(line) else []
            found = _heads([c[0] for c in cells])
            if found:
                heads = found
            elif len(cells) < 2:
                heads = {}
            for column, cell in enumerate(cells):
                kind = heads.get(column)
                token = cell[0].strip(" .")
                if not found and kind and self._fits(document, kind, token):
                    start = offset + cell.start() + cell[0].index(token)
                    yield self.find(kind, start, start + len(token), SURE, "table-column")
            offset += len(line)

    def _fits(self, document: Document, kind: str, token: str) -> bool:
        if kind == "PERSON":
            return bool(_CODE.fullmatch(token)) and is_code(document, token)
        return bool(_NUMBER.fullmatch(token)) and sum(c.isdigit() for c in token) >= _LEAST_DIGITS


def _heads(cells: list[str]) -> dict[int, str]:
    """Which columns hold numbers, when no cell of the line holds one itself."""
    if any(c.isdigit() for cell in cells for c in cell):
        return {}
    kinds = {}
    for column, cell in enumerate(cells):
        if len(cell) <= _LONGEST_HEAD and _PHONE.fullmatch(cell):
            kinds[column] = "PHONE"
        elif len(cells) > 2 and _COLLEAGUE.fullmatch(cell):
            kinds[column] = "PERSON"
        elif len(cell) <= _LONGEST_HEAD and IS_LABEL.fullmatch(cell):
            kinds[column] = "ID"
    return kinds
