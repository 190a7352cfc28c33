"""What must survive although it has numbers or capitals.

Laws, times, durations, percentages, years, statutory amounts, field terms.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import SAFE, SAFE_SCORE, Recognizer

_LAW = (
    r"(?:SGB|GG|BGB|StGB|ZPO|InsO|SGG|AufenthG|AsylbLG|AsylG|BAföG|BVG|EStG|AO|VwVfG|BEEG|MuSchG|"
    r"UVG|WoGG|BKGG|KSchG|TzBfG|BBiG|HwO|StPO|FamFG|BtMG|OWiG|FreizügG|DSGVO|BDSG|VO|GKG)"
    r"(?: ?/?(?:EU|[IVX]{1,4}|\d{1,2})\b)?"
)
_UNITS = (
    r"(?:Uhr|h|Std\.?|Stunden?|Min\.?|Minuten?|Tagen?|Tg\.?|Wo\.?|Wochen?|Monat(?:e|en|s)?|Mon\.?|"
    r"Jahr(?:e|en|s)?|%|Prozent|km|kg|m²|qm|Grad|Punkte?|Seiten?|Mal|mal|x|"
    r"Kilometer|Bewerbungen|Absagen|Termine?n?|Personen|Teilnehmer(?:n|innen)?|Zimmer|Stück|GdB|"
    r"Kinder[n]?|Einladungen|Tonnen|Quadratmeter|Lj\.?|WE)"
)
_PATTERNS = (
    (
        rf"§{{1,2}} ?\d+[a-z]?(?:[^\w\n]{{0,3}}(?:\d+[a-z]?|Abs\.?|Absatz|Satz|S\.|Nr\.?|Nummer|"
        r"Buchst\.?|lit\.?|Hs\.?|Var\.?|Alt\.?|i\. ?V\. ?m\.|iVm|ff?\.?|bis|und|u\.|,|in Verbindung "
        rf"mit|Art\.?|[a-z]\)|HS|Halbsatz))*(?: ?,? ?{_LAW})?",
        "law",
        0.95,
    ),
    (
        r"\b(?:Art\.?|Artikel|Abs\.?|Absatz|Nr\.?|Nummer|Ziff\.?|Anlage|Kapitel|Teil|Stufe|Phase|"
        r"Modul|Schritt|TOP|Punkt|Frage|Seite|Zeile|Stock|OG|Station|Stat\.|Klasse|Raum|Zimmer|Gruppe|"
        rf"Steuerklasse|Pflegegrad|GdB|Kl\.) ?\d{{1,3}}[a-z]?\b(?: ?{_LAW})?",
        "numbered",
        SAFE_SCORE,
    ),
    (rf"\b{_LAW}(?![\w])", "law", SAFE_SCORE),
    (
        r"(?<![\w.,:])(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?: ?[-–] ?| bis | und )?(?:(?:[01]?\d|"
        r"2[0-4])(?:[:.][0-5]\d)?)? ?(?:Uhr|h)\b",
        "time",
        0.97,
    ),
    (r"(?<![\w.,:])(?:[01]?\d|2[0-4]):[0-5]\d(?: ?[-–] ?(?:[01]?\d|2[0-4]):[0-5]\d)?(?!\w)", "time", 0.97),
    (rf"(?<![\w.,])\d{{1,5}}(?:[.,]\d{{1,3}})?(?: ?[-–/] ?\d{{1,4}})? ?{_UNITS}(?!\w)", "quantity", 0.92),
    (r"(?<![\w.,/-])(?:19|20)\d\d(?: ?[-–/] ?(?:(?:19|20)?\d\d))?(?![\w])(?!\.\d)", "year", SAFE_SCORE),
    (r"(?<![\w.,/-])(?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d(?!\w)", "month-year", 0.92),
    (
        r"\b(?:Hartz|Agenda|Kurzarbeit|Bürgergeld|ALG|Alg|SGB) ?(?:IV|II|III|XII|X|V|VI|VIII|IX|XI|I|"
        r"2010|1|2)\b",
        "programme",
        0.9,
    ),
    (r"\bjobcenter\.digital\b|\barbeitsagentur\.de\b", "portal", 0.97),
    (r"(?<!\w)(?:A1|A2|B1|B2|C1|C2|C1E|CE|BE)(?:[/-](?:A1|A2|B1|B2|C1|C2))?(?!\w)", "level", SAFE_SCORE),
    (r"(?<!\w)[UÜ]\d\d(?:/[UÜ]?\d\d)?(?!\w)", "age-group", 0.97),
    (r"\b(?:F|G|M|K|I|J|E|Z)\d{2}\.\d{1,2}\b", "icd", SAFE_SCORE),
    (
        r"\bhl\. (?:Martin|Nikolaus|Josef|Joseph|Stephan|Elisabeth|Barbara|Georg|Christophorus|Florian|Antonius"
        r"|Lucia|Valentin)\b",
        "saint",
        0.85,
    ),
    (
        r"(?:(?<=\n)|(?<=^)|(?<=[.:!?] ))(?:Mo|Di|Mi|Do|Fr|Sa|So)\. (?:Platz|Hof|Weg|Garten|Park|Markt)\b",
        "weekday",
        0.85,
    ),
)
PATTERNS = tuple((re.compile(p), code, score) for p, code, score in _PATTERNS)


class SafeTerms(Recognizer):
    """SAFE results are no finds: they only outrank weaker suspicions."""

    kinds = (SAFE,)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern, code, score in PATTERNS:
            for match in pattern.finditer(document.text):
                if match.end() > match.start():
                    yield self.find(SAFE, *match.span(), score, f"safe:{code}")
