"""The addresses of the collection: look through it, search it, check what waits."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard, policy
from caseboard.models import Helped
from caseboard.policy import aftermath as rules
from caseboard.searching import Search
from caseboard.sessions.answering import language
from caseboard.sessions.blueprint import bp
from caseboard.sessions.helped import queries, service
from caseboard.sessions.helped.forms import HelpedSearchForm


@bp.get("/was-geholfen-hat")
@guard.rule(policy.consults)
def helped() -> str:
    """What has helped, the newest month first."""
    page = request.args.get("page", 1, type=int)
    return _shelf(HelpedSearchForm(formdata=None), Search(page=page))


@bp.post("/was-geholfen-hat")
@guard.rule(policy.consults)
def search_helped() -> str | tuple[str, int]:
    """The same, narrowed by words and theme; what was searched for is noted nowhere."""
    form = HelpedSearchForm()
    if not form.validate_on_submit():
        return _shelf(form, Search()), 422
    return _shelf(form, Search(form.words.data or "", form.theme.data or "", form.page.data or 1))


@bp.get("/was-geholfen-hat/<id>/pruefen")
@guard.loads(Helped, may=rules.may_look_at_helped)
def check_helped(helped: Helped) -> str:
    """Look at an entry before others do."""
    service.require_waiting(helped)
    return render_template("sessions/helped/check.html", entry=queries.entry(helped, language()))


@bp.post("/was-geholfen-hat/<id>/zeigen")
@guard.loads(Helped, may=rules.may_look_at_helped)
def show_helped(helped: Helped) -> Response:
    """Let everybody read it."""
    service.show(guard.viewer(), helped)
    flash(_("Everybody who consults can read it now."), "success")
    return redirect(url_for("sessions.helped"), 303)


@bp.post("/was-geholfen-hat/<id>/ablehnen")
@guard.loads(Helped, may=rules.may_look_at_helped)
def refuse_helped(helped: Helped) -> Response:
    """Delete it, because it points to somebody or says nothing to others."""
    service.refuse(guard.viewer(), helped)
    flash(_("The entry is deleted. Its author is told and can write it differently."), "success")
    return redirect(url_for("sessions.helped"), 303)


def _shelf(form: HelpedSearchForm, wanted: Search) -> str:
    form.offer(queries.themes_to_choose(language()), _("All themes"))
    found = queries.collection(guard.viewer(), wanted, language())
    return render_template("sessions/helped/collection.html", form=form, found=found)
