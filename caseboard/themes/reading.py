"""The texts that are reckoned with, as numbers: read once in a run, held in memory alone, gone with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, func, select

from caseboard import clock
from caseboard.db import db
from caseboard.models import Case
from caseboard.policy.cases import OUT

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

FIELDS = (Case.title, Case.situation, Case.attempts, Case.key_question, Case.hope)
AT_ONCE = 1000

Report = Callable[[str, int, int], None]


@dataclass
class Library:
    """Every released case that still has its text: its id, house and day, and its terms counted, row by row.

    Of the cases that teach the classifier the text is kept until it has learned, with the themes people gave them.
    """

    ids: list[str] = field(default_factory=list)
    houses: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    counts: csr_matrix | None = None
    lessons: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)


def read(teaching: Mapping[str, tuple[str, ...]], report: Report) -> Library:
    """Read every text once, some at a time.

    Args:
        teaching: the cases whose text is kept to learn from, with their themes.
        report: is told how many of how many are done.
    """
    from caseboard.topics.features import hasher

    library = Library()
    library.counts = hasher().counts(_texts(library, teaching, report))
    return library


def _texts(library: Library, teaching: Mapping[str, tuple[str, ...]], report: Report) -> Iterator[str]:
    total = db.session.scalar(select(func.count(Case.id)).where(*_with_text())) or 0
    last = ""
    while rows := _page_after(last):
        for case_id, house, released_at, *parts in rows:
            library.ids.append(case_id)
            library.houses.append(house)
            library.days.append(released_at.astimezone(clock.BERLIN).date())
            text = "\n".join(part for part in parts if part)
            if case_id in teaching:
                library.lessons.append((case_id, text, teaching[case_id]))
            yield text
        last = library.ids[-1]
        report("reading", len(library), total)


def _page_after(last: str) -> Sequence[Row[Any]]:
    wanted = select(Case.id, Case.jobcenter_id, Case.released_at, *FIELDS).where(*_with_text(), Case.id > last)
    return db.session.execute(wanted.order_by(Case.id).limit(AT_ONCE)).all()


def _with_text() -> tuple[object, ...]:
    return Case.state.in_(OUT), Case.released_at.is_not(None), Case.situation.is_not(None)
