"""How long what is kept: the periods in one place, and the day a case goes by itself."""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_

from caseboard import clock
from caseboard.models import Case, CaseState

UNRELEASED = frozenset({CaseState.SUBMITTED, CaseState.SENT_BACK, CaseState.CHECKED})

UNRELEASED_KEPT = timedelta(days=60)
"""A case that nobody has moved towards its release for so long is deleted."""

READS_KEPT = timedelta(days=365)
"""How long the access log remembers who read what."""


def goes_on(case: Case) -> date | None:
    """The day on which the text is deleted by itself, if there is one yet."""
    if case.state is CaseState.DRAFT and case.expires_at is not None:
        return case.expires_at.astimezone(clock.BERLIN).date()
    if case.state in UNRELEASED:
        return (case.state_since + UNRELEASED_KEPT).astimezone(clock.BERLIN).date()
    return None


def is_forgotten_draft(now: datetime) -> ColumnElement[bool]:
    """Drafts whose time is over."""
    return and_(Case.state == CaseState.DRAFT, Case.expires_at <= now)


def is_never_released(now: datetime) -> ColumnElement[bool]:
    """Cases that lie unreleased for too long; a pause or block stops no clock."""
    return and_(Case.state.in_(UNRELEASED), Case.state_since <= now - UNRELEASED_KEPT)
