"""The form of a case: five texts that are stored stripped, answers that steer, and decisions on finds."""

import re
import secrets
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, SelectField, SelectMultipleField, StringField
from wtforms.validators import DataRequired
from wtforms.widgets import CheckboxInput, ListWidget

from caseboard import client_groups
from caseboard.anonymize import Decisions
from caseboard.cases.wording import FIELDS
from caseboard.forms import BaseForm, Line, Once, Prose

MOST_THEMES = 3
LONGEST_WORD = 200
BETWEEN_WORDS = re.compile(r"[\r\n,;]+")
LINE_BREAK = re.compile(r"\r\n?")

ANSWERS = (
    *("known", "leave_out", "concerns_staff", "keep", "restore", "coarser", "mask", "client_group", "out_of_reach"),
    *("widespread", "case_id", "once"),
)
"""What stands in every form of a case beside its texts."""

FILL_IN = DataRequired(_l("Please fill in this field."))


class Ticks(SelectMultipleField):
    """Any number of ticks; what is no choice of ours is dropped by whoever uses them."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any = "", **options: Any) -> None:
        super().__init__(label, choices=options.pop("choices", []), validate_choice=False, **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        """What holds a NUL is forged, and PostgreSQL takes it for no text."""
        super().process_formdata([value for value in valuelist if "\0" not in value])


class Answers(BaseForm):
    """What is answered and decided beside the texts of a case, in whichever form they are written.

    Whoever changes from one form to another keeps all of it: a house that was left out stays left out.
    """

    known = Prose(
        _l("Names and places that must not appear"),
        most=2_000,
        description=_l("The client's names and places, one per line. Other spellings are found as well."),
    )
    leave_out = Ticks(_l("Houses that shall not see this case"))
    concerns_staff = BooleanField(
        _l("This concerns employees of a jobcenter or their relatives"),
        description=_l("Then nobody in your own house checks the case, but moderators of two other counties."),
    )
    keep = Ticks()
    restore = Ticks()
    coarser = Ticks()
    mask = Prose(
        _l("Hide further words"),
        most=2_000,
        description=_l("One per line. Each is hidden everywhere in the text."),
    )
    client_group = SelectField(
        _l("Client group"),
        choices=client_groups.choices,
        default="",
        validate_choice=False,
        description=_l("The one that shapes the case most. It adds nothing to the text and is only counted."),
    )
    out_of_reach = BooleanField(_l("I cannot change anything here myself"))
    widespread = BooleanField(_l("Everybody has this"))
    case_id = HiddenField()
    once = Once(default=lambda: secrets.token_hex(16))

    def answers(self) -> dict[str, Any]:
        """All of it, for another form."""
        return {name: self[name].data for name in ANSWERS}

    def carried(self, *names: str) -> Iterator[tuple[str, str]]:
        """Name and value of everything in `names`, for the hidden fields of a page that shows them otherwise."""
        for name in names:
            value = self[name].data
            if isinstance(value, bool):
                yield from [(name, "y")] if value else []
            elif isinstance(value, list):
                yield from ((name, each) for each in value)
            elif value:
                yield name, value

    def offer(self, houses: Mapping[str, str]) -> None:
        """Name the houses that can be left out."""
        self.leave_out.choices = list(houses.items())


class CaseForm(Answers):
    """What is typed, ticked and decided on the way from the first word to the confirmed case."""

    title = Line(_l("Title"), FILL_IN, most=80, description=_l("In a few words, without names and places."))
    situation = Prose(
        _l("Situation"),
        FILL_IN,
        description=_l("What is going on? Write or paste freely: names, places and numbers are replaced afterwards."),
    )
    key_question = Prose(
        _l("Key question"),
        FILL_IN,
        most=500,
        description=_l("What do you want to know from your colleagues? One question is enough."),
    )
    attempts = Prose(
        _l("What was tried so far"), description=_l("Then nobody has to advise what you have already done.")
    )
    hope = Prose(
        _l("What would help"), description=_l("What would be a good outcome for you, and what is not possible?")
    )
    step = StringField()  # comes from the button that was pressed
    themes = Ticks(_l("Themes"), description=_l("Up to three. They help to see what recurs."))
    no_theme = BooleanField(_l("Fits no theme"))
    seal = HiddenField()

    def texts(self) -> dict[str, str]:
        """What was typed, by field, with the line breaks of this house."""
        return {name: LINE_BREAK.sub("\n", self[name].data or "") for name in FIELDS}

    def known_words(self) -> tuple[str, ...]:
        """The words of the field that is never stored."""
        return tuple(_words(self.known.data))

    def decisions(self) -> Decisions:
        """What the author ticked and typed in the preview, as it came; the service drops what is not theirs to say."""
        return Decisions(
            keep=frozenset(_short(self.keep.data)),
            mask=frozenset(_words(self.mask.data)),
            restore=frozenset(_short(self.restore.data)),
            coarser=frozenset(_short([*(self.coarser.data or ()), *(self.step.data or "").split("|")])),
        )

    def names_themes(self) -> bool:
        """Whether one to three themes are ticked, or that none fits; else the sentence stands beside the field."""
        ticked = set(self.themes.data or ())
        if len(ticked) > MOST_THEMES:
            self.themes.errors = [_l("At most three themes, please.")]
        elif not ticked and not self.no_theme.data:
            self.themes.errors = [_l("Please tick a theme, or that none fits.")]
        return not self.themes.errors


class DraftForm(CaseForm):
    """The same form put aside for later: nothing has to be complete."""

    title = Line(_l("Title"), most=80)
    situation = Prose(_l("Situation"))
    key_question = Prose(_l("Key question"), most=500)


def _words(typed: str | None) -> Iterator[str]:
    return (word.strip() for word in BETWEEN_WORDS.split(typed or "") if word.strip())


def _short(ticked: Collection[str] | None) -> Iterator[str]:
    return (word for word in ticked or () if 0 < len(word) <= LONGEST_WORD)
