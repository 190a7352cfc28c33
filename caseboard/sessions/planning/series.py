"""The verbs of a series: make it, change what may change, let a date drop out, end it."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from caseboard import audit, clock, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import Conflict, InvalidInput
from caseboard.models import AdviserGroup, Process, Series, SessionSlot, User
from caseboard.policy import planning as rules
from caseboard.sessions.planning.recurrence import Occurrence, Pattern

ENDED = _l("This series has ended already.")


@dataclass(frozen=True)
class Frame:
    """What holds for every date of a series and can be changed later; the dates themselves stay as they are."""

    name: SafeText
    process_id: str
    co_moderator_id: str | None = None
    group_id: str | None = None
    video_link: str | None = None


@command
def make(moderator: User, frame: Frame, pattern: Pattern) -> Series:
    """Make a series with all its dates.

    Raises:
        InvalidInput: no date falls into the time that was given, or something chosen does not exist.
    """
    policy.require(policy.moderates(moderator))
    dates = [date for date in pattern.occurrences() if date.starts_at > clock.now()]
    if all(date.drops_out for date in dates):
        raise InvalidInput({"first_day": _l("No date to come falls into this time.")})
    series = Series(
        moderator_id=moderator.id,
        rhythm=pattern.rhythm,
        every=pattern.every,
        weekday=pattern.weekday,
        nth=pattern.nth,
        wall_time=pattern.wall_time,
        minutes=pattern.minutes,
        first_day=pattern.first_day,
        until=pattern.until,
        count=pattern.count,
        slots=[_slot(date) for date in dates],
    )
    _put(moderator, series, frame)
    db.session.add(series)
    db.session.flush()
    audit.record(moderator, "series.make", f"series:{series.id}")
    return series


@command
def change(moderator: User, series: Series, frame: Frame) -> None:
    """Change name, process, people or link; consultations that are planned already stay as they are."""
    _hold(moderator, series)
    _put(moderator, series, frame)
    audit.record(moderator, "series.change", f"series:{series.id}")


@command
def end(moderator: User, series: Series) -> int:
    """End a series: every free date to come drops out, and how many there were; planned consultations stay."""
    _hold(moderator, series)
    free = [slot for slot in _held_slots(series) if rules.is_free(slot)]
    for slot in free:
        slot.cancelled_at = clock.now()
    series.ended_at = clock.now()
    audit.record(moderator, "series.end", f"series:{series.id}")
    return len(free)


@command
def drop(moderator: User, slot: SessionSlot) -> None:
    """Let one date drop out. Twice does no harm.

    Raises:
        Conflict: a consultation is planned on it.
    """
    hold_slot(slot)
    policy.require(rules.may_cancel_slot(moderator, slot))
    if slot.session_id is not None:
        raise Conflict(_l("A consultation is planned on this date. Please call that off first."))
    if slot.cancelled_at is None:
        slot.cancelled_at = clock.now()
        audit.record(moderator, "slot.drop", f"slot:{slot.id}")


@command
def take_up(moderator: User, slot: SessionSlot) -> None:
    """Let a date take place after all that had dropped out, such as one on a public holiday.

    Raises:
        WrongMoment: it is over, or its series has ended.
        Conflict: the series has another date at the same time.
    """
    hold_slot(slot)
    policy.require(rules.may_cancel_slot(moderator, slot))
    if slot.cancelled_at is None:
        return
    policy.require_moment(rules.may_come_back(slot), _l("This date is over, or its series has ended."))
    same = (SessionSlot.series_id == slot.series_id, SessionSlot.starts_at == slot.starts_at)
    if db.session.scalar(select(SessionSlot.id).where(*same, SessionSlot.cancelled_at.is_(None))):
        raise Conflict(_l("The series has another date at this time already."))
    slot.cancelled_at = None
    audit.record(moderator, "slot.take_up", f"slot:{slot.id}")


def _slot(date: Occurrence) -> SessionSlot:
    dropped = clock.now() if date.drops_out else None
    return SessionSlot(starts_at=date.starts_at, ends_at=date.ends_at, cancelled_at=dropped)


def hold_slot(slot: SessionSlot) -> None:
    """The second of two moderators waits here, and then sees what the first has done."""
    db.session.refresh(slot, with_for_update={"of": SessionSlot})


def _hold(moderator: User, series: Series) -> None:
    db.session.refresh(series, with_for_update={"of": Series})
    policy.require(rules.may_keep_series(moderator, series))
    policy.require_moment(series.ended_at is None, ENDED)


def _held_slots(series: Series) -> list[SessionSlot]:
    held = select(SessionSlot).where(SessionSlot.series_id == series.id).order_by(SessionSlot.id)
    return list(
        db.session.scalars(held.with_for_update(of=SessionSlot).execution_options(populate_existing=True)).unique()
    )


def _put(moderator: User, series: Series, frame: Frame) -> None:
    process = db.session.get(Process, frame.process_id)
    if process is None or not process.live:
        raise InvalidInput({"process_id": _l("Please choose a process that can be held live.")})
    group = db.session.get(AdviserGroup, frame.group_id) if frame.group_id else None
    if frame.group_id and (group is None or not rules.may_keep_group(moderator, group)):
        raise InvalidInput({"group": _l("Please choose one of your groups.")})
    beside = db.session.get(User, frame.co_moderator_id) if frame.co_moderator_id else None
    if frame.co_moderator_id and (beside is None or beside.id == moderator.id or not _moderates(beside)):
        raise InvalidInput({"co_moderator": _l("Please choose another moderator.")})
    series.name, series.process_id = frame.name, frame.process_id
    series.co_moderator_id, series.group_id = frame.co_moderator_id, frame.group_id
    series.video_link = frame.video_link


def _moderates(user: User) -> bool:
    return user.active and policy.moderates(user)
