"""Addresses of the home page."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from caseboard import guard
from caseboard.home import queries, service
from caseboard.policy.people import may_have_account

bp = Blueprint("home", __name__)


@bp.get("/")
@guard.rule(may_have_account)
def desk() -> str:
    """What lies with me."""
    user = guard.viewer()
    return render_template("home/desk.html", desk=queries.desk(user), name=user.name)


@bp.post("/mitteilungen/gelesen")
@guard.rule(may_have_account)
def dismiss() -> Response:
    """Put the notices away."""
    service.dismiss(guard.viewer())
    return redirect(url_for("home.desk"), 303)
