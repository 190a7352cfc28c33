"""The houses of the network, which network administration keeps."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard
from caseboard.accounts import administration, queries
from caseboard.accounts.blueprint import bp
from caseboard.accounts.forms import HouseForm, NewHouseForm
from caseboard.errors import InvalidInput
from caseboard.models import Jobcenter
from caseboard.models.people import HouseKind
from caseboard.policy import people as rules


@bp.get("/haeuser")
@guard.rule(rules.may_keep_houses)
def houses() -> str:
    """Every house of the network."""
    return render_template("accounts/houses.html", houses=queries.houses(guard.viewer()))


@bp.route("/haeuser/neu", methods=["GET", "POST"])
@guard.rule(rules.may_keep_houses)
def new_house() -> str | Response | tuple[str, int]:
    """Take a jobcenter into the network."""
    form = NewHouseForm(kind=HouseKind.JOINT)
    if form.validate_on_submit():
        try:
            administration.create_house(guard.viewer(), form.id.data, _described(form))
        except InvalidInput as error:
            form.take(error)
        else:
            flash(_("The house is in the network now."), "success")
            return redirect(url_for("accounts.houses"), 303)
    return render_template("accounts/new_house.html", form=form), 422 if form.is_submitted() else 200


@bp.route("/haeuser/<id>", methods=["GET", "POST"])
@guard.loads(Jobcenter, may=rules.may_keep_house, name="jobcenter")
def house(jobcenter: Jobcenter) -> str | Response | tuple[str, int]:
    """Change what is said about a house."""
    view = queries.house(jobcenter)
    form = HouseForm(name=view.name, county=view.county, kind=view.kind, active=view.active)
    if form.validate_on_submit():
        try:
            administration.change_house(guard.viewer(), jobcenter, _described(form))
        except InvalidInput as error:
            form.take(error)
        else:
            flash(_("Your changes are saved."), "success")
            return redirect(url_for("accounts.houses"), 303)
    return render_template("accounts/house.html", form=form, house=view), 422 if form.is_submitted() else 200


def _described(form: HouseForm) -> administration.House:
    return administration.House(form.name.data, form.county.data, HouseKind(form.kind.data), form.active.data)
