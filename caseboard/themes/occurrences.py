"""What the rule of recurrence counts: released cases by theme, and advisers who say that they know it at home."""

from collections.abc import Iterator

from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.models import Answer, Case, CaseSession, CaseTheme, Observation
from caseboard.policy.cases import OUT
from caseboard.themes.assessments import Occurrence


def of_cases() -> Iterator[tuple[str, Occurrence]]:
    """Every released case under each of its themes; one that is withdrawn, expired, paused or blocked is not there."""
    rows = db.session.execute(
        select(CaseTheme.theme_id, Case.id, Case.jobcenter_id, Case.author_id, Case.released_at)
        .join(Case, Case.id == CaseTheme.case_id)
        .where(Case.state.in_(OUT), Case.released_at.is_not(None), Case.paused_at.is_(None), Case.blocked_at.is_(None))
    )
    for theme_id, case_id, jobcenter_id, author_id, released_at in rows:
        yield theme_id, Occurrence(case_id, jobcenter_id, author_id, released_at.astimezone(clock.BERLIN).date())


def of_observations() -> Iterator[tuple[str, Occurrence]]:
    """Every adviser whose last word on a theme was "yes" or "sometimes"; it stays when the case is gone."""
    rows = db.session.execute(
        select(Observation, CaseSession.case_id)
        .outerjoin(CaseSession, CaseSession.id == Observation.session_id)
        .order_by(Observation.at, Observation.id)
    )
    last = {(said.theme_id, said.user_id): (said, case_id) for said, case_id in rows}
    for (theme_id, user_id), (said, case_id) in last.items():
        if said.answer is not Answer.NO:
            day = said.at.astimezone(clock.BERLIN).date()
            yield theme_id, Occurrence(case_id or "", said.jobcenter_id, user_id, day, same_here=True)
