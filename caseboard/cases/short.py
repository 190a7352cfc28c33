"""The short version of a case that stays too recognisable: the question, and four sentences made of chosen words."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from flask_babel import LazyString, force_locale, gettext
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, SelectMultipleField
from wtforms.validators import DataRequired
from wtforms.widgets import CheckboxInput, ListWidget

from caseboard import taxonomy
from caseboard.cases.forms import Answers
from caseboard.forms import Prose, choices

LANGUAGE = "de"
"""Cases are written in German, whatever language their author works in."""

MOST_TRIED = 3
FILL_IN = DataRequired(_l("Please choose something."))


class Group(StrEnum):
    """Who it is about, as generally as a consultation bears."""

    YOUNG = "young"
    GROWN_UP = "grown_up"
    OLDER = "older"
    COUPLE = "couple"
    PARENTS = "parents"


class Dynamics(StrEnum):
    """What happens between the people in it, whoever they are."""

    CIRCLE = "circle"
    PRESSURE = "pressure"
    RETREAT = "retreat"
    LOSS = "loss"
    HANDED_OVER = "handed_over"
    PULLING = "pulling"
    CONFLICT = "conflict"
    CALM = "calm"


class Tried(StrEnum):
    """What was tried so far."""

    NOTHING = "nothing"
    TALKS = "talks"
    AGREEMENT = "agreement"
    COACHING = "coaching"
    MEASURE = "measure"
    PLACEMENT = "placement"
    ADVICE = "advice"
    DOCTOR = "doctor"
    CUT = "cut"


class Asked(StrEnum):
    """What the author would like to hear."""

    CONTACT = "contact"
    HELP = "help"
    NEXT = "next"
    BOUNDS = "bounds"
    PARTNERS = "partners"
    ATTITUDE = "attitude"


GROUPS: Mapping[Group, LazyString] = {
    Group.YOUNG: _l("a young grown-up"),
    Group.GROWN_UP: _l("a grown-up"),
    Group.OLDER: _l("an older person"),
    Group.COUPLE: _l("a couple"),
    Group.PARENTS: _l("a family"),
}
DYNAMICS: Mapping[Dynamics, LazyString] = {
    Dynamics.CIRCLE: _l("the same talk goes round in circles"),
    Dynamics.PRESSURE: _l("pressure meets with resistance"),
    Dynamics.RETREAT: _l("contact breaks off again and again"),
    Dynamics.LOSS: _l("both sides are at a loss"),
    Dynamics.HANDED_OVER: _l("responsibility is passed on to others"),
    Dynamics.PULLING: _l("those who help pull in different directions"),
    Dynamics.CONFLICT: _l("a conflict becomes sharper"),
    Dynamics.CALM: _l("the contact is good and still nothing moves"),
}
TRIED: Mapping[Tried, LazyString] = {
    Tried.NOTHING: _l("nothing yet"),
    Tried.TALKS: _l("several talks"),
    Tried.AGREEMENT: _l("a new cooperation plan"),
    Tried.COACHING: _l("coaching"),
    Tried.MEASURE: _l("a measure"),
    Tried.PLACEMENT: _l("a placement or a trial job"),
    Tried.ADVICE: _l("a counselling service"),
    Tried.DOCTOR: _l("the medical or psychological service"),
    Tried.CUT: _l("a reduction of benefits"),
}
ASKED: Mapping[Asked, LazyString] = {
    Asked.CONTACT: _l("how contact and trust can succeed"),
    Asked.HELP: _l("which help fits"),
    Asked.NEXT: _l("what a next step could be"),
    Asked.BOUNDS: _l("how to set bounds and stay in touch"),
    Asked.PARTNERS: _l("who else should be brought in"),
    Asked.ATTITUDE: _l("how to deal with one's own part in it"),
}


class ShortForm(Answers):
    """Five choices without details, one question in one's own words, and the answers beside it."""

    group = SelectField(_l("Who is it about?"), choices=choices(Group, GROUPS))
    theme = SelectField(_l("What is it about?"), validators=[FILL_IN], validate_choice=False)
    dynamics = SelectField(_l("What happens between those involved"), validators=[FILL_IN])
    tried = SelectMultipleField(
        _l("What was tried?"),
        [FILL_IN],
        choices=choices(Tried, TRIED),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        description=_l("Up to three."),
    )
    asked = SelectField(_l("What do you want to know?"), choices=choices(Asked, ASKED))
    key_question = Prose(
        _l("Key question"),
        DataRequired(_l("Please fill in this field.")),
        most=300,
        description=_l("In one sentence and without details: no age, no family, no occupation, no event."),
    )

    def offer_choices(self, themes: Mapping[str, str]) -> None:
        """Name the themes that can be chosen, and what may happen between people; nothing is chosen beforehand."""
        nothing = ("", gettext("Please choose"))
        self.theme.choices = [nothing, *themes.items()]
        self.dynamics.choices = [nothing, *((each.value, words) for each, words in DYNAMICS.items())]

    def validate(self, extra_validators: object = None) -> bool:
        """A theme of ours, and no more than three attempts."""
        fine = super().validate(extra_validators)
        if self.theme.data and self.theme.data not in dict(self.theme.choices):
            self.theme.errors = [_l("Please choose something.")]
        if len(self.tried.data or ()) > MOST_TRIED:
            self.tried.errors = [_l("Please choose at most three.")]
        return fine and not self.theme.errors and not self.tried.errors


def written_from(form: ShortForm) -> dict[str, Any]:
    """The fields of the case that the choices make: four general sentences, the question, and every other answer."""
    theme = taxonomy.names(LANGUAGE)[form.theme.data]
    with force_locale(LANGUAGE):
        return {
            **form.answers(),
            "title": gettext("Short version: %(theme)s", theme=theme)[:80],
            "situation": " ".join(_sentences(form, theme)),
            "key_question": form.key_question.data,
            "themes": [form.theme.data],
        }


def _sentences(form: ShortForm, theme: str) -> Iterator[str]:
    dynamics = DYNAMICS[Dynamics(form.dynamics.data)]
    tried = ", ".join(str(TRIED[Tried(each)]) for each in form.tried.data)
    yield gettext("It is about %(group)s and the theme “%(theme)s”.", group=GROUPS[Group(form.group.data)], theme=theme)
    yield gettext("Between those involved: %(dynamics)s.", dynamics=dynamics)
    yield gettext("Tried so far: %(tried)s.", tried=tried)
    yield gettext("Asked is %(asked)s.", asked=ASKED[Asked(form.asked.data)])
