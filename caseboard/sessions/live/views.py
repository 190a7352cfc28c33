"""What the live board may know: each person gets what they may see at this moment, and nothing that is still hidden."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from flask_babel import LazyString

from caseboard.sessions.views import CaseText, Person
from caseboard.similar import Beside


@dataclass(frozen=True)
class Step:
    """One phase in the row of all phases."""

    number: int
    name: str
    state: str


@dataclass(frozen=True)
class PhaseLine:
    """The phase in which the session stands, as this person reads it.

    `work` is what happens in it, `turns` whether people come one by one.
    """

    number: int
    count: int
    name: str
    goal: str
    prompt: str
    help: str
    speakers: tuple[LazyString, ...]
    work: str
    turns: bool
    is_last: bool
    following: str
    mark: str
    clock_mark: str
    ends_at: datetime | None
    is_over: bool
    left: int
    """Seconds until its time is over."""


@dataclass(frozen=True)
class CardView:
    """A card; nothing tells who wrote it, but `is_own` to whoever did. `sign` and `mark` say what was read of it."""

    id: str
    text: str
    mark: str
    sign: str
    state: str
    reason: str | None = None
    is_parked: bool = False
    is_taken: bool = False
    group_id: str | None = None
    is_note: bool = False
    is_own: bool = False


@dataclass(frozen=True)
class GroupView:
    """Cards that belong together."""

    id: str
    name: str | None
    mark: str
    number: int
    cards: tuple[CardView, ...]


@dataclass(frozen=True)
class QuestionView:
    """A question to the case giver; `is_own` is known to whoever asked it, and to nobody else."""

    id: str
    text: str
    answer: str | None
    mark: str
    is_own: bool = False
    reason: str | None = None
    answer_reason: str | None = None
    """Why the answer was taken out, for the case giver alone."""


@dataclass(frozen=True)
class MethodView:
    """How the group consults."""

    id: str
    name: str
    line: str
    prompt: str
    example: str
    good_when: str
    minutes: int
    suits: bool = False
    is_longer: bool = False
    """Whether it takes more minutes than the group has for it."""


@dataclass(frozen=True)
class SeatView:
    """Somebody with a place; the case giver has none. Only the moderator gets ids, to hand out tasks."""

    name: str
    house: str
    part: LazyString | None
    is_there: bool
    has_turn: bool
    id: str | None = None
    part_key: str = ""


@dataclass(frozen=True)
class Board:
    """Everything that changes while a session runs, for one person."""

    id: str
    version: int
    every: int
    part: str
    is_open: bool
    can: frozenset[str]
    steps: tuple[Step, ...] = ()
    phase: PhaseLine | None = None
    key_question: str | None = None
    key_question_mark: str = ""
    first_step: str | None = None
    first_step_mark: str = ""
    method: MethodView | None = None
    methods: tuple[MethodView, ...] = ()
    hidden: int = 0
    offered: int = 0
    need_time: int = 0
    asked_for_time: bool = False
    mine: tuple[CardView, ...] = ()
    queue: tuple[CardView, ...] = ()
    offers: tuple[CardView, ...] = ()
    notes: tuple[CardView, ...] = ()
    groups: tuple[GroupView, ...] = ()
    single: tuple[CardView, ...] = ()
    parked: tuple[CardView, ...] = ()
    questions: tuple[QuestionView, ...] = ()
    seats: tuple[SeatView, ...] = ()
    is_awaited: bool = False
    """Whether nobody knows yet that this person has come; the page says so by itself where it has a script."""
    turn: str | None = None
    has_turn: bool = False
    writes_alone: bool = False
    note_taker: str | None = None
    co_moderator: str | None = None
    starts_at: datetime | None = None
    accepted: int = 0
    least_seats: int = 1
    once: Mapping[str, str] = field(default_factory=dict)
    """Keys that make a second click harmless, one for each form."""


@dataclass(frozen=True)
class ParkedBefore:
    """A card that was put aside in an earlier session, and the date of that session."""

    id: str
    text: str
    day: datetime


@dataclass(frozen=True)
class BoardPage:
    """What stands around the board and does not change while people look at it."""

    title: str
    case: CaseText
    video_link: str | None
    moderator: Person | None
    moderator_presents: bool
    case_giver_speaks: bool
    beside: Beside | None
    parked_before: tuple[ParkedBefore, ...]
    idle: int
    """Seconds without a key or a click after which a sign-in ends."""
