"""Which consultations somebody finds, and which of them stand in their calendar."""

from sqlalchemy import ColumnElement, Select, and_, false, or_, select

from caseboard.models import Case, CaseExclusion, CaseSession, Seat, SessionState, User
from caseboard.policy import consults, moderates
from caseboard.policy.cases import READABLE
from caseboard.policy.inviting import elsewhere
from caseboard.policy.sessions import (
    ASKED,
    OPEN,
    SHOWN,
    TAKEN,
    has_place,
    has_seat,
    is_awake,
    is_invited,
    may_co_moderate,
    may_moderate_session,
    may_read_along,
)


def takes_part(user: User, case_session: CaseSession) -> bool:
    """Whoever reads along or is invited belongs to a consultation; who declined does not any more."""
    return may_read_along(user, case_session) or is_invited(user, case_session)


def may_see_session(user: User, case_session: CaseSession) -> bool:
    """Whoever takes part sees the consultation, unless it rests."""
    return takes_part(user, case_session) and is_awake(case_session)


def may_look_for(user: User, case_session: CaseSession) -> bool:
    """Whoever takes part finds a consultation, and whoever did finds a kind sentence where it was called off."""
    return takes_part(user, case_session) or may_hear_it_is_off(user, case_session)


def may_hear_it_is_off(user: User, case_session: CaseSession) -> bool:
    """Whoever had a part or a place hears that a consultation was called off, and reads nothing of it any more."""
    if case_session.state is not SessionState.CANCELLED or not consults(user) or not is_awake(case_session):
        return False
    leads = user.id in {case_session.moderator_id, case_session.co_moderator_id}
    asked = has_seat(user, case_session, ASKED | TAKEN)
    return case_session.case.author_id == user.id or asked or (leads and elsewhere(user, case_session.case))


def may_keep_the_date(user: User, case_session: CaseSession) -> bool:
    """Calendar entries are for whoever leads or accepted, never for the case giver: others read calendars too."""
    return (
        may_moderate_session(user, case_session) or may_co_moderate(user, case_session) or has_place(user, case_session)
    )


def visible_sessions(user: User) -> Select[tuple[CaseSession]]:
    """Every consultation `may_see_session` says yes for."""
    ways: list[ColumnElement[bool]] = [Case.author_id == user.id, and_(_seated(user), _is_elsewhere(user))]
    if moderates(user):
        ways.append(and_(_leads(user), _is_elsewhere(user)))
    return _awake_sessions(user).where(CaseSession.state.in_(SHOWN), or_(*ways))


def dated_sessions(user: User) -> Select[tuple[CaseSession]]:
    """Every visible consultation `may_keep_the_date` says yes for."""
    ways: list[ColumnElement[bool]] = [CaseSession.id.in_(_seat(user).where(Seat.state.in_(TAKEN)))]
    if moderates(user):
        ways.append(_leads(user))
    return _awake_sessions(user).where(CaseSession.state.in_(SHOWN), or_(*ways), _is_elsewhere(user))


def called_off_dates(user: User) -> Select[tuple[CaseSession]]:
    """What was called off and stood in somebody's calendar: only so a calendar that holds a copy learns of it."""
    ways: list[ColumnElement[bool]] = [CaseSession.id.in_(_seat(user).where(Seat.state.in_(TAKEN)))]
    if moderates(user):
        ways.append(_leads(user))
    return _awake_sessions(user).where(CaseSession.state == SessionState.CANCELLED, or_(*ways), _is_elsewhere(user))


def open_invitations(user: User) -> Select[tuple[CaseSession]]:
    """Every visible consultation `is_invited` says yes for."""
    asked = _seat(user).where(Seat.state.in_(ASKED))
    return _awake_sessions(user).where(CaseSession.state.in_(OPEN), CaseSession.id.in_(asked), _is_elsewhere(user))


def _is_elsewhere(user: User) -> ColumnElement[bool]:
    left_out = select(CaseExclusion.case_id).where(CaseExclusion.jobcenter_id.in_(user.houses))
    return and_(Case.jobcenter_id.not_in(user.houses), Case.id.not_in(left_out))


def _leads(user: User) -> ColumnElement[bool]:
    return or_(CaseSession.moderator_id == user.id, CaseSession.co_moderator_id == user.id)


def _seat(user: User) -> Select[tuple[str]]:
    return select(Seat.session_id).where(Seat.user_id == user.id)


def _seated(user: User) -> ColumnElement[bool]:
    accepted = _seat(user).where(Seat.state.in_(TAKEN))
    asked = _seat(user).where(Seat.state.in_(ASKED))
    return or_(CaseSession.id.in_(accepted), and_(CaseSession.id.in_(asked), CaseSession.state.in_(OPEN)))


def _awake_sessions(user: User) -> Select[tuple[CaseSession]]:
    sessions = select(CaseSession).join(Case, Case.id == CaseSession.case_id)
    if not consults(user):
        return sessions.where(false())
    return sessions.where(Case.paused_at.is_(None), Case.blocked_at.is_(None), Case.state.in_(READABLE))
