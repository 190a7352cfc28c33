"""The forms of checking and of searching the library."""

from collections.abc import Iterable
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField, SelectMultipleField
from wtforms.validators import DataRequired, Optional
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from caseboard.cases.checks.marking import Coarser
from caseboard.forms import BaseForm, Line, Prose, choices

COARSER: dict[Coarser, LazyString] = {
    Coarser.HIDDEN: _l("Hide it without a word"),
    Coarser.NAME: _l("A name"),
    Coarser.PLACE: _l("A place"),
    Coarser.ADDRESS: _l("An address"),
    Coarser.EMPLOYER: _l("An employer"),
    Coarser.JOB: _l("An occupation"),
    Coarser.ILLNESS: _l("An illness"),
    Coarser.EVENT: _l("An event"),
    Coarser.DATE: _l("A date"),
    Coarser.POSTCODE: _l("A postcode"),
    Coarser.PHONE: _l("A phone number"),
    Coarser.EMAIL: _l("An e-mail address"),
    Coarser.LINK: _l("A web address or user name"),
    Coarser.NUMBER: _l("A number or file reference"),
    Coarser.DETAIL: _l("Another detail"),
}
FILL_IN = DataRequired(_l("Please fill in this field."))


class MarkForm(BaseForm):
    """A passage that points to somebody, and what it is."""

    passage = Line(
        _l("Passage to hide"),
        FILL_IN,
        most=500,
        description=_l("Copy it from the text. It is hidden at once, in every field, and cannot be brought back."),
    )
    coarser = SelectField(_l("What is it?"), choices=choices(Coarser, COARSER), default=Coarser.HIDDEN.value)


class PassForm(BaseForm):
    """That nothing points to a person; with the combinations that were looked at."""

    seen = IntegerField(widget=HiddenInput(), validators=[DataRequired()])
    confirmed = SelectMultipleField(
        _l("I have looked at this combination and find it harmless"),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        choices=[],
        validate_choice=False,
    )

    def offer(self, reasons: Iterable[Any]) -> None:
        """Print one tick for each combination."""
        self.confirmed.choices = [(reason.key, reason.sentence) for reason in reasons]


class SendBackForm(BaseForm):
    """Why the author should write something differently."""

    reason = Prose(
        _l("Reason"),
        FILL_IN,
        most=1_000,
        description=_l("Say which kind of detail should go, without repeating it."),
    )


class SearchForm(BaseForm):
    """Words and a theme; sent by POST, so that what people look for stands in no address and no log."""

    words = Line(_l("Search for words"), most=100)
    theme = SelectField(_l("Theme"), choices=[], validate_choice=False)
    page = IntegerField(widget=HiddenInput(), validators=[Optional()])

    def offer(self, themes: dict[str, str], everything: str) -> None:
        """Name the themes that can be chosen."""
        self.theme.choices = [("", everything), *themes.items()]
