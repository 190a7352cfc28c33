"""What everybody may see of the themes, frozen once a week: states, and figures of closed quarters."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache

from sqlalchemy import exists, func, select

from caseboard import audit, clock, labels
from caseboard.db import command, db
from caseboard.models import Basis, Standing, Theme, ThemeSignal, ThemeSnapshot, ThemeState
from caseboard.themes import counting, deciding, grouping, occurrences, publishing
from caseboard.themes.assessments import Occurrence, assess
from caseboard.themes.grouping import Names, Reading
from caseboard.themes.signals import Cube

QUARTERS = 4
"""How many closed quarters the figure of a theme adds up."""

Figures = dict[str, int | None]


def take_snapshot(read: Reading = grouping.brought) -> bool:
    """Freeze this week's figures unless that was done already; a job, so it has no actor.

    Args:
        read: what each house brought of each client group in a quarter; asked once, when the quarter is over.
    """
    week = monday(clock.today())
    return not _taken(week) and _freeze(week, cache(read))


def monday(day: date) -> date:
    """The first day of the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


def _taken(week: date) -> bool:
    return bool(db.session.scalar(select(exists().where(ThemeSnapshot.week == week))))


@command
def _freeze(week: date, read: Reading) -> bool:
    # the lock lets a second worker wait and then find the week done
    themes = db.session.scalars(select(Theme).order_by(Theme.id).with_for_update()).all()
    if _taken(week):
        return False
    answers: defaultdict[str, list[Occurrence]] = defaultdict(list)
    leads_to = labels.redirects()
    for theme_id, one in occurrences.of_observations():
        answers[leads_to.get(theme_id, theme_id)].append(one)
    published_now, named_now = published(), named()
    cube = counting.cube(clock.today())
    signals = deciding.newest()
    in_use = [theme.id for theme in themes if theme.state is ThemeState.ACTIVE]
    for theme_id in in_use:
        former = [published_now[key] for key, end in leads_to.items() if end == theme_id and key in published_now]
        own = _quarters(cube, theme_id, published_now)
        row = _snapshot(week, theme_id, own, former, signals.get(theme_id), answers[theme_id])
        row.client_groups = _names(cube, theme_id, own, published_now, read) | named_now.get(theme_id, {})
        db.session.add(row)
    audit.record(None, "theme.snapshot", f"week:{week.isoformat()}")
    return True


def published() -> dict[str, Figures]:
    """What was published of every theme up to now, of merged ones up to their end."""
    return {row.theme_id: row.quarters for row in _last_rows()}


def named() -> dict[str, Names]:
    """The client groups that were named beside these figures."""
    return {row.theme_id: row.client_groups for row in _last_rows()}


def _last_rows() -> Iterable[ThemeSnapshot]:
    last = select(func.max(ThemeSnapshot.id)).group_by(ThemeSnapshot.theme_id)
    return db.session.scalars(select(ThemeSnapshot).where(ThemeSnapshot.id.in_(last)))


def _names(cube: Cube, theme_id: str, own: Figures, published: Mapping[str, Figures], read: Reading) -> Names:
    """The groups beside the figures that are published for the first time; a quarter that was published is over."""
    over = {day for figures in published.values() for day in figures}
    new = {day: figure for day, figure in own.items() if day not in over}
    return grouping.names(cube, theme_id, new, read, deciding.network())


def _quarters(cube: Cube, theme_id: str, published: Mapping[str, Figures]) -> Figures:
    """The figures of a theme by quarter: what is published stays, and nothing is published after the event.

    A quarter that was over before this snapshot's forerunner is not made up for: its cases are in other figures by now.
    """
    fresh = publishing.quarterly(cube, theme_id, clock.today(), deciding.network())
    over = {day for figures in published.values() for day in figures}
    known = {date.fromisoformat(day): number for day, number in published.get(theme_id, {}).items()}
    new = {day: number for day, number in fresh.items() if day.isoformat() not in over}
    return {day.isoformat(): number for day, number in sorted(publishing.freeze(known, new).items())}


def _snapshot(
    week: date,
    theme_id: str,
    own: Figures,
    former: Iterable[Figures],
    signal: ThemeSignal | None,
    answers: list[Occurrence],
) -> ThemeSnapshot:
    quarters = together([own, *former])
    said = assess(answers, clock.today(), deciding.network())
    standing = public(signal)
    shown = signal.evidence.get("shown") if signal and standing is Standing.SIGNAL else None
    assessed = Basis.ASSESSMENT if said.flagged else None
    basis = Basis.SIGNAL if standing is Standing.SIGNAL else assessed
    return ThemeSnapshot(
        week=week,
        theme_id=theme_id,
        cases=publishing.merged(quarters[day] for day in sorted(quarters)[-QUARTERS:]),
        observations=said.figure,
        flagged=basis is not None,
        basis=basis,
        standing=standing,
        evidence=shown or {},
        quarters=own,
    )


def together(figures: Iterable[Figures]) -> Figures:
    """The figures of themes that are one by now, from what is shown of each."""
    some = list(figures)
    days = sorted({day for one in some for day in one})
    return {day: publishing.merged(one.get(day) for one in some) for day in days}


def public(signal: ThemeSignal | None) -> Standing:
    """The state that everybody may see: a local cluster is for its own house alone."""
    if signal is None:
        return Standing.NO_BASIS
    if signal.standing is Standing.LOCAL:
        return Standing.STANDING if signal.evidence["exact"]["standing"] else Standing.QUIET
    return signal.standing
