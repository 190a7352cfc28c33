"""The words that announce a number: 'Az.', 'Kundennummer', 'Kassenzeichen', 'Pers.-Nr.', 'Kennung', 'Police'."""

import re
from collections.abc import Iterable
from itertools import groupby

_SAME = {"i": "iıİ", "k": "k\u212a", "s": "sſ"}  # what else is taken for a letter where case is ignored


def _by_letter(words: str) -> str:
    """The same choice by first letters: a pattern that ignores case is slow at each word, and quick at a letter."""
    groups = groupby(sorted(words.split("|"), key=_first), _first)
    return "|".join(rf"(?-i:[{first.upper()}{_SAME.get(first, first)}])(?:{_rests(group)})" for first, group in groups)


def _first(word: str) -> str:
    return word[0]


def _rests(words: Iterable[str]) -> str:
    return "|".join(word[1:] for word in words)


_NOT = (
    "(?!(?:"
    + _by_letter(
        r"haus|zimmer|raum|seiten?|telefon|tel|handy|mobil|fax|ruf|durchwahl|linien|bus|gleis|platz|kapitel"
        r"|zeilen|kurs"
        r"|auto|pin|glücks|start|lauf|schuh|stock|klassen|größen|text|rand|artikel|absatz|satz|ordnungs"
        r"|glieder"
    )
    + r")[\w.-]{0,10}(?:nummer|nr)|kennzeichen\b|anzeichen\b|verzeichnis)"
)
NUMBER = (
    rf"{_NOT}[\w./-]{{0,40}}(?:{_by_letter('nummern?|kennung|zeichen|kennziffer|kennzahl|schlüssel')})"
    rf"|{_NOT}[\w./-]{{0,40}}nrn?\b|[\w-]{{1,40}}-(?:az|id|no)"
)
_SIGN = _by_letter(
    r"az|aktz|gz|gesch\.?-?z|geschz|zeichen|kaz|kassenz|unser zeichen|ihr zeichen|mein zeichen|id|uid|tin|kd\.?-?nr|bg"
    r"|rvnr|svnr|sv|kvnr|kv|stnr|steuer-?id|id-?nr|id-?no|azr|bnr|bbnr|bsnr|lanr|lbnr|eori|pnr|mat-?nr|vsnr|vnr"
    r"|knr|vk|vkn|vtg"
)
_THING = (
    _by_letter(
        r"police|vorgang|ticket|akte|fall|pk|pin|code|kd|rechnung|rg|vers|versnr|vertrag|vertragskonto|kundenkonto"
        r"|zählpunkt"
        r"|marktlokation|malo|haftbuch|matrikel|mitglied|tagebuch|tb|ausweis|personalausweis|reisepass|pass|führerschein"
        r"|aufenthaltstitel|fiktionsbescheinigung|duldung|zusatzblatt|versicherungsschein|vers\.-schein|leasing"
        r"|depot|debitor"
        r"|kreditor|verbrauchsstelle|verwendungszweck|bestellung|sendung|tracking|bescheid|gutschein|login|passwort"
        r"|kennwort|ref"
        r"|referenz|reg|register|handelsregister|mandat|gläubiger-id|mandant|stammblatt|kartei|seriennr|imei|vin|fin"
        r"|fahrgestell"
    )
    + r"|\w*zähler"
)
LABEL = rf"(?:{NUMBER}|{_SIGN}|{_THING})"
STRONG = rf"(?:{NUMBER}|{_SIGN})"
IS_LABEL = re.compile(rf"\W*(?:{LABEL})(?:\W{{0,3}}|\W{{1,2}}\w{{2,20}}\W?)", re.I)
