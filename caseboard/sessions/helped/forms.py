"""The forms of the collection: looking for something, and deciding on an entry."""

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from caseboard.forms import BaseForm, Line


class HelpedSearchForm(BaseForm):
    """Words and a theme; sent by POST, so that what people look for stands in no address and no log."""

    words = Line(_l("Search for words"), most=100)
    theme = SelectField(_l("Theme"), choices=[], validate_choice=False)
    page = IntegerField(widget=HiddenInput(), validators=[Optional()])

    def offer(self, themes: dict[str, str], everything: str) -> None:
        """Name the themes that can be chosen."""
        self.theme.choices = [("", everything), *themes.items()]
