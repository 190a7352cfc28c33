"""The forms in which network administration keeps a process and its phases."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, IntegerField, RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from caseboard.forms import BaseForm, Line, Prose, required
from caseboard.models import Process
from caseboard.policy.sessions import Part
from caseboard.sessions import actions
from caseboard.sessions.phases import PhaseSpec
from caseboard.sessions.processes.service import Frame, Typed
from caseboard.sessions.wording import EVERYBODY

UP, DOWN = "up", "down"

PARTS = {
    Part.CASE_GIVER: _l("Prompt for the case giver"),
    Part.MODERATOR: _l("Prompt for the moderator"),
    Part.CO_MODERATOR: _l("Prompt for the co-moderator"),
    Part.ADVISER: _l("Prompt for advisers"),
    Part.NOTE_TAKER: _l("Prompt for the note taker"),
    Part.OBSERVER: _l("Prompt for observers"),
}
LANGUAGES = {"de": _l("in German"), "en": _l("in English")}


def whole(label: Any, *checks: Any, least: int, most: int, **options: Any) -> IntegerField:
    """A whole number within bounds."""
    message = _l("A number from %(least)s to %(most)s, please.", least=least, most=most)
    return IntegerField(label, [*checks, NumberRange(least, most, message)], **options)


class Parts(SelectMultipleField):
    """Check boxes with the parts that can do something at all."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def offer(self, parts: frozenset[Part]) -> None:
        """Name the parts that can be chosen."""
        self.choices = [SelectChoice(part.value, word) for part, word in EVERYBODY.items() if part in parts]

    @property
    def chosen(self) -> frozenset[Part]:
        """Those that are ticked; what is no part is not offered and comes back."""
        return frozenset(Part(value) for value in self.data or ())


class VersionedForm(BaseForm):
    """A form that knows which version it was filled from."""

    version = HiddenField()

    @property
    def seen(self) -> int | None:
        """The version on the page."""
        return int(self.version.data) if (self.version.data or "").isdecimal() else None


class ProcessForm(VersionedForm):
    """What a process is called, for whom it is made and whether it is in use."""

    name_de = Line(_l("Name in German"), required(), most=120)
    name_en = Line(_l("Name in English"), required(), most=120)
    line_de = Line(_l("One line in German"), required(), most=300)
    line_en = Line(_l("One line in English"), required(), most=300)
    live = BooleanField(_l("For live sessions"))
    written = BooleanField(_l("For written rounds"))
    least_people = whole(_l("At least so many people"), required(), least=2, most=40)
    most_people = whole(_l("At most so many people"), required(), least=2, most=40)
    active = BooleanField(_l("In use: moderators can choose it"))

    @classmethod
    def of(cls, process: Process) -> "ProcessForm":
        """The form filled with the process as it is, or with what was sent."""
        return cls(obj=process)

    def frame(self) -> Frame:
        """What was chosen beside the words."""
        return Frame(
            live=self.live.data,
            written=self.written.data,
            least_people=self.least_people.data,
            most_people=self.most_people.data,
            active=self.active.data,
        )

    def words(self) -> dict[str, str]:
        """What was typed, by field."""
        return {name: self[name].data for name in ("name_de", "name_en", "line_de", "line_en")}


class PhaseForm(VersionedForm):
    """One phase of a process; who can do something at all is for the table of actions to say."""

    has_turns: bool
    name_de = Line(_l("Name in German"), required(), most=80)
    name_en = Line(_l("Name in English"), required(), most=80)
    goal_de = Line(_l("Goal in German"), required(), most=200)
    goal_en = Line(_l("Goal in English"), required(), most=200)
    help_de = Line(_l("Sentence of help in German"), required(), most=200)
    help_en = Line(_l("Sentence of help in English"), required(), most=200)
    minutes = whole(
        _l("Minutes in a live session"),
        Optional(),
        least=1,
        most=60,
        description=_l("Leave it empty where the phase is not held live."),
    )
    share = whole(
        _l("Working days in a written round"),
        Optional(),
        least=0,
        most=20,
        description=_l("Leave it empty where the phase is not held in writing; 0 where it has no end of its own."),
    )
    speaks = Parts(_l("Who speaks"), description=_l("The board names them while the phase lasts."))
    writes = Parts(
        _l("Who writes"),
        description=_l(
            "In live sessions. In written rounds advisers write and the case giver answers. Notes are taken anyway."
        ),
    )
    turns = BooleanField(
        _l("One by one: everybody has a turn, and whoever likes passes"), description=_l("In live sessions.")
    )
    optional = BooleanField(_l("Optional: whoever plans can leave it out"))
    off = BooleanField(_l("Switched off: nobody holds it"))

    @classmethod
    def of(cls, phase: PhaseSpec, version: int) -> "PhaseForm":
        """The form filled with the phase as it is, or with what was sent."""
        words = {
            f"{name}_{language}": getattr(getattr(phase, name), language)
            for name in ("name", "goal", "help")
            for language in LANGUAGES
        }
        prompts = {
            f"prompt_{part}_{language}": getattr(phase.prompts[part], language)
            for part in phase.prompts
            for language in LANGUAGES
        }
        rest = {"minutes": phase.minutes, "share": phase.share, "optional": phase.optional, "off": phase.off}
        can_speak, can_write = actions.speakers(phase.work), actions.writers(phase.work)
        people = {"speaks": [*phase.speaks & can_speak], "writes": [*phase.writes & can_write], "turns": phase.turns}
        form = cls(**words, **prompts, **rest, **people, version=version)
        form.speaks.offer(can_speak)
        form.writes.offer(can_write)
        form.has_turns = actions.has_turns(phase.work)
        return form

    def prompts(self) -> list[Any]:
        """The fields for prompts, in the order of the parts."""
        return [self[f"prompt_{part}_{language}"] for part in PARTS for language in LANGUAGES]

    def typed(self) -> Typed:
        """What was typed and chosen."""
        names = [f"{name}_{language}" for name in ("name", "goal", "help") for language in LANGUAGES]
        words = {name: self[name].data for name in names} | {one.name: one.data or "" for one in self.prompts()}
        return Typed(
            words,
            minutes=self.minutes.data,
            share=self.share.data,
            optional=self.optional.data,
            off=self.off.data,
            speaks=self.speaks.chosen,
            writes=self.writes.chosen,
            turns=self.turns.data,
        )


for _part, _label in PARTS.items():
    for _language, _words in LANGUAGES.items():
        setattr(
            PhaseForm,
            f"prompt_{_part}_{_language}",
            Prose(_l("%(prompt)s, %(language)s", prompt=_label, language=_words), most=300),
        )


class MoveForm(BaseForm):
    """One step up or down."""

    direction = RadioField(choices=[SelectChoice(UP, UP), SelectChoice(DOWN, DOWN)])
