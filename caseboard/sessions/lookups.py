"""Single rows and counts of a consultation that verbs and views both ask for."""

from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import db
from caseboard.models import CaseSession, Observation, Perspective, User
from caseboard.sessions import phases


def own_perspective(adviser: User, case_session: CaseSession) -> Perspective | None:
    """The adviser's own perspective in this consultation."""
    return db.session.scalar(
        select(Perspective).where(Perspective.session_id == case_session.id, Perspective.author_id == adviser.id)
    )


def observations(adviser: User, case_session: CaseSession) -> list[Observation]:
    """What the adviser answered so far."""
    return list(
        db.session.scalars(
            select(Observation).where(Observation.session_id == case_session.id, Observation.user_id == adviser.id)
        )
    )


def perspective_count(case_session: CaseSession) -> int:
    """How many perspectives there are, hidden or revealed."""
    counted = select(func.count()).select_from(Perspective).where(Perspective.session_id == case_session.id)
    return db.session.scalar(counted) or 0


def is_revealable(case_session: CaseSession) -> bool:
    """Whether there is enough to reveal."""
    return phases.may_be_revealed(
        case_session.kind,
        case_session.state,
        perspective_count(case_session),
        case_session.least_perspectives,
        ended=has_ended(case_session),
    )


def has_ended(case_session: CaseSession) -> bool:
    """Whether the planned time is over; the state says what people have made of it."""
    return clock.now() >= case_session.ends_at
