"""What consultation pages may know: frozen views without author, without the house of a case, and nothing hidden."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import LazyString

from caseboard.sessions.written.views import RoundView
from caseboard.similar import Beside


@dataclass(frozen=True)
class AdviserChoice:
    """Somebody who can be invited."""

    id: str
    name: str
    house: str


@dataclass(frozen=True)
class ThemeLine:
    """A theme of the case in the reader's language."""

    id: str
    name: str


@dataclass(frozen=True)
class CaseText:
    """The case as advisers read it."""

    id: str
    title: str
    key_question: str | None
    situation: str
    attempts: str | None
    hope: str | None
    themes: tuple[ThemeLine, ...]


@dataclass(frozen=True)
class Line:
    """One consultation in a list; whoever is only invited reads the key question and nothing else."""

    id: str
    title: str
    kind: LazyString
    state: LazyString
    ends_at: datetime
    is_done: bool


@dataclass(frozen=True)
class WaitingCase:
    """A released case for which nobody has planned anything."""

    id: str
    title: str
    since: datetime | None
    is_urgent: bool = False


@dataclass(frozen=True)
class Overview:
    """The list of consultations, sorted by what the reader is in them."""

    invited: tuple[Line, ...]
    advising: tuple[Line, ...]
    own: tuple[Line, ...]
    moderating: tuple[Line, ...]
    waiting: tuple[WaitingCase, ...]
    moderates: bool
    left_alone: tuple[Line, ...] = ()
    """What other moderators have left, and this one could bring to its end."""


@dataclass(frozen=True)
class Person:
    """Somebody who takes part, by name and house; never the case giver."""

    name: str
    house: str
    answer: LazyString | None = None
    part: LazyString | None = None


@dataclass(frozen=True)
class PerspectiveView:
    """A revealed perspective, by its house; a card of a live session has a key by which it is taken along."""

    house: str
    text: str
    phase: str = ""
    key: str = ""
    is_taken: bool = False


@dataclass(frozen=True)
class SessionView:
    """One consultation as one person may see it."""

    id: str
    part: str
    kind: str
    kind_label: LazyString
    state_label: LazyString
    middle: LazyString
    gathered: LazyString
    nothing_gathered: LazyString
    step: int
    starts_at: datetime
    ends_at: datetime
    is_over: bool
    key_question: str | None
    seat: str | None = None
    seat_part: LazyString | None = None
    is_urgent: bool = False
    is_full: bool = False
    has_date: bool = False
    case: CaseText | None = None
    beside: Beside | None = None
    moderator: Person | None = None
    co_moderator: Person | None = None
    least_seats: int = 1
    most_seats: int | None = None
    people: tuple[Person, ...] = ()
    video_link: str | None = None
    perspectives: tuple[PerspectiveView, ...] = ()
    own_text: str | None = None
    count: int | None = None
    least: int = 0
    is_open: bool = False
    is_revealed: bool = False
    has_result: bool = False
    can_write: bool = False
    can_observe: bool = False
    has_observed: bool = False
    can_open: bool = False
    waits_for_people: bool = False
    can_reveal: bool = False
    can_conclude: bool = False
    can_move: bool = False
    moved_at: datetime | None = None
    move_reason: str | None = None
    moderator_presents: bool = False
    can_speak: bool = False
    speaks: bool = False
    can_take_along: bool = False
    can_hand_over: bool = False
    can_take_over: bool = False
    round: RoundView | None = None


@dataclass(frozen=True)
class ResultView:
    """The result sheet."""

    session_id: str
    title: str
    key_question: str | None
    kind: LazyString
    revealed_at: datetime | None
    helped: str
    first_step: str
    thanks: str | None
    gathered: LazyString
    nothing_gathered: LazyString
    perspectives: tuple[PerspectiveView, ...]
    themes: tuple[ThemeLine, ...]
