"""What the pages of a written round may know: no asker, no writer, and no hour that tells who it was."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class PhaseLine:
    """One phase of the round with its last evening."""

    name: str
    ends_at: datetime
    is_now: bool
    is_done: bool


@dataclass(frozen=True)
class QuestionLine:
    """A question without who asked it; its answer comes from the case giver, who has no name here."""

    id: str
    text: str
    asked_at: datetime
    answer: str | None = None
    reason: str | None = None
    """Why it was sent back, for whoever asked it, or why the answer was taken out, for the case giver."""
    is_mine: bool = False
    can_answer: bool = False
    can_return: bool = False
    can_take_back: bool = False


@dataclass(frozen=True)
class Check:
    """One line of the moderator's list: what should be so before everything is revealed."""

    sentence: str
    done: bool


@dataclass(frozen=True)
class RulesCard:
    """What to know before a first round."""

    days: int
    ends_at: datetime
    part: str
    is_new: bool
    """Whether the reader has not said yet that they know it, and the round still goes on."""


@dataclass(frozen=True)
class Returned:
    """A perspective of the reader that was sent back, whichever phase it was written in."""

    id: str
    text: str
    reason: str
    phase: str
    """The name of that phase, where the group consults in several."""
    is_of_now: bool


@dataclass(frozen=True)
class RoundView:
    """A written round beside its case, for one of its people."""

    phases: tuple[PhaseLine, ...]
    key: str
    name: str
    goal: str
    prompt: str
    help: str
    ends_at: datetime
    manners: RulesCard
    is_running: bool
    is_urgent: bool
    questions: tuple[QuestionLine, ...]
    waiting: int
    """How many questions the case giver has not answered."""
    writes_from: datetime | None = None
    """When perspectives are wanted, where the round stands in a phase before that."""
    can_ask: bool = False
    returned: tuple[Returned, ...] = ()
    """What was sent back to the reader, in the order of the phases."""
    can_need_time: bool = False
    needs_time: bool = False


@dataclass(frozen=True)
class HiddenPerspective:
    """A perspective as the moderator looks through it: words without house and name."""

    id: str
    text: str
    phase: str


@dataclass(frozen=True)
class LeadView:
    """What the moderator of a round decides on."""

    checks: tuple[Check, ...]
    hidden: tuple[HiddenPerspective, ...]
    seen: str
    can_look: bool
    sent_back: int
    needing_time: int
    days: tuple[int, ...]
    can_extend: bool
    can_remind: bool
    following: str | None
    preceding: str | None
    extensions: int
