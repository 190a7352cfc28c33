"""The addresses of the themes."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard, policy
from caseboard.errors import InvalidInput
from caseboard.guard import viewer
from caseboard.models import Theme
from caseboard.policy import themes as rules
from caseboard.themes import queries, service
from caseboard.themes.forms import ThemeForm

bp = Blueprint("themes", __name__)


@bp.get("/themen")
@guard.rule(policy.sees_the_network)
def radar() -> str:
    """What recurs, and what is being watched."""
    view = queries.radar(viewer(), str(get_locale()))
    return render_template("themes/radar.html", radar=view, rule=queries.Rule())


@bp.get("/themen/<id>")
@guard.loads(Theme, may=rules.may_see_theme)
def show(theme: Theme) -> str:
    """One theme: what it means, how often, what was done."""
    view = queries.theme_view(viewer(), theme, str(get_locale()))
    return render_template("themes/show.html", theme_view=view, rule=queries.Rule())


@bp.route("/themen/<id>/bearbeiten", methods=["GET", "POST"])
@guard.loads(Theme, may=rules.may_edit_theme)
def edit(theme: Theme) -> tuple[str, int] | Response:
    """Keep the words of a theme."""
    form = ThemeForm.of(theme)
    if form.validate_on_submit():
        try:
            service.edit(viewer(), theme, service.clean(theme, form.typed()))
        except InvalidInput as error:
            form.take(error)
        else:
            flash(_("The theme is saved."), "success")
            return redirect(url_for(".show", id=theme.id), 303)
    view = queries.theme_view(viewer(), theme, str(get_locale()))
    return render_template("themes/edit.html", form=form, theme_view=view), 422 if form.is_submitted() else 200


@bp.post("/themen/<id>/ruhen")
@guard.loads(Theme, may=rules.may_edit_theme)
def retire(theme: Theme) -> Response:
    """Take a theme out of use."""
    service.retire(viewer(), theme)
    flash(_("The theme is out of use. It is no longer suggested or counted."), "success")
    return redirect(url_for(".show", id=theme.id), 303)


@bp.post("/themen/<id>/wieder-nutzen")
@guard.loads(Theme, may=rules.may_edit_theme)
def reactivate(theme: Theme) -> Response:
    """Take a theme into use again."""
    service.reactivate(viewer(), theme)
    flash(_("The theme is in use again. Its figures come with the next week."), "success")
    return redirect(url_for(".show", id=theme.id), 303)
