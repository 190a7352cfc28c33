"""What everybody may see of the themes, frozen once a week: states, and figures of closed quarters."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import exists, func, select

from caseboard import audit, clock, labels
from caseboard.db import command, db
from caseboard.models import Basis, Standing, Theme, ThemeSignal, ThemeSnapshot, ThemeState
from caseboard.themes import assessments, counting, deciding, grouping, occurrences, publishing, runs
from caseboard.themes.assessments import Assessment, Occurrence, assess
from caseboard.themes.grouping import Names, Reading
from caseboard.themes.signals import Cube

QUARTERS = publishing.YEAR
"""How many closed quarters the figure of a theme adds up."""

PATIENCE = timedelta(days=3)
"""So long a week waits for a night of its own; then it is frozen without the quarters that no night has counted."""

Figures = dict[str, int | None]


def take_snapshot(read: Reading = grouping.brought) -> bool:
    """Freeze this week's figures, once a night of this week has counted; a job, so it has no actor.

    What is frozen is never revised, so counts from before a week, or before the end of a quarter, would leave out for
    ever what was released after them.

    Args:
        read: what each house brought of each client group in a quarter; asked once, when the quarter is over.
    """
    week = monday(clock.today())
    return not _taken(week) and not _waits(week) and _freeze(week, cache(read))


def monday(day: date) -> date:
    """The first day of the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


def _taken(week: date) -> bool:
    return bool(db.session.scalar(select(exists().where(ThemeSnapshot.week == week))))


def _waits(week: date) -> bool:
    counted, begins = runs.last_done(), clock.midnight(week)
    return (counted is None or counted < begins) and clock.now() < begins + PATIENCE


@command
def _freeze(week: date, read: Reading) -> bool:
    # the lock lets a second worker wait and then find the week done
    themes = db.session.scalars(select(Theme).order_by(Theme.id).with_for_update()).all()
    if _taken(week):
        return False
    in_use = [theme.id for theme in themes if theme.state is ThemeState.ACTIVE]
    leads_to, answers = labels.redirects(), _answers()
    said = _said(in_use, answers)
    published_now, named_now, heard_now = published(), named(), heard()
    counted_on = _counted_on()  # before the counts, which are then of that run or of a later one
    cube = counting.cube(clock.today())
    signals = deciding.newest()
    for theme_id in in_use:
        former = sorted(key for key, end in leads_to.items() if end == theme_id)
        own = _quarters(cube, theme_id, published_now, counted_on)
        told = _carried(said.get(theme_id, {}), theme_id, heard_now)
        words = {date.fromisoformat(day): figure for day, figure in _with(told, former, heard_now).items()}
        judged = assess(answers.get(theme_id, ()), words, clock.today(), deciding.network())
        cases = _recent(_with(own, former, published_now), published_now)
        row = _snapshot(week, theme_id, cases, judged, signals.get(theme_id))
        row.quarters, row.heard, row.parts = own, told, former
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


def heard() -> dict[str, Figures]:
    """What was published of every theme up to now of what advisers say."""
    return {row.theme_id: row.heard for row in _last_rows()}


def led(week: date | None) -> dict[str, str]:
    """What each theme was part of when the figures of a week were frozen, whatever moderators did since."""
    rows = db.session.scalars(select(ThemeSnapshot).where(ThemeSnapshot.week == week))
    return {part: row.theme_id for row in rows for part in row.parts}


def newest_week() -> date | None:
    """The week of which pages show the figures."""
    return db.session.scalar(select(func.max(ThemeSnapshot.week)))


def _last_rows() -> Iterable[ThemeSnapshot]:
    last = select(func.max(ThemeSnapshot.id)).group_by(ThemeSnapshot.theme_id)
    return db.session.scalars(select(ThemeSnapshot).where(ThemeSnapshot.id.in_(last)))


def _names(cube: Cube, theme_id: str, own: Figures, published: Mapping[str, Figures], read: Reading) -> Names:
    """The groups beside the figures that are published for the first time; a quarter that was published is over."""
    over = {day for figures in published.values() for day in figures}
    new = {day: figure for day, figure in own.items() if day not in over}
    return grouping.names(cube, theme_id, new, read, deciding.network())


