"""The addresses of dates that come back, and of the groups that are asked for them."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from caseboard import guard, policy
from caseboard.models import AdviserGroup, Series, SessionSlot
from caseboard.policy import planning as rules
from caseboard.sessions import queries as consultations
from caseboard.sessions.answering import Page, form_page, language, saved, to
from caseboard.sessions.blueprint import bp
from caseboard.sessions.planning import groups, queries, series
from caseboard.sessions.planning.series_forms import FrameForm, GroupForm, SeriesForm


@bp.get("/beratungen/termine")
@guard.rule(policy.moderates)
def dates() -> str:
    """Every date of every series, by month."""
    user = guard.viewer()
    return render_template(
        "sessions/planning/dates.html", months=queries.months(user), all_series=queries.all_series(user)
    )


@bp.get("/beratungen/termine/<id>")
@guard.loads(SessionSlot, may=rules.may_use_slot, name="slot")
def fill_slot(slot: SessionSlot) -> str:
    """Choose a case for a free date."""
    user = guard.viewer()
    waiting = consultations.overview(user).waiting
    return render_template("sessions/planning/slot.html", slot=queries.one_slot(user, slot), waiting=waiting)


@bp.post("/beratungen/termine/<id>/entfaellt")
@guard.loads(SessionSlot, may=rules.may_cancel_slot, name="slot")
def drop_slot(slot: SessionSlot) -> Response:
    """Let one date drop out."""
    series.drop(guard.viewer(), slot)
    flash(_("The date drops out."), "success")
    return to("series", slot.series_id)


@bp.post("/beratungen/termine/<id>/doch")
@guard.loads(SessionSlot, may=rules.may_cancel_slot, name="slot")
def take_up_slot(slot: SessionSlot) -> Response:
    """Let a date take place after all."""
    series.take_up(guard.viewer(), slot)
    flash(_("The date takes place."), "success")
    return to("series", slot.series_id)


@bp.route("/beratungen/reihen/neu", methods=["GET", "POST"])
@guard.rule(policy.moderates)
def new_series() -> Page:
    """Make a series."""
    user = guard.viewer()
    form = SeriesForm()
    form.offer(queries.series_choices(user, language()))
    made = saved(form, lambda: series.make(user, form.frame(), form.pattern()))
    if made:
        flash(_("The series is made. Please look through its dates; public holidays are marked."), "success")
        return to("series", made.id)
    return form_page("planning/new_series", form)


@bp.get("/beratungen/reihen/<id>", endpoint="series")
@guard.loads(Series, may=rules.may_see_series, name="row")
def show_series(row: Series) -> str:
    """One series with its dates."""
    view = queries.one_series(guard.viewer(), row, language())
    return render_template("sessions/planning/series.html", series=view)


@bp.route("/beratungen/reihen/<id>/aendern", methods=["GET", "POST"])
@guard.loads(Series, may=rules.may_keep_series, name="row")
def change_series(row: Series) -> Page:
    """Change name, process, people or link."""
    user, view = guard.viewer(), queries.one_series(guard.viewer(), row, language())
    form = FrameForm(data=view.frame).offer(queries.series_choices(user, language()))
    if saved(form, lambda: series.change(user, row, form.frame()) or True):
        flash(_("The series is changed."), "success")
        return to("series", row.id)
    return form_page("planning/change_series", form, series=view)


@bp.post("/beratungen/reihen/<id>/beenden")
@guard.loads(Series, may=rules.may_keep_series, name="row")
def end_series(row: Series) -> Response:
    """End a series."""
    count = series.end(guard.viewer(), row)
    flash(ngettext("%(num)s free date drops out.", "%(num)s free dates drop out.", count), "success")
    return redirect(url_for(".dates"), 303)


@bp.get("/beratungen/gruppen", endpoint="groups")
@guard.rule(policy.moderates)
def show_groups() -> str:
    """One's own groups."""
    return render_template("sessions/planning/groups.html", groups=queries.own_groups(guard.viewer()))


@bp.route("/beratungen/gruppen/neu", methods=["GET", "POST"])
@guard.rule(policy.moderates)
def new_group() -> Page:
    """Gather people under a name."""
    user = guard.viewer()
    form = GroupForm().offer(queries.askable(user))
    if saved(form, lambda: groups.make(user, form.group())):
        flash(_("The group is saved. Nobody was told."), "success")
        return redirect(url_for(".groups"), 303)
    return form_page("planning/group", form, group=None)


@bp.route("/beratungen/gruppen/<id>", methods=["GET", "POST"])
@guard.loads(AdviserGroup, may=rules.may_keep_group, name="row")
def group(row: AdviserGroup) -> Page:
    """Change a group."""
    user, view = guard.viewer(), queries.one_group(row)
    form = GroupForm().offer(queries.askable(user), view)
    if saved(form, lambda: groups.change(user, row, form.group()) or True):
        flash(_("The group is saved. Nobody was told."), "success")
        return redirect(url_for(".groups"), 303)
    return form_page("planning/group", form, group=view)


@bp.post("/beratungen/gruppen/<id>/loeschen")
@guard.loads(AdviserGroup, may=rules.may_keep_group, name="row")
def remove_group(row: AdviserGroup) -> Response:
    """Forget a group."""
    groups.remove(guard.viewer(), row)
    flash(_("The group is deleted."), "success")
    return redirect(url_for(".groups"), 303)
