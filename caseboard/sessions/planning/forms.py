"""The forms of planning: one consultation, further people, a series, a group."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    DateField,
    Field,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    TimeField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from caseboard import clock
from caseboard.forms import BaseForm, Line, choices, required
from caseboard.models import SeatPart, SessionKind
from caseboard.sessions.phases import USUAL
from caseboard.sessions.planning.recurrence import EARLIEST, LATEST, instants
from caseboard.sessions.planning.views import PlanChoices, ProcessChoice, SlotChoice
from caseboard.sessions.planning.words import process_label, slot_label
from caseboard.sessions.service import Plan
from caseboard.sessions.views import AdviserChoice
from caseboard.sessions.wording import CHOICES, SEAT_PARTS

DURATIONS = (30, 45, 60, 90)
MOST_SEATS = 30
NOBODY = SelectChoice("", _l("nobody"))


class Advisers(SelectMultipleField):
    """Check boxes with the people who are offered; anybody else is refused."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def offer(self, people: Iterable[AdviserChoice]) -> None:
        """Name the people who can be chosen."""
        self.choices = [person_choice(person) for person in people]


class InviteForm(BaseForm):
    """Further people, and what they are asked to be."""

    advisers = Advisers(_l("Who"), [required(_l("Please choose somebody."))])
    part = RadioField(_l("They are asked to"), choices=choices(SeatPart, dict(SEAT_PARTS)), default=SeatPart.ADVISER)


def day_time(_form: BaseForm, field: Field) -> None:
    """Sessions are held by day: no date falls into the hour that is missing or doubled when the clocks change."""
    if field.data is not None and not EARLIEST <= field.data <= LATEST:
        raise ValidationError(_l("Please choose a time between 6:00 and 21:00."))


def plain_https(_form: BaseForm, field: Field) -> None:
    """Only a link that is encrypted on its way, and that holds no password."""
    if field.data and not _is_plain_https(field.data):
        raise ValidationError(_l("Please give a link that starts with https://."))


def video_link_field() -> Line:
    """The link of the video call."""
    hint = _l("A link that starts with https://. Only people who accept see it.")
    return Line(_l("Video link"), plain_https, most=500, description=hint)


