"""The forms in which moderators keep the taxonomy, and network administration the rule."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DecimalField, HiddenField, SelectField, SelectMultipleField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Regexp
from wtforms.widgets import CheckboxInput, ListWidget

from caseboard.forms import BaseForm, Line, Prose, required
from caseboard.models import Theme
from caseboard.themes import rule, wording
from caseboard.themes.signals import Parameters

MOST_SEEDS = 40
LONGEST_SEED = 60
PLACES = ("first", "second", "third")
CHOOSE = _l("Please choose.")
STAYS = "stays"


class Ticks(SelectMultipleField):
    """Several of a list, as boxes to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


def _short_lines(field: Prose) -> None:
    """Few and short: a term is a word to look for, not a sentence."""
    lines = [line.strip() for line in (field.data or "").splitlines() if line.strip()]
    if len(lines) > MOST_SEEDS or any(len(line) > LONGEST_SEED for line in lines):
        raise ValidationError(str(_l("At most 40 terms, each with at most 60 characters, please.")))


def _name_de(*checks: Any) -> Line:
    return Line(_l("Name in German"), *checks, most=120)


def _name_en(*checks: Any) -> Line:
    return Line(_l("Name in English"), *checks, most=120)


def _definition(*checks: Any) -> Prose:
    return Prose(
        _l("Definition"),
        *checks,
        most=600,
        description=_l("One or two sentences, so that everybody ticks the theme for the same kind of case."),
    )


def _seeds(*checks: Any) -> Prose:
    return Prose(
        _l("Seed terms"),
        *checks,
        most=3_000,
        description=_l("One word or short phrase a line. Cases in which they occur get this theme suggested."),
    )


class ThemeForm(BaseForm):
    """Names, definition, broader theme, seed terms and excluded terms of one theme."""

    name_de = _name_de(required())
    name_en = _name_en(required())
    definition = _definition(required())
    parent = SelectField(
        _l("Broader theme"),
        description=_l("Themes with the same one stand together in the quarterly report. Each is counted by itself."),
    )
    seeds = _seeds(required())
    excludes = Prose(
        _l("Excluded terms"),
        most=3_000,
        description=_l("One a line. Cases in which they occur do not get this theme suggested because of a seed term."),
    )

    @classmethod
    def of(cls, theme: Theme, broader: Iterable[tuple[str, str]]) -> "ThemeForm":
        """The form filled with the theme as it is, or with what was sent, and the themes that it could be part of."""
        form = cls(
            name_de=theme.name_de,
            name_en=theme.name_en,
            definition=theme.definition,
            parent=theme.parent_id or "",
            seeds="\n".join(theme.seeds),
            excludes="\n".join(theme.excludes),
        )
        form.parent.choices = [SelectChoice("", _l("no broader theme")), *(SelectChoice(*pair) for pair in broader)]
        return form

    def validate_seeds(self, field: Prose) -> None:
        """See `_short_lines`."""
        _short_lines(field)

    def validate_excludes(self, field: Prose) -> None:
        """See `_short_lines`."""
        _short_lines(field)

    def typed(self) -> dict[str, str]:
        """What was typed, by field."""
        return {name: self[name].data for name in ("name_de", "name_en", "definition", "seeds", "excludes")}


class CandidateForm(ThemeForm):
    """A candidate on its way to become a theme."""

    parent = None
    cases = Ticks(_l("Good examples of the theme"))

    @classmethod
    def offering(cls, terms: Iterable[str], cases: Iterable[tuple[str, str]]) -> "CandidateForm":
        """The form with the candidate's terms as seeds, and the cases that this moderator may read."""
        form = cls(seeds="\n".join(terms))
        form.cases.choices = [SelectChoice(*pair) for pair in cases]
        return form


class MergeForm(BaseForm):
    """Which theme another one becomes part of."""

    into = SelectField(_l("Merge into"), [InputRequired(CHOOSE)])

    @classmethod
    def among(cls, themes: Iterable[tuple[str, str]]) -> "MergeForm":
        """The form with the themes that it could become part of."""
        form = cls()
        form.into.choices = [SelectChoice("", CHOOSE), *(SelectChoice(*pair) for pair in themes)]
        return form


