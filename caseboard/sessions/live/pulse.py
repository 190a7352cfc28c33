"""Has anything changed? Open boards ask this every few seconds; it is one query, writes nothing and loads no row."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, and_, bindparam, select

from caseboard import clock, guard
from caseboard.db import ask
from caseboard.errors import NotFound, SignInNeeded
from caseboard.models import Case, CaseSession, Seat, SeatState, SessionKind, SessionState, SignIn, User
from caseboard.policy.cases import READABLE

MEETING = bindparam("meeting")

ASKED = (
    select(
        User.id,
        User.active,
        SignIn.created_at,
        SignIn.last_seen_at,
        SignIn.ended_at,
        CaseSession.version,
        CaseSession.kind,
        CaseSession.state,
        CaseSession.moderator_id,
        CaseSession.co_moderator_id,
        Case.author_id,
        Case.state.label("case_state"),
        Case.paused_at,
        Case.blocked_at,
        Seat.state.label("seat_state"),
    )
    .join(SignIn, SignIn.user_id == User.id)
    .outerjoin(CaseSession, CaseSession.id == MEETING)
    .outerjoin(Case, Case.id == CaseSession.case_id)
    .outerjoin(Seat, and_(Seat.session_id == MEETING, Seat.user_id == User.id))
    .where(SignIn.token_hash == bindparam("token"))
)

OPEN = frozenset({SessionState.INVITED, SessionState.RUNNING})


@dataclass(frozen=True)
class Pulse:
    """Whether a session goes on, and its version."""

    version: int
    is_open: bool
    is_called_off: bool = False


def feel(session_id: str) -> Pulse:
    """The pulse of a live session for whoever has this page open.

    Whether somebody may still see what has changed is judged in full when something has.

    Raises:
        SignInNeeded: the sign-in is over.
        NotFound: no such session, it rests, or somebody who has no part in it.
    """
    token = guard.token_hash()
    if token is None or "\0" in session_id:
        raise SignInNeeded
    row = ask(ASKED, {"meeting": session_id, "token": token})
    if row is None or not row.active or not guard.holds(row, clock.now()):
        raise SignInNeeded
    if not (row.kind is SessionKind.LIVE and _is_awake(row) and _belongs(row)):
        raise NotFound
    return Pulse(row.version, row.state in OPEN, row.state is SessionState.CANCELLED)


def _is_awake(row: Row[Any]) -> bool:
    return row.paused_at is None and row.blocked_at is None and row.case_state in READABLE


def _belongs(row: Row[Any]) -> bool:
    leads = row.id in {row.moderator_id, row.co_moderator_id, row.author_id}
    return leads or row.seat_state is SeatState.ACCEPTED