def _counted_on() -> date:
    """The day on which the counting began whose counts hold; quarters that were not over by then are not counted."""
    counted = runs.last_done()
    return counted.astimezone(clock.BERLIN).date() if counted else date.min


def _quarters(cube: Cube, theme_id: str, published: Mapping[str, Figures], counted_on: date) -> Figures:
    """The figures of a theme by quarter: what is published stays, and nothing is published after the event.

    A quarter that was published of other themes is not made up for: its cases are in other figures by now.
    """
    fresh = publishing.quarterly(cube, theme_id, counted_on, deciding.network())
    return _carried(fresh, theme_id, published)


def _carried(fresh: Mapping[date, int | None], theme_id: str, published: Mapping[str, Figures]) -> Figures:
    over = {day for figures in published.values() for day in figures}
    known = {date.fromisoformat(day): number for day, number in published.get(theme_id, {}).items()}
    new = {day: number for day, number in fresh.items() if day.isoformat() not in over}
    return {day.isoformat(): number for day, number in sorted(publishing.freeze(known, new).items())}


def _answers() -> Mapping[str, list[Occurrence]]:
    """What advisers said of each theme."""
    answers: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for theme_id, one in occurrences.of_observations():
        answers[theme_id].append(one)
    return answers


def _said(theme_ids: Iterable[str], answers: Mapping[str, list[Occurrence]]) -> dict[str, dict[date, int | None]]:
    """The figures of what advisers said of these themes, for every quarter that is over since the first word."""
    first = min((one.day for some in answers.values() for one in some), default=clock.today())
    quarters, network = publishing.closed_quarters(clock.today(), first), deciding.network()
    return {key: assessments.quarterly(answers.get(key, ()), quarters, network) for key in theme_ids}


def _with(own: Figures, former: Iterable[str], published: Mapping[str, Figures]) -> Figures:
    """The figures of a theme together with those of the themes that have become part of it."""
    return together([own, *(published[key] for key in former if key in published)])


def _recent(figures: Figures, published: Mapping[str, Figures]) -> Figures:
    """The figures of the last quarters that there are at all, the same ones for every theme and in every picture.

    A theme that was out of use has none for the quarters in between, and older ones do not stand in for them.
    """
    days = {day for one in (*published.values(), figures) for day in one}
    return {day: figures.get(day) for day in sorted(days)[-QUARTERS:]}


def _snapshot(
    week: date, theme_id: str, quarters: Figures, said: Assessment, signal: ThemeSignal | None
) -> ThemeSnapshot:
    standing = public(signal, quarters)
    assessed = Basis.ASSESSMENT if said.flagged else None
    basis = Basis.SIGNAL if standing is Standing.SIGNAL else assessed
    return ThemeSnapshot(
        week=week,
        theme_id=theme_id,
        cases=publishing.merged(quarters.values()),
        observations=said.figure,
        flagged=basis is not None,
        basis=basis,
        standing=standing,
        local_jobcenter_id=signal.jobcenter_id if signal else None,
        evidence=_evidence(signal) if signal and standing is Standing.SIGNAL else {},
    )


def _evidence(signal: ThemeSignal) -> dict[str, Any]:
    """What the sentence of a signal says, and for how many months it has been below watch."""
    shown = signal.evidence.get("shown")
    return {**shown, "weak": signal.weak} if shown else {}


def together(figures: Iterable[Figures]) -> Figures:
    """The figures of themes that are one by now, from what is shown of each."""
    some = list(figures)
    days = sorted({day for one in some for day in one})
    return {day: publishing.merged(one.get(day) for one in some) for day in days}


def public(signal: ThemeSignal | None, quarters: Figures) -> Standing:
    """The state that everybody may see: a local cluster is for its own house, and what lasts is in the figures."""
    if signal is None:
        return Standing.NO_BASIS
    if signal.standing in (Standing.SIGNAL, Standing.WATCH, Standing.NO_BASIS):
        return signal.standing
    return Standing.STANDING if publishing.lasting(quarters.values()) else Standing.QUIET
