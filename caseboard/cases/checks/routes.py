"""The addresses of checking: the list of what waits, one case to check, and the three things to do with it."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import airlock, guard
from caseboard.cases.blueprint import bp
from caseboard.cases.checks import (
    library,  # noqa: F401 - hangs the addresses of reading on the blueprint
    protection,  # noqa: F401 - and those of data protection
    queries,
    service,
)
from caseboard.cases.checks.forms import MarkForm, PassForm, SendBackForm
from caseboard.cases.checks.marking import Coarser
from caseboard.errors import InvalidInput
from caseboard.forms import BaseForm
from caseboard.models import Case
from caseboard.policy import cases as rules
from caseboard.policy import consults


@bp.get("/pruefen")
@guard.rule(consults)
def checklist() -> str:
    """Everything the viewer may check now."""
    return render_template("cases/checks/checklist.html", waiting=queries.waiting_cases(guard.viewer()))


@bp.get("/pruefen/<id>")
@guard.loads(Case, may=rules.may_be_checker)
def check(case: Case) -> str:
    """One case to check; who follows an old notice hears that somebody else was faster."""
    service.require_check(guard.viewer(), case)
    service.log_read(guard.viewer(), case)
    return _page(case)


@bp.post("/pruefen/<id>/markieren")
@guard.loads(Case, may=rules.may_be_checker)
def mark(case: Case) -> Response | tuple[str, int]:
    """Hide a passage everywhere, for good."""
    service.require_check(guard.viewer(), case)
    form = MarkForm()
    if not form.validate_on_submit():
        return _page(case, form), 422
    try:
        service.mark(guard.viewer(), case, form.passage.data, Coarser(form.coarser.data))
    except InvalidInput as error:
        form.take(error)
        return _page(case, form), 422
    flash(_("The passage is hidden everywhere in the text. The author is told."), "success")
    return redirect(url_for("cases.check", id=case.id), 303)


@bp.post("/pruefen/<id>/bestaetigen")
@guard.loads(Case, may=rules.may_be_checker)
def confirm(case: Case) -> Response | tuple[str, int]:
    """Say that nothing points to a person; the second such word releases the case."""
    service.require_check(guard.viewer(), case)
    form = PassForm()
    if not form.validate_on_submit():
        return _page(case, form), 422
    try:
        service.pass_check(guard.viewer(), case, form.confirmed.data or (), seen=form.seen.data)
    except InvalidInput as error:
        form.take(error)
        return _page(case, form), 422
    flash(_("Thank you. Your check is noted."), "success")
    return redirect(url_for("cases.checklist"), 303)


@bp.post("/pruefen/<id>/zurueckgeben")
@guard.loads(Case, may=rules.may_be_checker)
def send_back(case: Case) -> Response | tuple[str, int]:
    """Give the case back to its author with a reason."""
    service.require_check(guard.viewer(), case)
    form = SendBackForm()
    if not form.validate_on_submit():
        return _page(case, form), 422
    try:
        service.send_back(guard.viewer(), case, airlock.safe(form.reason.data, field="reason"))
    except InvalidInput as error:
        form.take(error)
        return _page(case, form), 422
    flash(_("The case is back with its author."), "success")
    return redirect(url_for("cases.checklist"), 303)


FORMS: dict[str, type[BaseForm]] = {"marking": MarkForm, "passing": PassForm, "returning": SendBackForm}


def _page(case: Case, sent: BaseForm | None = None) -> str:
    """The page of the check; `sent` is the form that came back with mistakes."""
    view = queries.check_view(case)
    forms = {name: sent if isinstance(sent, kind) else kind(formdata=None) for name, kind in FORMS.items()}
    forms["passing"].offer(view.to_confirm)
    forms["passing"].seen.data = view.version
    return render_template("cases/checks/check.html", view=view, **forms)
