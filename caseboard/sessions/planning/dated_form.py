"""The form part that finds a date: one of a series, or a free one, with a question back on public holidays."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, DateField, SelectField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from caseboard import clock
from caseboard.errors import InvalidInput
from caseboard.forms import BaseForm
from caseboard.sessions.planning.fields import DURATIONS, day_time
from caseboard.sessions.planning.recurrence import instants
from caseboard.sessions.planning.views import SlotChoice
from caseboard.sessions.planning.words import slot_label
from caseboard.sessions.service import TAKEN, DateTaken


class DatedForm(BaseForm):
    """Day and time of a live session."""

    slot = SelectField(_l("Date of a series"), default="")
    day = DateField(_l("Day"), [Optional()])
    on_holiday = BooleanField(_l("Yes, on this public holiday"))
    starts = TimeField(_l("Time"), [Optional(), day_time])
    minutes = SelectField(_l("Duration"), default="")

    slots: tuple[SlotChoice, ...] = ()

    def offer_dates(self, slots: Iterable[SlotChoice], by_itself: str) -> None:
        """Fill in the free dates, and what stands for no chosen duration."""
        self.slots = tuple(slots)
        labels = [SelectChoice(one.id, slot_label(one)) for one in self.slots]
        self.slot.choices = [SelectChoice("", _l("none, I choose day and time myself")), *labels]
        durations = [SelectChoice(str(count), _l("%(count)s minutes", count=count)) for count in DURATIONS]
        self.minutes.choices = [SelectChoice("", by_itself), *durations]

    def take(self, error: InvalidInput) -> None:
        """A date that somebody else has taken is chosen no more; everything else stays as it was typed."""
        super().take(error)
        if isinstance(error, DateTaken):
            self._loses_its_date(self.slot.errors)

    def _loses_its_date(self, sentences: Sequence[str]) -> None:
        self.slot.choices = [one for one in self.slot.choices if one.value != self.slot.data]
        self.slot.data, self.slot.errors = "", sentences

    @property
    def falls_on(self) -> str | None:
        """The public holiday on the day that was typed."""
        return clock.holiday(self.day.data, str(get_locale())) if self.day.data else None

    def check_date(self) -> None:
        """A date of a series, or day and time that are still to come."""
        if self.slot.errors:
            self._loses_its_date([TAKEN])  # it was offered when the page was opened
        if self.slot.data or self.slot.errors:
            return
        for field in (self.day, self.starts):
            if field.data is None and not field.errors:
                field.errors = [_l("A live session needs this.")]
        if not self.day.errors and not self.starts.errors and self.starts_at() <= clock.now():
            self.day.errors = [_l("This moment is over already.")]
        if not self.day.errors and self.falls_on and not self.on_holiday.data:
            sentence = _l("%(holiday)s is a public holiday. Choose another day, or tick the box.")
            self.day.errors = [sentence % {"holiday": self.falls_on}]

    def chosen_slot(self) -> SlotChoice | None:
        """The date of a series that was chosen."""
        return next((one for one in self.slots if one.id == self.slot.data), None)

    def starts_at(self) -> datetime:
        """When it begins."""
        slot = self.chosen_slot()
        return slot.starts_at if slot else instants(self.day.data, self.starts.data, 0)[0]

    def lasts(self, otherwise: int) -> int:
        """For how many minutes: as chosen, as the date of the series, or else as given."""
        slot = self.chosen_slot()
        if self.minutes.data or slot is None:
            return int(self.minutes.data or otherwise)
        return int((slot.ends_at - slot.starts_at).total_seconds() // 60)
