"""Who may do what after a consultation: follow up, look back, prove that one was there, and check what helped."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select

from caseboard.models import (
    Case,
    CaseExclusion,
    CaseSession,
    CaseState,
    Helped,
    HelpedState,
    Role,
    Seat,
    SeatState,
    ServedHouse,
    SessionState,
    User,
    UserRole,
)
from caseboard.policy import NO_CASE_TEXT, consults, moderates
from caseboard.policy.cases import GONE
from caseboard.policy.sessions import OPEN, has_place, may_conclude, may_moderate_session

FOLLOWED = frozenset({CaseState.DISCUSSED, CaseState.FOLLOWED_UP})
"""From the result sheet until the text goes, the case giver can say what became of it."""


def may_follow_up(user: User, case_session: CaseSession) -> bool:
    """Only the case giver says what became of the first step."""
    return may_conclude(user, case_session)


def takes_follow_up(case_session: CaseSession) -> bool:
    """There is something to follow up as soon as there is a result, for as long as its case has words."""
    return case_session.state is SessionState.RESULT_SENT and case_session.case.state in FOLLOWED


def may_give_feedback(user: User, case_session: CaseSession) -> bool:
    """Whoever had a place and the case giver say how it was; whoever led is what is asked about."""
    return has_place(user, case_session) or may_conclude(user, case_session)


def held_at(case_session: CaseSession) -> datetime | None:
    """When people had come together: the end of a live session, or the moment at which a round was revealed."""
    return case_session.finished_at or case_session.revealed_at


WAS_HELD_AT = func.coalesce(CaseSession.finished_at, CaseSession.revealed_at)


def may_note_attendance(user: User, case_session: CaseSession) -> bool:
    """The moderator says who was there, from the beginning of a consultation on."""
    return may_moderate_session(user, case_session) and case_session.started_at is not None


def took_part(user: User, case_session: CaseSession) -> bool:
    """Whoever was there has it on paper, also when the case is gone; never the case giver, who is unnamed.

    Those who lead were there if they did anything or had the board open while it ran: being named is not enough.
    """
    if held_at(case_session) is None or case_session.case.author_id == user.id:
        return False
    seat = case_session.seat_of(user.id)
    led = user.id == case_session.moderator_id and case_session.moderator_came_at is not None
    stood_by = user.id == case_session.co_moderator_id and case_session.co_moderator_came_at is not None
    return led or stood_by or (seat is not None and seat.state is SeatState.ACCEPTED and seat.attended_at is not None)


def attended_sessions(user: User) -> Select[tuple[CaseSession]]:
    """Every consultation `took_part` says yes for."""
    there = select(Seat.session_id).where(
        Seat.user_id == user.id, Seat.state == SeatState.ACCEPTED, Seat.attended_at.is_not(None)
    )
    led = and_(CaseSession.moderator_id == user.id, CaseSession.moderator_came_at.is_not(None))
    stood_by = and_(CaseSession.co_moderator_id == user.id, CaseSession.co_moderator_came_at.is_not(None))
    return (
        select(CaseSession)
        .join(Case, Case.id == CaseSession.case_id)
        .where(WAS_HELD_AT.is_not(None), Case.author_id != user.id, or_(led, stood_by, CaseSession.id.in_(there)))
    )


def led_sessions(user: User) -> Select[tuple[CaseSession]]:
    """Every consultation somebody led as moderator."""
    if not moderates(user):
        return select(CaseSession).where(false())
    return select(CaseSession).where(CaseSession.moderator_id == user.id, CaseSession.state.not_in(OPEN))


def may_read_helped(user: User, helped: Helped) -> bool:
    """What has helped is for everybody who consults, once somebody has checked it and while its case does not rest."""
    return consults(user) and helped.state is HelpedState.SHOWN and not _is_hidden(user, helped.case)


def readable_helped(user: User) -> Select[tuple[Helped]]:
    """Everything `may_read_helped` says yes for."""
    if not consults(user):
        return select(Helped).where(false())
    return _with_case().where(Helped.state == HelpedState.SHOWN, ~_hides(user))


def may_check_helped(user: User, helped: Helped) -> bool:
    """It is looked at while it waits, and once."""
    return helped.state is HelpedState.WAITING and may_look_at_helped(user, helped)


def may_look_at_helped(user: User, helped: Helped) -> bool:
    """Somebody who works neither in the house it comes from nor in one left out checks it; never its author."""
    case = helped.case
    return (
        consults(user)
        and helped.jobcenter_id not in user.houses
        and (case is None or case.author_id != user.id)
        and not _is_hidden(user, case)
    )


def checkable_helped(user: User) -> Select[tuple[Helped]]:
    """Everything `may_check_helped` says yes for."""
    if not consults(user):
        return select(Helped).where(false())
    return _with_case().where(
        Helped.state == HelpedState.WAITING,
        Helped.jobcenter_id.not_in(user.houses),
        or_(Case.id.is_(None), Case.author_id != user.id),
        ~_hides(user),
    )


def helped_checkers(case: Case) -> Select[tuple[User]]:
    """The moderators who are asked to check what helped; whoever else may do it finds it in the collection."""
    inside = case.excluded | {case.jobcenter_id}
    return select(User).where(
        User.active,
        User.id != case.author_id,
        User.jobcenter_id.not_in(inside),
        ~exists().where(ServedHouse.user_id == User.id, ServedHouse.jobcenter_id.in_(inside)),
        exists().where(UserRole.user_id == User.id, UserRole.role == Role.MODERATION),
        ~exists().where(UserRole.user_id == User.id, UserRole.role.in_(NO_CASE_TEXT)),
    )


def _is_hidden(user: User, case: Case | None) -> bool:
    """A case that rests takes with it what helped, and a house that was left out does not read that either."""
    if case is None or case.state in GONE:
        return False
    return case.paused_at is not None or case.blocked_at is not None or bool(user.houses & case.excluded)


def _hides(user: User) -> ColumnElement[bool]:
    left_out = exists().where(CaseExclusion.case_id == Case.id, CaseExclusion.jobcenter_id.in_(user.houses))
    rests = or_(Case.paused_at.is_not(None), Case.blocked_at.is_not(None), left_out)
    return and_(Case.id.is_not(None), Case.state.not_in(GONE), rests)


def _with_case() -> Select[tuple[Helped]]:
    return select(Helped).outerjoin(Case, Case.id == Helped.case_id)
