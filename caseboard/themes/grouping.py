"""What each house brought of each client group, read off the cases when a quarter is over, and kept nowhere."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import select

from caseboard import client_groups, clock
from caseboard.db import db
from caseboard.models import Case
from caseboard.themes import counting, naming, publishing
from caseboard.themes.signals import Cube

Brought = Mapping[str, Mapping[str, Mapping[str, int]]]
"""By theme, client group and house."""

Names = dict[str, list[str]]
"""The groups that are named, by quarter."""

Reading = Callable[[date], Brought]


def brought(quarter: date) -> Brought:
    """The cases of a quarter for which a group is stated; of those that are deleted by now nobody knows it any more."""
    following = publishing.following(quarter)
    stated = (
        Case.client_group.is_not(None),
        Case.released_at >= clock.midnight(quarter),
        Case.released_at < clock.midnight(following),
    )
    group_of = dict(db.session.execute(select(Case.id, Case.client_group).where(*stated)).tuples().all())
    found: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for theme, case_id, house, _month in set(counting.living(*stated)):
        found[theme][group_of[case_id]][house] += 1
    return found


def names(cube: Cube, theme_id: str, figures: Mapping[str, int | None], read: Reading, network: int) -> Names:
    """The groups that are named beside these figures of a theme."""
    return {day: _names(cube, theme_id, date.fromisoformat(day), one, read, network) for day, one in figures.items()}


def _names(cube: Cube, theme_id: str, quarter: date, figure: int | None, read: Reading, network: int) -> list[str]:
    total = publishing.brought(cube, theme_id, quarter)
    if not naming.most(figure, total):
        return []
    by_group = read(quarter).get(theme_id, {})
    if not naming.within(by_group, total):
        return []
    return list(naming.named(figure, total, by_group, list(client_groups.names()), network))
