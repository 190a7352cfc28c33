"""The ways German street names are built, put together from parts (DIN 5008 and what people write)."""

import re

_UNIT = (
    r"[IVX]{1,4}\. ?(?:St|Stock|OG|Etage)|[IVX]{1,4}|HINTERHAUS|VORDERHAUS|RÜCKGEB(?:ÄUDE)?|RGB|Rgb|[Rr]ückgeb(?:äude)?"
    r"|Aufg|Vdhs|Vorderhaus|Hinterhaus|HH|Hths|Hs|VH|Whg|Wohnung|Platz|Stellplatz|Parzelle|App|Apartment|Top|Stg|Stiege|Aufgang|EG|DG|UG|\(?Halle"
    r"|\d{1,2}\. ?(?:OG|Stock|Stck|Etage|St)|OG|Eing|Eingang|Haus|Zimmer|Zi|Torhaus|Gartenhaus|Nebengebäude"
    r"|[Dd]achgescho(?:ß|ss)|[Ee]rdgescho(?:ß|ss)|[Ss]outerrain|[Hh]interhs|hinterhaus|vorderhaus|hint"
    r"|Apt|Einlieger(?:wohnung|whg)|Nebeneingang|Parterre"
)
_SIDE = (
    r"(?: ?\d{1,3}[a-z]?\b(?!\. ?(?:Stock|OG|Et))| [A-F](?![\w.])| ?(?:links|rechts|LINKS|RECHTS|li|re|mitte)\b\.?)?"
)
_TAIL = rf"(?: ?[,/·]? ?[/(]? ?(?:{_UNIT})\b\.?{_SIDE}\)?|/ ?(?:[IVX]{{1,3}}|\d)\b){{0,3}}(?: Hof\b(?! [A-ZÄÖÜ]))?"
_LETTER = r"(?: ?[a-zA-Z](?![\w.]|/o)|[a-zA-Z](?!\w))?"
_RANGE = r"(?:(?: ?[-–/+] ?(?!\d\. ?(?:OG|Stock|Et))| bis )\n?\d{1,4}(?: ?[a-zA-Z])?(?!\w))?"
NUMBER = (
    r"(?:(?:o\.|ohne) ?Nr\.|(?:Nr\.? ?)?(?!(?:19|20)\d\d\b)(?!0)(?:[\dl]?\d{1,3}|[\dl]{1,2}O)(?: ?1/[234])?(?: ?[½¼¾])?"
    rf"{_LETTER}{_RANGE}{_TAIL})"
)
_NO_UNIT = (
    r"(?!\w)(?!-[a-zäöü]{3})(?! ?(?:Uhr|uhr|Euro|euro|EUR|€|%|Std|Stunden|Wochen|Monat|Jahr|jahr|Tage|"
    r"Minuten|Prozent|Kinder|Personen"
    r"|Bewerbungen|Teilnehmer|Plätze|Mal\b|mal\b|km\b))(?!\.(?:\d|\s?(?:Jan|Feb|Mär|Apr|Mai|Jun|"
    r"Jul|Aug|Sep|Okt|Nov|Dez)))"
)
_W = r"(?:[A-ZÄÖÜŠŽČ][\wßäöü]{0,4}\.|[A-ZÄÖÜŠŽČ][\w’'ßäöü]*)"
_ENDINGS = (
    r"stra(?:ß|ss|8|B)(?:en?)?|pforte|[s5]tr\.?|str,(?= \d)|gasse|gässchen|gäßchen|gässle|gäßla|gassl|weg|wege|allee"
    r"|platz|pl\.|platzl|plätzchen|ring|ufer|damm"
    r"|steig|steige|stieg|graben|markt|leite|leiten|zeile|chaussee|pfad|promenade|brücke|brückl|"
    r"winkel|hof|anger|rain|wall"
    r"|twiete|kamp|deich|kai|park|tor|schanze|höhe|siedlung|berg|bühl|wiesen?|wies|grund|feld|"
    r"hang|au|see|kehre|bogen|zwinger"
    r"|ranke|reihe|acker|äcker|garten|gärten|lände|länd|plan|stiege|terrasse|heide|busch|horst|"
    r"koppel|moor|ort|eck|ecke|burg|halde"
    r"|höfe|häuser|hofgut|passage|flur|gang|rück|reute|loh|brink|diek|esch|fleth|hagen|hain|hörn|holz|kuhle|pütt|redder|stieg|stücken|"
    r"wisch|wurt|pfuhl|mühle|teich"
)
_LINK = r"(?:[ -]{1,2}|-\s|-(?:v[oa]n|vom|zu|zum|de|di|la|am|im|und)-(?:der-|den-)?)"
_KINDS = (
    r"Stra(?:ß|ss)e|[S5]tr\.?|Pl\.(?= ?\d)"
    r"|Gasse|Gässchen|Gässle|Gäßle|Gässla|Weg|Allee|Platz|Ring|Ufer|Damm|Steig|Graben"
    r"|Markt|Leite|Berg|Hof|Hang|Winkel|Anger"
    r"|Chaussee|Promenade|Pfad|Brücke|Tor|Höhe|Siedlung|Zeile|Wall|Schanze|Au|Burg|Gang|Reihe|"
    r"Stieg|Twiete|Kamp|Land|Länd|Feld"
    r"|Wiese|Garten|Mühle|Kirche|Stadtgraben|Marktstraße|Hauptstraße|Kirchgasse|Landstraße|Bachgasse|Torgasse"
)
_BEFORE = (
    r"(?:An|Auf|In|Hinter|Vor|Bei|Unter|Über|Zu|an|auf|in|hinter|vor|bei|unter) (?:der|dem|den|"
    r"die|das)|Auf[’']?m|In[’']?n"
    r"|Am|Im|Zum|Zur|Beim|Unterm|Überm|Hinterm|Vorm|Ob|Unter|am|im|zum|zur|beim|auf[’']?m"
)
_QUALITY = (
    r"(?:Ober|Unter|Hinter|Vorder|Mittler|Alt|Neu|Lang|Kurz|Groß|Klein|Äußer|Inner|Hoh|Breit|"
    r"Krumm|Rot|Weiß|Grün|Schwarz"
    r"|Heilig|Link|Recht|Schmal|Tief|Steil|Still|Schön|Heiß|Kalt|Nass|Lübsch)(?:er|e|es|en)"
)
_POSTCODE_AHEAD = r"(?=,? ?(?:in )?\n? ?(?:D[- ])?\d{5}\b)"

