"""Days with a month that lost their last full stop or a digit: 'die brief von 3.12', 'ab 04.ll.', 'l. Dez. 2024'.

A day and a month without the last full stop look like versions, marks, clock times and amounts; what stands before and
behind them tells which. A scanner writes l and I for 1 and O for 0.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.date import MONTHS

_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_BARE = re.compile(
    rf"(?<![\w.,/§:-]){_DAY}\.{_MONTH}(?![\w.]\w|[\w%€]|,\d|[-–:]\d)(?! ?(?:€|%|[Ee]uro|[Uu]hr|h\b|[Ss]td|[Ss]tunden"
    r"|k[mg]\b|[Kk]ilo|[Mm]eter|[Gg]rad|[Pp]ro[mz]|[Mm]al\b|[Mm]onat|[Jj]ahr|[Ww]oche|[Tt]ag|[Ll]iter|[Pp]unkt|[Mm]inuten|[Mm]io"
    r"|[Mm]rd|[Tt]ausend|[Zz]immer|[Cc]ent|bis \d{1,2}\.\d\d?\b ?(?:[Uu]hr|[Ee]uro|€|h\b|[Ss]tunden)))"
)
_PAPER = re.compile(
    r"(?:brief|schreiben|bescheid|mail|rechnung|termin|nachricht|anruf|antrag|kündigung|kuendigung|vertrag|attest|meldung"
    r"|zettel|einladung|gespräch|mahnung|post|formular|protokoll|vermerk|notiz|bescheinigung|urteil|auszug|zeugnis"
    r"|vereinbarung|besuch|unfall|überweisung|zahlung|krank|urlaub|anhörung|widerspruch|ladung|sms|fax|beleg|quittung"
    r"|antwort|unterlagen|schein|abwesend|beschluss|anzeige|geld)[a-zäöü]{0,3},?"
    r" (?:von|vom|v\.?|am|für|bis|ab|seit|datum)(?: dem| den| zum)? \Z"
    r"|\b(?:am|vom) \Z|\b(?:(?:vor)?gestern|heute|(?:über)?morgen),? (?:den )?\(?\Z",
    re.I,
)
_SINCE = re.compile(r"\b(?:ab|bis|bis zum|seit|gültig bis|spätestens) \Z", re.I)
_TO = re.compile(rf"\b(?:von|vom|v\.) {_DAY}\.{_MONTH}\.? (?:bis|-|–) (?:zum )?\Z", re.I)
_GOES_ON = re.compile(
    r"[,;!?)]|\.?\s*(?:\n|\Z)|\. [A-ZÄÖÜ]| (?:ich|er|sie|es|wir|ihr|du|man|muss|bin|ist|hab\w*|hat|war|kann|wird"
    r"|werd\w*|soll\w*|sind|will|wieder|krank|nicht|kein\w*|und|oder|da|dann|zu|bei|beim|im|in|mit|noch|arbeit\w*|zahl\w*|frei)\b"
)
_MEASURED = re.compile(
    r"\b(?:Version|Release|Windows|Android|iOS|Note\w*|Schnitt|Wert\w*|Punkt|Kapitel|Abschnitt|Nr|Ziffer|Level|Stufe|Index|"
    r"Faktor|HbA1c|Zimmer|Raum|Absatz|Gr(?:ö|oe)(?:ß|ss)e|Skala|Preis\w*|Quote|Programm|Update|Modul|GdB|um)\b(?:[^\n.]|\.\d){0,24}\Z",
    re.I,
)
_LEADS = re.compile(
    r"\b(?:am|vom|vorn|zum|ab|bis|seit|den|dem|und|geb\.?|termin|frist|entl\.?|eing\.?|datum:?|von)[ \n]\Z", re.I
)
_SCANNED = re.compile(r"(?<![\w.,/§-])(?P<d>[0-3OolI]?[\dOolI])\. ?(?P<m>[01OolI]?[\dOolI])\.(?!\w)")
_NAMED = re.compile(
    rf"(?<![\w.])[lI]\. ?(?i:{MONTHS})\b\.?(?P<y>\s?,?\s?(?:[12][09OoIl][\dOolI]{{2}}|[''’]?\d\d)(?!\w))?"
)
_SLIPS = (
    r"(?:jan{1,2}u?(?:ahr|uahr|uer|ur|r)|j[äe]n{1,2}er|fe[bp]{1,2}r?u?(?:ar|er|ahr|urar|rar)|febrar|feba|m[eä]h?r[tz]{1,2}|märtz"
    r"|ap{1,2}r{1,2}il{1,2}|abril{1,2}|mei|jun{2}i|juhni|jul{2}i|juhli|ag?us{1,2}t|au?gus{1,2}t?|aug?hust"
    r"|se[pb]?[td]{1,2}[eäa]m{0,2}[bp]{1,2}[eä]r|septemba|o[ck]{1,3}[td]\.?(?:o?[bp][eäa]h?r)?|oktob[ae]|okt[ao]ber"
    r"|no[fvw]{1,2}[eä]m{1,2}[bp]{1,2}(?:[eä]r|a)|de[tdsz]{1,2}[eä]m{1,2}[bp]{1,2}(?:[eä]r|a)|dets?ember)"
)
_MISSPELT = re.compile(
    rf"\d(?<![\w.,/§-]\d)\d?\.? ?(?P<m>{_SLIPS})\b\.?(?P<y> ?(?:[12]\d{{3}}|[’']?\d\d)(?![\w]|[.:]\d))?", re.I
)
_DAYS_BEHIND = re.compile(r"\b(?:den|am|vom|zum|seit|ab|bis) \Z", re.I)
_ABOVE_RANGES = 0.98  # 'krank von 3.12 bis 17.12' is no range of hours
_DIGITS = str.maketrans("OolI", "0011")
_REACH, _LAST_HOUR, _DAYS, _MONTHS = 36, 24, 31, 12


class LooseDate(Recognizer):
    """A letter or the like before it, or 'ab' and 'bis' before and a sentence behind it, make it a day."""

    kinds = ("DATE",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        text = document.text
        for match in _BARE.finditer(text):
            if self._day(text, *match.span()):
                yield self.find("DATE", *match.span(), _ABOVE_RANGES, "shape:day-month")
        for match in _SCANNED.finditer(text):
            if self._misread(text, match):
                yield self.find("DATE", *match.span(), SURE, "shape:scanned-date")
        for match in document.finditer(_MISSPELT):
            if match["y"] or _DAYS_BEHIND.search(text, max(0, match.start() - _REACH), match.start()):
                yield self.find("DATE", *match.span(), SURE, "shape:month-with-a-slip")
        for match in _NAMED.finditer(text):
            if match["y"] or _LEADS.search(text, max(0, match.start() - _REACH), match.start()):
                yield self.find("DATE", *match.span(), SURE, "shape:scanned-date")

    def _day(self, text: str, start: int, end: int) -> bool:
        before = text[max(0, start - _REACH) : start]
        if _MEASURED.search(before):
            return False
        if _PAPER.search(before):
            return True
        day, month = text[start:end].split(".")
        if _TO.search(before):
            return int(day) > _LAST_HOUR or len(month) == 1 or bool(_PAPER.search(before[: before.rfind(" v") + 5]))
        return bool(
            _SINCE.search(before) and _GOES_ON.match(text, end) and not (len(month) > 1 and int(day) < _LAST_HOUR)
        )

    def _misread(self, text: str, match: re.Match[str]) -> bool:
        """'04.ll.', 'O3.12.': one of both mixes letters with figures, or a word that days follow stands before."""
        tokens = match["d"], match["m"]
        if all(token.isdigit() for token in tokens):
            return False
        day, month = (int(token.translate(_DIGITS)) for token in tokens)
        if not (1 <= day <= _DAYS and 1 <= month <= _MONTHS):
            return False
        mixed = any(not token.isdigit() and any(c.isdigit() for c in token) for token in tokens)
        return mixed or bool(_LEADS.search(text, max(0, match.start() - _REACH), match.start()))
