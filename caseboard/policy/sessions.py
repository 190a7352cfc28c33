"""What somebody is in a consultation, and what they may do there: lead, advise, watch, conclude."""

from collections.abc import Set
from enum import StrEnum

from flask_babel import lazy_gettext as _l

from caseboard.errors import NotFound
from caseboard.models import CaseSession, SeatPart, SeatState, SessionKind, SessionState, User
from caseboard.policy import consults, moderates
from caseboard.policy.cases import READABLE
from caseboard.policy.inviting import elsewhere

OPEN = frozenset({SessionState.PLANNED, SessionState.INVITED, SessionState.RUNNING})
"""The states in which people may still be asked and answer."""

SHOWN = OPEN | {SessionState.FINISHED, SessionState.RESULT_SENT}
"""A consultation that was called off is seen by nobody any more."""

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
        and elsewhere(user, case_session.case)
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
        and elsewhere(user, case_session.case)
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
    return case_session.state in OPEN and has_seat(user, case_session, ASKED)


def may_answer_invitation(user: User, case_session: CaseSession) -> bool:
    """Whoever was invited answers, and who accepted may step back, until the perspectives are revealed."""
    return is_invited(user, case_session) or (case_session.state in OPEN and has_place(user, case_session))


def has_place(user: User, case_session: CaseSession) -> bool:
    """Whoever accepted a seat is there: advisers, the note taker, observers."""
    return case_session.state in SHOWN and has_seat(user, case_session, TAKEN)


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


def has_seat(user: User, case_session: CaseSession, states: Set[SeatState]) -> bool:
    """Somebody has a seat with one of these answers, and may still have one."""
    seat = case_session.seat_of(user.id)
    return consults(user) and seat is not None and seat.state in states and elsewhere(user, case_session.case)


def _part(user: User, case_session: CaseSession) -> SeatPart | None:
    seat = case_session.seat_of(user.id)
    return seat.part if seat else None
