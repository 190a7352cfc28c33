"""The forms of the quarterly report: what moderators recommend, and which report is wanted as a file."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from wtforms import Field, HiddenField

from caseboard.forms import BaseForm, Prose

ON_ALL, ON = "recommendations", "on_"
"""The field on all themes together, and how the fields begin that are about one family of themes."""


class ReportFileForm(BaseForm):
    """Which report is wanted as a file."""

    quarter = HiddenField()


class ReportForm(BaseForm):
    """What moderators recommend in the quarterly report."""

    recommendations = Prose(
        _l("On all themes together"),
        most=6_000,
        description=_l("What the round of managing directors could do, and why. One thought a line is enough."),
    )
    quarter = HiddenField()
    version = HiddenField()

    @classmethod
    def of(cls, names: Mapping[str, str]) -> "ReportForm":
        """The form with a field for the themes of each family, by the name of the field."""
        fields = {field: Prose(name, most=2_000) for field, name in names.items()}
        return type(cls.__name__, (cls,), {"__module__": cls.__module__, **fields})()

    @property
    def known(self) -> int:
        """The version that the page was made from."""
        return int(self.version.data) if (self.version.data or "").isdecimal() else 0

    @property
    def families(self) -> list[Field]:
        """The fields of families, in their order."""
        return [field for field in self if field.name.startswith(ON)]

    def typed(self) -> dict[str, str]:
        """The recommendations by field."""
        return {field.name: field.data or "" for field in (self.recommendations, *self.families)}

    def fill(self, saved: Mapping[str, str]) -> None:
        """Show what is saved; what was typed stays."""
        if not self.is_submitted():
            for name, words in saved.items():
                self[name].data = words

    def made_from(self, quarter: str, version: int) -> None:
        """Note what the page shows."""
        self.quarter.data, self.version.data = quarter, str(version)
