"""What every form shares: a token that lives as long as the page, and checks on typed text before anything else."""

import re
from collections.abc import Iterable
from typing import Any

from flask import request, session
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, StopValidation

from caseboard.errors import InvalidInput
from caseboard.refusals import refusal

KEY = re.compile(r"[0-9a-f]{32}")

LONGEST_FORM = 2 * 1024 * 1024
"""In bytes: many times more than a form of ours may hold, so that even then it can be handed back."""


def take_long_texts() -> None:
    """Read a form that is far too long all the same, because only then its page can come back with the text in it."""
    if request.mimetype == "application/x-www-form-urlencoded" and "_user_id" in session:
        request.max_content_length = request.max_form_memory_size = LONGEST_FORM


class BaseForm(FlaskForm):
    """A form of the house; `once` makes a second click on send harmless."""

    class Meta(FlaskForm.Meta):
        """Where the form takes its words from."""

        def wrap_formdata(self, _form: FlaskForm, formdata: Any) -> Any:
            """Fields that a page of ours can send, and nothing else: no file stands in for a text, and no JSON."""
            return None if formdata is None or request.method != "POST" else request.form or None

    def take(self, error: InvalidInput) -> None:
        """Show the sentences of `error` beside their fields, or on top where a field is not on the page."""
        for name, sentence in error.fields.items():
            if name in self:
                self[name].errors = [*self[name].errors, sentence]
            else:
                self.form_errors.append(sentence)


class Filled(InputRequired):
    """Something was typed, and it is more than spaces."""

    def __call__(self, form: Any, field: Field) -> None:
        super().__call__(form, field)
        if isinstance(field.data, str) and not field.data.strip():
            raise StopValidation(str(self.message))


def required(sentence: str | LazyString | None = None) -> InputRequired:
    """The field must not stay empty; the sentence is German in the catalogue."""
    return Filled(sentence or _l("Please fill in this field."))


def at_most(count: int) -> Length:
    """No longer than `count` characters."""
    return Length(max=count, message=_l("At most %(count)s characters, please.", count=count))


def honest_text(_form: FlaskForm, field: Field) -> None:
    """Refuse control characters, invisible marks and words of mixed alphabets beside the field."""
    sentence = None if field.errors else refusal(field.data or "")
    if sentence:
        raise ValidationError(sentence)


def _stripped(text: str | None) -> str:
    return (text or "").strip()


class Line(StringField):
    """One line of typed text."""

    def __init__(self, label: Any, *checks: Any, most: int = 200, **options: Any) -> None:
        super().__init__(label, [*checks, at_most(most), honest_text], filters=[_stripped], **options)


class Prose(TextAreaField):
    """Several lines of typed text."""

    def __init__(self, label: Any, *checks: Any, most: int = 10_000, **options: Any) -> None:
        super().__init__(label, [*checks, at_most(most), honest_text], filters=[_stripped], **options)


class Once(HiddenField):
    """A random key that the page carries, so that the same send arrives only once."""

    @property
    def key(self) -> str | None:
        """The key, if it is one that a page of ours could carry."""
        return self.data if self.data and KEY.fullmatch(self.data) else None


def choices(members: Iterable[Any], words: dict[Any, Any]) -> list[SelectChoice]:
    """Choices of a select field from a closed list and its wording."""
    return [SelectChoice(member.value, words[member]) for member in members]
