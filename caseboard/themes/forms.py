"""The form in which moderators keep a theme."""

from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from caseboard.forms import BaseForm, Line, Prose, required
from caseboard.models import Theme

MOST_SEEDS = 40
LONGEST_SEED = 60


class ThemeForm(BaseForm):
    """Names, definition and seed terms of one theme."""

    name_de = Line(_l("Name in German"), required(), most=120)
    name_en = Line(_l("Name in English"), required(), most=120)
    definition = Prose(
        _l("Definition"),
        required(),
        most=600,
        description=_l("One or two sentences, so that everybody ticks the theme for the same kind of case."),
    )
    seeds = Prose(
        _l("Seed terms"),
        required(),
        most=3_000,
        description=_l("One word or short phrase a line. Cases in which they occur get this theme suggested."),
    )

    @classmethod
    def of(cls, theme: Theme) -> "ThemeForm":
        """The form filled with the theme as it is, or with what was sent."""
        return cls(
            name_de=theme.name_de, name_en=theme.name_en, definition=theme.definition, seeds="\n".join(theme.seeds)
        )

    def validate_seeds(self, field: Prose) -> None:
        """Few and short: a seed is a word to look for, not a sentence."""
        lines = [line.strip() for line in (field.data or "").splitlines() if line.strip()]
        if len(lines) > MOST_SEEDS or any(len(line) > LONGEST_SEED for line in lines):
            raise ValidationError(str(_l("At most 40 terms, each with at most 60 characters, please.")))

    def typed(self) -> dict[str, str]:
        """What was typed, by field."""
        return {name: self[name].data for name in ("name_de", "name_en", "definition", "seeds")}
