"""The forms of a consultation: planning, inviting, a perspective, the question about the own house, the outcome."""

import secrets
from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import (
    HiddenField,
    RadioField,
    StringField,
)
from wtforms.validators import Optional, Regexp

from caseboard.forms import BaseForm, Once, Prose, choices, required
from caseboard.models import Answer
from caseboard.sessions.views import ThemeLine
from caseboard.sessions.wording import ANSWERS

ONCE = Regexp(r"^[0-9a-f]{32}$", message=_l("Please open this page again and send it once more."))


class ConfirmedForm(BaseForm):
    """A form whose texts are shown stripped before they are stored: `seal` says what was shown."""

    seal = HiddenField()
    step = StringField()  # comes from the button that was pressed

    def texts(self) -> dict[str, str]:
        """What was typed, by field, without what was left empty."""
        return {field.name: field.data for field in self if isinstance(field, Prose) and field.data}


class MarkedForm(ConfirmedForm):
    """A form over words that can change meanwhile, in another window or by somebody else.

    `seen` is the mark of what stood there when the page was opened; `present` is what stands there by now, where that
    is something else.
    """

    seen = HiddenField()

    present: str | None = None

    def mark(self) -> str:
        """What the page carried, never what the form began with."""
        return next(iter(self.seen.raw_data or ()), "")


class PerspectiveForm(MarkedForm):
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
