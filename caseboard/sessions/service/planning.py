"""The verbs before a consultation runs: plan, invite, answer, call off."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, delete

from caseboard import audit, clock, outbox, policy
from caseboard.db import command, db, forget_deleted
from caseboard.errors import Conflict, InvalidInput
from caseboard.models import (
    Case,
    CaseSession,
    CaseState,
    Perspective,
    Process,
    Seat,
    SeatState,
    SessionKind,
    SessionState,
    User,
)
from caseboard.policy import sessions as rules
from caseboard.sessions import phases
from caseboard.sessions.service.entry import enter, start, thing

ROUND_DAYS = 5
ROUND_ENDS = time(18, 0)
LEAST_ADVISERS = {SessionKind.WRITTEN: 3, SessionKind.LIVE: 1}
"""A round needs several views of one case; a live session also helps with a single colleague."""


@dataclass(frozen=True)
class Plan:
    """What a moderator plans; a written round starts at once and needs no dates."""

    kind: SessionKind
    adviser_ids: frozenset[str]
    least_perspectives: int = 3
    starts_at: datetime | None = None
    minutes: int = 60
    video_link: str | None = None
    process_id: str = phases.USUAL
    without: frozenset[str] = frozenset()

    @property
    def is_live(self) -> bool:
        """Whether it is held on one date."""
        return self.kind is SessionKind.LIVE

    def dates(self) -> tuple[datetime, datetime]:
        """From when to when: five working days until the evening, or the agreed date."""
        if self.starts_at is not None:
            return self.starts_at, self.starts_at + timedelta(minutes=self.minutes)
        last = clock.working_days_after(clock.today(), ROUND_DAYS)
        return clock.now(), datetime.combine(last, ROUND_ENDS, clock.BERLIN)


@command
def plan(moderator: User, case: Case, planned: Plan) -> CaseSession:
    """Plan a consultation and invite its advisers.

    Raises:
        Conflict: the case is planned already.
        InvalidInput: too few advisers, or somebody who cannot advise.
    """
    # the second of two moderators waits here, and then sees what the first has done
    db.session.refresh(case, with_for_update={"of": Case})
    policy.require(rules.may_plan_session(moderator, case))
    require_unplanned(case)
    _require_eligible(moderator, case, planned.adviser_ids, LEAST_ADVISERS[planned.kind])
    starts_at, ends_at = planned.dates()
    agenda = _agenda(planned)
    case_session = CaseSession(
        case_id=case.id,
        case_jobcenter_id=case.jobcenter_id,
        kind=planned.kind,
        state=SessionState.INVITED,
        process_id=planned.process_id,
        agenda=agenda,
        phase=phases.read_agenda(agenda).first.key,
        moderator_id=moderator.id,
        starts_at=starts_at,
        ends_at=ends_at,
        least_perspectives=planned.least_perspectives,
        video_link=planned.video_link,
        seats=[Seat(user_id=user_id) for user_id in sorted(planned.adviser_ids)],
    )
    db.session.add(case_session)
    case.passes_to(CaseState.SCHEDULED, clock.now())
    db.session.flush()
    audit.record(moderator, "session.plan", thing(case_session))
    outbox.tell(planned.adviser_ids, "session.invited", thing(case_session))
    outbox.tell([case.author_id], "session.planned", thing(case_session))
    return case_session


def _agenda(planned: Plan) -> list[dict[str, Any]]:
    """The phases of the chosen process as they are today; later edits change nothing for this consultation."""
    process = db.session.get(Process, planned.process_id)
    fitting = process is not None and process.active and (process.live if planned.is_live else process.written)
    if process is None or not fitting:
        raise InvalidInput({"process": _l("Please choose a process that fits this kind of consultation.")})
    return phases.freeze(process.phases, planned.kind, without=planned.without)


def require_unplanned(case: Case) -> None:
    """One consultation at a time for each case.

    Raises:
        Conflict: there is one already.
    """
    if case.state is not CaseState.RELEASED:
        raise Conflict(_l("A consultation is planned for this case already. Nothing was planned a second time."))


@command
def invite_more(moderator: User, case_session: CaseSession, adviser_ids: frozenset[str]) -> frozenset[str]:
    """Invite further advisers, such as after somebody declined; the ids of those who had not been asked before."""
    enter(rules.may_moderate_session, moderator, case_session)
    policy.require_moment(case_session.state in rules.OPEN, _l("The perspectives are revealed already."))
    fresh = frozenset(user_id for user_id in adviser_ids if case_session.seat_of(user_id) is None)
    _require_eligible(moderator, case_session.case, fresh, 1)
    case_session.seats.extend(Seat(user_id=user_id) for user_id in sorted(fresh))
    audit.record(moderator, "session.invite", thing(case_session))
    outbox.tell(fresh, "session.invited", thing(case_session))
    return fresh


def answer(adviser: User, case_session: CaseSession, accepts: bool) -> None:
    """Accept or decline an invitation; the first acceptance starts a written round, stepping back frees the seat."""
    _answer(adviser, case_session, accepts)
    if not accepts:
        forget_deleted()


@command
def _answer(adviser: User, case_session: CaseSession, accepts: bool) -> None:
    enter(rules.may_answer_invitation, adviser, case_session)
    seat = next(seat for seat in case_session.seats if seat.user_id == adviser.id)
    wanted = SeatState.ACCEPTED if accepts else SeatState.DECLINED
    if seat.state is wanted:
        return
    seat.state, seat.answered_at = wanted, clock.now()
    if not accepts:
        _drop_perspectives(case_session, Perspective.author_id == adviser.id)
    elif case_session.kind is SessionKind.WRITTEN and case_session.state is SessionState.INVITED:
        start(case_session)
    kind = "session.accepted" if accepts else "session.declined"
    audit.record(adviser, kind, thing(case_session))
    outbox.tell_again([case_session.moderator_id], kind, thing(case_session))


def cancel(moderator: User, case_session: CaseSession) -> None:
    """Call a consultation off before anything is revealed; its perspectives are deleted, its case waits again."""
    _cancel(moderator, case_session)
    forget_deleted()


@command
def _cancel(moderator: User, case_session: CaseSession) -> None:
    enter(rules.may_moderate_session, moderator, case_session)
    policy.require_moment(case_session.state in rules.OPEN, _l("The perspectives are revealed already."))
    _drop_perspectives(case_session)
    case_session.state = SessionState.CANCELLED
    case = case_session.case
    case.passes_to(CaseState.RELEASED, clock.now())
    asked = {seat.user_id for seat in case_session.seats if seat.state is not SeatState.DECLINED}
    audit.record(moderator, "session.cancel", thing(case_session))
    outbox.tell({*asked, case.author_id}, "session.cancelled", thing(case_session))


def _drop_perspectives(case_session: CaseSession, *which: ColumnElement[bool]) -> None:
    db.session.execute(delete(Perspective).where(Perspective.session_id == case_session.id, *which))


def _require_eligible(moderator: User, case: Case, wanted: Set[str], least: int) -> None:
    if len(wanted) < least:
        raise InvalidInput({"advisers": _l("Please choose at least %(count)s people.", count=least)})
    eligible = set(db.session.scalars(rules.eligible_advisers(case, moderator).with_only_columns(User.id)))
    if not wanted <= eligible:
        raise InvalidInput({"advisers": _l("Somebody you chose cannot take part. Please choose again.")})
