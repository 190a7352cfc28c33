"""How long the bar of a rounded figure is: one scale for every page that shows figures of the same week."""

from datetime import date

from sqlalchemy import func, or_, select

from caseboard.db import db
from caseboard.models import Standing, ThemeSnapshot

SHORTEST_SCALE = 10
"""A bar is never full below this, or a single five would look like much."""


def full_bar(week: date | None, *beside: int | None) -> int:
    """What a full bar stands for: the largest figure of all themes that recurred in this week.

    Everybody who sees figures sees those, leadership too, so no length tells of a theme that is hidden from somebody.

    Args:
        week: of which the figures are.
        beside: the figures on the page, none of which may be longer than full.
    """
    shown = ThemeSnapshot.week == week, or_(ThemeSnapshot.flagged, ThemeSnapshot.standing == Standing.STANDING)
    largest = select(func.max(ThemeSnapshot.cases), func.max(ThemeSnapshot.observations)).where(*shown)
    found = db.session.execute(largest).one()
    return max([SHORTEST_SCALE, *(figure for figure in (*found, *beside) if figure)])
