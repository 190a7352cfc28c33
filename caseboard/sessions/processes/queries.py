"""Reading processes: lines for the list, and one process with its phases, in the reader's language."""

from dataclasses import dataclass

from caseboard.db import db
from caseboard.models import Process, User
from caseboard.policy import processes as rules
from caseboard.sessions.phases import Agenda, PhaseSpec, read_agenda


@dataclass(frozen=True)
class PhaseLine:
    """One phase in a table."""

    key: str
    name: str
    goal: str
    minutes: int | None
    share: int | None
    optional: bool
    off: bool
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class ProcessView:
    """One process, by itself and on the list; minutes and days are those of everything that is held."""

    id: str
    name: str
    line: str
    live: bool
    written: bool
    people: tuple[int, int]
    minutes: int
    days: int
    active: bool
    phases: tuple[PhaseLine, ...]


def processes(user: User, language: str) -> tuple[ProcessView, ...]:
    """All processes, in their order."""
    rows = db.session.scalars(rules.keepable_processes(user).order_by(Process.position, Process.id))
    return tuple(process_view(row, language) for row in rows)


def process_view(process: Process, language: str) -> ProcessView:
    """One process with its phases."""
    agenda = read_agenda(process.phases)
    held = Agenda(tuple(phase for phase in agenda.phases if not phase.off))
    last = len(agenda.phases) - 1
    return ProcessView(
        id=process.id,
        name=process.name_en if language == "en" else process.name_de,
        line=process.line_en if language == "en" else process.line_de,
        live=process.live,
        written=process.written,
        people=(process.least_people, process.most_people),
        minutes=held.minutes(),
        days=held.days(),
        active=process.active,
        phases=tuple(_line(phase, language, place, last) for place, phase in enumerate(agenda.phases)),
    )


def _line(phase: PhaseSpec, language: str, place: int, last: int) -> PhaseLine:
    return PhaseLine(
        key=phase.key,
        name=phase.name.of(language),
        goal=phase.goal.of(language),
        minutes=phase.minutes,
        share=phase.share,
        optional=phase.optional,
        off=phase.off,
        is_first=place == 0,
        is_last=place == last,
    )
