"""The one outcome figure of anonymity: how often somebody was recognised, for every hundred released cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import format_decimal
from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import db
from caseboard.models import Case, Recognition


@dataclass(frozen=True)
class QuarterFigure:
    """What had been counted by the end of a quarter, over the whole network."""

    year: int
    quarter: int
    released: int
    recognised: int

    @property
    def per_hundred(self) -> str:
        """Recognitions for every hundred released cases, as people write a number."""
        return format_decimal(round(100 * self.recognised / self.released, 1)) if self.released else "–"


def recognition_figures() -> list[QuarterFigure]:
    """The figure at the end of every quarter that is over, oldest first; it moves four times a year and never back."""
    first = db.session.scalar(select(func.min(Case.released_at)))
    if first is None:
        return []
    return [_at_end(year, quarter) for year, quarter in _quarters(first.astimezone(clock.BERLIN).date(), clock.today())]


def _quarters(first: date, today: date) -> Iterator[tuple[int, int]]:
    """The quarters from that of `first` to the last one that is over."""
    number = first.year * 4 + (first.month - 1) // 3
    while number < today.year * 4 + (today.month - 1) // 3:
        yield number // 4, number % 4 + 1
        number += 1


def _at_end(year: int, quarter: int) -> QuarterFigure:
    following = year * 4 + quarter
    end = datetime(following // 4, following % 4 * 3 + 1, 1, tzinfo=clock.BERLIN)
    released = select(func.count()).where(Case.released_at < end)
    recognised = (
        select(func.count())
        .select_from(Recognition)
        .join(Case, Case.id == Recognition.case_id)
        .where(Recognition.at < end, Recognition.at >= Case.released_at)
    )
    return QuarterFigure(year, quarter, db.session.scalar(released) or 0, db.session.scalar(recognised) or 0)
