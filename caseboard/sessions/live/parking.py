"""The parking lot: what was put aside in earlier sessions comes back, with its day, until it is settled."""

from sqlalchemy import ColumnElement, Select, exists, or_, select

from caseboard import audit, clock, policy
from caseboard.db import command, db
from caseboard.models import (
    Case,
    CaseSession,
    Perspective,
    PerspectiveState,
    Seat,
    SeatState,
    SessionKind,
    SessionSlot,
    SessionState,
    User,
)
from caseboard.policy import cases as case_rules
from caseboard.policy import sessions as rules
from caseboard.sessions.live.views import ParkedBefore
from caseboard.sessions.service.entry import enter, thing


def parked_before(user: User, case_session: CaseSession) -> tuple[ParkedBefore, ...]:
    """What waits from earlier sessions, as far as this reader may read their cases; the last ones first."""
    found = db.session.execute(_waiting(user, case_session).order_by(CaseSession.starts_at.desc(), Perspective.id))
    return tuple(ParkedBefore(row.id, str(row.text), row.starts_at) for row in found)


@command
def settle(moderator: User, case_session: CaseSession, card_id: str) -> None:
    """Say that the group has come back to it: it waits no more, here and in every other session.

    Raises:
        NotAllowed: somebody else than the moderator, or a card that does not wait for them.
    """
    enter(rules.may_moderate_session, moderator, case_session)
    policy.require(case_session.kind is SessionKind.LIVE)
    waits = _waiting(moderator, case_session).where(Perspective.id == card_id).with_only_columns(Perspective.id)
    policy.require(db.session.scalar(waits) is not None)
    card = db.session.get_one(Perspective, card_id)
    card.settled_at = clock.now()
    audit.record(moderator, "live.settle", thing(card.case_session))


def _waiting(user: User, case_session: CaseSession) -> Select[tuple[str, str, object]]:
    readable = case_rules.readable_cases(user).with_only_columns(Case.id)
    return (
        select(Perspective.id, Perspective.text, CaseSession.starts_at)
        .join(CaseSession, CaseSession.id == Perspective.session_id)
        .where(
            _comes_before(user, case_session),
            CaseSession.starts_at < case_session.starts_at,
            CaseSession.state.in_({SessionState.FINISHED, SessionState.RESULT_SENT}),
            CaseSession.case_id.in_(readable),
            Perspective.parked_at.is_not(None),
            Perspective.settled_at.is_(None),
            Perspective.state == PerspectiveState.REVEALED,
        )
    )


def _comes_before(user: User, case_session: CaseSession) -> ColumnElement[bool]:
    """Sessions of the same series, and those that the same moderator led and in which this reader was as well."""
    series = select(SessionSlot.series_id).where(SessionSlot.session_id == case_session.id)
    slots = select(SessionSlot.session_id).where(SessionSlot.series_id.in_(series))
    sat = exists().where(Seat.session_id == CaseSession.id, Seat.user_id == user.id, Seat.state == SeatState.ACCEPTED)
    was_there = or_(sat, CaseSession.moderator_id == user.id, CaseSession.co_moderator_id == user.id)
    led_by_the_same = (CaseSession.moderator_id == case_session.moderator_id) & was_there
    return or_(CaseSession.id.in_(slots), led_by_the_same)
