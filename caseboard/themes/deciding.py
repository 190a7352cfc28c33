"""Where each theme stands: the rule on the counts of a closed month, frozen with its evidence."""

from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import func, select

from caseboard import audit, clock
from caseboard.db import command, db
from caseboard.models import Case, CaseTheme, Jobcenter, Standing, ThemeSignal
from caseboard.themes import counting, rule, signals
from caseboard.themes.signals import Course, Cube, Evaluation, Parameters, State
from caseboard.themes.verdicts import Verdict, verdict

LEAST_SUBMITTERS = 3
"""So many colleagues of a house must have brought cases before the house hears of its own cluster."""


def is_due() -> bool:
    """Whether a month is over that nobody has decided on."""
    return db.session.scalars(select(ThemeSignal.id).where(ThemeSignal.month == last_month()).limit(1)).first() is None


def last_month() -> date:
    """The last month that is over."""
    return clock.months_before(clock.today(), 1)


@command
def decide(run_id: str, version: str) -> int:
    """Evaluate every theme in use at the end of the last month, and freeze what was found; how many themes."""
    month, parameters = last_month(), rule.in_force()
    cube = counting.cube(month)
    if not cube.houses:
        return 0
    found = signals.evaluate(cube, month, parameters)
    before = _before(month)
    houses = network()
    for theme_id, exact in sorted(found.items()):
        by_house = _window(cube, theme_id, parameters)
        said = verdict(exact, before.get(theme_id, Course()), by_house, houses, parameters)
        db.session.add(_signal(run_id, version, said, parameters))
    audit.record(None, "theme.decide", f"run:{run_id}")
    return len(found)


def newest() -> dict[str, ThemeSignal]:
    """The last decision on every theme."""
    last = select(func.max(ThemeSignal.id)).group_by(ThemeSignal.theme_id)
    return {row.theme_id: row for row in db.session.scalars(select(ThemeSignal).where(ThemeSignal.id.in_(last)))}


def network() -> int:
    """How many houses take part."""
    return db.session.scalar(select(func.count()).select_from(Jobcenter).where(Jobcenter.active)) or 0


def _before(month: date) -> dict[str, Course]:
    """The course of every theme up to the month before; a second look at the same month starts from there again."""
    last = select(func.max(ThemeSignal.id)).where(ThemeSignal.month < month).group_by(ThemeSignal.theme_id)
    rows = db.session.scalars(select(ThemeSignal).where(ThemeSignal.id.in_(last)))
    return {row.theme_id: Course(State(row.standing.value), row.weak) for row in rows}


def _signal(run_id: str, version: str, said: Verdict, parameters: Parameters) -> ThemeSignal:
    shown_there = said.house is not None and _submitters(said.found, said.house, parameters) >= LEAST_SUBMITTERS
    shown = {**asdict(said.evidence), "month": said.evidence.month.isoformat()} if said.evidence else None
    return ThemeSignal(
        run_id=run_id,
        theme_id=said.found.theme,
        month=said.found.month,
        standing=Standing.LOCAL if shown_there else Standing(said.course.state.value),
        jobcenter_id=said.house if shown_there else None,
        weak=said.course.below_watch,
        evidence={"exact": _exact(said.found), "shown": shown},
        rule_version=parameters.version,
        model_version=version,
    )


def _submitters(evaluation: Evaluation, house: str, parameters: Parameters) -> int:
    """How many colleagues of the house brought these cases; of ended cases nobody knows, so they add none."""
    since = clock.midnight(clock.months_before(evaluation.month, parameters.window_months - 1))
    authors = (
        select(func.count(Case.author_id.distinct()))
        .join(CaseTheme, CaseTheme.case_id == Case.id)
        .where(
            CaseTheme.theme_id == evaluation.theme,
            Case.jobcenter_id == house,
            Case.released_at >= since,
            *counting.counting(),
        )
    )
    return db.session.scalar(authors) or 0


def _exact(evaluation: Evaluation) -> dict[str, Any]:
    return {**asdict(evaluation), "month": evaluation.month.isoformat(), "state": evaluation.state.value}


def _window(cube: Cube, theme_id: str, parameters: Parameters) -> dict[str, int]:
    """What each house brought of a theme in the window that is compared."""
    counts = cube.counts[cube.themes.index(theme_id)][:, -parameters.window_months :].sum(axis=1)
    return dict(zip(cube.houses, counts.tolist(), strict=True))
