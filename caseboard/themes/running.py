"""The addresses at which the rule is set, and its reckoning watched, asked for and stopped."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard
from caseboard.errors import InvalidInput
from caseboard.guard import viewer
from caseboard.models import ModelRun
from caseboard.policy import themes as rules
from caseboard.themes import overviews, rule, wording
from caseboard.themes import runs as service
from caseboard.themes.blueprint import bp
from caseboard.themes.forms import RuleForm


@bp.route("/themen/regel/aendern", methods=["GET", "POST"])
@guard.rule(rules.may_set_rule)
def set_rule() -> tuple[str, int] | Response:
    """Make the rule stricter, or as strict as it was measured."""
    form = RuleForm.of(rule.in_force())
    if form.validate_on_submit():
        try:
            rule.put(viewer(), form.numbers())
        except InvalidInput as error:
            form.take(error)
        else:
            flash(_("The rule is set. It holds from the next decision on."), "success")
            return redirect(url_for(".the_rule"), 303)
    view = overviews.rule_view()
    return render_template("themes/set_rule.html", form=form, view=view), 422 if form.is_submitted() else 200


@bp.get("/themen/berechnung")
@guard.rule(rules.may_watch_runs)
def runs() -> str:
    """How far the reckoning is, and the last ones."""
    found = overviews.runs()
    may_ask = rules.may_set_rule(viewer()) and not any(run.under_way and run.rebuilds for run in found)
    return render_template("themes/runs.html", runs=found, may_ask=may_ask)


@bp.post("/themen/berechnung/starten")
@guard.rule(rules.may_set_rule)
def ask() -> Response:
    """Let everything be reckoned now."""
    service.ask(viewer())
    flash(_("The worker begins within a minute, or after what it is at."), "success")
    return redirect(url_for(".runs"), 303)


@bp.post("/themen/berechnung/<id>/anhalten")
@guard.loads(ModelRun, may=rules.may_stop_run, name="run")
def stop(run: ModelRun) -> Response:
    """Stop a run; what was there before stays."""
    said = wording.STOPPED[run.kind]
    service.stop(viewer(), run)
    flash(str(said), "success")
    return redirect(url_for(".runs"), 303)
