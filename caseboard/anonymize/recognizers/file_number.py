"""Any number that a word announces, before it, behind it or on the line above.

'Az. 51.3-UV-7719', 'Kundennummer bei den Stadtwerken: 4711-22', '004417 (Pers.-Nr.)', 'Kassenzeichen' and a line below.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer
from caseboard.anonymize.recognizers.labels import LABEL, STRONG

_LEAD = (
    r"(?:\.|\b)(?: lautet| ist| war| des \w+| der \w+)?[ \t]*[.:=#|]{0,2}[ \t]*\n?(?:lautet |ist |nr\.? ?:? ?|[„\"»(])?"
)
_JOINT = r"(?!(?:bis|vom?|seit|zum?|ab|am|und|der|die|das|hat|ist|war|im|in|nr|an|mit|für|aus|dort|fehlt|gilt)\b)"
_PREFIX = (
    r"(?!\d{1,2}\. ?\d{1,2}\.)"
    rf"(?:(?-i:[A-ZÄÖÜ]{{1,5}}|[A-ZÄÖÜ][a-zäöü]{{1,3}})[ ./-]{{1,2}}|{_JOINT}[a-zäöü]{{1,4}}[ ./-]"
    rf"(?=[\w./-]*\d{{2}})){{0,2}}"
)
_MORE = (
    r"(?:[./:*+_-]+\w+|//\w+|\(\d{1,4}\)(?=[./:-]\w)"
    r"| [-–/] [A-Z]{1,4} ?\d{3,}[\w./-]*| ?[-–/]\d\w*| [-–/] \d{2,}(?!\w|\.\d)| \d[\w./-]*| [A-Z]{1,3} ?\d[\w./-]*"
    r"| ?/ ?[A-Z]{1,4} ?/ ?\d[\w./-]*| [IVX]{1,4} \d[\w./-]*| [A-Z]{1,2}/\d\d(?!\d)){0,12}"
)
_BODY = rf"(?=[^\s,;)]*\d)\w+{_MORE}"
_FAR = (
    r"(?=\S*\d\S*\d\S*\d\S*\d|\d{2,4} \d{2,}|[\dA-Z]+[-/][\dA-Z/-]* ?\d{4})(?!(?:19|20)\d\d\b)"
    r"(?!\d{1,3}(?:\.\d{3})*,\d\d)(?!\d{1,2}\.\d{1,2}(?:\.|(?![\w/-])))"
)
_NO_AMOUNT = r"(?! ?(?:€|Euro|EUR|Uhr|km|Std|Stunden|Monate|Tage|Wochen|Jahre|Prozent|%))"
_GOES_ON = re.compile(r"\d{2,}(?: \d{2,})*[^\w:/.-]?|(?=\w*\d)(?=\w*[A-Z])\w{4,}\W?")
_LEAST_DIGITS, _SHORT = 3, "short-number"  # 'TN-Nr. 37', 'Kutter GRE 12': few digits tell who it is
_YEAR = re.compile(r"(?:19|20)\d\d")
_BY_YEAR, _UNIT = re.compile(r"/\d\d\Z"), re.compile(r" (?P<unit>[A-ZÄÖÜ]{2,4})(?=[).,;\n]|\Z)")


class FileNumber(ShapeRecognizer):
    """The word decides; at least three digits must be in the number."""

    kinds = ("ID",)
    complete = 4
    shapes = (
        Shape(
            re.compile(rf"(?<!\w){LABEL}{_LEAD}(?P<n>{_PREFIX}{_BODY})(?!\w){_NO_AMOUNT}", re.I),
            "announced",
            SURE,
            group="n",
        ),
        Shape(
            re.compile(
                rf"(?<!\w){STRONG}\b\.?(?:[ -][^\W\d]{{1,24}}\b\.?){{1,4}}[ :]{{1,3}}{_FAR}"
                rf"(?P<n>(?:[A-ZÄÖÜ]{{1,4}} )?{_BODY})(?!\w){_NO_AMOUNT}",
                re.I,
            ),
            "announced",
            SURE,
            group="n",
        ),
        Shape(
            re.compile(
                rf"(?<![\w.,/-])(?P<n>(?:[A-Z]{{1,4}} )?\w*\d{_MORE}) ?(?:[(=–]|\(= ?| als | ist d(?:ie|as) )"
                rf" ?(?:die |das |meine? )?{STRONG}(?!\w)",
                re.I,
            ),
            "named-behind",
            SURE,
            group="n",
        ),
        Shape(
            re.compile(
                r"(?<!\w)(?:tn|teiln(?:ehmer(?:innen|in)?)?|mitgl(?:ieds?)?|kd|kunden|pers(?:onal)?|pat(?:ienten)?|mieter"
                r"|klient(?:en)?|bewohner|mandanten|spender|stamm)\.?-?(?:nr\.?|nummer):?[ ]?"
                r"(?P<n>\d{1,2})(?![\w/-]|[.,:]\d)",
                re.I,
            ),
            _SHORT,
            SURE,
            group="n",
        ),
        Shape(
            re.compile(
                r"(?:(?i:fischerei|boots|schiffs|kutter)-?(?i:kennz(?:eichen|\.)|nummer|nr\.)"
                r"|\b(?:Kutter|Boot|Kahn)):?[ ]\(?"
                r"(?P<n>[A-ZÄÖÜ]{2,3}[ -]?\d{1,3})(?!\w)"
            ),
            _SHORT,
            SURE,
            group="n",
        ),
        # a law firm's file and its clerks, an accident insurer's file, a flat in a landlord's books
        Shape(
            re.compile(
                r"(?<![\w./-])(?:\d{1,5}/\d\d[ -](?:[a-z]{2,3}|[A-Z]{2,3})[-/][a-z]{2,3}|[A-Z] \d\d/\d{3} \d{3}-\d"
                r"|WE[ -]?\d{1,4}-\d{1,4})(?![\w/-])"
            ),
            "file-number",
            SURE,
        ),
    )

    def _goes_on(self, first_line: str, rest: str) -> bool:
        """Further digits or a mixed token go on; a time, a date or the number of a list item does not."""
        return super()._goes_on(first_line, rest) or bool(_GOES_ON.fullmatch(rest))

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for result in super().finds(document):
            token = document.text[result.start : result.end]
            short = f"shape:{_SHORT}" in result.recognition_metadata["evidence"]
            if (short or sum(c.isdigit() for c in token) >= _LEAST_DIGITS) and not _YEAR.fullmatch(token):
                result.end = self._with_unit(document, result.end) if _BY_YEAR.search(token) else result.end
                yield result

    def _with_unit(self, document: Document, end: int) -> int:
        """'F 2207-1184/24 FKS': which unit keeps the file, where the letters abbreviate nothing else."""
        unit = _UNIT.match(document.text, end)
        if unit is None or document.vocabulary.in_glossary(fold(unit["unit"])):
            return end
        return end if document.vocabulary.listed_abbreviation(fold(unit["unit"])) else unit.end()
