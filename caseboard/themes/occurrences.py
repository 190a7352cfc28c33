"""Who says that they know a theme at home: shown beside the counts, and never mixed into them."""

from collections.abc import Iterator

from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.models import Answer, Observation
from caseboard.themes.assessments import Occurrence


def of_observations() -> Iterator[tuple[str, Occurrence]]:
    """Every adviser whose last word on a theme was "yes" or "sometimes"; it stays when the case is gone."""
    rows = db.session.scalars(select(Observation).order_by(Observation.at, Observation.id))
    last = {(said.theme_id, said.user_id): said for said in rows}
    for (theme_id, user_id), said in last.items():
        if said.answer is not Answer.NO:
            day = said.at.astimezone(clock.BERLIN).date()
            yield theme_id, Occurrence(said.jobcenter_id, user_id, day)
