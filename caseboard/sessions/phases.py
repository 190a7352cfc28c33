"""How a consultation goes: its agenda, frozen when it was planned, and what holds in each phase of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from functools import cache
from itertools import accumulate
from typing import Any

from caseboard import reference
from caseboard.models import CaseSession, SessionKind, SessionState
from caseboard.policy.sessions import Part

__all__ = ["Agenda", "Fit", "Part", "PhaseSpec", "Wording", "Work", "agenda_of", "current", "freeze", "read_agenda"]

USUAL = "six_phases"
"""The process of whoever chooses none, and of consultations from before there was a choice."""


class Work(StrEnum):
    """What happens in a phase; a process can have several phases of the same work."""

    CASTING = "casting"
    REPORT = "report"
    QUESTIONS = "questions"
    KEY_QUESTION = "key_question"
    METHOD = "method"
    CONSULTATION = "consultation"
    RESPONSE = "response"
    CLOSING = "closing"
    REFLECTION = "reflection"


class Fit(Enum):
    """Whether somebody may do something now."""

    FITS = "fits"
    WRONG_MOMENT = "wrong_moment"
    OTHER_LEADS = "other_leads"
    WRONG_PERSON = "wrong_person"


@dataclass(frozen=True)
class Wording:
    """Words of a process in both languages."""

    de: str = ""
    en: str = ""

    def of(self, language: str) -> str:
        """The words in the reader's language."""
        return (self.en if language == "en" else self.de) or self.de or self.en


@dataclass(frozen=True)
class PhaseSpec:
    """What holds while a phase lasts. `share` counts working days of a written round, `minutes` a live session's."""

    key: str
    work: Work
    name: Wording
    goal: Wording = Wording()
    help: Wording = Wording()
    minutes: int | None = None
    share: int | None = None
    speaks: frozenset[Part] = frozenset()
    writes: frozenset[Part] = frozenset()
    prompts: Mapping[Part, Wording] = field(default_factory=dict)
    optional: bool = False
    turns: bool = False
    off: bool = False

    def held(self, kind: SessionKind) -> bool:
        """Whether the phase is held in this kind of consultation."""
        return not self.off and (self.minutes if kind is SessionKind.LIVE else self.share) is not None

    def prompt(self, part: Part, language: str) -> str:
        """What this part is asked to do, or nothing."""
        return self.prompts.get(part, Wording()).of(language)


@dataclass(frozen=True)
class Agenda:
    """The phases of one consultation, in their order."""

    phases: tuple[PhaseSpec, ...]

    @property
    def first(self) -> PhaseSpec:
        """Where a consultation stands before it begins."""
        return self.phases[0]

    def at(self, key: str) -> PhaseSpec:
        """The phase with this key."""
        return next(phase for phase in self.phases if phase.key == key)

    def number(self, key: str) -> int:
        """Which one it is, counted from one."""
        return self.phases.index(self.at(key)) + 1

    def after(self, key: str) -> PhaseSpec | None:
        """What follows; nothing follows the last."""
        return next(iter(self.phases[self.number(key) :]), None)

    def before(self, key: str) -> PhaseSpec | None:
        """What came before; nothing comes before the first."""
        number = self.number(key)
        return self.phases[number - 2] if number > 1 else None

    def first_of(self, work: Work) -> PhaseSpec | None:
        """The first phase of a kind."""
        return next((phase for phase in self.phases if phase.work is work), None)

    def minutes(self) -> int:
        """How long a live session takes."""
        return sum(phase.minutes or 0 for phase in self.phases)

    def days(self) -> int:
        """How many working days a written round takes."""
        return sum(phase.share or 0 for phase in self.phases)

    def ends_after(self, days: int | None = None) -> dict[str, int]:
        """After how many working days each phase of a written round ends, by its key; `days` are shared out anew.

        Every phase with a share gets a day of its own while there are enough of them.
        """
        shared = [phase for phase in self.phases if phase.share]
        wanted = self.days() if days is None else days
        ends = accumulate(phase.share or 0 for phase in shared)
        scaled = [max(1, round(end * wanted / self.days())) for end in ends]
        for place in range(len(scaled)):
            least, most = place + 1, wanted - (len(scaled) - 1 - place)
            scaled[place] = max(min(scaled[place], most), min(least, wanted))
        return {phase.key: end for phase, end in zip(shared, scaled, strict=True)}


def read_agenda(rows: Iterable[Mapping[str, Any]]) -> Agenda:
    """The phases as they stand in a process or in `CaseSession.agenda`."""
    return Agenda(tuple(map(_phase, rows)))


def freeze(
    rows: Sequence[Mapping[str, Any]], kind: SessionKind, *, without: Iterable[str] = ()
) -> list[dict[str, Any]]:
    """The phases of a process that are held in this kind, for `CaseSession.agenda`; optional ones can be left out."""
    left_out = set(without)
    kept = [row for row in rows if _phase(row).held(kind)]
    return [dict(row) for row in kept if not (row.get("optional") and row["key"] in left_out)]


def agenda_of(case_session: CaseSession) -> Agenda:
    """The agenda of a consultation, or the usual one where it was planned without.

    A page asks for it dozens of times, so the row remembers what it was read into as long as it is the same.
    """
    rows = case_session.agenda
    if not rows:
        return usual(case_session.kind)
    remembered = vars(case_session).get("_agenda_read")
    if remembered is None or remembered[0] is not rows:
        remembered = rows, read_agenda(rows)
        vars(case_session)["_agenda_read"] = remembered
    return remembered[1]


def current(case_session: CaseSession) -> PhaseSpec:
    """The phase in which a consultation stands."""
    return agenda_of(case_session).at(case_session.phase)


@cache
def usual(kind: SessionKind) -> Agenda:
    """The usual process as it comes with the program, whole: old consultations may stand in any phase of it."""
    rows = next(row["phases"] for row in reference.shipped("processes")["processes"] if row["id"] == USUAL)
    return read_agenda(row for row in rows if kind is SessionKind.LIVE or not row.get("optional"))


def _phase(row: Mapping[str, Any]) -> PhaseSpec:
    return PhaseSpec(
        key=row["key"],
        work=Work(row["work"]),
        name=_wording(row["name"]),
        goal=_wording(row.get("goal")),
        help=_wording(row.get("help")),
        minutes=row.get("minutes"),
        share=row.get("share"),
        speaks=frozenset(map(Part, row.get("speaks", ()))),
        writes=frozenset(map(Part, row.get("writes", ()))),
        prompts={Part(part): _wording(words) for part, words in row.get("prompts", {}).items()},
        optional=bool(row.get("optional")),
        turns=bool(row.get("turns")),
        off=bool(row.get("off")),
    )


def _wording(row: Mapping[str, str] | None) -> Wording:
    return Wording((row or {}).get("de", ""), (row or {}).get("en", ""))


def first_in_the_app(agenda: Agenda) -> PhaseSpec:
    """Where a consultation stands when it starts to run: what comes before is spoken or was written already."""
    return agenda.first_of(Work.CONSULTATION) or agenda.first


def takes_outcome(state: SessionState, work: Work) -> bool:
    """The case giver says what helped once everything is revealed, and says it once."""
    return state is SessionState.FINISHED and work is Work.CLOSING


def may_be_revealed(kind: SessionKind, state: SessionState, count: int, least: int, *, ended: bool) -> bool:
    """All perspectives are revealed together: as soon as there are enough, or when the time is over.

    A written round without any perspective has nothing to reveal; in a live session cards are optional.
    """
    if state is not SessionState.RUNNING:
        return False
    return count >= least or (ended and (count > 0 or kind is SessionKind.LIVE))