class PlanForm(BaseForm):
    """A written round, or a live session with its date."""

    kind = RadioField(_l("Kind"), choices=choices(SessionKind, dict(CHOICES)), default=SessionKind.WRITTEN.value)
    process_id = RadioField(_l("Process"), default=USUAL)
    urgent = BooleanField(_l("Urgent"), description=_l("A written round then ends after two working days, not five."))
    advisers = Advisers(_l("Advisers"), description=_l("At least three for a written round. More are welcome."))
    group = SelectField(_l("Invite a group as well"), default="")
    slot = SelectField(_l("Date of a series"), default="")
    day = DateField(_l("Day"), [Optional()])
    starts = TimeField(_l("Time"), [Optional(), day_time])
    minutes = SelectField(_l("Duration"), default="")
    short = BooleanField(
        _l("Leave out the optional phases"), description=_l("Such as looking back together at the end.")
    )
    video_link = video_link_field()
    co_moderator = SelectField(
        _l("Co-moderator"), default="", description=_l("Takes over when you drop out, and only by hand.")
    )
    note_taker = SelectField(_l("Takes notes"), default="")
    observers = Advisers(_l("Observers"), description=_l("They listen and learn, and write nothing."))
    least_seats = IntegerField(_l("At least this many advisers"), [Optional(), NumberRange(1, MOST_SEATS)])
    most_seats = IntegerField(
        _l("At most this many advisers"),
        [Optional(), NumberRange(1, MOST_SEATS)],
        description=_l("Whoever accepts later moves up when a place falls free."),
    )
    presents = BooleanField(
        _l("I present the case myself"), description=_l("Then the case giver need not write during the report.")
    )

    offered: PlanChoices

    def offer(self, offered: PlanChoices) -> "PlanForm":
        """Fill the lists with what can be chosen for this case."""
        self.offered = offered
        self.process_id.choices = [SelectChoice(one.id, process_label(one)) for one in offered.processes]
        self.advisers.offer(offered.people)
        self.observers.offer(offered.people)
        self.note_taker.choices = [NOBODY, *map(person_choice, offered.people)]
        self.co_moderator.choices = [NOBODY, *map(person_choice, offered.moderators)]
        self.group.choices = [SelectChoice("", _l("none"))] + [SelectChoice(g.id, g.name) for g in offered.groups]
        slots = [SelectChoice(one.id, slot_label(one)) for one in offered.slots]
        self.slot.choices = [SelectChoice("", _l("none, I choose day and time myself")), *slots]
        durations = [SelectChoice(str(count), _l("%(count)s minutes", count=count)) for count in DURATIONS]
        self.minutes.choices = [
            SelectChoice("", _l("as long as the date of the series, or as the process takes")),
            *durations,
        ]
        return self

    def start_from(self, slot: SlotChoice) -> None:
        """Let a form that nobody has filled in yet begin with what the series of a date brings along."""
        self.kind.data, self.slot.data, self.process_id.data = SessionKind.LIVE.value, slot.id, slot.process_id
        self.video_link.data = slot.video_link
        if slot.co_moderator_id in {one.id for one in self.offered.moderators}:
            self.co_moderator.data = slot.co_moderator_id
        if slot.group_id in {one.id for one in self.offered.groups}:
            self.group.data = slot.group_id

    @property
    def is_live(self) -> bool:
        """Whether a date is needed."""
        return self.kind.data == SessionKind.LIVE.value

    def validate(self, extra_validators: Any = None) -> bool:
        """A live session needs a date that is still to come, and a process of its kind."""
        super().validate(extra_validators)
        process = self._process()
        if process is not None and not (process.live if self.is_live else process.written):
            self.process_id.errors = [_l("Please choose a process that fits this kind of consultation.")]
        if (self.most_seats.data or MOST_SEATS) < (self.least_seats.data or 1):
            self.most_seats.errors = [_l("This is fewer than the least number.")]
        if self.is_live and not self.slot.data:
            self._check_date()
        return not any(field.errors for field in self)

    def _check_date(self) -> None:
        for field in (self.day, self.starts):
            if field.data is None and not field.errors:
                field.errors = [_l("A live session needs this.")]
        if not self.day.errors and not self.starts.errors and self._starts_at() <= clock.now():
            self.day.errors = [_l("This moment is over already.")]

    def _process(self) -> ProcessChoice | None:
        return next((one for one in self.offered.processes if one.id == self.process_id.data), None)

    def _slot(self) -> SlotChoice | None:
        return next((one for one in self.offered.slots if one.id == self.slot.data), None)

    def _starts_at(self) -> datetime:
        return instants(self.day.data, self.starts.data, 0)[0]

    def _minutes(self) -> int:
        process, slot = self._process(), self._slot()
        if self.minutes.data or process is None:
            return int(self.minutes.data or 60)
        if slot is not None:
            return int((slot.ends_at - slot.starts_at).total_seconds() // 60)
        return process.minutes - (process.optional_minutes if self.short.data else 0)

    def _people(self) -> frozenset[str]:
        """Whoever is ticked, and of a group those who are on the list anyway, so that nobody sees who is not."""
        group = next((one for one in self.offered.groups if one.id == self.group.data), None)
        others = {self.co_moderator.data, self.note_taker.data, *self._observers()} if self.is_live else set()
        members = group.member_ids - others if group else frozenset()
        return frozenset(self.advisers.data or ()) | members

    def _observers(self) -> frozenset[str]:
        return frozenset(self.observers.data or ())

    def plan(self) -> Plan:
        """What was chosen, with the wall time of the form as a moment."""
        process = self._process()
        left_out = process.optional if process and self.short.data else frozenset()
        if not self.is_live:
            return Plan(
                SessionKind.WRITTEN,
                self._people(),
                process_id=self.process_id.data,
                without=left_out,
                urgent=self.urgent.data,
                most_seats=self.most_seats.data,
            )
        slot = self._slot()
        return Plan(
            SessionKind.LIVE,
            self._people(),
            least_perspectives=1,
            starts_at=slot.starts_at if slot else self._starts_at(),
            minutes=self._minutes(),
            video_link=self.video_link.data or (slot.video_link if slot else None),
            process_id=self.process_id.data,
            without=left_out,
            urgent=self.urgent.data,
            slot_id=slot.id if slot else None,
            co_moderator_id=self.co_moderator.data or None,
            note_taker_id=self.note_taker.data or None,
            observer_ids=self._observers(),
            least_seats=self.least_seats.data or 1,
            most_seats=self.most_seats.data,
            moderator_presents=self.presents.data,
        )


def person_choice(person: AdviserChoice) -> SelectChoice:
    """Somebody as one choice of many."""
    return SelectChoice(person.id, f"{person.name} · {person.house}")


def _is_plain_https(link: str) -> bool:
    try:
        parts = urlsplit(link)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    free = not any(sign.isspace() or sign in "\"'<>\\" for sign in link)
    return parts.scheme == "https" and bool(host) and port != 0 and parts.username is None and free
