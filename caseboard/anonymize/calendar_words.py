"""Dates as what they mean for the story: the first one as a season, every other by how long before or after it was."""

import re
from dataclasses import dataclass
from datetime import date

from caseboard.anonymize.fold import fold

_MONTHS = ("jan", "feb", "maer", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_SEASONS = ("Winter", "Winter", "Frühjahr", "Frühjahr", "Frühjahr", "Sommer", "Sommer", "Sommer", "Herbst", "Herbst",
            "Herbst", "Winter")  # fmt: skip
_COUNTS = ("null", "einen", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_CENTURY, _NOT_BORN_YET, _LONGEST = 2000, 30, 10 * 366
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
    """The dates of one text; the first full one is the day all others are told from."""

    def __init__(self) -> None:
        self._first: date | None = None

    def tell(self, surface: str, before: str) -> str:
        """What stands in the text instead of this date."""
        if re.search(r"(?:\bgeb(?:oren|\.)?(?: am)?:?|\*|\bGeburts(?:tag|datum):?) ?\Z", before):
            return "[Geburtsdatum]"
        known = self._date(read_day(surface))
        if known is None:
            return season(surface)
        if self._first is None:
            self._first = known
            return season(surface)
        days = (known - self._first).days
        return f"[Datum, {distance(days)}]" if abs(days) <= _LONGEST else "[Datum]"

    def _date(self, known: Day | None) -> date | None:
        """Without a year it is the one nearest to the first date."""
        if known is None or (known.year is None and self._first is None):
            return None
        years = [known.year] if known.year else [self._first.year + n for n in (-1, 0, 1)] if self._first else []
        days = []
        for year in years:
            try:
                days.append(date(year, known.month, known.day))
            except ValueError:
                continue
        first = self._first
        return min(days, key=lambda day: abs((day - first).days) if first else 0, default=None)


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
