"""Where each theme stands: the rule on the counts of a closed month, frozen with its evidence."""

from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import func, select

from caseboard import audit, clock
from caseboard.db import command, db
from caseboard.models import Case, CaseTheme, Jobcenter, Standing, ThemeSignal
from caseboard.themes import counting, publishing, rule, signals
from caseboard.themes.signals import Course, Cube, Evaluation, Parameters, State

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
        evaluation = publishing.sayable(exact, _window(cube, theme_id, parameters), houses)
        course = before.get(theme_id, Course()).after(evaluation.state, parameters)
        db.session.add(_signal(run_id, version, cube, evaluation, course, parameters))
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


def _signal(
    run_id: str, version: str, cube: Cube, evaluation: Evaluation, course: Course, parameters: Parameters
) -> ThemeSignal:
    house = evaluation.local_house if course.state is State.LOCAL else None
    shown_there = house is not None and _hears_of_itself(evaluation, house, parameters)
    state = course.state if house is None or shown_there else evaluation.seen_from(None)
    return ThemeSignal(
        run_id=run_id,
        theme_id=evaluation.theme,
        month=evaluation.month,
        standing=Standing(state.value),
        jobcenter_id=house if shown_there else None,
        weak=course.below_watch,
        evidence={"exact": _exact(evaluation), "shown": _shown(cube, evaluation, course, parameters)},
        rule_version=parameters.version,
        model_version=version,
    )


def _hears_of_itself(evaluation: Evaluation, house: str, parameters: Parameters) -> bool:
    """Whether a house may hear of its own cluster; of fewer cases than the rule needs it would hear of the others'."""
    enough = evaluation.largest_house_observed >= parameters.least_cases
    return enough and _submitters(evaluation, house, parameters) >= LEAST_SUBMITTERS


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


def _shown(cube: Cube, evaluation: Evaluation, course: Course, parameters: Parameters) -> dict[str, Any] | None:
    """The same in figures that may be shown, or nothing where there are too few for any."""
    by_house = _window(cube, evaluation.theme, parameters)
    submitters = sum(number > 0 for number in by_house.values())
    held = course.state is State.SIGNAL and evaluation.state is not State.SIGNAL
    found = publishing.evidence(evaluation, submitters, by_house, network(), parameters, held=held)
    return None if found is None else {**asdict(found), "month": found.month.isoformat()}


def _window(cube: Cube, theme_id: str, parameters: Parameters) -> dict[str, int]:
    """What each house brought of a theme in the window that is compared."""
    counts = cube.counts[cube.themes.index(theme_id)][:, -parameters.window_months :].sum(axis=1)
    return dict(zip(cube.houses, counts.tolist(), strict=True))
