"""Dates as what they mean for the story: the first one as a season, others by how long before or after."""

import re
from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from caseboard.anonymize.fold import fold
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.words import listed

_MONTHS = ("jan", "feb", "maer", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_SEASONS = ("Winter", "Winter", "Frühjahr", "Frühjahr", "Frühjahr", "Sommer", "Sommer", "Sommer", "Herbst", "Herbst",
            "Herbst", "Winter")  # fmt: skip
_COUNTS = ("null", "einen", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_CENTURY, _NOT_BORN_YET, _LONGEST = 2000, 30, 10 * 366
_GROWN_UP, _NO_DELAY, _MEANT = 14 * 365, 2 * 365, 150  # days
_BEFORE = 30
_BORN = re.compile(r"(?:\bgeb(?:oren|\.)?(?: am)?:?|\*|\bGeburts(?:tag|datum):?) ?\Z")
_CLIENT = re.compile(r"kund(?:en?|in)|klient(?:en|in)?|antragsteller(?:s|in)?|frau|person")
_OPENED = re.compile(r"(?P<word>[^\W\d_]+)?[\])]?(?P<bracket> ?)\((?:[Gg]eb\. ?|\* ?)?\Z")
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[-/.]\s?(?P<month>\d\d?)\s?[-/.]\s?(?P<day>\d\d?)")
_TOGETHER = re.compile(r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:19|20)\d\d)")
_NUMBERS = re.compile(r"(?P<day>\d\d?)\s?[./-]\s?(?P<month>\d\d?)(?:\s?[./-]\s?[’']?(?P<year>(?:19|20)?\d\d))?(?!\d)")
_NAMED = re.compile(
    r"(?P<day>\d\d?)\s?(?:\.|te[nr]?)?\s?-?(?P<name>[A-Za-zÄÖÜäöü]{3,9})\.?,?(?:\s?-?[’']?(?P<year>(?:19|20)?\d\d))?"
)


@dataclass(frozen=True)
class Day:
    """A day as it was written; the year may be missing."""

    day: int
    month: int
    year: int | None


def read_day(surface: str) -> Day | None:
    """Day and month of a passage, and the year where it is given."""
    for pattern in (_ISO, _TOGETHER, _NUMBERS, _NAMED):
        match = pattern.match(surface.strip())
        if match:
            parts = match.groupdict()
            month = _month(parts["name"]) if "name" in parts else int(parts["month"])
            day = int(parts["day"])
            if month and 1 <= month <= 12 and 1 <= day <= 31:
                return Day(day, month, _year(parts["year"]))
    return None


def _month(name: str | None) -> int | None:
    folded = fold(name or "")
    return next(
        (at for at, month in enumerate(_MONTHS, 1) if folded.startswith((month, month.replace("ae", "a")))), None
    )


def _year(written: str | None) -> int | None:
    if not written:
        return None
    year = int(written)
    return year if year >= 100 else year + _CENTURY - (100 if year > _NOT_BORN_YET else 0)


def season(surface: str) -> str:
    """The season a date fell in; the year would lead back."""
    known = read_day(surface)
    month = known.month if known else next((m for w in re.findall(r"[^\W\d_]+", surface) if (m := _month(w))), None)
    return f"[Datum, {_SEASONS[month - 1]}]" if month else "[Datum]"


class Story:
    """The dates of one text; the first full one that is nobody's birthday is the day all others are told from."""

    def __init__(self, text: str, passages: list[Passage]) -> None:
        self._text = text
        self._people = {p.end for p in passages if p.kind == "PERSON"}
        written = [p for p in passages if p.kind == "DATE"]
        days = {p.start: day for p in written if (day := _full(read_day(text[p.start : p.end])))}
        plain = [day for start, day in days.items() if not self._bracketed(start)]
        last = max(plain, default=None)
        since = min((day for day in plain if last and (last - day).days <= _GROWN_UP), default=None)
        self._births = {
            p.start
            for p in written
            if self._said_born(p.start)
            or (since and self._bracketed(p.start) and p.start in days and (since - days[p.start]).days > _NO_DELAY)
        }
        told = {start: day for start, day in days.items() if start not in self._births}
        latest = max(told.values(), default=None)
        self._days = days
        self._anchors = sorted({day for day in told.values() if latest and (latest - day).days <= _GROWN_UP})
        self._first: date | None = None

    def tell(self, p: Passage) -> str:
        """What stands in the text instead of this date."""
        if p.start in self._births:
            return "[Geburtsdatum]"
        surface = self._text[p.start : p.end]
        known = self._days.get(p.start) or self._nearest(read_day(surface))
        if self._first is None and known in self._anchors:
            self._first = known
            return season(surface)
        if self._first is None or known is None:
            return "[Datum]" if known and self._anchors else season(surface)
        days = (known - self._first).days
        return f"[Datum, {distance(days)}]" if abs(days) <= _LONGEST else "[Datum]"

    def _said_born(self, start: int) -> bool:
        return bool(_BORN.search(self._text[max(0, start - _BEFORE) : start]))

    def _bracketed(self, start: int) -> bool:
        """'Frau Kaya (12.3.1984)', 'Sohn (3.5.2017)'."""
        before = self._text[max(0, start - _BEFORE) : start]
        opened = _OPENED.search(before)
        if not opened:
            return False
        who = start - len(before) + opened.start("bracket")
        word = fold(opened["word"] or "")
        return who in self._people or word in listed("kinship") or bool(_CLIENT.fullmatch(word))

    def _nearest(self, known: Day | None) -> date | None:
        """Without a year: the day that is nearest to each full date alike, and near enough to be meant."""
        if known is None or known.year is not None or self._first is None:
            return None
        ends = (self._anchors[0], self._anchors[-1])  # the nearest day moves with the anchor, so it is all of theirs
        meant = {min(_around(known, anchor.year), key=_far_from(anchor), default=None) for anchor in ends}
        day = meant.pop() if len(meant) == 1 else None
        return day if day and min(map(_far_from(day), self._beside(day))) <= _MEANT else None

    def _beside(self, day: date) -> list[date]:
        """The full dates right before and behind a day."""
        at = bisect(self._anchors, day)
        return self._anchors[max(0, at - 1) : at + 1]


def _full(known: Day | None) -> date | None:
    """The day where its year is given and the calendar has it."""
    return next(iter(_days_of(known, [known.year])), None) if known and known.year else None


def _around(known: Day, year: int) -> list[date]:
    return _days_of(known, [year - 1, year, year + 1])


def _days_of(known: Day, years: list[int]) -> list[date]:
    days = []
    for year in years:
        try:
            days.append(date(year, known.month, known.day))
        except ValueError:
            continue
    return days


def _far_from(day: date) -> Callable[[date], int]:
    return lambda other: abs((other - day).days)


def distance(days: int) -> str:
    """How long before or after, rounded as people would say it."""
    if days == 0:
        return "am selben Tag"
    far = abs(days)
    if far < 6:
        words = "einen Tag" if far == 1 else "wenige Tage"
    elif far < 25:
        words = _counted(round(far / 7), "eine Woche", "Wochen")
    elif far < 330:
        words = _counted(max(1, round(far / 30.4)), "einen Monat", "Monate")
    else:
        words = _counted(max(1, round(far / 365)), "ein Jahr", "Jahre")
    return f"{words} {'später' if days > 0 else 'vorher'}"


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else f"{_COUNTS[count]} {many}"