class SplitForm(BaseForm):
    """The new themes that one is split into: at least one, at most three; the fields of the cases come with them."""

    first_de = _name_de(required())
    first_en = _name_en(required())
    first_definition = _definition(required())
    first_seeds = _seeds(required())
    second_de = _name_de()
    second_en = _name_en()
    second_definition = _definition()
    second_seeds = _seeds()
    third_de = _name_de()
    third_en = _name_en()
    third_definition = _definition()
    third_seeds = _seeds()

    @classmethod
    def sharing(cls, cases: Iterable[tuple[str, str]]) -> "SplitForm":
        """The form with a choice for each case that this moderator may read."""
        places = [SelectChoice(STAYS, _l("stays where it is"))]
        places += [SelectChoice(str(n), _l("new theme %(n)s", n=n + 1)) for n in range(len(PLACES))]
        fields = {f"case_{key}": SelectField(title, choices=places, default=STAYS) for key, title in cases}
        return type(cls.__name__, (cls,), {"__module__": cls.__module__, **fields})()

    def validate_second_de(self, _field: Line) -> None:
        """See `_whole`."""
        self._whole("second")

    def validate_third_de(self, _field: Line) -> None:
        """See `_whole`."""
        self._whole("third")

    def _whole(self, place: str) -> None:
        """Either all of a theme, or nothing of it."""
        filled = [bool(self[f"{place}_{name}"].data) for name in ("de", "en", "definition", "seeds")]
        if any(filled) and not all(filled):
            raise ValidationError(str(_l("Please fill in all fields of this theme, or none of them.")))

    def children(self) -> list[dict[str, str]]:
        """What was typed for each new theme."""
        named = [place for place in PLACES if self[f"{place}_de"].data]
        return [
            {
                "name_de": self[f"{place}_de"].data,
                "name_en": self[f"{place}_en"].data,
                "definition": self[f"{place}_definition"].data,
                "seeds": self[f"{place}_seeds"].data,
            }
            for place in named
        ]

    def assigned(self) -> dict[str, int]:
        """Which case goes to which child; one that was given to a theme without a name stays."""
        chosen = {field.name.removeprefix("case_"): field.data for field in self if field.name.startswith("case_")}
        children = len(self.children())
        return {key: int(place) for key, place in chosen.items() if place != STAYS and int(place) < children}


class LabelForm(BaseForm):
    """The themes of one case."""

    themes = Ticks(_l("Themes of the case"))

    @classmethod
    def of(cls, names: Mapping[str, str], present: Collection[str], automatic: Collection[str]) -> "LabelForm":
        """The form with the present themes ticked, and with those that only the classifier counts, which it says."""
        form = cls(themes=[*present, *automatic])
        words = {key: _l("%(name)s (counted automatically)", name=names[key]) for key in automatic if key in names}
        form.themes.choices = [SelectChoice(key, words.get(key, name)) for key, name in names.items()]
        return form


class UndoForm(BaseForm):
    """Which event is undone."""

    event = HiddenField(validators=[Regexp(r"[1-9][0-9]{0,8}\Z")])


class RuleForm(BaseForm):
    """The numbers of the rule that can be made stricter."""

    @classmethod
    def of(cls, parameters: Parameters) -> "RuleForm":
        """The form with the numbers as they are."""
        fields = {
            name: DecimalField(wording.NUMBERS[name], [InputRequired(CHOOSE)], places=None) for name in rule.SETTABLE
        }
        made = type(cls.__name__, (cls,), {"__module__": cls.__module__, **fields})
        return made(data={name: round(getattr(parameters, name), 4) for name in rule.SETTABLE})

    def numbers(self) -> dict[str, float]:
        """The numbers by name; one that was not touched stays exactly as it was."""
        present = rule.in_force()
        return {
            name: getattr(present, name)
            if float(self[name].data) == round(getattr(present, name), 4)
            else float(self[name].data)
            for name in rule.SETTABLE
        }
