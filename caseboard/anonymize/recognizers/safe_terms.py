"""What must survive although it has numbers or capitals.

Laws, times, durations, percentages, years, statutory amounts, field terms.
"""

import re

from caseboard.anonymize.office_branches import BRANCH
from caseboard.anonymize.proverbs import PROVERB
from caseboard.anonymize.recognizers.base import SAFE_SCORE, SafeRecognizer

_LAW = (
    r"(?:SGB|GG|BGB|StGB|ZPO|InsO|SGG|AufenthG|AsylbLG|AsylG|BAföG|BVG|EStG|AO|VwVfG|BEEG|MuSchG|"
    r"UVG|WoGG|BKGG|KSchG|TzBfG|BBiG|HwO|StPO|FamFG|BtMG|OWiG|FreizügG|DSGVO|BDSG|VO|GKG)"
    r"(?: ?/?(?:EU|[IVX]{1,4}|\d{1,2})\b)?"
)
_UNITS = (
    r"(?:Uhr|h|Std\.?|Stunden?|Min\.?|Minuten?|Tagen?|Tg\.?|Wo\.?|Wochen?|Monat(?:e|en|s)?|Mon\.?|"
    r"Jahr(?:e|en|s)?|%|Prozent|km|kg|m²|qm|Grad|Punkte|Seiten?|Mal|mal|x|"
    r"Kilometer|Bewerbungen|Absagen|Termine?n?|Personen|Teilnehmer(?:n|innen)?|Zimmer|Stück|GdB|"
    r"Kinder[n]?|Einladungen|Tonnen|Quadratmeter|Lj\.?|WE)"
)
_EPONYMS = r"(?:Babinski|Lasègue|Romberg|Trendelenburg|Tinel|Phalen|Payr|Neer|Apley|Spurling)"
_TESTERS = (
    r"(?:Thomas|Schober|Ott|Finkelstein|Steinmann|Hawkins|Jobe|Unterberger|Barthel|Karnofsky|Conners|Fagerström|Beck"
    r"|Hamilton|Rorschach|Snellen|Rinne|Weber|Braden|Norton|Allen|Lachman|Murphy|McMurray|Schirmer|Apgar|Glasgow)"
)
_INN = (
    r"(?:pril|sartan|olol|statin|prazol|conazol|cillin|mycin|oxacin|cyclin|azepam|azolam|tinib|limumab|tuximab|lizumab"
    r"|zumab|ximab|gliptin|gliflozin|glutid|triptan|xetin|azapin|tiapin|peridon|piprazol|thiazid|dipin|xaban|heparin"
    r"|xaparin|fovir|ciclovir|buvir|cisplatin|oplatin|taxel|rubicin|profen|fenac|coxib|barbital|setron|denafil|dalafil"
    r"|lukast|meterol|moterol|tformin|thason|nisolon|prednison|oxifen|rozol|metazon|promazin|thixol|thixen|perazin"
    r"|oratadin|mantadin|tirizin|codon|morphon|morphin|fentanil)"
)
_DISHES = (
    r"(?:Würstchen|Würstl|Bratwürste?|Rostbratwürste?|Schnitzel|Kranz|Torte|Kirschtorte|Schinken|Käse|Knödel|Klöße"
    r"|Kartoffelsalat|Walzer)"
)
_SHORT = (
    r"(?:CPAP|TENS|AUDIT|DBT|UB|SIM|TAN|PIN|AdA|MDE|EUTB|ATV|OP|PCR|MRT|CT|EKG|EEG|TEP|PEG|HNO|BEM|WLAN|USB|SMS|PDF|QR"
    r"|DSH|DTZ|MPU|HPT|SPZ|ADR|HACCP|CNC|WIG|MAG|REFA|ECDL|SAP|DATEV|EDV|IT|PC|PV|KFZ|LKW|PKW|TÜV|AU|TestDaF|DeuFöV"
    r"|CDT|TSH|CRP|GGT|Alpha|Moodle|Excel|Pivot|Cochlea|Röntgen|Prepaid|Scrum)"
)
_MARK = r"(?:aG|Gl|TBl|Bl|G|B|H|RF)"
_PATTERNS = (
    (
        rf"§{{1,2}} ?\d+[a-z]?(?:[^\w\n]{{0,3}}(?:\d+(?!\d|\.\d)[a-z]?|Abs\.?|Absatz|Satz|S\.|Nr\.?|Nummer|"
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
    (r"(?<![\w.,/-])(?<!\d[.,]\s)(?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d(?!\w)", "month-year", 0.92),
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
        rf"\b{_EPONYMS}(?=(?: bds\.?| beidseits| rechts| links| re\.?| li\.?)? (?:negativ|positiv|neg\.|pos\."
        r"|unauffällig|auffällig|o\. ?B\.))",
        "eponym",
        0.7,
    ),
    (
        rf"\b(?:{_EPONYMS}|{_TESTERS})-(?:Zeichen|Tests?|Versuch|Phänomen|Index|Skala|Score|Manöver|Fragebogen|Inventar)"
        r"(?![\w-])",
        "eponym",
        0.93,
    ),
    (rf"\b[A-ZÄÖÜ][a-zäöü]{{2,12}}{_INN}\b", "medicine", 0.7),
    (
        r"\b(?:Wiener|Frankfurter|Nürnberger|Thüringer|Linzer|Schwarzwälder|Münchner|Berliner|Harzer|Tiroler)"
        rf" {_DISHES}\b",
        "dish",
        0.93,
    ),
    (
        r"\b(?:(?:Düsseldorfer|Nürnberger|Bremer|Frankfurter) Tabelle|Berliner Testament|Hamburger Modell"
        r"|Haager (?:Übereinkommen|Abkommen)|Brüssel (?:IIa|IIb|II|I)\b"
        r"|Genfer (?:Flüchtlings)?[Kk]onvention|Istanbul-Konvention|Dublin(?:[- ]III)?-(?:VO|Verordnung|Verfahren)"
        r"|Dublin-(?:Bescheid|Fall)|Dublin[- ]III|Schengen-(?:Raum|Visum|Staat\w*)"
        r"|(?:Riester|Rürup)-(?:Rente|Vertrag))",
        "named-rule",
        0.93,
    ),
    (
        r"(?:(?<=[aA]n )|(?<=[zZ]u )|(?<=[bB]is )|(?<=[nN]ach )|(?<=[vV]or ))Mariä"
        r" (?:Lichtmess|Himmelfahrt|Verkündigung|Empfängnis|Geburt)\b(?!-)|\bMariä Lichtmess\b"
        r"|\bChristi Himmelfahrt\b|\b(?:Heilige|Hl\.) (?:Drei Könige|Dreikönig)\b"
        r"|\b(?:Id|Eid) a[ld]-(?:Fitr|Adha)\b|\bRosch ha-?Schana\b|\bWeißer Sonntag\b|\bKurban[- ]Bayram[ıi]?\b"
        r"|\bTag der Deutschen Einheit\b",
        "feast",
        0.93,
    ),
    (
        r"\b(?:[Ss]eit|[Uu]m|[Bb]is|[Bb]is zu|[Aa]b|[Kk]urz vor|[Kk]urz nach)"
        r" (?:Johanni|Josefi|Josephi|Jakobi|Michaeli|Georgi|Martini"
        r"|Kathrein|Leonhardi|Bartholomäi|Galli|Andreä|Lichtmess)\b(?! (?:[A-ZÄÖÜ]|und [A-ZÄÖÜ]))",
        "feast",
        0.85,
    ),
    (r"\b(?:ICD-1[01]|DSM-(?:5|IV|V)|DSH-[123]|TestDaF-[345])(?![\w-])", "short-form", 0.85),
    (
        rf"\b{_SHORT}-(?:Gerät|Maske|Test|Gruppe|Maßnahme|Karten?|Verfahren|Schein|Stelle|Termin|Kurs|Prüfung|Schulung"
        r"|Werte?|Befund|Zertifikat|Bescheid|Gutachten|Thorax|Codes?|Buchung|Kenntnisse|Reinigung|Anlage|Montage|Brief"
        r"|Stick|Fragebogen|Plattform|Sonde|Implantat|Tabelle|Liste|Master|Zähler)(?![\w-])",
        "short-form",
        0.85,
    ),
    (
        r"(?<!\w)[BM]\. ?(?:Sc|A|Eng|Ed)\.(?= (?:in|der|mit|und|an|abgeschlossen|aus|Sozial\w+)\b|[,;)])"
        r"|\b(?:[1-5]\d\d|1)-Euro-Jobs?\b",
        "degree",
        0.93,
    ),
    (
        rf"\b(?:Merkzeichen|Merkz\.|M[Zz]\.?) ?:? ?{_MARK}(?:(?:, ?| ?/ ?| und | u\. | sowie ){_MARK})*(?![\w-])",
        "mark",
        0.97,
    ),
    (
        r"[,/] (?:VAng|VFAng|VAe|Verw\.-Ang|Ang|VwAng|RR|ORR|RD|RAR|ROI|RI|RAmtm|RHS|ROS|VOI|VI|VAR"
        r"|OAR|StR|StRin|OStR|OStRin|StD|StDin|StOI|StI|SozAmtm|AR|LRD|BD|Amtm|Amtfr|OInsp|Insp|JAI|JOI|JHS)\.?(?![\w-])",
        "grade",
        0.97,
    ),
    (
        r"\b(?:Rote[ns]?|Blaue[ns]?|Gelbe[nrs]?|Grüne[nrs]?) (?:Karten?|Sack|Säcke|Plakette)\b(?: EU\b)?",
        "coloured",
        0.93,
    ),
    (
        r"\b[Mm]ittlere[rnm]? (?:Reife|Schulabschl\w+|Bildungsabschl\w+)\b|\b(?:Girls|Boys)['’]? ?-?Day\b"
        r"|\bTiny[ -]Houses?\b|\bJob-?Turbo\b|\b[Tt]elc [ABC][12]\b"
        r"|\b(?:Goldene|Silberne|Diamantene)[rn]? Hochzeit\b|\b[Ss]chwarze[ns]? Brett(?:ern?)?\b",
        "phrase",
        0.93,
    ),
    (
        r"\b(?:[Ff]rank und frei|Hinz und Kunz|[Uu]m (?:Himmels|Gottes) [Ww]illen|mit Rat und Tat|Brief und Siegel"
        r"|Kind und Kegel|Haus und Hof|Land und Leute|Kraut und Rüben|Schall und Rauch|Lug und Trug|Stein und Bein"
        r"|Knall auf Fall|N[aä]gel mit K[oö]pf(?:en)?|Gott sei Dank|wie der Heilige Geist|[Pp]ing[ -]?[Pp]ong)\b",
        "idiom",
        0.93,
    ),
    (
        r"\b[Dd](?:er|en|em) (?:Wolf|Bär|Luchs|Fuchs|Hirsch|Biber|Löwe|Falke|Adler|Uhu)n? (?:aus|in|im) (?:de[mrn] )?"
        r"(?:Nationalpark|Wald|Zoo|Tierpark|Wildpark|Gehege|Märchen|Fabel)(?![\w-])",
        "animal",
        0.93,
    ),
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
    (BRANCH, "branch", 0.97),
    (PROVERB, "idiom", 0.93),
    (
        r"(?<![\w-])(?:Can|May|Will|Do|Does|Mark|Rob|Grant|Art|Hope|Pat|Sue|Bill|Frank|Chase|Faith)"
        r" (?=(?:you|I|we|he|she|they|my|your|the|it|me)\b)"
        r"|\b(?:war|ist|on|am|bis|ab|bei|und|or|by|for|til|next|last|this|jede|every|heute|morgen|gestern|jeden|immer|until"
        r"|since|nicht|nächste|nächsten|letzten|letzte) (?P<safe>(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b",
        "english",
        0.93,
    ),
    (
        r"\b(?:Nachsorge|Nachsorgeprogramm|Programm|Reha|Rehasport)\W{1,3}(?P<safe>IRENA|T-RENA|Psy-RENA|ASP)\b",
        "programme",
        0.97,
    ),
    (
        r"\b(?:sag(?:t|te|en|ten)|ruf(?:t|e)?|rief|schreibt|schrieb|antwortet\w*|grüßt\w*|begrüßt\w*|nur|mit|ein(?:em)?)\b"
        r"[^.\n„“”\"]{0,24}[„\"»]"
        r"(?P<safe>[Ss]elam|[Ss]alam|[Ss]alaam|[Ss]chalom|[Ss]halom|[Mm]erhaba|[Aa]hoj|[Pp]rivet|[Cc]iao"
        r"|[Ss]alut|[Hh]ola|[Jj]ambo|[Nn]amaste|[Zz]dravo|[Bb]ok|[Cc]ześć|[Ss]ervus|[Mm]oin|[Aa]loha|[Hh]ello|[Hh]i"
        r"|[Ss]at [Ss]ri [Aa]kal|[Vv]anakkam|[Bb]onjour|[Bb]una|[Mm]arhaba|[Aa]hlan|[Tt]ungjatjeta|[Ss]alve|[Gg]rüezi"
        r"|[Hh]ej|[Tt]ach)[“”\"«!,]",
        "greeting",
        0.95,
    ),
    (
        r"\b(?:\w*[Pp]rogramm\w*|Skripte?|Quellcode|Code|Software|[Cc]odet|[Ee]ntwickelt|\w*[Ss]prachen?)\b[^.\n]{0,40}"
        r"\b(?:in|mit|auf) (?P<safe>Perl|Ruby|Rust|Swift|Scala|Julia|Delphi|Pascal|Ada|Lua|Basic|Dart|Groovy|Haskell)\b"
        r"(?! ?[A-ZÄÖÜ])",
        "programme",
        0.95,
    ),
)


class SafeTerms(SafeRecognizer):
    """Terms, rules and times that are no name and no number of anybody."""

    patterns = tuple((re.compile(pattern), code, score) for pattern, code, score in _PATTERNS)
