"""What no list of kinds holds and yet singles people out: fame, offices, unusual pursuits; red whatever the number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseboard.anonymize.needles import Held
from caseboard.anonymize.placeholder import PLACEHOLDER
from caseboard.anonymize.public_fates import FATES

_AREA = r"(?:Ort|Dorf|Landkreis|Kreis|Gemeinde|Stadt|Region|Umkreis|Gegend|Stadtteil|Tal)"
_OFFICES = (
    r"(?:(?:Ersten? |Zweiten? |1\. |2\. |stellvertretende[rn]? |ehemalige[rn]? |langjährige[rn]? )?(?:Vereins)?"
    r"(?:[Vv]orstand|[Vv]orsitzende[rn]?|[Vv]orständin)|Schriftführer(?:in)?|Kassierer?(?:in)? (?:im|des) Verein\w*|"
    r"Kassenwart(?:in)?|(?:Feuerwehr)?[Kk]ommandant(?:in)?|Jugendwart(?:in)?|Zeugwart(?:in)?|Platzwart(?:in)?|"
    r"Gemeinderat|Gemeinderätin|Stadtrat|Stadträtin|Kreisrat|Kreisrätin|Ortssprecher(?:in)?|Ortsvorsteher(?:in)?|"
    r"Pfarrgemeinderat|Kirchenvorstand|Kirchenpfleger(?:in)?|Betriebsratsvorsitzende[rn]?"
    r"|Elternbeiratsvorsitzende[rn]?|"
    r"Schöffe|Schöffin|Chorleiter(?:in)?|Feldgeschworener|Bürgermeister(?:in)?|Wirtshaussänger(?:in)?|"
    r"Weinprinzessin|Weinkönigin|Faschingsprinz(?:essin)?|Schützenkönig(?:in)?|Jagdpächter(?:in)?)"
)
_KIN = (
    r"(?:Witwer?|Frau|Mann|Ehefrau|Ehemann|Ex-?[Ff]rau|Ex-?[Mm]ann|Tochter|Sohn|Kind(?:er)?|Mutter|Vater|Bruder"
    r"|Schwester|"
    r"Schwager|Schwägerin|Nichte|Neffe|Enkel(?:in)?|Cousine?|Onkel|Tante|Lebensgefährt(?:e|in)|Angehörige[rn]?|Familie)"
)
_KNOWN_ONES = (
    rf"(?:{_OFFICES}|(?:[Oo]ber|[Aa]lt)?[Bb]ürgermeister(?:in)?|Landrat|Landrätin|Pfarrer(?:in)?|Dekan(?:in)?|Bischof|"
    r"(?:Staats)?[Mm]inister(?:in)?|Abgeordnete[rn]?|Attentäter(?:in)?|Amokläufer(?:in)?|Mörder(?:in)?|Getötete[nr]?|"
    r"Ermordete[nr]?|Schulleiter(?:in)?|Rektor(?:in)?|Chefarzt|Chefärztin|Sparkassendirektor(?:in)?"
    r"|Fabrikant(?:en|in)?)"
    r"(?:e?s|e?n)?\b"
)
_COURT = (
    r"(?:(?:Land|Oberlandes|Schwur|Schöffen|Straf|Jugend|Kriegs)gericht(?:e?s)?|(?:Straf|Jugend)kammer"
    r"|Bundesgerichtshof)"
)
_PAPER = (
    r"(?:[A-ZÄÖÜ]\w*)?(?:[Zz]eitung|[Pp]resse|[Bb]oulevardblatt|[Ll]okalblatt|[Ff]ernseh(?:en|sender|team)"
    r"|[Rr]adiosender|"
    r"[Rr]undfunk|[Kk]amerateam|[Rr]eporter(?:in)?|[Jj]ournalist(?:in|en)?|[Ii]llustrierte|[Tt]ageblatt|[Mm]edien)"
)
_PUBLISHED = (
    r"(?:berichte(?:t|te|ten)|schrieb(?:en)?|geschrieben|brachte(?:n)?|druckte(?:n)?|abgedruckt|interviewt\w*"
    r"|gefilmt|filmte\w*|"
    r"porträtiert\w*|fotografiert\w*|gesendet|ausgestrahlt|recherchiert\w*|belagert\w*|veröffentlicht\w*|groß gebracht)"
)
_TRAITS: tuple[tuple[str, str], ...] = (
    ("FAME", r"\b(?:kennt|kannte) (?:(?:sie|ihn|man|uns|mich|die \w+|den \w+) )?"
             r"(?:hier |dort |im \w+ )?(?:jeder|jede)\b"
             rf"|\b(?:[Jj]eder|[Aa]lle)(?: hier| dort| im \w+| in der \w+| am \w+)? k(?:ennt|ennen|annten?)\b"
             r"(?! (?:(?:die|den|das|unsere?n?) )?"
             r"(?:Regeln?|Weg|Termine?|Ablauf|Grund|Lage|Frist|Frage|Antwort|Problem)\b)"
             rf"|\b(?:stadt|orts|dorf|landkreis|weithin |überall )bekannt\w*|\bbekannt wie ein bunter Hund\b"
             rf"|\b(?:im|in der) ganzen {_AREA}\b|\bweit und breit\b|\b[Dd]as ganze Dorf\b"
             r"|\b(?:[Bb]erühmt|[Pp]rominent)(?:e[rnsm]?|heit)?\b"
             rf"|\b(?:[Dd]er|[Dd]ie|[Dd]as|[Aa]ls|[Dd]en) (?:einzige|letzte|jüngste|älteste)[rn]?(?: [\wäöüß-]+){{0,3}}"
             rf" (?:im|in der|am|auf dem|vom|des|der) (?:ganzen )?{_AREA}(?:s|es)?\b"
             r"|\b[Dd](?:er|ie) (?:letzte|einzige) [A-ZÄÖÜ][\wäöüß-]+(?:mann|frau|er|erin)"
             r" (?:am|auf dem|vom|im) [A-ZÄÖÜ]\w+"),
    ("EVENT", r"\b(?:Regional|Lokal|Landes)(?:fernsehen|zeitung|presse|radio|sender)s?\b|\bim Fernsehen\b"
              r"|\bin (?:der Zeitung|den Nachrichten)\b|\bZeitungs(?:artikel|bericht|foto)\w*"
              r"|\bDoku(?:mentation)?\b[^.!?\n]{0,30}\b(?:Sender|Fernseh)\w*"
              r"|\bVideos? (?:davon |darüber )?mit [\w.]+ (?:Aufrufen|Klicks|Abrufen|Zuschauern)\b|\bviral\b"
              r"|\bYou[Tt]ube-?(?:Kanal|Video)\w*|\bInfluencer(?:in)?\b"
              r"|\bging durch die (?:Presse|Medien|sozialen Medien)\b"
              rf"|\b{_PAPER}\b[^.!?\n]{{0,40}}\b{_PUBLISHED}\b"
              rf"|\b{_PUBLISHED}\b[^.!?\n]{{0,25}}\b(?:in|von) (?:der|einer|den|einem) {_PAPER}\b"),
    ("EVENT", rf"\b(?:\w*[Pp]roze(?:ss|ß)(?:es|e)?|\w*[Vv]erhandlung|Urteil|Anklage|Strafverfahren|Berufung|Revision)"
              rf"(?: \w+){{0,2}} (?:vor|vom|am|beim|an) (?:dem |das )?{_COURT}\b"
              rf"|\b(?:[Vv]or|[Vv]om|[Aa]m|[Bb]eim) (?:dem )?{_COURT} (?:\w+ ){{0,3}}"
              r"(?:läuft|verhandelt|ausgesagt|aussagen|verantworten|freigesprochen|steht|entschieden)\b"
              r"|\b(?:Prozess|Strafverfahren|Anklage) (?:vor|am|beim) (?:dem )?Amtsgericht\b"
              r"|\b(?:angeklagt|(?<!Zahlung )verurteilt|freigesprochen|vorbestraft)(?:e[rnms]?)?\b|\bAngeklagte[rn]?\b"
              r"|\b(?:Straf|Mord|Gerichts|Indizien|Vergewaltigungs|Missbrauchs|Drogen|Betrugs)proze(?:ss|ß)\w*"
              r"|\bNebenkläger(?:in)?\b|\b[Ss]t(?:eht|and|ehen|anden) (?:\w+ )?vor Gericht\b|\bHauptverhandlung\b"
              r"|\bStaatsanwaltschaft\b[^.!?\n]{0,25}\bermittelt\w*|\bAnklage (?:erhoben|gegen)\b|\bAnklageschrift\b"),
    ("EVENT", r"\b(?:Selbstmord|Suizid|Selbsttötung|Freitod)(?:e?s|e)?\b|\bLeben (?:genommen|nahm)\b"
              r"|\bsich (?:selbst )?das Leben\b|\b(?:erhängt|erwürgt|erdrosselt|erschlagen|totgeschlagen|umgebracht|"
              r"getötet|hingerichtet|totgefahren|ermordet|erschossen|erstochen|verschüttet|ertrunken)(?:e[rnms]?)?\b"
              r"|\b(?:erhängte|erschoss|erstach|ertrank|ermordete)\b|\büberfahren (?:worden|wurde)\b"
              r"|\b(?:Haus|Gas\w*|Wohnung|Kessel|Tank|Auto|Heizung|Werk|Fabrik|Boiler|Bombe|Granate)\b[^.!?\n]{0,25}"
              r"\bexplodiert\w*|\bvor (?:den|einen|die|eine|das|ein) (?:\w*[Zz]ug|ICE|Lkw|LKW|Bus|S-Bahn|Auto) "
              r"(?:geworfen|gesprungen|gelaufen|gestoßen|warf|sprang)\b|\bwarf sich vor\b"
              r"|\b(?:von|aus) (?:der|einer|dem) (?:\w*[Bb]rücke|Dach|Fenster) (?:gesprungen|gestoßen|sprang)\b"
              r"|\bin den Tod (?:gesprungen|gestürzt|gerissen|gefahren|sprang)\b|\bums Leben (?:gekommen"
              r"|gebracht|kam|kamen)\b"
              r"|\bkam(?:en)? (?:[^.!?\n]{1,30} )?ums Leben\b|\btödlich (?:verunglückt|verletzt|getroffen)\w*"
              r"|\bzu Tode (?:gekommen|geprügelt|gestürzt|gequetscht)\b|\btot (?:auf)?gefunden\b|\b(?:Leiche"
              r"|Leichnam)\b"
              r"|\bTodesopfer\w*|\b(?:Attentat|Attentäter|Amok|Mörder|Geisel)\w*|\b[Ff]amiliendrama\w*"
              r"|\b(?:Mord|Totschlag|Ehrenmord|Femizid)(?:e?s)?\b"),
    ("PERSONAL", r"\b[Tt]rans(?:gender|sexu|ident|frau|mann|männ|mädchen|junge|person|mensch|weiblich)\w*|\btrans\*?"
                 r" (?:Frau|Mann|Männer|Mädchen|Junge|Person|Menschen|Kind)(?:en)?\b|\b[Ii]nter(?:sexu"
                 r"|geschlechtlich)\w*"
                 r"|\b[Nn]icht-?\s?binär\w*|\b[Nn]on-?binary\b|\b(?:[Ss]chwul|[Ll]esbisch|[Ll]esbe|[Bb]isexuell"
                 r"|[Hh]omosexuell|"
                 r"[Aa]sexuell|[Qq]ueer|[Pp]ansexuell)\w*|\b[Gg]eschlechts(?:angleich|umwandl|wechsel)\w*"
                 r"|\bDrag-? ?[Qq]ueen\b"
                 r"|\bTransvestit\w*|\bHermaphrodit\w*"),
    ("HEALTH", r"\b(?:2[.,][0-3]\d(?: ?m| Meter)?|2[0-3]\d ?cm|[Zz]wei Meter(?: \w+)?) groß\w*"
               r"|\b(?:wiegt|wog|wiegen|Gewicht(?: von)?:?|Körpergewicht:?|bringt)(?: \w+)? (?:1[5-9]\d|[2-4]\d\d)"
               r"(?: ?kg| Kilo\w*)\b|\b(?:1[5-9]\d|[2-4]\d\d)(?: ?kg| Kilo) schwer\w*"
               r"|\b[Kk]leinwüchsig\w*|\b(?:Klein|Zwerg|Riesen)wuchs\b|\b(?:Blinden(?:führ)?|Assistenz)hund\w*"
               r"|\b(?:ist|war|sind|bin|fast|völlig|vollständig|Geburt|beidseitig|inzwischen) (?:blind|taub)\b"
               r"|\btaubblind\w*"
               r"|\b[Gg]ehörlos\w*|\btaubstumm\w*|\b(?:ein|beid)(?:armig|beinig|händig amputiert|äugig)\w*"
               r"|\bGlasauge\w*"
               r"|\bAlbino\w*|\bsiamesisch\w*|\bGesichtst(?:attoo|ätowierung)\w*|\b(?:im"
               r"|am) (?:ganzen )?Gesicht tätowiert\w*"),
    ("OFFICE", r"(?:(?<=\bist )|(?<=\bwar )|(?<=\bals )|(?<=\bzum )|(?<=\bzur )|(?<=\bim )|(?<=\bwird )|"
               r"(?<=\bwurde ))"
               rf"(?:der |die |das |dort |früher |seit Jahren |lange |auch )*{_OFFICES}\b"
               rf"|(?:\b{_KIN} |(?<=\] ))(?:des|der|eines|einer|vom|von der|von einem) (?:\w+(?:en"
               rf"|er) )?{_KNOWN_ONES}"),
    ("HOBBY", r"\bzüchtet \w+|\b[A-ZÄÖÜ]\w+(?:zucht|züchter|züchterin|züchtern)\b|\bimkert\b|\bImkerei\b"
              r"|\bBienenvölker\w*"
              r"|\b(?:Drachen|Segel|Gleitschirm)flieg\w+|\b(?:Modell)eisenbahn\w*"
              r"|\b(?:spielt|spielte)(?: \w+)? (?:Orgel|Tuba|Harfe|Dudelsack|Alphorn|Posaune|Oboe|Cello|Zither)\b"
              r"|\b(?:Posaunenchor|Blaskapelle|Musikkapelle|Trachtenkapelle|Spielmannszug|Trachtenverein)\w*"
              r"|\b(?:Faschings|Karnevals)(?:prinz|verein|gesellschaft|sitzung|garde)\w*|\bBüttenred\w+"
              r"|\b(?:Bundes|Landes|Regional|Bayern)liga\w*|\b(?:Kreis|Landes|Vize|Welt|Europa"
              r"|Bezirks)meister(?:in|schaft)?\w*"
              r"|\b[Dd]eutsche[rn]? (?:Vize)?[Mm]eister(?:in|schaft)?\b|\b(?:Welt)?[Rr]ekord(?:halter|e)?(?:in)?\b"
              r"|\b(?:Kamele?n?|Alpakas?|Lamas|Falken|Vogelspinnen?|Riesenschlangen?)\b"
              r"|\b(?:Circus|Zirkus)\w*|\bSchausteller\w*|\bGastspiel\w*"),
    ("JOB", r"\b(?:Fähr(?:mann|frau|leute)|Messerwerfer(?:in)?|Türmer(?:in)?|Feuerschlucker(?:in)?|"
            r"Scherenschleifer(?:in)?|Puppenspieler(?:in)?|Leuchtturmwärter(?:in)?|Schrankenwärter(?:in)?"
            r"|Schleusenwärter(?:in)?)\b"
            r"|\bFährpatent\w*|\bin (?:dritter|vierter|fünfter|sechster|siebter|achter|\d\.) Generation\b"),
    ("FAMILY", r"\b(?:Zwillinge?[ns]?|Drillinge?[ns]?|(?:Vier|Fünf|Sechs|Sieben|Acht)linge?n?)\b|\b(?:Zwillings"
               r"|Drillings)\w+"),
)  # fmt: skip
_READ = tuple((kind, re.compile(pattern)) for kind, pattern in (*_TRAITS, *FATES))


@dataclass(frozen=True)
class Trait:
    """Words that can be read and that few people fit."""

    kind: str
    start: int
    end: int


def traits(text: str) -> Iterator[Trait]:
    """Everything of that sort in a text, in no order; what is replaced already tells nothing."""
    masked = [match.span() for match in PLACEHOLDER.finditer(text)]
    held = Held(text)
    for kind, pattern in _READ:
        for match in pattern.finditer(text) if held.may_match(pattern) else ():
            first, last = _said(match)
            if not any(start < last and first < end for start, end in masked):
                yield Trait(kind, first, last)


def _said(match: re.Match[str]) -> tuple[int, int]:
    """What a match says itself, without the hidden newspaper beside it."""
    return match.span(match.lastgroup) if match.lastgroup else match.span()
