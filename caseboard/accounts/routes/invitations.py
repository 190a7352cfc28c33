"""Taking up a one-time link: the only way to a first password."""

from flask import redirect, render_template
from werkzeug.wrappers import Response

from caseboard import guard
from caseboard.accounts import queries, service
from caseboard.accounts.addresses import HOME
from caseboard.accounts.blueprint import bp
from caseboard.accounts.forms import ChosenPasswordForm
from caseboard.errors import InvalidInput, NotFound, TooManyAttempts


@bp.route("/einladung/<token>", methods=["GET", "POST"])
@guard.open_to_all
def accept_invitation(token: str) -> str | Response | tuple[str, int]:
    """Choose a password and come in."""
    form, invitation = ChosenPasswordForm(), queries.invitation(token)
    if form.validate_on_submit():
        try:
            user = service.accept(token, form.password.data, guard.source())
        except (InvalidInput, TooManyAttempts) as error:
            form.blame(error)
            return _page(form, invitation, error.status)
        except NotFound:
            return _page(form, None, 404)
        guard.let_in(user, service.begin(user))
        return redirect(HOME, 303)
    return _page(form, invitation, 422 if form.is_submitted() else 200)


def _page(form: ChosenPasswordForm, invitation: queries.InvitationView | None, status: int) -> tuple[str, int]:
    if invitation is None:
        return render_template("accounts/link_gone.html"), 404
    return render_template("accounts/invitation.html", form=form, invitation=invitation), status
