"""The words that announce a number: 'Az.', 'Kundennummer', 'Kassenzeichen', 'Pers.-Nr.', 'Kennung', 'Police'."""

import re

_NOT = (
    r"(?!(?:haus|zimmer|raum|seiten?|telefon|tel|handy|mobil|fax|ruf|durchwahl|linien|bus|gleis|platz|kapitel"
    r"|zeilen|kurs"
    r"|auto|pin|glücks|start|lauf|schuh|stock|klassen|größen|text|rand|artikel|absatz|satz|ordnungs"
    r"|glieder)[\w.-]{0,10}"
    r"(?:nummer|nr)|kennzeichen\b|anzeichen\b|verzeichnis)"
)
NUMBER = (
    rf"{_NOT}[\w./-]{{0,40}}(?:nummern?|kennung|zeichen|kennziffer|kennzahl|schlüssel)"
    rf"|{_NOT}[\w./-]{{0,40}}nrn?\b|[\w-]{{1,40}}-(?:az|id|no)"
)
_SIGN = (
    r"az|aktz|gz|gesch\.?-?z|geschz|zeichen|kaz|kassenz|unser zeichen|ihr zeichen|mein zeichen|id|uid|tin|kd\.?-?nr|bg"
    r"|rvnr|svnr|sv|kvnr|kv|stnr|steuer-?id|id-?nr|id-?no|azr|bnr|bbnr|bsnr|lanr|lbnr|eori|pnr|mat-?nr|vsnr|vnr"
    r"|knr|vk|vkn|vtg"
)
_THING = (
    r"police|vorgang|ticket|akte|fall|pk|pin|code|kd|rechnung|rg|vers|versnr|vertrag|vertragskonto|kundenkonto"
    r"|\w*zähler|zählpunkt"
    r"|marktlokation|malo|haftbuch|matrikel|mitglied|tagebuch|tb|ausweis|personalausweis|reisepass|pass|führerschein"
    r"|aufenthaltstitel|fiktionsbescheinigung|duldung|zusatzblatt|versicherungsschein|vers\.-schein|leasing"
    r"|depot|debitor"
    r"|kreditor|verbrauchsstelle|verwendungszweck|bestellung|sendung|tracking|bescheid|gutschein|login|passwort"
    r"|kennwort|ref"
    r"|referenz|reg|register|handelsregister|mandat|gläubiger-id|mandant|stammblatt|kartei|seriennr|imei|vin|fin"
    r"|fahrgestell"
)
LABEL = rf"(?:{NUMBER}|{_SIGN}|{_THING})"
STRONG = rf"(?:{NUMBER}|{_SIGN})"
IS_LABEL = re.compile(rf"\W*(?:{LABEL})(?:\W{{0,3}}|\W{{1,2}}\w{{2,20}}\W?)", re.I)
