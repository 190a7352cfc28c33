"""Reading series, dates and groups, and what somebody who plans can choose from."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby

from sqlalchemy import Select, select

from caseboard import clock, policy
from caseboard.db import db
from caseboard.models import (
    AdviserGroup,
    CalendarFeed,
    Case,
    CaseSession,
    Process,
    Series,
    SessionKind,
    SessionSlot,
    User,
)
from caseboard.policy import finding
from caseboard.policy import planning as rules
from caseboard.policy.speaking import can_be_spoken_anywhere
from caseboard.sessions import offer, phases
from caseboard.sessions.planning import groups, words
from caseboard.sessions.planning.views import (
    DateView,
    FeedView,
    GroupChoice,
    GroupView,
    Month,
    PlanChoices,
    ProcessChoice,
    SeriesChoices,
    SeriesLine,
    SeriesView,
    SlotChoice,
    SlotView,
)
from caseboard.sessions.views import AdviserChoice
from caseboard.sessions.written import timetable

SHOWN_AFTER = timedelta(days=1)
"""A date stays on the calendar until the day after."""


def plan_choices(moderator: User, case: Case, language: str) -> PlanChoices:
    """What can be chosen for one case: people, moderators and groups only as far as they are offered for it."""
    people = tuple(offer.offered_advisers(moderator, case))
    offered = {person.id for person in people}
    return PlanChoices(
        processes=processes(language),
        people=people,
        moderators=tuple(person for person in people if person.id in _moderator_ids()),
        groups=tuple(
            GroupChoice(group.id, group.name, frozenset(row.user_id for row in group.members) & offered)
            for group in _groups(moderator)
        ),
        slots=tuple(_slot_choice(slot) for slot in _ordered(rules.free_slots(moderator))),
        urgent=case.urgent,
        can_be_spoken=can_be_spoken_anywhere(case),
    )


def date_view(case_session: CaseSession) -> DateView:
    """The consultation as it is planned, for whoever changes that."""
    row = case_session
    beside = db.session.get(User, row.co_moderator_id) if row.co_moderator_id else None
    return DateView(
        id=row.id,
        title=row.case.title or "",
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        accepted=len(row.accepted()),
        least_seats=row.least_seats,
        most_seats=row.most_seats,
        video_link=row.video_link,
        co_moderator=beside.name if beside else None,
        moderator_presents=row.moderator_presents,
    )


def series_choices(moderator: User, language: str) -> SeriesChoices:
    """What can be chosen for a series, whatever the case."""
    able = _moderator_ids()
    people = tuple(person for person in askable(moderator) if person.id in able)
    return SeriesChoices(processes(language), people, own_groups(moderator))


def processes(language: str) -> tuple[ProcessChoice, ...]:
    """The processes that are in use, in their order."""
    rows = db.session.scalars(select(Process).where(Process.active).order_by(Process.position, Process.id))
    return tuple(_process(row, language) for row in rows)


def askable(moderator: User) -> tuple[AdviserChoice, ...]:
    """Everybody who could be in a group."""
    return tuple(AdviserChoice(user.id, user.name, user.jobcenter.name) for user in groups.askable(moderator))


def months(moderator: User) -> tuple[Month, ...]:
    """Every date of every series from yesterday on, by month: nobody plans beside each other."""
    rows = select(SessionSlot).where(SessionSlot.starts_at > clock.now() - SHOWN_AFTER)
    slots = [one_slot(moderator, slot) for slot in _ordered(rows)]
    by_month = groupby(slots, key=lambda slot: slot.starts_at.astimezone(clock.BERLIN).date().replace(day=1))
    return tuple(Month(first, tuple(some)) for first, some in by_month)


def all_series(moderator: User) -> tuple[SeriesLine, ...]:
    """Every series that has not ended, one's own first."""
    rows = db.session.scalars(select(Series).where(Series.ended_at.is_(None)))
    lines = [SeriesLine(row.id, row.name, words.pattern(row), rules.may_keep_series(moderator, row)) for row in rows]
    return tuple(sorted(lines, key=lambda line: (not line.is_own, line.name)))


