"""The phases of a consultation after Tietze, as data: how long each takes, what follows, who speaks and who writes."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from caseboard.models import SessionKind, SessionState


class Phase(StrEnum):
    """The six phases, in their order."""

    CASTING = "casting"
    REPORT = "report"
    KEY_QUESTION = "key_question"
    METHOD = "method"
    CONSULTATION = "consultation"
    CLOSING = "closing"


class Part(StrEnum):
    """What somebody is in a consultation."""

    MODERATOR = "moderator"
    CASE_GIVER = "case_giver"
    ADVISER = "adviser"


EVERYBODY = frozenset(Part)


@dataclass(frozen=True)
class PhaseRule:
    """What holds while a phase lasts."""

    minutes: int
    speaks: frozenset[Part]
    writes: frozenset[Part]


RULES: dict[Phase, PhaseRule] = {
    Phase.CASTING: PhaseRule(5, EVERYBODY, frozenset({Part.MODERATOR})),
    # advisers hold back while the case is told; their questions go through the moderator
    Phase.REPORT: PhaseRule(
        10, frozenset({Part.CASE_GIVER, Part.MODERATOR}), frozenset({Part.CASE_GIVER, Part.MODERATOR})
    ),
    Phase.KEY_QUESTION: PhaseRule(
        5, frozenset({Part.CASE_GIVER, Part.MODERATOR}), frozenset({Part.CASE_GIVER, Part.MODERATOR})
    ),
    Phase.METHOD: PhaseRule(5, EVERYBODY, frozenset({Part.MODERATOR})),
    # the case giver only listens, and the moderator leads without advising
    Phase.CONSULTATION: PhaseRule(10, frozenset({Part.ADVISER, Part.MODERATOR}), frozenset({Part.ADVISER})),
    Phase.CLOSING: PhaseRule(5, frozenset({Part.CASE_GIVER, Part.MODERATOR}), frozenset({Part.CASE_GIVER})),
}

NEXT: dict[Phase, Phase | None] = dict(zip(Phase, [*list(Phase)[1:], None], strict=True))
"""What follows each phase; nothing follows the last."""

FIRST_IN_THE_APP: dict[SessionKind, Phase] = {
    # the case and its key question are written and released already, and the method of a round is fixed
    SessionKind.WRITTEN: Phase.CONSULTATION,
    # the phases before it are spoken on the video call
    SessionKind.LIVE: Phase.CONSULTATION,
}
"""Where a consultation stands when it starts to run."""


class Fit(Enum):
    """Whether somebody may do something now."""

    FITS = "fits"
    WRONG_MOMENT = "wrong_moment"
    WRONG_PERSON = "wrong_person"


def writing(part: Part, *, meant_for: Phase, now: Phase) -> Fit:
    """Whether `part` may write what belongs to the phase `meant_for`, while the phase is `now`."""
    if part not in RULES[meant_for].writes:
        return Fit.WRONG_PERSON
    return Fit.FITS if now is meant_for else Fit.WRONG_MOMENT


def takes_perspectives(state: SessionState, phase: Phase) -> bool:
    """Perspectives are written while the consultation runs and is in its consultation phase."""
    fit = writing(Part.ADVISER, meant_for=Phase.CONSULTATION, now=phase)
    return state is SessionState.RUNNING and fit is Fit.FITS


def takes_outcome(state: SessionState, phase: Phase) -> bool:
    """The case giver says what helped once everything is revealed, and says it once."""
    fit = writing(Part.CASE_GIVER, meant_for=Phase.CLOSING, now=phase)
    return state is SessionState.FINISHED and fit is Fit.FITS


def may_be_revealed(kind: SessionKind, state: SessionState, count: int, least: int, *, ended: bool) -> bool:
    """All perspectives are revealed together: as soon as there are enough, or when the time is over.

    A written round without any perspective has nothing to reveal; in a live session cards are optional.
    """
    if state is not SessionState.RUNNING:
        return False
    return count >= least or (ended and (count > 0 or kind is SessionKind.LIVE))
