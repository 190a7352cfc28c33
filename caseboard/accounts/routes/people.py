"""The people of a house or of the network, as their administration looks after them."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard
from caseboard.accounts import administration, queries
from caseboard.accounts.blueprint import bp
from caseboard.accounts.forms import KnownPersonForm, NewPersonForm, PersonForm
from caseboard.errors import InvalidInput
from caseboard.models import Role, User
from caseboard.policy import people as rules


@bp.get("/personen")
@guard.rule(rules.may_administer)
def people() -> str:
    """Everybody one looks after."""
    user = guard.viewer()
    found = queries.people_of(user)
    return render_template("accounts/people.html", people=found, keeps_houses=rules.may_keep_houses(user))


@bp.route("/personen/neu", methods=["GET", "POST"])
@guard.rule(rules.may_administer)
def new_person() -> str | Response | tuple[str, int]:
    """Make an account for somebody."""
    form = _new_person_form()
    if form.validate_on_submit():
        try:
            made = administration.create_person(guard.viewer(), form.email.data, form.jobcenter.data, _described(form))
        except InvalidInput as error:
            form.take(error)
        else:
            flash(_("The account is made. Now hand over a one-time link, so that the person can come in."), "success")
            return redirect(url_for("accounts.person", id=made.id), 303)
    return render_template("accounts/new_person.html", form=form), 422 if form.is_submitted() else 200


@bp.route("/personen/<id>", methods=["GET", "POST"])
@guard.loads(User, may=rules.may_administer_person, name="user")
def person(user: User) -> str | Response | tuple[str, int]:
    """Change name, roles and served houses of somebody, or switch their account off."""
    view = queries.person(user)
    form = _known_person_form(view)
    if form.validate_on_submit():
        try:
            administration.change_person(guard.viewer(), user, _described(form, active=form.active.data))
        except InvalidInput as error:
            form.take(error)
        else:
            flash(_("Your changes are saved."), "success")
            return redirect(url_for("accounts.person", id=view.id), 303)
    return render_template("accounts/person.html", form=form, person=view), 422 if form.is_submitted() else 200


@bp.post("/personen/<id>/einladen")
@guard.loads(User, may=rules.may_administer_person, name="user")
def invite(user: User) -> str:
    """Make a one-time link and show it: this page is the only place where it ever stands."""
    token = administration.invite(guard.viewer(), user)
    link = url_for("accounts.accept_invitation", token=token, _external=True)
    return render_template("accounts/invited.html", person=queries.person(user), link=link)


def _new_person_form() -> NewPersonForm:
    user = guard.viewer()
    form = NewPersonForm(jobcenter=user.jobcenter_id)
    form.jobcenter.choices = queries.house_choices(user)
    form.offer(_grantable(user), queries.active_houses())
    return form


def _known_person_form(view: queries.PersonView) -> KnownPersonForm:
    form = KnownPersonForm(name=view.name, roles=sorted(view.roles), served=sorted(view.served), active=view.active)
    form.offer(_grantable(guard.viewer()), queries.houses_to_serve(view))
    return form


def _grantable(user: User) -> list[Role]:
    return [role for role in Role if rules.may_grant(user, role)]


def _described(form: PersonForm, *, active: bool = True) -> administration.Person:
    roles = frozenset(map(Role, form.roles.data or ()))
    return administration.Person(form.name.data, roles, frozenset(form.served.data or ()), active)
