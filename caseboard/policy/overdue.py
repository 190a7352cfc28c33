"""Consultations whose time is long over and that nobody has ended: who may take one up, and when it ends by itself."""

from datetime import timedelta

from sqlalchemy import Select, select

from caseboard import clock
from caseboard.models import CaseSession, User
from caseboard.policy import moderates
from caseboard.policy.cases import may_read_case
from caseboard.policy.sessions import OPEN, is_awake

TAKEN_UP_AFTER = timedelta(days=7)
"""How long after its last day a consultation stays its moderators' alone."""

ENDS_AFTER = timedelta(days=14)
"""How long everybody concerned has from then on, before it ends by itself."""


def is_overdue(case_session: CaseSession) -> bool:
    """Whether its time has been over for some days, and nobody has revealed, finished or called it off."""
    return case_session.state in OPEN and case_session.ends_at <= clock.now() - TAKEN_UP_AFTER


def overdue_sessions() -> Select[tuple[CaseSession]]:
    """Every consultation `is_overdue` says yes for."""
    return select(CaseSession).where(CaseSession.state.in_(OPEN), CaseSession.ends_at <= clock.now() - TAKEN_UP_AFTER)


def may_take_up_session(user: User, case_session: CaseSession) -> bool:
    """Another moderator who reads the case and was not asked to advise leads on what its own moderator has left."""
    beside = case_session.moderator_id, case_session.co_moderator_id
    return (
        moderates(user)
        and is_overdue(case_session)
        and is_awake(case_session)
        and user.id not in beside
        and case_session.seat_of(user.id) is None
        and may_read_case(user, case_session.case)
    )
