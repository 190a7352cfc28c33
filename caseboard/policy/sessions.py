"""Who may plan, moderate, advise in, see and conclude a consultation."""

from collections.abc import Set
from enum import StrEnum

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select

from caseboard.errors import NotFound
from caseboard.models import (
    Case,
    CaseExclusion,
    CaseSession,
    CaseState,
    Role,
    Seat,
    SeatPart,
    SeatState,
    ServedHouse,
    SessionKind,
    SessionState,
    User,
    UserRole,
)
from caseboard.policy import NO_CASE_TEXT, consults, moderates
from caseboard.policy.cases import READABLE, may_read_case, readable_cases

OPEN = frozenset({SessionState.PLANNED, SessionState.INVITED, SessionState.RUNNING})
"""The states in which people may still be asked and answer."""

SHOWN = OPEN | {SessionState.FINISHED, SessionState.RESULT_SENT}
"""A consultation that was called off is seen by nobody any more."""

CONSULTING = frozenset({Role.CASE_MANAGER, Role.MODERATION})

WRITING = frozenset({SeatPart.ADVISER, SeatPart.NOTE_TAKER})
"""Observers watch how people work together and write nothing."""


class Part(StrEnum):
    """What somebody is in a consultation."""

    CASE_GIVER = "case_giver"
    MODERATOR = "moderator"
    CO_MODERATOR = "co_moderator"
    ADVISER = "adviser"
    NOTE_TAKER = "note_taker"
    OBSERVER = "observer"


ASKED = frozenset({SeatState.INVITED, SeatState.TENTATIVE, SeatState.SUBSTITUTE})
"""Whoever has not answered, is not sure yet or waits for a place: they know the key question and nothing else."""

TAKEN = frozenset({SeatState.ACCEPTED})


def may_plan_session(user: User, case: Case) -> bool:
    """Moderators plan a consultation for any released case they may read, unless it only counts for its themes."""
    return moderates(user) and not case.counts_only and may_read_case(user, case)


def plannable_cases(user: User) -> Select[tuple[Case]]:
    """Every case `may_plan_session` says yes for."""
    if not moderates(user):
        return select(Case).where(false())
    return readable_cases(user).where(Case.out_of_reach.is_(False), Case.widespread.is_(False))


def waiting_cases(user: User) -> Select[tuple[Case]]:
    """The plannable cases for which nobody has planned anything yet."""
    return plannable_cases(user).where(Case.state == CaseState.RELEASED)


def may_mark_urgent(user: User, case: Case) -> bool:
    """Moderators put a case first that cannot wait."""
    return may_plan_session(user, case)


def may_lead_beside(user: User, case: Case, moderator: User) -> bool:
    """A co-moderator is another moderator whom the rules of advising would let in."""
    return moderates(user) and may_advise(user, case, moderator)


def may_advise(user: User, case: Case, moderator: User) -> bool:
    """Advisers come from other houses, which the author did not leave out; author and moderator never advise."""
    return user.active and consults(user) and user.id not in {case.author_id, moderator.id} and _elsewhere(user, case)


def eligible_advisers(case: Case, moderator: User) -> Select[tuple[User]]:
    """Everybody `may_advise` says yes for."""
    closed = {case.jobcenter_id} | case.excluded
    return select(User).where(
        User.active,
        User.id.not_in({case.author_id, moderator.id}),
        User.jobcenter_id.not_in(closed),
        ~exists().where(ServedHouse.user_id == User.id, ServedHouse.jobcenter_id.in_(closed)),
        exists().where(UserRole.user_id == User.id, UserRole.role.in_(CONSULTING)),
        ~exists().where(UserRole.user_id == User.id, UserRole.role.in_(NO_CASE_TEXT)),
    )


def is_awake(case_session: CaseSession) -> bool:
    """While its case is paused, blocked, withdrawn or closed, a consultation rests for everybody."""
    case = case_session.case
    return case.paused_at is None and case.blocked_at is None and case.state in READABLE


def require_awake(case_session: CaseSession) -> None:
    """Turn everybody away from a consultation that rests, without saying why.

    Raises:
        NotFound: its case is paused, blocked, withdrawn or closed.
    """
    if not is_awake(case_session):
        raise NotFound(_l("This consultation rests."))


def may_moderate_session(user: User, case_session: CaseSession) -> bool:
    """Whoever planned a consultation runs it."""
    return (
        moderates(user)
        and case_session.state in SHOWN
        and case_session.moderator_id == user.id
        and _elsewhere(user, case_session.case)
    )


def may_move_session(user: User, case_session: CaseSession) -> bool:
    """Whoever runs a live session can hold it on another date; a written round has days and no date."""
    return may_moderate_session(user, case_session) and case_session.kind is SessionKind.LIVE


def may_co_moderate(user: User, case_session: CaseSession) -> bool:
    """Whoever was named beside the moderator stands by and can be handed the consultation."""
    return (
        moderates(user)
        and case_session.state in SHOWN
        and case_session.co_moderator_id == user.id
        and _elsewhere(user, case_session.case)
    )


