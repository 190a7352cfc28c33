"""Numbers that must survive: norms and printed matter, roads and lines, ages in rules, centuries, ratios, software.

They point to nobody; without this list they would be suspicious or taken for an age.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import SAFE, Recognizer

_PATTERNS = (
    (r"\b(?:DIN|ISO|EN|IEC|VDE|DGUV|TRGS)(?:[ /-](?:EN|ISO|VDE))*[ -]?[A-Z]?\d{1,6}(?:-\d{1,3})?\b", "norm", 0.97),
    (r"\b(?:BT|BR|LT)-?(?:Drs|Drucks)(?:\.|ache)? ?\d{1,2}/\d{1,5}\b", "printed-matter", 0.97),
    (r"\bBGBl\.? ?(?:I|II)?,? ?(?:(?:19|20)\d\d )?(?:I |II )?(?:S\. ?|Nr\. ?)?\d{1,4}\b", "printed-matter", 0.97),
    (
        r"(?<!\d )\b(?:FW|HEGA|Weisung(?:en)?|GA|Rz\.?|Rn\.?|FH) ?\d{1,6}[a-z]?(?:[./]\d{1,4})*[a-z]?\b",
        "instruction",
        0.97,
    ),
    (
        r"\b(?:Rente|Renteneintritt|Altersrente|Regelaltersgrenze|Altersgrenze)\w* (?:mit|ab|erst mit"
        r"|von) \d\d\b",
        "rule",
        0.99,
    ),
    (r"\b(?:ab|bis|unter|über|vor|nach) (?:dem )?\d{1,2}\. (?:Lebensjahr|Geburtstag)\b", "rule", 0.99),
    (
        r"\b(?:Stufe|Phase|Modul|TOP|Schritt|Anlage|Kapitel|Abschnitt|Seite|Zeile|Frage|Klasse|Gruppe|Raum|Zimmer|Steuerklasse"
        r"|Pflegegrad|Niveau|Version|Teil|Band|Heft|Ausgabe) \d{1,3}[a-z]?\b",
        "numbered",
        0.93,
    ),
    (
        r"(?<![\w.,])\d{1,2}\. ?(?:Jh\.|Jahrhundert\w*|Lehrjahr\w*|Klasse|Semester|Quartal|Halbjahr|Stock|OG"
        r"|Etage)",
        "ordinal",
        0.99,
    ),
    (r"(?<![\w.,])\d{1,2}[.:]\d\d ?(?:bis|–|-|und) ?\d{1,2}[.:]\d\d(?![\w.])", "time-range", 0.97),
    (r"\b(?:um|gegen|kurz vor|kurz nach|bis kurz vor) [0-2]?\d\.[0-5]\d(?![\w.])(?! ?(?:€|Euro))", "time", 0.97),
    (r"\b(?:Windows|Office|Word|Excel|iPhone|iOS|Android|Galaxy|Playstation|PS) ?(?:\d{1,4}|XP|X)\b", "product", 0.9),
    (
        r"\b(?:Autobahn|Bundesstraße|Staatsstraße|Kreisstraße|Linie|Bus|Tram|S-Bahn|U-Bahn|RE|RB"
        r"|Gleis) ?\d{1,4}\b",
        "line",
        0.9,
    ),
    (r"\b(?:KW|Kalenderwoche|Kw) ?\d{1,2}(?: ?[/–-] ?\d{1,4})?\b", "week", 0.97),
    (r"(?<![\w-])[AB]\d{1,3}(?![\w.,-]\d|\w)", "road-or-level", 0.85),
    (r"\b(?:Blutdruck|RR|Puls|HbA1c|BMI|Promille|Visus)[ :]{1,2}\d{1,3}(?:[./,]\d{1,3})?", "reading", 0.97),
    (r"(?<![\w/])(?:50/50|60/40|70/30|80/20|24/7|9/11)(?![\w/]|-\d)", "ratio", 0.97),
)
_COMPILED = tuple((re.compile(p), code, score) for p, code, score in _PATTERNS)


class SafeNumbers(Recognizer):
    """SAFE results are no finds: they only outrank suspicions."""

    kinds = (SAFE,)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern, code, score in _COMPILED:
            for match in pattern.finditer(document.text):
                yield self.find(SAFE, *match.span(), score, f"safe:{code}")
