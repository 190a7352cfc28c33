"""The forms of a consultation: planning, inviting, a perspective, the question about the own house, the outcome."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from flask_babel import lazy_gettext as _l
from wtforms import (
    DateField,
    Field,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TimeField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional, Regexp
from wtforms.widgets import CheckboxInput, ListWidget

from caseboard import clock
from caseboard.forms import BaseForm, Line, Once, Prose, choices, required
from caseboard.models import Answer, SessionKind
from caseboard.sessions.service import Plan
from caseboard.sessions.views import AdviserChoice, ThemeLine
from caseboard.sessions.wording import ANSWERS, CHOICES

DURATIONS = (30, 45, 60, 90)
ONCE = Regexp(r"^[0-9a-f]{32}$", message=_l("Please open this page again and send it once more."))


class Advisers(SelectMultipleField):
    """Check boxes with the people who are offered; anybody else is refused."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def offer(self, people: Iterable[AdviserChoice]) -> None:
        """Name the people who can be chosen."""
        self.choices = [SelectChoice(person.id, f"{person.name} · {person.house}") for person in people]


class InviteForm(BaseForm):
    """Further advisers."""

    advisers = Advisers(_l("Advisers"), [required(_l("Please choose somebody."))])


class PlanForm(BaseForm):
    """A written round, or a live session with its date."""

    kind = RadioField(_l("Kind"), choices=choices(SessionKind, dict(CHOICES)), default=SessionKind.WRITTEN.value)
    advisers = Advisers(_l("Advisers"), description=_l("At least three for a written round. More are welcome."))
    day = DateField(_l("Day"), [Optional()])
    starts = TimeField(_l("Time"), [Optional()])
    minutes = SelectField(_l("Duration"), default="60")
    video_link = Line(
        _l("Video link"), most=500, description=_l("A link that starts with https://. Only people who accept see it.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.minutes.choices = [SelectChoice(str(count), _l("%(count)s minutes", count=count)) for count in DURATIONS]

    @property
    def is_live(self) -> bool:
        """Whether a date is needed."""
        return self.kind.data == SessionKind.LIVE.value

    def validate(self, extra_validators: Any = None) -> bool:
        """A live session needs a day and a time that are still to come."""
        fine = super().validate(extra_validators)
        if not self.is_live or self.day.errors or self.starts.errors:
            return fine
        for field in (self.day, self.starts):
            if field.data is None:
                field.errors = [_l("A live session needs this.")]
        if self.day.errors or self.starts.errors:
            return False
        if self._starts_at() <= clock.now():
            self.day.errors = [_l("This moment is over already.")]
            return False
        return fine

    def validate_video_link(self, field: Field) -> None:
        """Only a link that is encrypted on its way, and that holds no password."""
        if field.data and not _is_plain_https(field.data):
            raise ValidationError(_l("Please give a link that starts with https://."))

    def _starts_at(self) -> datetime:
        return datetime.combine(self.day.data, self.starts.data, clock.BERLIN)

    def plan(self) -> Plan:
        """What was chosen, with the wall time of the form as a moment."""
        people = frozenset(self.advisers.data or ())
        if not self.is_live:
            return Plan(SessionKind.WRITTEN, people)
        return Plan(
            SessionKind.LIVE,
            people,
            least_perspectives=1,
            starts_at=self._starts_at(),
            minutes=int(self.minutes.data),
            video_link=self.video_link.data or None,
        )


def _is_plain_https(link: str) -> bool:
    try:
        parts = urlsplit(link)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    free = not any(sign.isspace() or sign in "\"'<>\\" for sign in link)
    return parts.scheme == "https" and bool(host) and port != 0 and parts.username is None and free


class ConfirmedForm(BaseForm):
    """A form whose texts are shown stripped before they are stored: `seal` says what was shown."""

    seal = HiddenField()
    step = StringField()  # comes from the button that was pressed

    def texts(self) -> dict[str, str]:
        """What was typed, by field, without what was left empty."""
        return {field.name: field.data for field in self if isinstance(field, Prose) and field.data}


class PerspectiveForm(ConfirmedForm):
    """One perspective."""

    once = Once(validators=[ONCE], default=lambda: secrets.token_hex(16))
    text = Prose(
        _l("Your perspective"),
        required(),
        most=4000,
        description=_l(
            "What do you see in this case? What would you ask, try or leave? One or two thoughts are enough."
        ),
    )


class OutcomeForm(ConfirmedForm):
    """What the case giver takes along."""

    helped = Prose(
        _l("What helps"), required(), most=4000, description=_l("Which thoughts do you take along, and why?")
    )
    first_step = Prose(
        _l("First step"),
        required(),
        most=1000,
        description=_l("One small thing that you do in the next days. It need not solve everything."),
    )
    thanks = Prose(_l("A word of thanks"), most=1000)


def observe_form(themes: Iterable[ThemeLine], known: dict[str, Answer]) -> BaseForm:
    """A form with one question for each theme of the case, filled with what was answered before."""
    fields = {
        f"theme_{theme.id}": RadioField(
            theme.name, [Optional()], choices=choices(Answer, dict(ANSWERS)), default=known.get(theme.id)
        )
        for theme in themes
    }
    return type("ObserveForm", (BaseForm,), fields)()


def answers_of(form: BaseForm) -> dict[str, Answer]:
    """The answers that were given, by theme."""
    return {
        field.name.removeprefix("theme_"): Answer(field.data)
        for field in form
        if field.name.startswith("theme_") and field.data
    }
