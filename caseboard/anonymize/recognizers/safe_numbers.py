"""Numbers that must survive: norms and printed matter, roads and lines, ages in rules, centuries, ratios, software.

They point to nobody; without this list they would be suspicious or taken for an age.
"""

import re

from caseboard.anonymize.recognizers.base import SafeRecognizer

_AMOUNT = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,5})(?:,(?:\d\d|--?|–))? ?(?:€|Euro\b|EUR\b)"
_SET_BY_LAW = (
    r"(?:[Pp]flegegeld|[Bb]lindengeld|[Ss]elbstbehalt|[Pp]fändungs(?:frei)?grenze|[Ff]reibetr(?:ag|ägen?)|[Bb]argrenze"
    r"|[Gg]ebühr(?:en)?|[Tt]agess(?:atz|ätzen?)|[Ss]tundenlohn|[Mm]indestlohn|[Kk]indergeld|[Uu]nterhaltsvorschuss"
    r"|[Ww]eiterbildungs(?:geld|prämie)|[Ss]chulbedarf\w*|[Ss]ofortzuschlag|[Rr]egel(?:bedarf|satz)\w*|[Bb]arbetrag"
    r"|[Pp]auschalen?|[Pp]auschbetrag|(?:Minijob|Midijob)-?[Gg]renze|[Hh]inzuverdienstgrenze|[Kk]opiergeld|[Bb]üchergeld"
    r"|[Ee]rfrischungsgeld|[Tt]icket)"
)
_FILLING = (
    r"(?:,? (?:von|in|Höhe|beträgt|betragen|liegt|liegen|bei|jetzt|derzeit|aktuell|zurzeit|nun|ist|sind|zu|je|à|nur"
    r"|noch|auf|kostet|monatlich|jährlich|steigt|sinkt|ab|Januar|Juli|Pflegegrad \d|\d{4}))"
)
_DWELLING = "".join(rf"(?<!{word} )" for word in ("Wohnung", "Miete", "miete", "Zimmer", "Haus", "Apartment", "WG"))
_YEARS = "|".join(rf"{year}/(?:20)?{year + 1}" for year in range(10, 45))
_THINGS = (
    r"(?:Auto|Pkw|PKW|Kfz|KFZ|Wagen|Kombi|Kleinwagen|Fahrzeug|Transporter|Roller|Mofa|Traktor|Schlepper|Anhänger|Wohnwagen"
    r"|Wohnmobil|Haus|Gebäude|Heizung|Therme|Boiler|Ofen|VW|Opel|Ford|Skoda|Škoda|Seat|BMW|Audi|Fiat|Renault|Dacia|Toyota"
    r"|Golf|Polo|Passat|Corsa|Astra|Fiesta|Twingo)"
)

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
        r"(?<![\w-])(?:Autobahn|Bundesstraße|Staatsstraße|Kreisstraße|Linie|Bus|Tram|S-Bahn|U-Bahn|RE|RB"
        r"|Gleis) ?\d{1,4}\b",
        "line",
        0.9,
    ),
    (r"\b(?:KW|Kalenderwoche|Kw) ?\d{1,2}(?: ?[/–-] ?\d{1,4})?\b", "week", 0.97),
    (r"(?<![\w-])[AB]\d{1,3}(?![\w.,-]\d|\w)", "road-or-level", 0.85),
    (
        r"\b(?:[Aa]uf|[Aa]n|[Üü]ber|[Ee]ntlang|[Nn]eben|[Uu]nter|[Vv]on|[Zz]wischen|[Aa]utobahn|[Bb]undesstraße|[Uu]nfall|BAB)"
        r" (?:der )?(?P<safe>[AB] \d{1,3})(?![\w/-]|[.,]\d)",
        "road-or-level",
        0.95,
    ),
    (r"\b(?:Blutdruck|RR|Puls|HbA1c|BMI|Promille|Visus)[ :]{1,2}\d{1,3}(?:[./,]\d{1,3})?", "reading", 0.97),
    (
        rf"\b\w*{_SET_BY_LAW}(?:(?:\(\w+\)|[ :])*{_FILLING}{{0,6}})(?: ?: ?| )(?P<safe>{_AMOUNT})",
        "general-amount",
        0.97,
    ),
    (rf"{_DWELLING}\bkoste(?:t|te|n){_FILLING}{{0,3}} (?P<safe>{_AMOUNT})", "general-amount", 0.97),
    (
        r"(?<![\w.,])\d{1,3}(?:,\d\d)?(?: ?(?:€|Euro|EUR|Cent|ct))? ?(?:/ ?|je |pro )(?:h|Std\.?|Stunden?|km"
        r"|Kilometer|m²|m2|qm|Quadratmeter|l|Liter|kWh|kg|Ster|UE|Stück|Minute|Min\.?|Nacht|Essen|Mahlzeit|Seite|Kopie)(?![\w/])",
        "rate",
        0.97,
    ),
    (r"\b(?:Quartal|Q|Halbjahr|Hj\.?|HJ) ?(?:IV|I{1,3}|[1-4])(?: ?/ ?(?:20)?\d\d)?\b(?!/)", "quarter", 0.97),
    (rf"(?<!\d )\b(?:WS|SS|WiSe|SoSe|SJ|Schuljahr) (?:20)?(?:{_YEARS})\b", "school-year", 0.97),
    (r"\b(?:Paragraf|Paragraph)(?:en)? \d{1,4} ?(?:[a-z]\b)?", "law", 0.97),
    (r"\b(?:Blatt|Bl\.|Anl\.|Kl\.) ?(?:\d{1,2} ?(?:[a-z]{1,2}\b|aM\b)?|\d{1,3} ff?\.)(?![\w/])", "numbered", 0.97),
    (
        r"\bAnlagen? (?:EKS?|VM|KDU|KdU|HG|WEP|SV|UH ?\d|UF|KI|BB|MEB|VE|AV|N|KAP|Vorsorgeaufwand)\b"
        r"(?:,? (?:Zeile|Z\.|Seite|S\.) ?\d{1,3})?",
        "form",
        0.97,
    ),
    (rf"\b{_THINGS},? \(?(?P<safe>Bj\.? ?(?:19|20)\d\d)\b", "built", 0.97),
    (r"(?<![\w.,/-])(?:[0-4](?:[,.]5|½)?-){2,3}[0-4](?:[,.]5|½)?(?![\w-]|[.,]\d)", "dose", 0.97),
    (
        r"(?<![\w.,])\d{1,3}(?:\.\d{3})*(?:,\d{1,2})? ?(?:[KMGT]B|[kKM]?[Bb]it/s|Mbit(?:/s)?|kWh?p?|MWh|ccm|cbm|m³"
        r"|[kMG]Hz|mAh|Ah|°C|mmHg|mmol/l|mg/dl|U/l|[mµμ]g|ml|cl|I\.?E\.|Trpf\.?|Tropfen|Tbl\.?|Tabl\.?|Hübe|kcal|Ster|Festmeter|Promille|‰|Zoll"
        r"|Wochenstunden|WoStd\.?|Std\./Wo\.?|VZÄ|ECTS|Zimmern?|ZKB|Hektar|ha)(?![\w])",
        "measure",
        0.92,
    ),
    (r"(?<![\w.,])\d{1,2}(?:,\d)?[- ]?[tT]onner\b", "measure", 0.92),
    (r"\b(?:EG|E|S|P|KR|Entgeltgruppe) ?\d{1,2}[abcü]?(?=,? ?(?:TVöD|TVÖD|TV-L|TVL|SuE|Stufe))", "pay-grade", 0.97),
    (r"(?<![\w/])(?:50/50|60/40|70/30|80/20|24/7|9/11)(?![\w/]|-\d)", "ratio", 0.97),
)


class SafeNumbers(SafeRecognizer):
    """Numbers that everybody may know."""

    patterns = tuple((re.compile(pattern), code, score) for pattern, code, score in _PATTERNS)
