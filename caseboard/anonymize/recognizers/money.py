"""Exact amounts: 4.817,63 Euro, 120 T€, dreitausend Euro; small round amounts and statutory ones stay."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.amounts import CURRENCIES, is_round, value_of
from caseboard.anonymize.document import Document
from caseboard.anonymize.numerals import PART
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer
from caseboard.anonymize.words import entries

_WHOLE = r"(?:\d{1,3}(?:[. ’']\d{3})+|\d+)"
_NUMBER = rf"{_WHOLE}(?:,(?:\d\d|--|-|–))?"
_EURO = r"(?:€|Euro\b|EUR\b|EURO\b|euro\b|[Ee]ur\b)"
_THOUSANDS = (
    rf"(?:(?:Tsd\.?|[Tt]ausend|Mio\.?|Million(?:en)?|Mrd\.?|Milliarden?) ?{_EURO}|T-?€|TEUR\b|T-?[Ee]uro\b|k€|kEUR\b)"
)
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?:{_WHOLE}(?:,\d{{1,3}})?[ \n]?{_THOUSANDS}|{_NUMBER}[ \n]?{_EURO}"
    rf"|(?:€|EUR) ?{_NUMBER}(?:(?![\w])| ?T€))"
)
_BARE = re.compile(
    r"(?<![\w.,/-])(?:(?:\d{1,3}(?:\.\d{3})+|\d{2,4}),\d\d|(?:\d{3,4}|\d{1,3}(?:\.\d{3})+),(?:-{1,2}|[–—]))"
    r"(?![\w\[])(?![.,]\d)(?! ?(?:%|Prozent"
    r"|km|kg|m²|qm|Std|h\b"
    r"|€|Euro|EUR|euro|eur\b))"
)
_NET = re.compile(
    r"(?<![\w.,])\d{1,3}\.\d{3}(?= (?:bar\b|monatlich|mtl|im Monat|netto|brutto|p\. ?a\.))"
    r"|(?<=ca\. )\d{1,3}\.\d{3}(?![\w.,])(?! ?(?:km|Einwohner|Stück|Menschen|Mitarbeiter|Quadrat|m²|kWh|Liter))|"
    r"(?<![\w.,])\d{1,3}(?:\.?\d{3})?(?:,\d\d)?(?= ?(?:netto|brutto)\b)|(?<=netto )\d[\d.]{2,6}(?!\w)|"
    r"(?<=brutto )\d[\d.]{2,6}(?!\w)"
)
_ABROAD = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:[. ’']\d{3})+|\d{3,7})(?:,\d\d)? ?"
    rf"(?:US-Dollar|{CURRENCIES})\b"
)
_OWED = re.compile(
    r"(?:(?<=\boffen )|(?<=\bRest )|(?<=Schulden: )|(?<=Schulden: ca\. )"
    r"|(?<=Kaution )|(?<=, kalt )|(?<=, warm )|(?<=\bmiete ))"
    r"(?:\d{1,3}\.\d{3}|[3-9]\d\d)(?=,? (?:warm|kalt|der|u\.)\b|, |[;\n)]|\Z)(?!,\d)"
)
_STATE = re.compile(
    r"(?<![\w-])(?i:(?:Konto|Kassen|Schulden|Saldo)st[aä]nde?[sn]?|(?:Konto)?saldo|(?:Rest|Spar|Konto)?guthaben"
    r"|Rest(?:schuld|forderung|betrag|summe)(?:en)?|Gesamt(?:schuld(?:en)?|forderung)|Hauptforderung"
    r"|(?:Miet|Strom|Unterhalts|Zahlungs)?rückst[aä]nde?|Sparbuch|Dispo)"
    r"(?: (?:am|vom|per|zum|Stand) \d{1,2}\.(?:\d{1,2}\.)?(?:\d{2,4})?)?[:=]?"
    r"(?: (?:ist|war|noch|aktuell|derzeit|jetzt|heute|liegt|beträgt|betrug|bei|von|minus|plus|ca\.|rund|etwa)){0,3}"
    r" ?[-–−+]?(?P<n>(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d+,\d\d|(?!(?:19|20)\d\d(?!\d))\d{3,6}))"
    r"(?![\w\[])(?![.,/]\d| ?(?:€|T€|%|Euro|EUR|euro|eur|TEUR|Prozent|Std|Stunden|Minuten|Min\b|Tage|Punkte|Seiten"
    r"|Tsd|Mio|[kK]m|[hHxX]\b|kWh|MB|GB|DM|Mark))"
)
"""An account or a debt announces money, whatever unit is left out: 'Kontostand -2.345,67'."""
_SPOKEN = re.compile(
    rf"\b{PART}(?:[ -]?{PART}){{0,20}} ?{_EURO}(?: (?:und )?(?:{PART}){{1,5}} ?[Cc]ents?\b"
    r"| \w{0,10}und\w{3,12}zig\b| \w{3,6}zig\b)?|\b\w{0,30}(?:hundert|tausend)(?!(?:e|en|er) )\w{0,40} [Ee]uro\b",
    re.I,
)
_SEVERAL = re.compile(r"\b(?:paar|mehrere|einige|viele|wenige) \Z", re.I)
_ABOUT = re.compile(
    r"(?:rund|ca\.?|circa|etwa|ungefähr|knapp|über|gut|bis zu|mindestens|höchstens|maximal|unter|mehr als"
    r"|weniger als) \Z",
    re.I,
)
_ROUGHLY = re.compile(
    r"\b(?:in etwa|etwa|rund|ca\.?|circa|zirka|ungefähr|knapp|gut|fast|beinahe|nahezu|annähernd|schätzungsweise|um die"
    r"|(?P<over>über)) \Z",
    re.I,
)  # the replacement says so itself
_NOUN = re.compile(r"(?:[A-ZÄÖÜ\d][\w./-]*|\]) \Z")
_REACH, _NOUN_REACH = 20, 40
_PERIOD = re.compile(r" ?(?:/|pro |im |je )(?:Wo|Woche|Monat|Tag|Std|Stunde|h\b|mtl)")
_STATUTORY = frozenset(map(int, entries("statutory_amounts")))
_SHAPES = (
    (_BARE, "amount:bare"),
    (_NET, "amount:net"),
    (_ABROAD, "amount:abroad"),
    (_OWED, "amount:bare"),
    (_AMOUNT, "amount"),
    (_SPOKEN, "amount:in-words"),
)
_MAY_STAY = frozenset({"amount", "amount:in-words"})
_SMALL = 100


class Money(Recognizer):
    """From 100 Euro, or with cents; rounded already is left alone."""

    kinds = ("MONEY",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern, code in _SHAPES:
            for match in document.finditer(pattern):
                if code not in _MAY_STAY or not _stays(document.text, match):
                    yield self.find("MONEY", *_whole(document.text, match), QUASI_SCORE, code)
        for match in document.finditer(_STATE):
            yield self.find("MONEY", *match.span("n"), QUASI_SCORE, "amount:bare")


def _stays(text: str, match: re.Match[str]) -> bool:
    """Small round amounts, those that a law sets, 'ein paar hundert Euro', and digits that are rounded already."""
    value = value_of(match[0])
    if value is None:
        return False
    if value < _SMALL and (value == int(value) or _PERIOD.match(text, match.end())):
        return True
    before = max(0, match.start() - _REACH), match.start()
    if _SEVERAL.search(text, *before) or value in _STATUTORY:
        return True
    return any(map(str.isdigit, match[0])) and bool(_ABOUT.search(text, *before)) and is_round(value)


def _whole(text: str, match: re.Match[str]) -> tuple[int, int]:
    """With 'knapp' or 'ca.' before it; but in 'Rechnung über 4.817 €' the small word belongs to the noun."""
    about = _ROUGHLY.search(text, max(0, match.start() - _REACH), match.start())
    if about is None or (about["over"] and _NOUN.search(text, max(0, about.start() - _NOUN_REACH), about.start())):
        return match.span()
    return about.start(), match.end()
