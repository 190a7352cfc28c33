"""How often each theme came from each house in each month: a case once for each theme, perspectives never."""

from collections import Counter
from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from datetime import date

from sqlalchemy import ColumnElement, delete, func, insert, select

from caseboard import clock, labels
from caseboard.db import command, db
from caseboard.models import (
    Case,
    CaseTheme,
    Jobcenter,
    NearDuplicate,
    Theme,
    ThemeAssignment,
    ThemeCount,
    ThemeState,
    ThemeTrace,
    present_run,
)
from caseboard.policy.cases import OUT
from caseboard.themes.signals import Cube

Cell = tuple[str, str, date]
AT_ONCE = 2000

Report = Callable[[str, int, int], None]


def silent(_step: str, _done: int, _total: int) -> None:
    """Nobody wants to hear how far it is."""


@command
def recount(version: str) -> int:
    """Make the counts anew from labels, assignments and traces; how many cells there are."""
    return put(count(), version)


@command
def put(cells: Mapping[Cell, int], version: str) -> int:
    """Take these counts in place of all others; how many cells there are."""
    db.session.execute(delete(ThemeCount))
    rows = [
        {"theme_id": theme, "jobcenter_id": house, "month": month, "n": number, "model_version": version}
        for (theme, house, month), number in sorted(cells.items())
    ]
    for start in range(0, len(rows), AT_ONCE):
        db.session.execute(insert(ThemeCount), rows[start : start + AT_ONCE])
    return len(rows)


def count(run_id: str | None = None, report: Report = silent) -> Counter[Cell]:
    """Every theme in use, house and month with its cases, whether their text is still there or not.

    Args:
        run_id: by whose assignments; by those of the present run unless another one is named.
        report: hears how far it is, out of the middle of one reading: what it does must leave this transaction alone.
    """
    cells: Counter[Cell] = Counter()
    counted: set[tuple[str, str]] = set()
    total = _rows(run_id)
    with closing(living(run_id=run_id)) as rows:
        for number, (theme, case_id, house, month) in enumerate(rows):
            if number % AT_ONCE == 0:
                report("counting", number, max(number, total))
            if (theme, case_id) not in counted:
                counted.add((theme, case_id))
                cells[theme, house, month] += 1
    leads_to = labels.redirects()
    for row in db.session.scalars(select(ThemeTrace)):
        cells[leads_to.get(row.theme_id, row.theme_id), row.jobcenter_id, row.month] += row.n
    in_use = set(db.session.scalars(select(Theme.id).where(Theme.state == ThemeState.ACTIVE)))
    return Counter({cell: number for cell, number in cells.items() if cell[0] in in_use})


def _rows(run_id: str | None) -> int:
    """About how many rows there are to count."""
    assigned = select(func.count()).select_from(ThemeAssignment).where(*_classified(run_id))
    ticked = select(func.count()).select_from(CaseTheme)
    return sum(db.session.scalar(one) or 0 for one in (ticked, assigned))


def _classified(run_id: str | None) -> tuple[ColumnElement[bool], ...]:
    return ThemeAssignment.counts, ThemeAssignment.run_id == (run_id or present_run())


def living(*only: ColumnElement[bool], run_id: str | None = None) -> Generator[tuple[str, str, str, date], None, None]:
    """What people said, and then what the classifier adds; paused and blocked cases are not there.

    Args:
        only: further conditions on the cases.
        run_id: by whose assignments; by those of the present run unless another one is named.
    """
    leads_to = labels.redirects()
    for table, conditions in ((CaseTheme, ()), (ThemeAssignment, _classified(run_id))):
        wanted = (
            select(table.theme_id, Case.id, Case.jobcenter_id, Case.released_at)
            .join(Case, Case.id == table.case_id)
            .where(*counting(run_id), *conditions, *only)
        )
        # closed here, or on PostgreSQL whoever stops in the middle leaves it open
        with db.session.execute(wanted.execution_options(yield_per=AT_ONCE)) as rows:
            for theme, case_id, house, released_at in rows:
                yield leads_to.get(theme, theme), case_id, house, month_of(released_at.astimezone(clock.BERLIN).date())


def counting(run_id: str | None = None) -> tuple[ColumnElement[bool], ...]:
    """Cases that count: released, neither paused nor blocked, and not the same as another one by this run."""
    twins = select(NearDuplicate.case_id).where(NearDuplicate.run_id == (run_id or present_run()))
    return (
        Case.state.in_(OUT),
        Case.released_at.is_not(None),
        Case.paused_at.is_(None),
        Case.blocked_at.is_(None),
        Case.id.not_in(twins),
    )


def month_of(day: date) -> date:
    """The first day of the month of `day`."""
    return day.replace(day=1)


def cube(until: date) -> Cube:
    """The counts as the rule reads them, up to the month `until`."""
    rows = db.session.execute(
        select(ThemeCount.theme_id, ThemeCount.jobcenter_id, ThemeCount.month, ThemeCount.n)
    ).all()
    themes = db.session.scalars(select(Theme.id).where(Theme.state == ThemeState.ACTIVE).order_by(Theme.id)).all()
    houses = db.session.scalars(select(Jobcenter.id).order_by(Jobcenter.id)).all()
    return Cube.of([tuple(row) for row in rows], themes, houses, until)
