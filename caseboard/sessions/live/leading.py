"""The verbs of whoever leads a live session: open it, walk through the phases, mind the clock, finish."""

from datetime import timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, func, select

from caseboard import clock, outbox, policy
from caseboard.db import command, db, forget_deleted
from caseboard.errors import InvalidInput
from caseboard.models import (
    CaseSession,
    Perspective,
    PerspectiveState,
    SeatPart,
    SeatState,
    SessionState,
    User,
)
from caseboard.models.contribution import CardKind
from caseboard.policy import sessions as rules
from caseboard.policy.sessions import Part
from caseboard.sessions import phases
from caseboard.sessions.actions import Action
from caseboard.sessions.live import turns
from caseboard.sessions.live.begin import begin
from caseboard.sessions.live.marks import clock_mark, phase_mark, require_same
from caseboard.sessions.phases import PhaseSpec, Work
from caseboard.sessions.service.entry import enter_phase, thing
from caseboard.sessions.service.running import drop_sent_back

EARLY = timedelta(minutes=30)
STEPS = frozenset({1, 5})
"""By how many minutes a phase is made longer."""


@command
def open_session(moderator: User, case_session: CaseSession) -> None:
    """Let a live session begin with the first phase of its agenda.

    Raises:
        WrongMoment: it runs already, too few have accepted, or it is too early.
    """
    begin(Action.START, moderator, case_session)
    policy.require_moment(rules.has_enough_people(case_session), _l("Too few people have accepted so far."))
    policy.require_moment(
        clock.now() >= case_session.starts_at - EARLY,
        _l("A live session can be opened from half an hour before its date."),
    )
    case_session.state, case_session.started_at = SessionState.RUNNING, clock.now()
    _go_to(case_session, phases.agenda_of(case_session).first)


@command
def next_phase(moderator: User, case_session: CaseSession, seen: str) -> None:
    """Go on to the next phase; its time starts at once.

    Raises:
        Collision: the session stands in another phase than the one that was seen.
        WrongMoment: there is no further phase, or something is still hidden after which it could not be revealed.
    """
    begin(Action.NEXT_PHASE, moderator, case_session)
    _require_phase(case_session, seen)
    following = phases.agenda_of(case_session).after(case_session.phase)
    policy.require_moment(following is not None, _l("This is the last phase. You can finish the session now."))
    if following is not None:
        if following.work is Work.REFLECTION:
            require_nothing_hidden(case_session)
        _go_to(case_session, following)


@command
def step_back(moderator: User, case_session: CaseSession, seen: str) -> None:
    """Go back to the phase before, with its whole time.

    Raises:
        Collision: the session stands in another phase than the one that was seen.
    """
    begin(Action.STEP_BACK, moderator, case_session)
    _require_phase(case_session, seen)
    before = phases.agenda_of(case_session).before(case_session.phase)
    policy.require_moment(before is not None, _l("This is the first phase."))
    if before is not None:
        _go_to(case_session, before)


@command
def extend(moderator: User, case_session: CaseSession, minutes: int, seen: str) -> None:
    """Give the phase some more minutes, counted from now where its time is over.

    Raises:
        Collision: the phase or its time has changed since.
    """
    begin(Action.EXTEND, moderator, case_session)
    policy.require(minutes in STEPS)
    require_same(seen, clock_mark(case_session), phases.current(case_session).name)
    case_session.phase_ends_at = max(case_session.phase_ends_at or clock.now(), clock.now()) + timedelta(
        minutes=minutes
    )
    for seat in case_session.seats:
        seat.needs_time_at = None
    case_session.case_giver_needs_time_at = None


@command
def need_time(person: User, case_session: CaseSession) -> None:
    """Say that one needs more time; the moderator sees how many say so, and not who."""
    part = begin(Action.NEED_TIME, person, case_session)
    seat = case_session.seat_of(person.id)
    if part is Part.CASE_GIVER:
        case_session.case_giver_needs_time_at = clock.now()
    elif seat is not None:
        seat.needs_time_at = clock.now()


def finish(moderator: User, case_session: CaseSession, seen: str) -> None:
    """End a live session; the case giver then writes the result sheet in peace.

    What was sent back because it names somebody leaves the files as well.

    Raises:
        Collision: the session stands in another phase than the one that was seen.
        WrongMoment: a card is still hidden.
    """
    if _finish(moderator, case_session, seen):
        forget_deleted()


@command
def _finish(moderator: User, case_session: CaseSession, seen: str) -> bool:
    begin(Action.FINISH, moderator, case_session)
    _require_phase(case_session, seen)
    require_nothing_hidden(case_session)
    return end(moderator, case_session)


def end(moderator: User | None, case_session: CaseSession) -> bool:
    """Let a session be over, inside the running transaction, and tell everybody else; whether something was deleted.

    Without a moderator it is the worker who does, and whoever led it hears of it as well. What names somebody and
    what nobody but its writer has ever seen does not stay.
    """
    dropped = _drop_offers(case_session) | drop_sent_back(case_session)
    case_session.state = SessionState.FINISHED
    case_session.finished_at = case_session.revealed_at = clock.now()
    enter_phase(case_session, phases.agenda_of(case_session).first_of(Work.CLOSING))
    case_session.phase_ends_at = None
    told = case_session.everybody() - {moderator.id if moderator else None}
    outbox.tell(told, "session.finished", thing(case_session))
    return dropped


@command
def assign(moderator: User, case_session: CaseSession, user_id: str, part: SeatPart) -> None:
    """Say who takes notes and who only observes; one person takes notes at a time.

    Raises:
        InvalidInput: somebody without a place.
    """
    begin(Action.ASSIGN, moderator, case_session)
    seat = case_session.seat_of(user_id)
    if seat is None or seat.state is not SeatState.ACCEPTED:
        raise InvalidInput({"user_id": _l("Please choose somebody who takes part.")})
    if part is SeatPart.NOTE_TAKER:
        for other in turns.note_takers(case_session):
            other.part = SeatPart.ADVISER
    seat.part = part
    if not turns.note_takers(case_session):
        case_session.writes_alone = False


@command
def write_alone(moderator: User, case_session: CaseSession, alone: bool) -> None:
    """All speak and one writes, or everybody writes cards of their own."""
    begin(Action.ASSIGN, moderator, case_session)
    policy.require_moment(bool(turns.note_takers(case_session)) or not alone, _l("Please say first who takes notes."))
    case_session.writes_alone = alone


def require_nothing_hidden(case_session: CaseSession) -> None:
    """Nothing that somebody wrote stays behind unseen.

    Raises:
        WrongMoment: a card waits for the moderator.
    """
    hidden = select(func.count()).where(
        Perspective.session_id == case_session.id,
        Perspective.kind == CardKind.THOUGHT,
        Perspective.state == PerspectiveState.QUEUED,
    )
    policy.require_moment(
        not db.session.scalar(hidden), _l("Some cards are still hidden. Please reveal them or send them back first.")
    )


def _drop_offers(case_session: CaseSession) -> bool:
    """Offered key questions that were never revealed; a card that waits would not let the session end."""
    unseen = delete(Perspective).where(
        Perspective.session_id == case_session.id, Perspective.state == PerspectiveState.QUEUED
    )
    return bool(db.session.execute(unseen).rowcount)


def _require_phase(case_session: CaseSession, seen: str) -> None:
    require_same(seen, phase_mark(case_session), phases.current(case_session).name)


def _go_to(case_session: CaseSession, phase: PhaseSpec) -> None:
    enter_phase(case_session, phase)
    turns.begin(case_session, phase)
