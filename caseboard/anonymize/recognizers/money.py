"""Exact amounts: 4.817,63 Euro, 120 T€, dreitausend Euro; small round amounts and statutory ones stay."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.amounts import CURRENCIES, ends, is_round, value_of
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
    r"|(?<=ca\. )\d{1,3}\.\d{3}(?![\w.,])(?! ?(?:km|Einwohner|Stück|Menschen|Mitarbeiter|Quadrat|m²|kWh|Liter)"
    rf"|[ \n]?{_EURO})|"
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
_LOWER = rf"{_WHOLE}(?:,\d{{1,3}})?"
_FROM = re.compile(
    rf"(?<![\w.,/-])(?:{_LOWER}(?:[ \n]?[-–][ \n]?|[ \n]bis(?:[ \n]zu)?[ \n])|(?<=\bzwischen ){_LOWER} und "
    rf"|(?<=\bvon ){_LOWER} auf )\Z",
    re.I,
)
"""The lower end of a range, whose unit stands only behind the upper one: '1.217-1.533 Euro'."""
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
                start = _opens(document.text, match) if code == "amount" else match.start()
                if code not in _MAY_STAY or not _stays(document.text, start, match.end()):
                    yield self.find("MONEY", *_whole(document.text, start, match.end()), QUASI_SCORE, code)
        for match in document.finditer(_STATE):
            yield self.find("MONEY", *match.span("n"), QUASI_SCORE, "amount:bare")


def _opens(text: str, match: re.Match[str]) -> int:
    """Where an amount begins: with the lower end of its range, if that is less; '4711-533 Euro' is no range."""
    lower = _FROM.search(text, max(0, match.start() - _REACH), match.start())
    both = ends(text[lower.start() : match.end()]) if lower else None
    low, high = (value_of(both[0]), value_of(both[2])) if both else (None, None)
    return lower.start() if lower and low is not None and high is not None and low < high else match.start()


def _stays(text: str, start: int, end: int) -> bool:
    """Small round amounts, those that a law sets, 'ein paar hundert Euro', and digits that are rounded already."""
    both = ends(text[start:end])
    if both is None:
        return _stays_alone(text, text[start:end], start, end)
    low, high = both[0], both[2]
    return _stays_alone(text, high, start, end) and (
        is_round(value_of(low) or 0) or _stays_alone(text, low, start, end)
    )


def _stays_alone(text: str, amount: str, start: int, end: int) -> bool:
    value = value_of(amount)
    if value is None:
        return False
    if value < _SMALL and (value == int(value) or _PERIOD.match(text, end)):
        return True
    before = max(0, start - _REACH), start
    if _SEVERAL.search(text, *before) or value in _STATUTORY:
        return True
    return any(map(str.isdigit, amount)) and bool(_ABOUT.search(text, *before)) and is_round(value)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """With 'knapp' or 'ca.' before it; but in 'Rechnung über 4.817 €' the small word belongs to the noun."""
    about = _ROUGHLY.search(text, max(0, start - _REACH), start)
    if about is None or (about["over"] and _NOUN.search(text, max(0, about.start() - _NOUN_REACH), about.start())):
        return start, end
    return about.start(), end
