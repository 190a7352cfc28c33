"""The forms of planning: one consultation, further people, a series, a group."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, IntegerField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import NumberRange, Optional

from caseboard.forms import BaseForm, choices, required
from caseboard.models import SeatPart, SessionKind
from caseboard.sessions.phases import USUAL
from caseboard.sessions.planning.dated_form import DatedForm
from caseboard.sessions.planning.fields import MOST_SEATS, NOBODY, Advisers, person_choice, video_link_field
from caseboard.sessions.planning.views import PlanChoices, ProcessChoice, SlotChoice
from caseboard.sessions.planning.words import process_label, urgent_hint
from caseboard.sessions.service import Plan
from caseboard.sessions.wording import CHOICES, SEAT_PARTS


class InviteForm(BaseForm):
    """Further people, and what they are asked to be."""

    advisers = Advisers(_l("Who"), [required(_l("Please choose somebody."))])
    part = RadioField(_l("They are asked to"), choices=choices(SeatPart, dict(SEAT_PARTS)), default=SeatPart.ADVISER)


class PlanForm(DatedForm):
    """A written round, or a live session with its date."""

    kind = RadioField(_l("Kind"), choices=choices(SessionKind, dict(CHOICES)), default=SessionKind.WRITTEN.value)
    process_id = RadioField(_l("Process"), default=USUAL)
    urgent = BooleanField(_l("Urgent"))
    advisers = Advisers(_l("Advisers"), description=_l("At least three for a written round. More are welcome."))
    group = SelectField(_l("Invite a group as well"), default="")
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
        self.urgent.description = urgent_hint()
        self.advisers.offer(offered.people)
        self.observers.offer(offered.people)
        self.note_taker.choices = [NOBODY, *map(person_choice, offered.people)]
        self.co_moderator.choices = [NOBODY, *map(person_choice, offered.moderators)]
        self.group.choices = [SelectChoice("", _l("none"))] + [SelectChoice(g.id, g.name) for g in offered.groups]
        self.offer_dates(offered.slots, _l("as long as the date of the series, or as the process takes"))
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
        if self.is_live:
            self.check_date()
        return not any(field.errors for field in self)

    def _process(self) -> ProcessChoice | None:
        return next((one for one in self.offered.processes if one.id == self.process_id.data), None)

    def _minutes(self) -> int:
        process = self._process()
        return self.lasts(process.minutes - (process.optional_minutes if self.short.data else 0) if process else 60)

    def _people(self) -> frozenset[str]:
        """Whoever is ticked, and of a group those who are on the list anyway, so that nobody sees who is not."""
        group = next((one for one in self.offered.groups if one.id == self.group.data), None)
        others = {self.co_moderator.data}
        if self.is_live:
            others |= {self.note_taker.data, *self._observers()}
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
                co_moderator_id=self.co_moderator.data or None,
            )
        slot = self.chosen_slot()
        return Plan(
            SessionKind.LIVE,
            self._people(),
            least_perspectives=1,
            starts_at=self.starts_at(),
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