def one_series(moderator: User, series: Series, language: str) -> SeriesView:
    """One series with all its dates."""
    process = db.session.get_one(Process, series.process_id)
    may_keep = rules.may_keep_series(moderator, series)
    group = db.session.get(AdviserGroup, series.group_id) if series.group_id and may_keep else None
    may_use = may_keep or moderator.id == series.co_moderator_id
    return SeriesView(
        id=series.id,
        name=series.name,
        pattern=words.pattern(series),
        process=process.name_en if language == "en" else process.name_de,
        minutes=series.minutes,
        moderator=_name(series.moderator_id),
        co_moderator=_name(series.co_moderator_id) if series.co_moderator_id else None,
        group=group.name if group else None,
        video_link=series.video_link if may_use else None,
        is_over=series.ended_at is not None,
        may_keep=may_keep,
        slots=tuple(one_slot(moderator, slot) for slot in series.slots),
        frame={
            "name": series.name,
            "process_id": series.process_id,
            "co_moderator": series.co_moderator_id or "",
            "group": series.group_id or "",
            "video_link": series.video_link or "",
        },
    )


def one_slot(moderator: User, slot: SessionSlot) -> SlotView:
    """One date of a series, as this moderator may see it."""
    state = _state(slot)
    meeting = db.session.get(CaseSession, slot.session_id) if slot.session_id else None
    seen = meeting is not None and finding.may_see_session(moderator, meeting)
    return SlotView(
        id=slot.id,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        state=state,
        state_label=words.SLOT_STATES[state],
        series_id=slot.series_id,
        series=slot.series.name,
        moderator=_name(slot.series.moderator_id),
        session_id=slot.session_id if seen else None,
        title=meeting.case.title if meeting is not None and seen else None,
        may_use=rules.may_use_slot(moderator, slot),
        holiday=words.holiday(slot.starts_at),
        may_take_up=rules.may_cancel_slot(moderator, slot) and rules.may_come_back(slot),
    )


def own_groups(moderator: User) -> tuple[GroupView, ...]:
    """The groups of this moderator by name."""
    return tuple(one_group(group) for group in _groups(moderator))


def one_group(group: AdviserGroup) -> GroupView:
    """One group with its people, without those who no longer work here."""
    ids = frozenset(row.user_id for row in group.members)
    rows = [
        user for user in db.session.scalars(select(User).where(User.id.in_(ids), User.active)) if policy.consults(user)
    ]
    people = sorted(f"{user.name} · {user.jobcenter.name}" for user in rows)
    return GroupView(group.id, group.name, tuple(people), frozenset(user.id for user in rows))


def feed(user: User) -> FeedView:
    """Whether there is a calendar address, and since when."""
    row = db.session.get(CalendarFeed, user.id)
    return FeedView(row.created_at if row else None)


def _groups(moderator: User) -> list[AdviserGroup]:
    return sorted(db.session.scalars(rules.own_groups(moderator)), key=lambda group: (group.name, group.id))


def _ordered(slots: Select[tuple[SessionSlot]]) -> Iterable[SessionSlot]:
    return db.session.scalars(slots.order_by(SessionSlot.starts_at, SessionSlot.id)).unique()


def _moderator_ids() -> frozenset[str]:
    return frozenset(user.id for user in db.session.scalars(select(User).where(User.active)) if policy.moderates(user))


def _name(user_id: str) -> str:
    user = db.session.get_one(User, user_id)
    return f"{user.name}, {user.jobcenter.name}"


def _process(row: Process, language: str) -> ProcessChoice:
    agenda = phases.read_agenda(phases.freeze(row.phases, SessionKind.LIVE if row.live else SessionKind.WRITTEN))
    optional = [phase for phase in agenda.phases if phase.optional]
    english = language == "en"
    in_writing = phases.read_agenda(phases.freeze(row.phases, SessionKind.WRITTEN))
    days = timetable.days_of(in_writing, urgent=False)
    return ProcessChoice(
        id=row.id,
        name=row.name_en if english else row.name_de,
        line=row.line_en if english else row.line_de,
        live=row.live,
        written=row.written,
        minutes=agenda.minutes(),
        days=days,
        ends_on=clock.working_days_after(clock.today(), days),
        optional_minutes=sum(phase.minutes or 0 for phase in optional),
        optional=frozenset(phase.key for phase in optional),
        least=row.least_people,
        most=row.most_people,
    )


def _slot_choice(slot: SessionSlot) -> SlotChoice:
    series = slot.series
    return SlotChoice(
        id=slot.id,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        series=series.name,
        process_id=series.process_id,
        video_link=series.video_link,
        co_moderator_id=series.co_moderator_id,
        group_id=series.group_id,
    )


def _state(slot: SessionSlot) -> str:
    if slot.cancelled_at is not None:
        return "dropped"
    if slot.session_id is not None:
        return "planned"
    return "free" if rules.is_free(slot) else "over"
