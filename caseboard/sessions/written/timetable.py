"""The days of a written round: when it ends, when each of its phases does, and when people are reminded.

Only the end of the whole round is stored. The end of a phase is counted back from it, so that extending a round moves
the present phase and all that come after it, and nothing can contradict anything.
"""

from datetime import date, datetime, time, timedelta

from caseboard import clock
from caseboard.models import CaseSession, SessionKind
from caseboard.sessions import phases
from caseboard.sessions.phases import Agenda, PhaseSpec, Work

USUAL_DAYS, URGENT_DAYS = 5, 2
ENDS_AT = time(18, 0)
"""The evening of the last day: whoever writes after their last appointment is still in time."""

REMINDED_BEFORE = 2
"""Long phases are brought to mind this many working days before their end, one of a single day in its last hours."""


def days_of(agenda: Agenda, *, urgent: bool) -> int:
    """How many working days a round takes."""
    return URGENT_DAYS if urgent else agenda.days() or USUAL_DAYS


def planned_end(agenda: Agenda, begins: date, *, urgent: bool) -> datetime:
    """The evening on which a round ends that begins on this day."""
    return evening(clock.working_days_after(begins, days_of(agenda, urgent=urgent)))


def fits_its_days(agenda: Agenda, *, urgent: bool) -> bool:
    """Whether every phase gets a working day of its own."""
    return len(timed(agenda)) <= days_of(agenda, urgent=urgent)


def timed(agenda: Agenda) -> list[PhaseSpec]:
    """The phases that take days; the closing follows when everything is revealed."""
    shared = [phase for phase in agenda.phases if phase.share]
    return shared or [phase for phase in agenda.phases if phase.work is Work.CONSULTATION]


def first(agenda: Agenda) -> PhaseSpec:
    """Where a round begins."""
    return next(iter(timed(agenda)), agenda.first)


def last_consulting(agenda: Agenda) -> PhaseSpec | None:
    """After this phase everything is revealed."""
    return next((phase for phase in reversed(agenda.phases) if phase.work is Work.CONSULTATION), None)


def ends(agenda: Agenda, ends_at: datetime, *, urgent: bool) -> dict[str, datetime]:
    """The end of each phase by its key, counted back from the end of the round."""
    days = days_of(agenda, urgent=urgent)
    after = agenda.ends_after(days)
    left = {phase.key: days - after.get(phase.key, days) for phase in timed(agenda)}
    return {
        key: evening(working_days_before(day_of(ends_at), count)) if count else ends_at for key, count in left.items()
    }


def phase_end(case_session: CaseSession, phase: PhaseSpec | None = None) -> datetime:
    """The end of a phase, or of the present one; what has no end of its own ends with the round."""
    key = phase.key if phase else case_session.phase
    found = ends(phases.agenda_of(case_session), case_session.ends_at, urgent=case_session.urgent)
    return found.get(key, case_session.ends_at)


def following(case_session: CaseSession) -> PhaseSpec | None:
    """The next phase that takes days; after the last the moderator reveals."""
    return _beside(case_session, 1)


def preceding(case_session: CaseSession) -> PhaseSpec | None:
    """The phase before, if there was one."""
    return _beside(case_session, -1)


def writes_from(case_session: CaseSession) -> datetime | None:
    """When perspectives are wanted, where a round stands in a phase before that; nothing while the group consults."""
    path = timed(phases.agenda_of(case_session))
    here = next((place for place, phase in enumerate(path) if phase.key == case_session.phase), len(path))
    works = [phase.work for phase in path]
    if here == len(path) or Work.CONSULTATION not in works[here + 1 :] or works[here] is Work.CONSULTATION:
        return None
    return phase_end(case_session, path[works.index(Work.CONSULTATION, here) - 1])


def extended(ends_at: datetime, days: int) -> datetime:
    """The end after so many more working days; where the time is over already, they count from today."""
    return evening(clock.working_days_after(max(day_of(ends_at), clock.today()), days))


def reminds_on(case_session: CaseSession) -> date:
    """The day on which those are asked who have not written in the present phase."""
    before = min(days_of_phase(case_session) - 1, REMINDED_BEFORE)
    return working_days_before(day_of(phase_end(case_session)), before)


def days_of_phase(case_session: CaseSession) -> int:
    """How many working days the present phase was planned with."""
    agenda = phases.agenda_of(case_session)
    after = agenda.ends_after(days_of(agenda, urgent=case_session.urgent))
    previous = preceding(case_session)
    return after.get(case_session.phase, USUAL_DAYS) - (after.get(previous.key, 0) if previous else 0)


def is_written(case_session: CaseSession) -> bool:
    """Whether a consultation has days and no date."""
    return case_session.kind is SessionKind.WRITTEN


def working_days_before(day: date, count: int) -> date:
    """The working day that lies `count` working days before `day`."""
    while count:
        day -= timedelta(days=1)
        count -= clock.is_working_day(day)
    return day


def morning(day: date) -> datetime:
    """When the mails of a day go out."""
    return datetime.combine(day, time(7, 0), clock.BERLIN)


def evening(day: date) -> datetime:
    """When a day of writing is over."""
    return datetime.combine(day, ENDS_AT, clock.BERLIN)


def day_of(moment: datetime) -> date:
    """The day on the wall."""
    return moment.astimezone(clock.BERLIN).date()


def _beside(case_session: CaseSession, step: int) -> PhaseSpec | None:
    path = timed(phases.agenda_of(case_session))
    keys = [phase.key for phase in path]
    if case_session.phase not in keys:
        return None
    number = keys.index(case_session.phase) + step
    return path[number] if 0 <= number < len(path) else None
