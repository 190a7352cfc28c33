"""Signing in again in the middle of writing: the text stays in the page, and nowhere else."""

from collections.abc import Iterable

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from caseboard import guard
from caseboard.accounts import service
from caseboard.accounts.addresses import HOME, local
from caseboard.accounts.blueprint import bp
from caseboard.accounts.forms import SignInForm
from caseboard.errors import InvalidInput, TooManyAttempts

KEPT = "kept-"
"""Stands before the names of carried fields, so that none of them is taken for the address or the password."""

LEAVING = "accounts.sign_out"
"""Whoever wants to go out and is out already has nothing to lose."""

Fields = tuple[tuple[str, str], ...]


def ask_to_sign_in() -> Response:
    """The answer to somebody whose sign-in is missing or has expired.

    Whoever only looks is led to the sign-in page. Whoever was sending a text gets it back inside the page, with a
    form to sign in and go on. The token against forged requests was checked before, so no other site can make a
    browser show this page with words of its own.
    """
    if request.endpoint == LEAVING:
        return redirect(HOME, 303)
    if request.method != "POST":
        return redirect(url_for("accounts.sign_in", next=_here()), 303)
    return make_response(_page(SignInForm(formdata=None), _here(), _typed()), 401)


@bp.post("/anmelden/weiter")
@guard.open_to_all
def resume() -> Response:
    """Sign in again and hand the carried text back, with one button that sends it on."""
    form, target, fields = SignInForm(), local(request.form.get("target")), _carried()
    if not form.validate_on_submit():
        return make_response(_page(form, target, fields), 422)
    try:
        user = service.recognise(form.email.data, form.password.data, guard.source())
    except (InvalidInput, TooManyAttempts) as error:
        form.blame(error)
        return make_response(_page(form, target, fields), error.status)
    same = guard.last_person() == user.id
    guard.let_in(user, service.begin(user))
    if not same:  # what one person typed is not sent in the name of another
        return redirect(HOME, 303)
    return make_response(render_template("accounts/go_on.html", target=target, fields=fields))


def _page(form: SignInForm, target: str, fields: Fields) -> str:
    carried = tuple((KEPT + name, value) for name, value in fields)
    return render_template("accounts/expired.html", form=form, target=target, fields=carried)


def _here() -> str:
    return local(request.full_path.removesuffix("?"))


def _typed() -> Fields:
    """Every posted field but tokens and passwords, with all values of each."""
    return _but_secrets(request.form.items(multi=True))


def _carried() -> Fields:
    fields = request.form.items(multi=True)
    return _but_secrets((name.removeprefix(KEPT), value) for name, value in fields if name.startswith(KEPT))


def _but_secrets(fields: Iterable[tuple[str, str]]) -> Fields:
    return tuple((name, value) for name, value in fields if name != "csrf_token" and "password" not in name)
