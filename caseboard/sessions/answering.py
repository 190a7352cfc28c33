"""How addresses of consultations answer: a form that is saved or shown again, and the way on."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import redirect, render_template, url_for
from flask_babel import get_locale
from werkzeug.wrappers import Response

from caseboard.errors import InvalidInput
from caseboard.forms import BaseForm
from caseboard.sessions import preview
from caseboard.sessions.forms import ConfirmedForm, MarkedForm
from caseboard.sessions.live.marks import Collision
from caseboard.sessions.preview import Preview

Page = str | Response | tuple[str, int]
Done = TypeVar("Done")


def language() -> str:
    """The reader's language."""
    return str(get_locale())


def to(name: str, key: str) -> Response:
    """On to the page of one thing."""
    return redirect(url_for(f"sessions.{name}", id=key), 303)


def to_called_off() -> Response:
    """On to the list, with a kind sentence about a consultation that was called off."""
    return redirect(called_off(), 303)


def called_off() -> str:
    """Where that sentence stands; it names neither the consultation nor whoever called it off."""
    return url_for("sessions.index", abgesagt="ja")


def form_page(name: str, form: BaseForm, **context: Any) -> tuple[str, int]:
    """A page with a form; what was typed stays in it."""
    status = 409 if isinstance(form, MarkedForm) and form.present is not None else 422 if form.errors else 200
    return render_template(f"sessions/{name}.html", form=form, **context), status


def saved(form: BaseForm, verb: Callable[[], Done]) -> Done | None:
    """Run the verb on a form that is filled in well; None where the page has to be shown again."""
    if not form.validate_on_submit():
        return None
    try:
        return verb()
    except InvalidInput as error:
        form.take(error)
        return None


def looked(form: ConfirmedForm, about: str) -> Preview | None:
    """The preview of a form that was sent; the form carries its seal from then on."""
    confirms = form.step.data == "confirm"
    look = saved(form, lambda: preview.look(about, form.texts(), seal=form.seal.data or "", confirms=confirms))
    form.seal.data = look.seal if look else ""
    return look


def kept(form: MarkedForm, verb: Callable[[], object]) -> bool:
    """Run the verb; whoever comes second has both versions before them, and sends once more if they still want to."""
    try:
        verb()
    except Collision as collision:
        form.seen.data, form.present = collision.now, str(collision.present)
        return False
    return True
