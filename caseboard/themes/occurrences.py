"""Who says whether they know a theme at home: shown beside the counts, and never mixed into them."""

from collections.abc import Iterator

from sqlalchemy import select

from caseboard import clock, labels
from caseboard.db import db
from caseboard.models import Answer, Observation
from caseboard.themes import publishing
from caseboard.themes.assessments import Occurrence


def of_observations() -> Iterator[tuple[str, Occurrence]]:
    """Every adviser's last word on a theme in a quarter, which stays when the case is gone; "sometimes" is a yes.

    A "no" is among them, because it takes back what the same adviser said in a quarter before. A word on a theme that
    was merged since is a word on what it was merged into, and the later of the two holds.
    """
    leads_to = labels.redirects()
    last = {}
    for said in db.session.scalars(select(Observation).order_by(Observation.at, Observation.id)):
        theme_id, day = leads_to.get(said.theme_id, said.theme_id), said.at.astimezone(clock.BERLIN).date()
        last[theme_id, said.user_id, publishing.quarter_of(day)] = (said, day)
    for (theme_id, user_id, _quarter), (said, day) in last.items():
        yield theme_id, Occurrence(said.jobcenter_id, user_id, day, said.answer is not Answer.NO)
