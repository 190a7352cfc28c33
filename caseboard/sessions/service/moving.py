"""The verbs that change what was planned: another date, other seats or another link, and whether the case giver speaks.

Whoever was asked for one date was not asked for another one, so moving asks everybody anew. Answers and cards move the
version of a consultation all the time; what counts as overtaken here is only what the form itself changes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, update

from caseboard import audit, clock, outbox, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db, find
from caseboard.errors import InvalidInput
from caseboard.models import CaseSession, Notice, SeatState, SessionKind, SessionSlot, SessionState, User
from caseboard.policy import inviting
from caseboard.policy import sessions as rules
from caseboard.policy.speaking import may_speak
from caseboard.sessions.seating import move_up, taken
from caseboard.sessions.service.entry import enter, thing
from caseboard.sessions.service.planning import SOMEBODY, take_slot

OVERTAKEN = _l("Somebody else has just changed this. Above stands how it is now, and what you typed is still here.")


class Overtaken(InvalidInput):
    """Somebody else was faster; `now` is the stamp of how it stands, so that sending once more can succeed."""

    def __init__(self, now: str) -> None:
        super().__init__({"": OVERTAKEN})
        self.now = now


REMINDERS = ("session.soon", "session.still_open", "session.too_few")
"""What was told about the former date, and has to be told again about the next."""


@dataclass(frozen=True)
class Move:
    """Another date; `seen` is the stamp of the date that stood on the page."""

    starts_at: datetime
    minutes: int
    seen: str
    slot_id: str | None = None
    reason: SafeText | None = None


@dataclass(frozen=True)
class Arrangement:
    """What can be changed of a consultation without asking anybody again."""

    seen: str
    least_seats: int
    most_seats: int | None
    co_moderator_id: str | None
    video_link: str | None
    moderator_presents: bool


def date_stamp(case_session: CaseSession) -> str:
    """Says whether the date is still the one that somebody saw."""
    return _stamp(case_session.starts_at, case_session.ends_at)


def arrangement_of(case_session: CaseSession) -> Arrangement:
    """Seats, link and people as they are, with the stamp that says so."""
    row = case_session
    parts = (row.least_seats, row.most_seats, row.co_moderator_id, row.video_link, row.moderator_presents)
    return Arrangement(_stamp(*parts), *parts)


def require_movable(case_session: CaseSession) -> None:
    """A live session moves until it is opened.

    Raises:
        WrongMoment: it runs already, or is over.
    """
    waits = case_session.state in {SessionState.PLANNED, SessionState.INVITED}
    policy.require_moment(waits, _l("A consultation can be moved until it is opened."))


@command
def move(moderator: User, case_session: CaseSession, wanted: Move) -> None:
    """Hold a live session on another date; everybody is told and answers again.

    Raises:
        DateTaken: somebody else has just taken the date of the series.
        Overtaken: it was moved by somebody else meanwhile.
        InvalidInput: nothing is different.
    """
    enter(rules.may_move_session, moderator, case_session)
    require_movable(case_session)
    if wanted.seen != date_stamp(case_session):
        raise Overtaken(date_stamp(case_session))
    ends_at = wanted.starts_at + timedelta(minutes=wanted.minutes)
    if (wanted.starts_at, ends_at) == (case_session.starts_at, case_session.ends_at):
        raise InvalidInput({"": _l("This is the date that is planned already.")})
    slot = take_slot(moderator, wanted.slot_id, wanted.starts_at)
    db.session.execute(update(SessionSlot).where(SessionSlot.session_id == case_session.id).values(session_id=None))
    case_session.starts_at, case_session.ends_at = wanted.starts_at, ends_at
    case_session.moved_at = case_session.touched_at = clock.now()
    case_session.changes_its_date(clock.now())
    case_session.move_reason = wanted.reason
    db.session.flush()
    if slot is not None:
        slot.session_id = case_session.id
    _ask_again(case_session)
    audit.record(moderator, "session.move", thing(case_session))


def _ask_again(case_session: CaseSession) -> None:
    """Also whoever declined: often it is for them that a date moves."""
    for seat in case_session.seats:
        seat.state, seat.answered_at, seat.invited_at = SeatState.INVITED, None, clock.now()
    told = [f"{kind}/{thing(case_session)}" for kind in REMINDERS]
    db.session.execute(delete(Notice).where(Notice.key.in_(told)))
    outbox.tell_again({seat.user_id for seat in case_session.seats}, "session.moved", thing(case_session))
    others = {case_session.case.author_id, case_session.co_moderator_id} - {None}
    outbox.tell_again(others, "session.date_moved", thing(case_session))


@command
def arrange(moderator: User, case_session: CaseSession, wanted: Arrangement) -> None:
    """Change seats, video link or co-moderator; nobody loses a place.

    Raises:
        Overtaken: somebody else was faster.
        InvalidInput: more people have accepted, or the co-moderator cannot lead.
    """
    enter(rules.may_moderate_session, moderator, case_session)
    policy.require_moment(case_session.state in rules.OPEN, _l("The perspectives are revealed already."))
    now = arrangement_of(case_session).seen
    if wanted.seen != now:
        raise Overtaken(now)
    _change_seats(case_session, wanted)
    _change_co_moderator(moderator, case_session, wanted.co_moderator_id)
    if case_session.video_link != wanted.video_link and wanted.video_link:
        outbox.tell_again(case_session.accepted(), "session.link_changed", thing(case_session))
    case_session.video_link, case_session.moderator_presents = wanted.video_link, wanted.moderator_presents
    case_session.touched_at = clock.now()
    case_session.changes_its_date(clock.now())
    audit.record(moderator, "session.arrange", thing(case_session))


def _change_seats(case_session: CaseSession, wanted: Arrangement) -> None:
    there = taken(case_session)
    if wanted.most_seats is not None and wanted.most_seats < max(there, wanted.least_seats):
        raise InvalidInput({"most_seats": _l("%(count)s have accepted already. Please choose no fewer.", count=there)})
    case_session.least_seats, case_session.most_seats = wanted.least_seats, wanted.most_seats
    moved = {seat.user_id for seat in move_up(case_session)}
    outbox.tell_again(moved, "session.moved_up", thing(case_session))


def _change_co_moderator(moderator: User, case_session: CaseSession, wanted: str | None) -> None:
    former = case_session.co_moderator_id
    if wanted == former:
        return
    beside, seat = (find(User, wanted), case_session.seat_of(wanted)) if wanted else (None, None)
    sits = seat is not None and seat.state is not SeatState.DECLINED
    if wanted and (beside is None or sits or not inviting.may_lead_beside(beside, case_session.case, moderator)):
        raise InvalidInput({"co_moderator": SOMEBODY})
    case_session.co_moderator_id, case_session.co_moderator_came_at = wanted, None
    outbox.tell_again({former} - {None}, "session.not_co_moderator", thing(case_session))
    outbox.tell_again({wanted} - {None}, "session.co_moderator", thing(case_session))


@command
def speak(case_giver: User, case_session: CaseSession, speaks: bool) -> None:
    """Say that one will speak in a live session, or rather types without a name.

    Raises:
        WrongMoment: with the county known the risk is not low, or the session is over.
    """
    enter(rules.may_conclude, case_giver, case_session)
    policy.require_moment(
        case_session.kind is SessionKind.LIVE and case_session.state in rules.OPEN,
        _l("This can be chosen until a live session is over."),
    )
    policy.require_moment(
        not speaks or may_speak(case_giver, case_session),
        _l("A voice tells the county, and with the county known the risk is not low. Please write instead."),
    )
    if case_session.case_giver_speaks is not speaks:
        case_session.case_giver_speaks, case_session.touched_at = speaks, clock.now()
        audit.record(case_giver, "session.speak" if speaks else "session.type", thing(case_session))


def _stamp(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:24]
