"""The verbs before a consultation runs: plan, invite, answer, call off."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, delete, update

from caseboard import audit, clock, outbox, policy
from caseboard.db import command, db, find, forget_deleted
from caseboard.errors import Conflict, InvalidInput
from caseboard.models import (
    CardGroup,
    Case,
    CaseSession,
    CaseState,
    Perspective,
    Process,
    Question,
    Seat,
    SeatPart,
    SeatState,
    SessionKind,
    SessionSlot,
    SessionState,
    User,
)
from caseboard.policy import inviting
from caseboard.policy import planning as dates
from caseboard.policy import sessions as rules
from caseboard.sessions import phases
from caseboard.sessions.phases import Agenda
from caseboard.sessions.service.entry import enter, thing
from caseboard.sessions.written import timetable

LEAST_ADVISERS = {SessionKind.WRITTEN: 3, SessionKind.LIVE: 1}
"""A round needs several views of one case; a live session also helps with a single colleague."""

TAKEN = _l("This date has just been taken or has dropped out. Nothing was planned; choose another one.")
SOMEBODY = _l("Somebody you chose cannot take part. Please choose again.")


class DateTaken(InvalidInput):
    """Somebody else was faster; the form comes back with everything that was chosen beside it."""

    status = 409

    def __init__(self) -> None:
        super().__init__({"slot": TAKEN})


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
    urgent: bool = False
    slot_id: str | None = None
    co_moderator_id: str | None = None
    note_taker_id: str | None = None
    observer_ids: frozenset[str] = frozenset()
    least_seats: int = 1
    most_seats: int | None = None
    moderator_presents: bool = False

    @property
    def is_live(self) -> bool:
        """Whether it is held on one date."""
        return self.kind is SessionKind.LIVE

    def seats(self) -> list[Seat]:
        """A seat for everybody who is asked, each with its part."""
        parts = dict.fromkeys(sorted(self.adviser_ids), SeatPart.ADVISER)
        parts |= dict.fromkeys(sorted(self.observer_ids), SeatPart.OBSERVER)
        parts |= {self.note_taker_id: SeatPart.NOTE_TAKER} if self.note_taker_id else {}
        return [Seat(user_id=user_id, part=part) for user_id, part in parts.items()]

    def dates(self, agenda: Agenda) -> tuple[datetime, datetime]:
        """From when to when: some working days until the evening, or the agreed date."""
        if self.starts_at is not None:
            return self.starts_at, self.starts_at + timedelta(minutes=self.minutes)
        return clock.now(), timetable.planned_end(agenda, clock.today(), urgent=self.urgent)


@command
def plan(moderator: User, case: Case, planned: Plan) -> CaseSession:
    """Plan a consultation and invite its advisers.

    Raises:
        Conflict: the case is planned already.
        DateTaken: somebody else has just taken the date.
        InvalidInput: too few advisers, or somebody who cannot take part.
    """
    # the second of two moderators waits here, and then sees what the first has done
    db.session.refresh(case, with_for_update={"of": Case})
    policy.require(inviting.may_plan_session(moderator, case))
    require_unplanned(case)
    _require_people(moderator, case, planned)
    slot = take_slot(moderator, planned.slot_id, planned.starts_at)
    agenda = _agenda(planned)
    held = phases.read_agenda(agenda)
    starts_at, ends_at = planned.dates(held)
    case_session = CaseSession(
        case_id=case.id,
        case_jobcenter_id=case.jobcenter_id,
        kind=planned.kind,
        state=SessionState.INVITED,
        process_id=planned.process_id,
        agenda=agenda,
        phase=held.first.key,
        moderator_id=moderator.id,
        co_moderator_id=planned.co_moderator_id,
        starts_at=starts_at,
        ends_at=ends_at,
        least_perspectives=planned.least_perspectives,
        least_seats=planned.least_seats,
        most_seats=planned.most_seats,
        urgent=planned.urgent,
        moderator_presents=planned.moderator_presents,
        video_link=planned.video_link,
        seats=planned.seats(),
    )
    db.session.add(case_session)
    case.passes_to(CaseState.SCHEDULED, clock.now())
    db.session.flush()
    if slot is not None:
        slot.session_id = case_session.id
    audit.record(moderator, "session.plan", thing(case_session))
    _tell_everybody(case, case_session)
    return case_session


def _tell_everybody(case: Case, case_session: CaseSession) -> None:
    outbox.tell({seat.user_id for seat in case_session.seats}, "session.invited", thing(case_session))
    outbox.tell([case.author_id], "session.planned", thing(case_session))
    if case_session.co_moderator_id:
        outbox.tell([case_session.co_moderator_id], "session.co_moderator", thing(case_session))


def take_slot(moderator: User, slot_id: str | None, starts_at: datetime | None) -> SessionSlot | None:
    """The date of a series, if one was chosen and nobody else was faster."""
    if slot_id is None:
        return None
    slot = find(SessionSlot, slot_id)
    policy.require(slot is not None)
    db.session.refresh(slot, with_for_update={"of": SessionSlot})
    policy.require(dates.may_use_slot(moderator, slot))
    if not dates.is_free(slot) or slot.starts_at != starts_at:
        raise DateTaken
    return slot


def _agenda(planned: Plan) -> list[dict[str, Any]]:
    """The phases of the chosen process as they are today; later edits change nothing for this consultation."""
    process = db.session.get(Process, planned.process_id)
    fitting = process is not None and process.active and (process.live if planned.is_live else process.written)
    if process is None or not fitting:
        raise InvalidInput({"process_id": _l("Please choose a process that fits this kind of consultation.")})
    rows = phases.freeze(process.phases, planned.kind, without=planned.without)
    if not planned.is_live and not timetable.fits_its_days(phases.read_agenda(rows), urgent=planned.urgent):
        raise InvalidInput({"process_id": _l("This process has more phases in writing than an urgent round has days.")})
    return rows


def require_unplanned(case: Case) -> None:
    """One consultation at a time for each case.

    Raises:
        Conflict: there is one already.
    """
    if case.state is not CaseState.RELEASED:
        raise Conflict(_l("A consultation is planned for this case already. Nothing was planned a second time."))


@command
def invite_more(
    moderator: User, case_session: CaseSession, adviser_ids: frozenset[str], part: SeatPart = SeatPart.ADVISER
) -> frozenset[str]:
    """Invite further people, such as after somebody declined; the ids of those who had not been asked before."""
    enter(rules.may_moderate_session, moderator, case_session)
    policy.require_moment(case_session.state in rules.OPEN, _l("The perspectives are revealed already."))
    fresh = frozenset(user_id for user_id in adviser_ids if case_session.seat_of(user_id) is None)
    _require_eligible(moderator, case_session.case, fresh, 1)
    listens = part is not SeatPart.ADVISER and case_session.kind is SessionKind.WRITTEN
    if case_session.co_moderator_id in fresh or listens:
        raise InvalidInput({"advisers": SOMEBODY})
    case_session.seats.extend(Seat(user_id=user_id, part=part) for user_id in sorted(fresh))
    case_session.touched_at = clock.now()
    audit.record(moderator, "session.invite", thing(case_session))
    outbox.tell(fresh, "session.invited", thing(case_session))
    return fresh


def require_open(case_session: CaseSession) -> None:
    """A consultation can be called off until what was written is revealed, or a live session is finished.

    Raises:
        WrongMoment: it is.
        NotFound: it rests.
    """
    rules.require_awake(case_session)
    policy.require_moment(case_session.state in rules.OPEN, _l("The perspectives are revealed already."))


def cancel(moderator: User, case_session: CaseSession) -> None:
    """Call a consultation off before anything is revealed; what was said is deleted, and its case waits again."""
    _cancel(moderator, case_session)
    forget_deleted()


@command
def _cancel(moderator: User, case_session: CaseSession) -> None:
    enter(rules.may_moderate_session, moderator, case_session)
    require_open(case_session)
    call_off(moderator, case_session)


def call_off(actor: User | None, case_session: CaseSession) -> None:
    """Call a consultation off inside the running transaction; without an actor it is the worker who does."""
    _drop_all_words(case_session)
    case_session.state, case_session.touched_at = SessionState.CANCELLED, clock.now()
    case_session.changes_its_date(clock.now())
    db.session.execute(update(SessionSlot).where(SessionSlot.session_id == case_session.id).values(session_id=None))
    case = case_session.case
    case.passes_to(CaseState.RELEASED, clock.now())
    asked = {seat.user_id for seat in case_session.seats if seat.state is not SeatState.DECLINED}
    audit.record(actor, "session.cancel", thing(case_session))
    lead = {case_session.co_moderator_id, None if actor else case_session.moderator_id} - {None}
    outbox.tell({*asked, *lead, case.author_id}, "session.cancelled", thing(case_session))


def _drop_all_words(case_session: CaseSession) -> None:
    drop_perspectives(case_session)
    for table in (CardGroup, Question):
        db.session.execute(delete(table).where(table.session_id == case_session.id))
    case_session.key_question = case_session.first_step = case_session.move_reason = None


def drop_perspectives(case_session: CaseSession, *which: ColumnElement[bool]) -> None:
    """Delete perspectives inside the running transaction; `forget_deleted` takes them out of the files."""
    db.session.execute(delete(Perspective).where(Perspective.session_id == case_session.id, *which))


def _require_people(moderator: User, case: Case, planned: Plan) -> None:
    """Nobody has two parts, and whoever listens or takes notes comes from elsewhere just as those who advise."""
    if len(planned.adviser_ids) < LEAST_ADVISERS[planned.kind]:
        least = LEAST_ADVISERS[planned.kind]
        raise InvalidInput({"advisers": _l("Please choose at least %(count)s people.", count=least)})
    listening = planned.observer_ids | ({planned.note_taker_id} - {None})
    people = [*planned.adviser_ids, *planned.observer_ids, planned.note_taker_id, planned.co_moderator_id]
    present = [user_id for user_id in people if user_id]
    if len(set(present)) < len(present):
        raise InvalidInput({"advisers": _l("Somebody has two parts. Please give everybody one.")})
    if planned.kind is SessionKind.WRITTEN and listening:
        raise InvalidInput({"observers": _l("In a written round there is nothing to listen to.")})
    _require_eligible(moderator, case, planned.adviser_ids | listening, 1)
    beside = find(User, planned.co_moderator_id) if planned.co_moderator_id else None
    if planned.co_moderator_id and (beside is None or not inviting.may_lead_beside(beside, case, moderator)):
        raise InvalidInput({"co_moderator": SOMEBODY})


def _require_eligible(moderator: User, case: Case, wanted: Set[str], least: int) -> None:
    if len(wanted) < least:
        raise InvalidInput({"advisers": _l("Please choose at least %(count)s people.", count=least)})
    eligible = set(db.session.scalars(inviting.eligible_advisers(case, moderator).with_only_columns(User.id)))
    if not wanted <= eligible:
        raise InvalidInput({"advisers": SOMEBODY})


@command
def urge(user: User, case: Case, urgent: bool) -> None:
    """Put a waiting case first because it cannot wait, or back among the others."""
    db.session.refresh(case, with_for_update={"of": Case})
    policy.require(inviting.may_mark_urgent(user, case))
    require_unplanned(case)
    if case.urgent is not urgent:
        case.urgent = urgent
        audit.record(user, "case.urge" if urgent else "case.calm", f"case:{case.id}")
