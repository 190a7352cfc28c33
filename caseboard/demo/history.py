"""The invented months before the demo begins: counts by theme, house and month, without any case behind them."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from caseboard import clock
from caseboard.db import command, db
from caseboard.models import Jobcenter, RunState, Theme, ThemeTrace
from caseboard.themes import counting, deciding, grouping, jobs, runs
from caseboard.themes.grouping import Brought

MONTHS = 22
"""So far back that the first weeks of the demo have a year to compare with."""

SEED = 5
USUAL, LASTING = 0.05, 0.6
"""Cases of a theme that a house brings in a month: of most themes, and of those that are always there."""

ALWAYS = ("sucht", "psyche", "gesundheit")
NEARLY_ALL = ("kg", "nes", "has", "sw-l", "kt", "msp", "ab-l")
SOME = ("nes", "has", "sw-l", "kt", "mil")

RISES = (
    ("mobilitaet", NEARLY_ALL, 7, 5, 0.6),
    ("mobilitaet", NEARLY_ALL, 4, 1, 1.5),
    ("energie", NEARLY_ALL, 5, 3, 0.5),
    ("energie", NEARLY_ALL, 2, 1, 1.0),
    ("kinderbetreuung", NEARLY_ALL, 4, 1, 0.9),
    ("pflege", SOME, 3, 1, 0.75),
    ("rueckforderung", ("kg",), 3, 1, 3.0),
)
"""What recurs: theme, houses, from and to how many months ago, and how many cases a month each of them brings."""

SHARES = {
    "kinderbetreuung": {"single-parents": 5, "families": 3},
    "mobilitaet": {"under-25": 3, "in-work": 3, "over-55": 2},
    "energie": {"families": 3, "over-55": 2},
    "pflege": {"families": 2, "over-55": 2},
    "sucht": {"health": 3, "over-55": 2},
    "psyche": {"health": 4, "under-25": 3, "single-parents": 2},
    "gesundheit": {"health": 5, "over-55": 3},
}
"""Of ten invented cases of a theme, how many are of which client group; of the others none is stated."""


@command
def happened() -> None:
    """Leave the traces of all the cases that nobody ever wrote."""
    chance = random.Random(SEED)  # noqa: S311 - the demo is to be the same every time
    houses = list(db.session.scalars(select(Jobcenter.id).order_by(Jobcenter.id)))
    for theme_id in db.session.scalars(select(Theme.id).order_by(Theme.id)):
        for house in houses:
            for months_ago in range(MONTHS, 0, -1):
                number = _drawn(chance, max(_rates(theme_id, house, months_ago)))
                if number:
                    month = clock.months_before(clock.today(), months_ago)
                    db.session.add(ThemeTrace(theme_id=theme_id, jobcenter_id=house, month=month, n=number))


def groups(quarter: date) -> Brought:
    """The client groups of a quarter: of the cases that there are, and of those that nobody ever wrote."""
    told = grouping.brought(quarter)
    found = {theme: {group: Counter(houses) for group, houses in some.items()} for theme, some in told.items()}
    months = {clock.months_before(quarter, -ahead) for ahead in range(3)}
    for row in db.session.scalars(select(ThemeTrace).where(ThemeTrace.month.in_(months)).order_by(ThemeTrace.id)):
        group = _group_of(row)
        if group:
            by_house = found.setdefault(row.theme_id, {}).setdefault(group, Counter())
            by_house[row.jobcenter_id] += row.n
    return found


def _group_of(row: ThemeTrace) -> str | None:
    """Always the same one for the same house and month, as if its author had stated it."""
    shares = SHARES.get(row.theme_id, {})
    chance = random.Random(f"{row.theme_id} {row.jobcenter_id} {row.month}")  # noqa: S311 - to be the same every time
    (group,) = chance.choices([*shares, None], [*shares.values(), 10 - sum(shares.values())])
    return group


def _rates(theme_id: str, house: str, months_ago: int) -> Iterator[float]:
    yield LASTING if theme_id in ALWAYS else USUAL
    for theme, houses, first, last, rate in RISES:
        if theme == theme_id and house in houses and last <= months_ago <= first:
            yield rate


def _drawn(chance: random.Random, rate: float) -> int:
    return int(rate) + (chance.random() < rate % 1)


def night() -> None:
    """What happened in the first night of a week; after the end of a month it was decided too."""
    run_id = runs.begin(nightly=False)
    if run_id is None:
        return
    counting.recount("demo")
    if deciding.is_due():
        deciding.decide(run_id, "demo")
    runs.finish(run_id, RunState.DONE, version="demo")


def last_night() -> None:
    """The first night that really reads the cases."""
    jobs.rebuild(lambda *_progress: None)
