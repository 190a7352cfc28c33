"""What stands directly behind or before an address or a number and belongs to it, whoever found the rest."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from caseboard.anonymize.numerals import SPOKEN_ONES
from caseboard.anonymize.passages import Passage

_ROOM = r"\d{1,3}(?:\.\d{1,3})?[a-z]?"  # the third room of the second floor is 2.03
_UNIT = (
    r"(?:(?:im )?hinterhaus|(?:im )?hinterhof"
    r"|vorderhaus|rückgebäude|seitenflügel|(?:neben|hinter|seiten)eingang|einlieger(?:wohnung|whg\.?)|souterrain|parterre"
    r"|anbau|quergebäude|nebengebäude|gartenhaus|remise|tenne|austragshaus|(?:dach|keller)wohnung"
    r"|(?:eingang|aufgang|block|bau|trakt|gebäude|tor|halle|garage|apt\.?) ?(?:\d{1,3}|[a-f])(?!\w)|#\d{1,3}"
    r"|dachgescho(?:ß|ss)|erdgescho(?:ß|ss)|hinterh\.|rückgeb\.?|rgb\.?"
    r"|eg|dg|og|ug|hh|vh|(?:\d{1,2}|[ivx]{1,4})\. ?(?:og|stock|etage|aufgang|eingang|obergescho(?:ß|ss))"
    r"(?: über de[rm] \w+)?"
    rf"|(?:zi|zimmer|whg|wohng|wohnung|wg|we|app|apartment|container|aufgang|tür|top)\.? ?(?:nr\.? ?)?{_ROOM})"
)
_SIDE = r"(?:links|rechts|mitte|hinten|vorne?|oben|unten)(?: (?:links|rechts)\b)?"
_HOUSE = r"(?:hausnummer|hausnr\.?|nummer|nr\.?|haus nr\.?|h(?:s\.?-?)?nr\.?)"
_SAID = rf"(?:{SPOKEN_ONES}|zehn|elf|zwölf|\w{{3,6}}zehn|\w{{0,8}}zig)"
_STREET = re.compile(
    rf"(?: ?, ?| )(?:{_UNIT}(?: {_SIDE}| [IVX]{{1,4}}(?!\w))?|{_SIDE})(?![\w-])(?:,? {_UNIT}(?![\w-])){{0,2}}"
    rf"|(?:(?<= zi\.)|(?<= wg)|(?<= whg\.)|(?<= app\.)) {_ROOM}(?![\w.]\w)"
    rf"|,? (?:in |auf )?{_HOUSE} ?(?:\d{{1,3}}(?: ?[a-z])?|{_SAID})(?!\w)| \({_HOUSE} ?\d{{1,3}} ?[a-z]?\)"
    r"|\n\d{1,3}(?: ?[a-z])?(?=[ \t]*(?:[,;)\n]|\Z))",
    re.IGNORECASE,
)
_NO_WORD = r"(?!(?:Er|Es|Wo|Da|Im|In|Am|An|Zu|So|Ob|Ab|Du|Um|Wg|Hr|Fr|Dr|Az|Gz|Nr|Mo|Di|Mi|Do|Sa|Ja|Lt|St|Kd|Tn)\b)"
_DIGITS = re.compile(
    r"(?:(?:[ \t]\d{1,4}){1,2}|[ \t]\d{1,2}[A-Z]{2}|[ \t][A-ZÄÖÜ][a-zäöü](?=[,;)])"
    r"|[ \t]?/[ \t]?[A-Z]{1,3}[ \t]?\d{1,4})(?=[ \t]*(?:[;|)\n]|,(?!\d)|\.(?!\d)|$))"
    r"|[ \t][A-Za-zÄÖÜäöü][a-zäöü]{1,2}[-/][A-Za-zÄÖÜäöü][a-zäöü]{1,2}(?=[ \t]{2}|[ \t]*(?:[,;)\n]|\Z))"
    rf"|[ \t]{_NO_WORD}[A-ZÄÖÜ][a-zäöü](?=[ \t]{{2}}|[ \t]*(?:\n|\Z))"
)
_FOUNDED = re.compile(
    r" (?:0\d|[1-9]\d{1,2}|1[89]\d\d|20\d\d)(?=[ \t]*(?:[;|)\n„“\"]|,(?!\d)|\.(?!\d)|$))"
    r"| (?:0\d|1[89][0-6]\d)(?= [a-zäöü])"
    r"| (?:24|360|365|\d ?plus)(?![\w-])(?! ?(?:[:/%€]|h\b|Std|Stunden|Uhr|Euro|EUR|Kinder|Plätze|Personen|Jahre|Tage"
    r"|Monate|Wochen|Mitarbeiter|Teilnehmer|Leute|\d))"
)
_LYING = re.compile(
    r" ?\((?:Oder|Main|Saale|Sieg|Spree|Havel|Elbe|Weser|Ruhr|Lahn|Donau|Neckar|Rhein|Nahe|Mosel|Eder|Fulda|Werra|Aller"
    r"|Leine|Oste|Luhe|Wümme|Warthe|Eifel|Harz|Allgäu|Hunsrück|Taunus|Rhön|Odenwald|Spessart|Westerwald|Schwarzwald"
    r"|Erzgebirge|Erzgeb\.|Vogtl\.|Vogtland|Altmark|Lausitz|Hessen|Hess\.|Sachsen|Sachs\.|Thüringen|Thür\.|Pfalz|Westf?\."
    r"|Westfalen|Westfalen-Lippe|Oldb?\.|Oldenburg|Holst\.|Holstein|Württ\.|Baden|Bay\.|Bayern|Opf\.|Oberpf\.|Ndb\.|Mfr\."
    r"|Ofr\.|Ufr\.|Schw\.|Schwaben|Brandenburg|Mark|Niederlausitz|Oberlausitz|Meckl\.|Mecklenburg|Vogelsberg|Lahn-Dill"
    r"|Allg\.|Wetterau|Ostsee|Nordsee|Uckermark|Prignitz|Bergstraße|Breisgau|Baar|Saar|Siegerland|Sauerland)\)"
)
BEHIND: Final[Mapping[str, re.Pattern[str]]] = {
    "STREET": _STREET, "ID": _DIGITS, "PHONE": _DIGITS, "ORG": _FOUNDED, "PLACE": _LYING,
}  # fmt: skip
"""What may follow: the part of a house, the last groups of a number, the year of a club ('SV Rimpar 07'), a river."""

_GROUPS = re.compile(
    r"(?<![\w-])[A-ZÄÖÜ]{2,5}-[A-ZÄÖÜ]{2,5}[ \t]\Z|(?<![\w.,])\d{2,5}(?:[ \t]\d{2,5})?[ \t]?//?[ \t]?\Z"
    r"|(?<![\w.,/-])\d{1,5}[ \t](?P<s>[/–-])[ \t]\d{2,5}[ \t](?P=s)[ \t]\Z|(?<![\w.,/-])\d{2,5}[ \t][-–][ \t]\Z"
)
_HALF = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\wäöüß]{2,24}-(?:, [A-ZÄÖÜ][\wäöüß]{2,24}-){0,2} (?:und|u\.|&|oder) \Z")
_HALF_SMALL = re.compile(r"(?<![\w-])[a-zäöüß]{3,24}- (?:und|u\.|oder) \Z")
_SCHOOL = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]{3,40}[ \t]\Z")
_ADJECTIVE = re.compile(
    r"(?:(?<=[^.!?:\s][ \t])|(?<=\n)|(?<![\s\S]))[A-ZÄÖÜ][a-zäöüß]{2,20}(?:isch|lich|ig|[ntri]al|iv)e[nrsm]?[ \t]\Z"
)
_PART_OF = re.compile(
    r"(?<![\w-])(?:Haus|Aufgang|Aufg\.|Gebäude|Geb\.|Block|Eingang|Whg\.|Wohnung|App\.|Apartment|Container|Trakt|Zi\.|Zimmer)"
    r" ?(?:Nr\. ?)?(?:\d{1,3}[a-z]?|[A-F]|[IVX]{1,4}),? \Z"
)
"""'Haus 2, | Röthenbacher Weg 70': which of several houses has this address."""
_JOINED = re.compile(r"(?:für|der|des|am|an der|zur|zum)[ \t]")
_BEHIND_HALF = frozenset({"d ", ". ", "& ", "r "})
_REACH, _WORD_REACH = 16, 44


def with_tail(text: str, p: Passage) -> Passage:
    """The passage with what belongs to it on both sides."""
    address = p.kind == "ORG" and text[p.end - 1].isdigit()  # 'Wohnheim Moosbreite 44, Zi. 12'
    pattern = _STREET if address else BEHIND.get(p.kind)
    if pattern is None:
        return p
    tail = pattern.match(text, p.end)
    before = _before(text, p)
    return replace(p, start=before.start() if before else p.start, end=tail.end() if tail else p.end)


def _before(text: str, p: Passage) -> re.Match[str] | None:
    """'512 / 0815', 'Grund- und | Mittelschule am Tor', 'Berufsfachschule | für Pflege', 'Städtische | Musikschule'."""
    if p.kind == "ID" and text[p.start].isdigit():
        return _GROUPS.search(text, max(0, p.start - _REACH), p.start)
    if p.kind == "STREET" and text[p.end - 1].isalnum() and any(c.isdigit() for c in text[p.start : p.end]):
        return _PART_OF.search(text, max(0, p.start - _REACH - _REACH), p.start)
    if p.kind != "ORG":
        return None
    if text[p.start - 2 : p.start] in _BEHIND_HALF:
        halves = _HALF if text[p.start].isupper() else _HALF_SMALL
        half = halves.search(text, max(0, p.start - _WORD_REACH), p.start)
        if half:
            return half
    pattern = _SCHOOL if _JOINED.match(text, p.start, p.end) else _ADJECTIVE
    return pattern.search(text, max(0, p.start - _WORD_REACH), p.start)
