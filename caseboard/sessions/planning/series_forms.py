"""The forms of a series and of a group."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, IntegerField, RadioField, SelectField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import NumberRange, Optional

from caseboard import airlock, clock
from caseboard.forms import BaseForm, Line, required
from caseboard.models import Rhythm
from caseboard.sessions.phases import USUAL
from caseboard.sessions.planning.fields import DURATIONS, NOBODY, Advisers, day_time, person_choice, video_link_field
from caseboard.sessions.planning.groups import Group
from caseboard.sessions.planning.recurrence import MOST_DATES, OnHoliday, Pattern, place_in_month
from caseboard.sessions.planning.series import Frame
from caseboard.sessions.planning.views import GroupView, ProcessChoice, SeriesChoices
from caseboard.sessions.views import AdviserChoice

RHYTHMS: dict[str, tuple[Rhythm, int, bool]] = {
    "week": (Rhythm.WEEKS, 1, False),
    "2weeks": (Rhythm.WEEKS, 2, False),
    "3weeks": (Rhythm.WEEKS, 3, False),
    "4weeks": (Rhythm.WEEKS, 4, False),
    "month": (Rhythm.MONTHS, 1, False),
    "month-last": (Rhythm.MONTHS, 1, True),
    "2months": (Rhythm.MONTHS, 2, False),
    "3months": (Rhythm.MONTHS, 3, False),
}
"""By key: weeks or months, how many of them, and whether it is the last such weekday of its month."""

RHYTHM_CHOICES = [
    SelectChoice("week", _l("every week")),
    SelectChoice("2weeks", _l("every two weeks")),
    SelectChoice("3weeks", _l("every three weeks")),
    SelectChoice("4weeks", _l("every four weeks")),
    SelectChoice("month", _l("every month on the same weekday, such as the second Tuesday")),
    SelectChoice("month-last", _l("every month on the last such weekday")),
    SelectChoice("2months", _l("every two months on the same weekday")),
    SelectChoice("3months", _l("every three months on the same weekday")),
]


ON_HOLIDAYS = [
    SelectChoice(OnHoliday.DROP.value, _l("It drops out; you can let it take place after all.")),
    SelectChoice(OnHoliday.MOVE.value, _l("It moves to the next working day.")),
    SelectChoice(OnHoliday.KEEP.value, _l("It takes place all the same.")),
]


class FrameForm(BaseForm):
    """What can be changed in a series later."""

    name = Line(_l("Name"), required(), most=80, description=_l("Such as: Consultation of the Rhön counties"))
    process_id = SelectField(_l("Process"), default=USUAL)
    co_moderator = SelectField(_l("Co-moderator"), default="", description=_l("Can plan cases into these dates too."))
    group = SelectField(
        _l("Group"), default="", description=_l("Whom you like to ask. Who can take part is judged anew for each case.")
    )
    video_link = video_link_field()

    def offer(self, offered: SeriesChoices) -> "FrameForm":
        """Fill the lists."""
        self.process_id.choices = [SelectChoice(one.id, one.name) for one in _live(offered.processes)]
        self.co_moderator.choices = [NOBODY, *map(person_choice, offered.moderators)]
        self.group.choices = [SelectChoice("", _l("none"))] + [SelectChoice(g.id, g.name) for g in offered.groups]
        return self

    def frame(self) -> Frame:
        """What was chosen; the name goes through the airlock here, before any transaction."""
        return Frame(
            name=airlock.business({"name": self.name.data}).texts["name"],
            process_id=self.process_id.data,
            co_moderator_id=self.co_moderator.data or None,
            group_id=self.group.data or None,
            video_link=self.video_link.data or None,
        )


class SeriesForm(FrameForm):
    """A new series with its dates."""

    first_day = DateField(
        _l("First date"), [required()], description=_l("The weekday of this day is that of the series.")
    )
    starts = TimeField(_l("Time"), [required(), day_time], description=_l("It stays the same when the clocks change."))
    minutes = SelectField(_l("Duration"), default="60")
    rhythm = SelectField(_l("Repeats"), default="2weeks", choices=RHYTHM_CHOICES)
    count = IntegerField(_l("Number of dates"), [Optional(), NumberRange(1, MOST_DATES)], default=10)
    until = DateField(
        _l("Or: last day"), [Optional()], description=_l("If you fill this in, the number of dates does not count.")
    )

    on_holiday = RadioField(
        _l("A date on a public holiday of Bavaria"), choices=ON_HOLIDAYS, default=OnHoliday.DROP.value
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.minutes.choices = [SelectChoice(str(count), _l("%(count)s minutes", count=count)) for count in DURATIONS]

    def validate(self, extra_validators: Any = None) -> bool:
        """The first date is still to come, and the series ends once."""
        super().validate(extra_validators)
        if not self.first_day.errors and self.first_day.data < clock.today():
            self.first_day.errors = [_l("This day is over already.")]
        if self.until.data is None and self.count.data is None and not (self.until.errors or self.count.errors):
            self.count.errors = [_l("Please say how many dates there are, or which day is the last.")]
        return not any(field.errors for field in self)

    def pattern(self) -> Pattern:
        """How the dates come back."""
        rhythm, every, last = RHYTHMS[self.rhythm.data]
        monthly = rhythm is Rhythm.MONTHS
        place = -1 if last else place_in_month(self.first_day.data)
        return Pattern(
            rhythm=rhythm,
            every=every,
            first_day=self.first_day.data,
            wall_time=self.starts.data,
            minutes=int(self.minutes.data),
            nth=place if monthly else None,
            until=self.until.data,
            count=None if self.until.data else self.count.data,
            on_holiday=OnHoliday(self.on_holiday.data),
        )


class GroupForm(BaseForm):
    """A group of people who are asked together."""

    name = Line(_l("Name of the group"), required(), most=80)
    members = Advisers(_l("People"), [required(_l("Please choose somebody."))])

    def offer(self, people: Iterable[AdviserChoice], group: GroupView | None = None) -> "GroupForm":
        """Name the people, and tick who is in the group already."""
        self.members.offer(people)
        if group is not None and not self.is_submitted():
            self.name.data, self.members.data = group.name, sorted(group.member_ids)
        return self

    def group(self) -> Group:
        """What was typed and ticked; the name goes through the airlock here, before any transaction."""
        name = airlock.business({"name": self.name.data}).texts["name"]
        return Group(name, frozenset(self.members.data or ()))


def _live(processes: Iterable[ProcessChoice]) -> list[ProcessChoice]:
    return [one for one in processes if one.live]
