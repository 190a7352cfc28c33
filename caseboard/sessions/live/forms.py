"""The forms of the live board: short texts, and buttons that say what their reader had before their eyes."""

import secrets

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice

from caseboard.forms import BaseForm, Line, Once, Prose, choices, required
from caseboard.models import SeatPart
from caseboard.sessions.forms import ONCE
from caseboard.sessions.methods.library import library
from caseboard.sessions.wording import SEAT_PARTS

SHORT = 600
"""Characters: one thought, not an essay."""


class SeenForm(BaseForm):
    """A button that takes effect only where nothing has changed since it was shown."""

    seen = HiddenField()

    @property
    def mark(self) -> str:
        """What its reader saw, as a mark."""
        return self.seen.data or ""


class MinutesForm(SeenForm):
    """How many minutes more."""

    minutes = SelectField(coerce=int, choices=[SelectChoice(1, "1"), SelectChoice(5, "5")])


class RevealForm(BaseForm):
    """Which cards the moderator has read, and what they said."""

    cards = SelectMultipleField(validate_choice=False)


class PostForm(BaseForm):
    """What comes onto the board for the first time; a second click sends nothing twice."""

    once = Once(validators=[ONCE], default=lambda: secrets.token_hex(16))


class CardForm(PostForm):
    """One thought."""

    text = Prose(_l("Your thought"), required(), most=SHORT)


class OfferForm(PostForm):
    """A key question that somebody offers."""

    text = Prose(_l("Your suggestion for the key question"), required(), most=SHORT)


class NoteForm(PostForm):
    """What the note taker writes down."""

    text = Prose(_l("Note"), required(), most=2 * SHORT)


class AskForm(PostForm):
    """A question to the case giver."""

    text = Prose(_l("Your question"), required(), most=SHORT)


class RewriteForm(SeenForm):
    """A card or a suggestion written anew: no longer than it could be at first."""

    text = Prose(_l("Your card"), required(), most=SHORT)


class RewriteNoteForm(SeenForm):
    """A note written anew."""

    text = Prose(_l("Note"), required(), most=2 * SHORT)


class AnswerForm(SeenForm):
    """What the case giver answers."""

    text = Prose(_l("Your answer"), required(), most=2 * SHORT)


class KeyQuestionForm(SeenForm):
    """The key question."""

    text = Prose(_l("Key question"), required(), most=SHORT)


class FirstStepForm(SeenForm):
    """The first step."""

    text = Prose(_l("Your first step"), required(), most=SHORT)


class ReasonForm(SeenForm):
    """Why something is sent back."""

    reason = Prose(
        _l("What should be changed?"),
        required(),
        most=SHORT,
        default=_l("Somebody could be recognised in this. Could you say it without a name or a place?"),
    )


class GroupNameForm(SeenForm):
    """What the cards of a group have in common."""

    name = Line(_l("Name of the group"), required(), most=80)


class IntoForm(BaseForm):
    """Into which group a card goes: an id, "new", or nothing."""

    into = HiddenField()


class OnForm(BaseForm):
    """On or off."""

    on = HiddenField()

    @property
    def is_on(self) -> bool:
        """Whether it is switched on."""
        return self.on.data == "yes"


class MethodForm(BaseForm):
    """How the group consults."""

    method = SelectField(_l("Method"))

    def __init__(self) -> None:
        super().__init__()
        self.method.choices = [SelectChoice(key, key) for key in library()]


class TaskForm(BaseForm):
    """Who does what."""

    person = HiddenField()
    task = SelectField(coerce=SeatPart, choices=choices(SeatPart, dict(SEAT_PARTS)))
