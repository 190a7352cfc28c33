"""What pages about dates, series and groups may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import LazyString

from caseboard.sessions.views import AdviserChoice


@dataclass(frozen=True)
class ProcessChoice:
    """A way to hold a consultation, as whoever plans chooses it."""

    id: str
    name: str
    line: str
    live: bool
    written: bool
    minutes: int
    optional_minutes: int
    ends_on: date
    """The evening on which a written round ends that begins today."""
    days: int
    optional: frozenset[str]
    least: int
    most: int


@dataclass(frozen=True)
class SlotChoice:
    """A free date into which a case can be planned, and what its series brings along."""

    id: str
    starts_at: datetime
    ends_at: datetime
    series: str
    process_id: str
    video_link: str | None
    co_moderator_id: str | None
    group_id: str | None


@dataclass(frozen=True)
class GroupChoice:
    """A group and those of its people who are offered for this case anyway."""

    id: str
    name: str
    member_ids: frozenset[str]


@dataclass(frozen=True)
class PlanChoices:
    """Everything that somebody who plans one case can choose from."""

    processes: tuple[ProcessChoice, ...]
    people: tuple[AdviserChoice, ...]
    moderators: tuple[AdviserChoice, ...]
    groups: tuple[GroupChoice, ...]
    slots: tuple[SlotChoice, ...]
    urgent: bool = False
    can_be_spoken: bool = False
    """Whether the case giver can speak in a live session, whatever their county: the only answer that tells none."""


@dataclass(frozen=True)
class SeriesChoices:
    """Everything that somebody who makes a series can choose from."""

    processes: tuple[ProcessChoice, ...]
    moderators: tuple[AdviserChoice, ...]
    groups: tuple["GroupView", ...]


@dataclass(frozen=True)
class SlotView:
    """One date of a series; the consultation on it is named only to whoever sees that anyway."""

    id: str
    starts_at: datetime
    ends_at: datetime
    state: str
    state_label: LazyString
    series_id: str
    series: str
    moderator: str
    session_id: str | None
    title: str | None
    may_use: bool
    holiday: str | None = None
    may_take_up: bool = False


@dataclass(frozen=True)
class Month:
    """The dates of one month."""

    first: date
    slots: tuple[SlotView, ...]


@dataclass(frozen=True)
class SeriesLine:
    """A series in a list."""

    id: str
    name: str
    pattern: str
    is_own: bool


@dataclass(frozen=True)
class SeriesView:
    """A series with all its dates."""

    id: str
    name: str
    pattern: str
    process: str
    minutes: int
    moderator: str
    co_moderator: str | None
    group: str | None
    video_link: str | None
    is_over: bool
    may_keep: bool
    slots: tuple[SlotView, ...]
    frame: Mapping[str, str]


@dataclass(frozen=True)
class GroupView:
    """A group with its people."""

    id: str
    name: str
    members: tuple[str, ...]
    member_ids: frozenset[str]


@dataclass(frozen=True)
class FeedView:
    """The private calendar address as its owner sees it: since when there is one; never the address itself."""

    since: datetime | None


@dataclass(frozen=True)
class DateView:
    """A consultation that somebody moves or arranges anew, as it is now."""

    id: str
    title: str
    starts_at: datetime
    ends_at: datetime
    accepted: int
    least_seats: int
    most_seats: int | None
    video_link: str | None
    co_moderator: str | None
    moderator_presents: bool
