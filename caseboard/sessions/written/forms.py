"""The forms of a written round: a question, its answer, why something is sent back, more days, what was looked at."""

import secrets
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms import HiddenField, RadioField
from wtforms.fields.choices import SelectChoice

from caseboard.forms import BaseForm, Once, Prose, required
from caseboard.sessions.forms import ONCE, ConfirmedForm, MarkedForm
from caseboard.sessions.written.queries import MORE_DAYS


class QuestionForm(ConfirmedForm):
    """One question to the case giver."""

    once = Once(validators=[ONCE], default=lambda: secrets.token_hex(16))
    text = Prose(
        _l("Your question"),
        required(),
        most=1000,
        description=_l("Ask for one fact that you need to understand the case. Advice with a question mark is none."),
    )


class QuestionAnswerForm(MarkedForm):
    """What the case giver says to it."""

    text = Prose(
        _l("Your answer"),
        required(),
        most=2000,
        description=_l("One or two sentences are enough. “I do not know” is a good answer."),
    )


class ReturnForm(MarkedForm):
    """Why something is sent back."""

    reason = Prose(
        _l("What should be put in other words?"),
        required(),
        most=500,
        description=_l("Say which passage you mean without repeating the name or the place."),
    )


class ExtendForm(BaseForm):
    """More working days."""

    end = HiddenField()
    days = RadioField(_l("How much longer?"), coerce=int, default=1)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.days.choices = [
            SelectChoice(count, ngettext("%(num)s working day", "%(num)s working days", count)) for count in MORE_DAYS
        ]

    def seen_end(self) -> datetime | None:
        """The end that stood on the page."""
        try:
            return datetime.fromisoformat(self.end.data or "")
        except ValueError:
            return None


class SeenForm(BaseForm):
    """What stood on the page when a button was pressed: the perspectives, or the phase."""

    seen = HiddenField()
