"""One's own account: what is stored about oneself, the password, and the browsers one is signed in with."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard, policy
from caseboard.accounts import queries, service
from caseboard.accounts.blueprint import bp
from caseboard.accounts.forms import ChangePasswordForm
from caseboard.errors import InvalidInput, TooManyAttempts
from caseboard.models import SignIn
from caseboard.policy import people


@bp.get("/konto")
@guard.rule(people.may_have_account)
def account() -> str:
    """One's own data, roles and sign-ins."""
    user = guard.viewer()
    sign_ins = queries.own_sign_ins(user, guard.current_token_hash())
    return render_template(
        "accounts/account.html",
        person=queries.person(user),
        sign_ins=sign_ins,
        has_calendar=policy.consults(user),
    )


@bp.route("/konto/passwort", methods=["GET", "POST"])
@guard.rule(people.may_have_account)
def change_password() -> str | Response | tuple[str, int]:
    """Choose a new password."""
    form = ChangePasswordForm()
    if not form.validate_on_submit():
        return render_template("accounts/change_password.html", form=form), 422 if form.is_submitted() else 200
    try:
        _change(form)
    except (InvalidInput, TooManyAttempts) as error:
        form.blame(error)
        return render_template("accounts/change_password.html", form=form), error.status
    flash(_("Your password is changed. Every other sign-in of yours has ended."), "success")
    return redirect(url_for("accounts.account"), 303)


@bp.post("/konto/anmeldungen/<id>/beenden")
@guard.loads(SignIn, may=people.may_end_sign_in, name="entry")
def end_sign_in(entry: SignIn) -> Response:
    """Sign out another browser."""
    service.end(guard.viewer(), entry)
    flash(_("The sign-in has ended."), "success")
    return redirect(url_for("accounts.account"), 303)


@bp.post("/konto/anmeldungen/beenden")
@guard.rule(people.may_have_account)
def end_other_sign_ins() -> Response:
    """Sign out every browser but this one."""
    service.end_others(guard.viewer(), guard.current_token_hash())
    flash(_("Every other sign-in of yours has ended."), "success")
    return redirect(url_for("accounts.account"), 303)


def _change(form: ChangePasswordForm) -> None:
    present, wanted = form.present_password.data or "", form.password.data or ""
    service.change_password(guard.viewer(), present, wanted, guard.source(), guard.current_token_hash())