NAMED = re.compile(
    rf"(?<![\w-])(?:{_W}{_LINK}){{0,3}}?(?:{_W}-?)?(?:{_ENDINGS})(?![^\W\d])(?: (?:Süd|Nord|Ost|"
    rf"West|Mitte))? {{0,2}}{NUMBER}{_NO_UNIT}"
)
PREPOSED = re.compile(
    rf"(?<![\w-])(?:{_BEFORE}) (?:(?:{_QUALITY}|St\.|Sankt) )?{_W}(?:[ -]{_W})? {NUMBER}{_NO_UNIT}(?!\.\w)"
)
QUALIFIED = re.compile(
    rf"(?<![\w-])(?:{_QUALITY}|{_W}er|{_W}sche[rn]?) (?:{_W}-?)?(?:{_KINDS}|str\.?(?= ?\d))(?![^\W\d])"
    rf"(?: ?{NUMBER}{_NO_UNIT})?"
)
SPLIT = re.compile(rf"(?<![\w-])(?:{_W}{_LINK}){{1,3}}(?:{_KINDS})(?![^\W\d])(?: ?{NUMBER}{_NO_UNIT})?")
BEFORE_POSTCODE = re.compile(rf"(?<![\w-])(?:{_W}[ -]){{0,3}}{_W} {NUMBER}(?!\w){_POSTCODE_AHEAD}")
BEFORE_PLACE = re.compile(rf"(?<![\w-])(?P<s>(?:{_W}[ -]){{0,2}}{_W} {NUMBER}), (?:in )?(?P<p>[A-ZÄÖÜ][a-zäöüß]{{2,}})")
ADDRESS_LINE = re.compile(rf"(?:(?<=\n)|(?<=^))(?:{_W}[ -]){{0,3}}{_W} \d{{1,3}}(?: ?[a-z])?(?= ?\n)")
ANNOUNCED = re.compile(
    r"(?:(?:[Aa]nschrift|[Aa]dr\.|[Aa]dr\. neu:|[Bb]isher:|[Nn]eu:|Einöde"
    r"|Weiler|Hofstelle|Objekt|Anwesen|[Aa]dresse immer noch|[Aa]dresse"
    r"|[Ww]ohnhaft|[Ww]hg\.|[Ww]ohnt|[Ww]ohnung)(?: lautet| ist)?:? "
    r"(?:in der |am |im |jetzt |unverändert )?)"
    rf"(?P<s>(?:{_W}[ -]){{0,3}}{_W} {NUMBER}){_NO_UNIT}"
)
BEHIND_TOWN = re.compile(
    rf"(?<=[a-zäöüß], )(?:{_KINDS}|Promenade|Stadtplatz|Marktplatz|Markt|Ring|Anger|Graben|Wall|Bleiche|Leite)"
    rf" {NUMBER}{_NO_UNIT}"
)
OF_SOMETHING = re.compile(
    rf"(?<![\w-])(?:Stra(?:ß|ss)e|Str\.|Platz|Allee) (?:der|des) (?:\d{{1,2}}\. )?{_W}(?: {_W})? {NUMBER}{_NO_UNIT}"
)
LIVED_IN = re.compile(
    r"\b(?:[Ww]ohn\w*|[Ll]ebt|[Gg]emeldet|[Dd]aheim|zu Hause|[Zz]uhause|[Uu]ntergekommen)"
    r"(?: [a-zäöüß]+| bei[mn]? [A-ZÄÖÜ]\w+){0,3}? in "
    rf"(?P<s>{_W}(?:[ -]{_W})? {NUMBER}){_NO_UNIT}(?! ?(?:Jahre?n?|Zimmern?|Kindern?)\b)"
)
LETTERED = re.compile(rf"(?<![\w-])(?:{_W}[ -]){{1,3}}\d{{1,3}}[a-h](?!\w)")
SHOUTED = re.compile(
    rf"(?<![\w-])(?:[A-ZÄÖÜ][A-ZÄÖÜß.]*[ -]){{0,3}}[A-ZÄÖÜ.]{{0,30}}(?:STRA(?:SS|ß|ẞ)E|STR\.|GASSE|WEG|"
    r"PLATZ|ALLEE|RING|UFER|DAMM"
    rf"|GRABEN|STEIG|MARKT|LEITE|BERG|HOF) ?{NUMBER}(?!\w)"
    r"|(?<![\w-])(?:AM|IM|(?:AN|AUF|IN|HINTER|VOR|BEI|UNTER|ÜBER) (?:DER|DEM|DEN)|ZUM|ZUR) "
    rf"(?:[A-ZÄÖÜ-]+ ?){{1,3}} ?{NUMBER}(?!\w)"
)
_LOWER_KINDS = r"stra(?:ß|ss)e|str\.?|gasse|weg|allee|platz|ring|ufer|damm|graben|leite|berg|steig|hof|markt"
LOWER = re.compile(
    rf"(?<![\w-])(?:(?:obere|untere|alte|neue|hintere|vordere|kleine|große|lange|kurze|hohe|breite|mittlere)[rn]? )?"
    rf"[a-zäöüß][\w’'-]{{2,}}(?:{_LOWER_KINDS})(?![^\W\d]) ?{NUMBER}{_NO_UNIT}"
)
LOWER_SPLIT = re.compile(
    rf"(?<![\w-])[a-zäöüß]{{3,}}(?:er)? (?:(?:{_LOWER_KINDS}|tor|brücke|höhe) |str\.){NUMBER}{_NO_UNIT}"
)
LOWER_PREPOSED = re.compile(
    rf"(?<![\w-])(?:(?:an|auf|in|hinter|vor|bei|unter|über) (?:der|dem|den)|am|im|zum|zur|hinterm|vorm|unterm|beim)"
    r" (?:alten |oberen |unteren )?"
    rf"[a-zäöüß-]{{3,}} {NUMBER}{_NO_UNIT}(?! [a-z]+ (?:abgebrochen|um\b))"
)
LOWER_BARE = re.compile(
    r"\b(?:in der|in die|aus der|an der|zur|von der|der) "
    r"(?P<s>(?:(?:obere|untere|alte|neue|hintere|vordere|kleine|große|lange|kurze|hohe|breite)[rn]? )?"
    r"[a-zäöüß-]{3,}(?:stra(?:ß|ss)e|gasse|allee|promenade))(?!\w)"
)
QUARTER = re.compile(
    rf"(?<![\w-])(?:{_W}er|{_QUALITY}) (?:Vorstadt|Altstadt|Neustadt|Freiheit|Viertel|Hütte|Warte|Schleuse) {NUMBER}"
    rf"{_NO_UNIT}"
)
SHORTENED = re.compile(
    r"(?<![\w-])(?=[A-ZÄÖÜ][^\W\d_]*\. ?[oNl\d])"  # rules most words out before one is read letter by letter
    r"(?i:[a-zäöüß]*(?:haus|kirch|kirchen|bach|tor|schloss|schloß|markt|turm|kapell|kapellen|schul|bräu"
    r"|mühl|post|burg|berg|stein|kloster|spital|juden|färber|gerber|schmied|bäcker|metzger|fischer|weber|salz|wein|korn"
    r"|brunn|brunnen|graben|mauer|hof|wall|herrn|herren|pfarr|stadt|garten|keller|brück|brücken|linden|rosen|bauern"
    rf"|bader))g\. ?{NUMBER}{_NO_UNIT}"
)
"""'Bräuhausg. 9': a lane cut short, with a number behind it."""
SQUARE = re.compile(
    r"(?:(?<=in )|(?<=, )|(?<=: )|(?<=\n)|(?<=Quadrat )|(?<=quadrat ))"
    r"(?P<s>[A-Ua-u] ?[1-7], ?\d{1,2}(?: ?[a-z])?)(?!\w|[,:.]\d|\s?(?:Uhr|uhr|Euro|euro|%|€|h\b))"
)
LONG_ROW = re.compile(
    r"(?<![\w-])(?!neue[nr]? zeile)"
    r"(?:lange|kurze|obere|untere|alte|neue|hohe|breite|schmale|große|kleine|hintere|vordere|krumme)[nr]?"
    rf" (?:zeile|reihe|gasse|straße|strasse|wand|trift|bleiche|wiese|brücke|schanze|stiege|promenade|allee) {NUMBER}"
    rf"{_NO_UNIT}(?! ?(?:kinder|leute|personen|plätze|mann|frauen|autos)\b)"
)
ROW = re.compile(
    rf"(?<![\w-])(?:Lange|Kurze|Obere|Untere|Hohe|Breite|Schmale|Große|Kleine|Hintere|Vordere)[nr]? Zeile {NUMBER}"
    rf"{_NO_UNIT}"
)
"""Firmer than the others, because 'Zeile 15' alone counts lines."""
WAY_SMALL = re.compile(
    r"\b(?:am|im|vom|zum|beim|auf dem|an dem)"
    r" (?P<s>[a-zäöüß-]{4,}(?:weg|platz|ring|damm|ufer|graben|steig|anger))(?![\w-])"
)
OF_QUALITY = re.compile(rf"(?<![\w-]){_QUALITY} (?:{_W}(?:{_ENDINGS})(?![\w])|{_W} (?=\d))(?: ?{NUMBER}{_NO_UNIT})?")
SMALL_PLACE = re.compile(
    r"\b(?:wohn\w*|lebt|leben|haust|gemeldet|daheim|zuhause|gezogen|zog) (?:noch |jetzt |wieder |allein )?"
    r"(?P<s>(?:in der|an der|auf der|am|im|auf dem|in den|auf den) "
    r"(?:Au|Point|Leite|Leiten|Röth|Gries|Lände|Bleiche|Breite|Wies|Wiesn|Peunt|Grub|Reuth|Öd|Loh|Schanz|Länd|Hub|Gstaudach"
    r"|Brühl|Kreppe|Zeil|Zell|Stein|Anger|Bühl|Rain|Kellern|Setz|Hut|Eben))(?=[,.;:\n)]| (?:und|mit|bei)\b)"
)
_BARE_KINDS = (
    "stra(?:ß|ss)e|str\\.|gasse|gässchen|gäßchen|allee|weg|platz|markt|ufer|damm|chaussee|ring|"
    "steig|promenade|gäßla|gassl"
)
BARE = re.compile(rf"(?<![\w-])(?:[A-ZÄÖÜ][\w’'.ßäöü]*-)*[A-ZÄÖÜ][\wßäöü]*(?:{_BARE_KINDS})(?!\w)")
BOX = re.compile(
    r"\bPostfach ?\d[\d ]{1,8}\d(?!\w)"
    r"|\b(?:Hs\.?-?Nr\.?|HNr\.?|Hausnr\.?|Hausnummer|Haus Nr\.):? ?\d{1,4}(?: ?[a-z])?\b",
    re.I,
)
