"""What the frozen figures of closed quarters say over time: for pictures, tables and files alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from caseboard.db import db
from caseboard.models import Basis, Standing, Theme, ThemeSnapshot
from caseboard.themes import publishing, snapshots
from caseboard.themes.grouping import Names
from caseboard.themes.snapshots import Figures


@dataclass(frozen=True)
class Bar:
    """One quarter of a theme: the figure that is published, or none where there are too few for one.

    `groups` are the client groups that are named beside it; that one is missing says nothing of it.
    """

    quarter: date
    figure: int | None
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Trend:
    """The quarters of a theme, oldest first, and the sum of what is shown of them."""

    bars: tuple[Bar, ...]
    together: int | None


@dataclass(frozen=True)
class Change:
    """Since which week a theme has stood where."""

    week: date
    basis: str
    standing: str


@dataclass(frozen=True)
class Published:
    """Everything that was published of all themes, what led where in the week, and which quarters there are."""

    figures: Mapping[str, Figures]
    names: Mapping[str, Names]
    leads_to: Mapping[str, str]
    quarters: tuple[date, ...]

    def last(self, count: int | None) -> tuple[date, ...]:
        """So many of the last quarters, or all."""
        return self.quarters[-count:] if count else self.quarters

    def trend(self, theme_id: str, window: Iterable[date]) -> Trend:
        """The figures of a theme, with those of themes that were part of it in the week, in these quarters.

        One that was part of another theme in the week has none of its own until the next one, like beside its name.
        """
        parts = [key for key, end in self.leads_to.items() if end == theme_id]
        keys = [] if theme_id in self.leads_to else [theme_id, *parts]
        shown = snapshots.together(self.figures.get(key, {}) for key in keys)
        bars = tuple(Bar(one, shown.get(one.isoformat()), self._named(keys, one)) for one in window)
        return Trend(bars, publishing.merged(bar.figure for bar in bars))

    def _named(self, keys: Iterable[str], quarter: date) -> frozenset[str]:
        return frozenset(name for key in keys for name in self.names.get(key, {}).get(quarter.isoformat(), ()))


def published(week: date | None = None) -> Published:
    """What the snapshots say by now, themes put together as they were in this week, or in the newest one.

    Not as they are at the moment: a merge reaches pictures and totals at once, with the next week.
    """
    figures = snapshots.published()
    days = sorted({day for one in figures.values() for day in one})
    led = snapshots.led(week or snapshots.newest_week())
    return Published(figures, snapshots.named(), led, tuple(map(date.fromisoformat, days)))


def most(trends: Iterable[Trend]) -> int:
    """What a full bar of a quarter stands for: the largest figure that is shown anyway."""
    return max([publishing.SAFE_CELL, *(bar.figure for trend in trends for bar in trend.bars if bar.figure)])


def changes(theme: Theme) -> tuple[Change, ...]:
    """The states of a theme with the week since which each holds, the newest first."""
    rows = db.session.scalars(
        select(ThemeSnapshot).where(ThemeSnapshot.theme_id == theme.id).order_by(ThemeSnapshot.week)
    )
    found: list[Change] = []
    for row in rows:
        now = Change(row.week, _word(row.basis), _word(row.standing))
        if not found or (found[-1].basis, found[-1].standing) != (now.basis, now.standing):
            found.append(now)
    return tuple(reversed(found))


def _word(value: Basis | Standing | None) -> str:
    return value.value if value else ""
