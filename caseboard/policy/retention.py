"""How long what is kept: the periods in one place, and the day a case goes by itself."""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, select

from caseboard import clock
from caseboard.models import (
    Case,
    CaseExclusion,
    CaseSession,
    CaseState,
    Helped,
    HelpedState,
    SessionState,
    ThemeFollower,
    ThemeTrace,
)
from caseboard.policy.cases import GONE

UNRELEASED = frozenset({CaseState.SUBMITTED, CaseState.SENT_BACK, CaseState.CHECKED})

UNRELEASED_KEPT = timedelta(days=60)
"""A case that nobody has moved towards its release for so long is deleted."""

WAITING_KEPT = timedelta(days=180)
"""A released case for which nobody has planned a consultation for so long is closed."""

WARNED_BEFORE = timedelta(days=14)
"""So long before, its author hears of it."""

UNCONCLUDED_KEPT = timedelta(days=60)
"""A case whose perspectives were revealed so long ago, and whose author has said nothing, is closed."""

FOLLOW_UP_AFTER = timedelta(weeks=4)
"""So long after the result, its case giver is asked what became of it."""

REMINDED_EVERY = timedelta(weeks=1)
MOST_REMINDERS = 2
"""The question is put once and repeated so often; after that it is not asked any more."""

NARRATIVE_KEPT = timedelta(weeks=6)
"""So long after its follow-up, the text of a case is deleted."""

COUNTED = timedelta(days=456)
"""Fifteen months: so long its author sees that there was a case which has no text any more."""

TRACED_MONTHS = 15
"""So many full months theme, house and month of an ended case stay for the rule: its window and the year before."""

FOLLOWED_MONTHS = 12
"""So many months whoever brought or advised a case hears what becomes of its themes."""

FEEDBACK_TAKEN = timedelta(weeks=3)
"""So long after revealing, those who took part say how it was."""

UNCHECKED_KEPT = timedelta(days=120)
"""Something that helped and that nobody has checked for so long is deleted; it knows its month alone."""

READS_KEPT = timedelta(days=365)
"""How long the access log remembers who read what."""


def goes_on(case: Case) -> date | None:
    """The day on which the text is deleted by itself, if there is one yet."""
    if case.state is CaseState.DRAFT and case.expires_at is not None:
        return _day(case.expires_at)
    kept = KEPT.get(case.state)
    return _day(case.state_since + kept) if kept else None


KEPT = {
    **dict.fromkeys(UNRELEASED, UNRELEASED_KEPT),
    CaseState.RELEASED: WAITING_KEPT,
    CaseState.FOLLOWED_UP: NARRATIVE_KEPT,
}
"""How long a case keeps its text in a state from which nobody moves it on."""


def is_forgotten_draft(now: datetime) -> ColumnElement[bool]:
    """Drafts whose time is over."""
    return and_(Case.state == CaseState.DRAFT, Case.expires_at <= now)


def is_never_released(now: datetime) -> ColumnElement[bool]:
    """Cases that lie unreleased for too long; a pause or block stops no clock."""
    return and_(Case.state.in_(UNRELEASED), Case.state_since <= now - UNRELEASED_KEPT)


def is_never_taken_up(now: datetime) -> ColumnElement[bool]:
    """Released cases that have waited for a consultation for too long."""
    return and_(Case.state == CaseState.RELEASED, Case.state_since <= now - WAITING_KEPT)


def is_soon_given_up(now: datetime) -> ColumnElement[bool]:
    """Released cases that will have waited for too long soon."""
    return and_(Case.state == CaseState.RELEASED, Case.state_since <= now - WAITING_KEPT + WARNED_BEFORE)


def is_never_concluded(now: datetime) -> ColumnElement[bool]:
    """Cases whose perspectives lie revealed for too long without a word of the author."""
    revealed = exists().where(
        CaseSession.case_id == Case.id,
        CaseSession.state == SessionState.FINISHED,
        CaseSession.revealed_at <= now - UNCONCLUDED_KEPT,
    )
    return and_(Case.state == CaseState.SCHEDULED, revealed)


def is_told_to_its_end(now: datetime) -> ColumnElement[bool]:
    """Cases whose follow-up is over for some weeks: what helped is kept elsewhere, and the narrative goes."""
    return and_(Case.state == CaseState.FOLLOWED_UP, Case.state_since <= now - NARRATIVE_KEPT)


def is_counted_out(now: datetime) -> ColumnElement[bool]:
    """Cases without text that nobody looks for any more."""
    return and_(Case.state.in_(GONE | {CaseState.CLOSED}), Case.state_since <= now - COUNTED)


def is_faded(now: datetime) -> ColumnElement[bool]:
    """Traces of ended cases that the rule does not look at any more."""
    return ThemeTrace.month < clock.months_before(_day(now), TRACED_MONTHS)


def is_told_enough(now: datetime) -> ColumnElement[bool]:
    """Whoever took part so long ago that the theme is not theirs any more."""
    return ThemeFollower.month < clock.months_before(_day(now), FOLLOWED_MONTHS)


def is_never_checked(now: datetime) -> ColumnElement[bool]:
    """What is said to have helped, and what nobody has looked at."""
    return and_(Helped.state == HelpedState.WAITING, Helped.month <= (now - UNCHECKED_KEPT).date())


def is_left_behind() -> ColumnElement[bool]:
    """Houses left out of a closed case of which nothing waits for a check any more."""
    closed = select(Case.id).where(Case.state == CaseState.CLOSED)
    return and_(CaseExclusion.case_id.in_(closed), ~exists().where(Helped.case_id == CaseExclusion.case_id))


def _day(moment: datetime) -> date:
    return moment.astimezone(clock.BERLIN).date()
