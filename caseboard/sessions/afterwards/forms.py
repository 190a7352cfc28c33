"""The forms after a consultation: what helped, who was there, how it was."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from caseboard.forms import BaseForm, Prose, choices, required
from caseboard.models import StepDone
from caseboard.sessions.afterwards.service import Marks
from caseboard.sessions.afterwards.views import Guest
from caseboard.sessions.afterwards.words import CLICKS, MARKS, SCALE
from caseboard.sessions.forms import ConfirmedForm


class AnswerForm(BaseForm):
    """What became of the first step; three buttons fill it in."""

    answer = RadioField(validators=[required()], choices=choices(StepDone, dict(CLICKS)))


class HelpedForm(ConfirmedForm):
    """What has helped, or got in the way."""

    text = Prose(
        _l("What has helped?"),
        required(),
        most=2000,
        description=_l("Write what others can use: which way, which words, which contact. Leave the story out."),
    )
    shares = BooleanField(
        _l("Also offer it to the collection “What has helped”"),
        default=True,
        description=_l(
            "A colleague of another house looks at it first. It then stays when the text of the case is deleted."
        ),
    )


class AttendanceForm(BaseForm):
    """Who was there."""

    there = SelectMultipleField(
        _l("Who was there?"), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput(), choices=[]
    )

    def offer(self, guests: tuple[Guest, ...]) -> None:
        """Name everybody who accepted, with a tick at those who are known to have been there."""
        self.there.choices = [SelectChoice(guest.id, f"{guest.name} · {guest.house}") for guest in guests]
        if not self.is_submitted():
            self.there.data = [guest.id for guest in guests if guest.there]


class FeedbackForm(BaseForm):
    """Three statements, five degrees."""

    useful = RadioField(MARKS["useful"], [required(_l("Please choose one."))])
    safe = RadioField(MARKS["safe"], [required(_l("Please choose one."))])
    led = RadioField(MARKS["led"], [required(_l("Please choose one."))])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in MARKS:
            self[name].choices = [SelectChoice(str(mark), label) for mark, label in SCALE.items()]

    def marks(self) -> Marks:
        """What was chosen."""
        return Marks(*(int(self[name].data) for name in MARKS))
