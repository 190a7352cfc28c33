"""Coming in, going out, and how one likes to read."""

from flask import current_app, redirect, render_template, request, session
from flask_login import current_user
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from caseboard import demo_people, guard
from caseboard.accounts import service
from caseboard.accounts.addresses import HOME, local
from caseboard.accounts.blueprint import bp
from caseboard.accounts.forms import SignInForm
from caseboard.errors import InvalidInput, TooManyAttempts
from caseboard.policy import people

LANGUAGES = frozenset({"de", "en"})
THEMES = frozenset({"light", "dark"})
Answer = str | Response | tuple[str, int]


@bp.route("/anmelden", methods=["GET", "POST"])
@guard.open_to_all
def sign_in() -> Answer:
    """Come in with e-mail address and password."""
    if current_user.is_authenticated:
        return redirect(_landing(request.args.get("next")), 303)
    form = SignInForm()
    if not form.validate_on_submit():
        return _sign_in_page(form), 422 if form.is_submitted() else 200
    try:
        user = service.recognise(form.email.data, form.password.data, guard.source())
    except (InvalidInput, TooManyAttempts) as error:
        form.blame(error)
        return _sign_in_page(form), error.status
    guard.let_in(user, service.begin(user))
    return redirect(_landing(request.args.get("next")), 303)


@bp.post("/abmelden")
@guard.rule(people.may_have_account)
def sign_out() -> Response:
    """Go out."""
    service.end_this(guard.viewer(), guard.current_token_hash())
    guard.let_out()
    response = redirect(HOME, 303)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@bp.post("/sprache")
@guard.open_to_all
def set_language() -> Response:
    """Read in German or English."""
    language = request.form.get("language", "")
    if language in LANGUAGES:
        session["language"] = language
        if current_user.is_authenticated:
            service.choose_language(guard.viewer(), language)
    return redirect(_landing(request.form.get("next")), 303)


@bp.post("/darstellung")
@guard.open_to_all
def set_theme() -> Response:
    """Read light on dark, dark on light, or as the system says."""
    theme = request.form.get("theme", "")
    if theme in THEMES:
        session["theme"] = theme
    else:
        session.pop("theme", None)
    return redirect(_landing(request.form.get("next")), 303)


def _sign_in_page(form: SignInForm) -> str:
    showcase = demo_people.showcase() if current_app.config["DEMO"] else ()
    password = demo_people.DEMO_PASSWORD if showcase else ""
    return render_template("accounts/sign_in.html", form=form, showcase=showcase, demo_password=password)


def _landing(path: str | None) -> str:
    """The wanted page, if it is one of this house that can be looked at; otherwise the start page."""
    wanted = local(path)
    try:
        current_app.create_url_adapter(request).match(wanted.partition("?")[0], method="GET")
    except HTTPException:
        return HOME
    return wanted