def may_run_session(user: User, case_session: CaseSession) -> bool:
    """The moderator leads, and the co-moderator can take that over."""
    return may_moderate_session(user, case_session) or may_co_moderate(user, case_session)


def has_enough_people(case_session: CaseSession) -> bool:
    """A live session opens once as many advisers have accepted as it was planned with at least.

    Whoever takes notes or listens does not count: they give the case no view of its own.
    """
    advise = [seat for seat in case_session.seats if seat.part is SeatPart.ADVISER and seat.state in TAKEN]
    return len(advise) >= case_session.least_seats


def is_invited(user: User, case_session: CaseSession) -> bool:
    """Somebody was asked and has not accepted yet, or waits for a place."""
    return case_session.state in OPEN and _has_seat(user, case_session, ASKED)


def may_answer_invitation(user: User, case_session: CaseSession) -> bool:
    """Whoever was invited answers, and who accepted may step back, until the perspectives are revealed."""
    return is_invited(user, case_session) or (case_session.state in OPEN and has_place(user, case_session))


def has_place(user: User, case_session: CaseSession) -> bool:
    """Whoever accepted a seat is there: advisers, the note taker, observers."""
    return case_session.state in SHOWN and _has_seat(user, case_session, TAKEN)


def may_contribute(user: User, case_session: CaseSession) -> bool:
    """Advisers and the note taker give perspectives; moderators, observers and the case giver never do."""
    return has_place(user, case_session) and _part(user, case_session) in WRITING


def may_observe(user: User, case_session: CaseSession) -> bool:
    """Advisers who accepted say whether they have this too."""
    return may_contribute(user, case_session)


def may_conclude(user: User, case_session: CaseSession) -> bool:
    """Only the case giver says what helped."""
    return consults(user) and case_session.state in SHOWN and case_session.case.author_id == user.id


def may_read_along(user: User, case_session: CaseSession) -> bool:
    """Whoever has a part in a consultation sees the case, what is revealed and the result."""
    return part_of(user, case_session) is not None


def part_of(user: User, case_session: CaseSession) -> Part | None:
    """What somebody is in a consultation; nothing until they have accepted."""
    if may_moderate_session(user, case_session):
        return Part.MODERATOR
    if may_co_moderate(user, case_session):
        return Part.CO_MODERATOR
    if may_conclude(user, case_session):
        return Part.CASE_GIVER
    part = _part(user, case_session)
    return Part(part.value) if part and has_place(user, case_session) else None


def may_keep_the_date(user: User, case_session: CaseSession) -> bool:
    """Calendar entries are for whoever leads or accepted, never for the case giver: others read calendars too."""
    return (
        may_moderate_session(user, case_session) or may_co_moderate(user, case_session) or has_place(user, case_session)
    )


def may_hear_it_is_off(user: User, case_session: CaseSession) -> bool:
    """Whoever had a part or a place hears that a consultation was called off, and reads nothing of it any more."""
    if case_session.state is not SessionState.CANCELLED or not consults(user) or not is_awake(case_session):
        return False
    leads = user.id in {case_session.moderator_id, case_session.co_moderator_id}
    asked = _has_seat(user, case_session, ASKED | TAKEN)
    return case_session.case.author_id == user.id or asked or (leads and _elsewhere(user, case_session.case))


def may_look_for(user: User, case_session: CaseSession) -> bool:
    """Whoever takes part finds a consultation, and whoever did finds a kind sentence where it was called off."""
    return takes_part(user, case_session) or may_hear_it_is_off(user, case_session)


def takes_part(user: User, case_session: CaseSession) -> bool:
    """Whoever reads along or is invited belongs to a consultation; who declined does not any more."""
    return may_read_along(user, case_session) or is_invited(user, case_session)


def may_see_session(user: User, case_session: CaseSession) -> bool:
    """Whoever takes part sees the consultation, unless it rests."""
    return takes_part(user, case_session) and is_awake(case_session)


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


def open_invitations(user: User) -> Select[tuple[CaseSession]]:
    """Every visible consultation `is_invited` says yes for."""
    asked = _seat(user).where(Seat.state.in_(ASKED))
    return _awake_sessions(user).where(CaseSession.state.in_(OPEN), CaseSession.id.in_(asked), _is_elsewhere(user))


def _elsewhere(user: User, case: Case) -> bool:
    return not user.houses & ({case.jobcenter_id} | case.excluded)


def _is_elsewhere(user: User) -> ColumnElement[bool]:
    left_out = select(CaseExclusion.case_id).where(CaseExclusion.jobcenter_id.in_(user.houses))
    return and_(Case.jobcenter_id.not_in(user.houses), Case.id.not_in(left_out))


def _has_seat(user: User, case_session: CaseSession, states: Set[SeatState]) -> bool:
    seat = case_session.seat_of(user.id)
    return consults(user) and seat is not None and seat.state in states and _elsewhere(user, case_session.case)


def _part(user: User, case_session: CaseSession) -> SeatPart | None:
    seat = case_session.seat_of(user.id)
    return seat.part if seat else None


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
