"""Consultations whose time is long over and that nobody has ended: who may take one up, and when it ends by itself."""

from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import Select, or_, select

from caseboard import clock
from caseboard.models import CaseSession, User
from caseboard.policy import moderates
from caseboard.policy.cases import may_read_case
from caseboard.policy.sessions import OPEN, is_awake


def taken_up_after() -> timedelta:
    """How long after its last day a consultation stays its moderators' alone."""
    return timedelta(days=current_app.config["OVERDUE_AFTER_DAYS"])


def ends_after() -> timedelta:
    """How long everybody concerned has from then on, before it ends by itself."""
    return timedelta(days=current_app.config["OVERDUE_ENDS_AFTER_DAYS"])


def is_overdue(case_session: CaseSession) -> bool:
    """Whether its time has been over for some days, and nobody has revealed, finished, taken up or called it off."""
    return case_session.state in OPEN and left_since(case_session) <= clock.now() - taken_up_after()


def left_since(case_session: CaseSession) -> datetime:
    """The end of its time; whoever takes it up has as long for themselves as those before them."""
    return max(case_session.ends_at, case_session.taken_up_at or case_session.ends_at)


def overdue_sessions() -> Select[tuple[CaseSession]]:
    """Every consultation `is_overdue` says yes for."""
    limit = clock.now() - taken_up_after()
    untouched = or_(CaseSession.taken_up_at.is_(None), CaseSession.taken_up_at <= limit)
    return select(CaseSession).where(CaseSession.state.in_(OPEN), CaseSession.ends_at <= limit, untouched)


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
