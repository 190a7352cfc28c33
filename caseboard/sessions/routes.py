"""The addresses of consultations."""

from flask import flash, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard, policy
from caseboard.anonymize import SafeText
from caseboard.models import CaseSession
from caseboard.policy import finding
from caseboard.policy import sessions as rules
from caseboard.sessions import queries, service
from caseboard.sessions.answering import Page, form_page, kept, language, looked, saved, to, to_called_off
from caseboard.sessions.blueprint import bp
from caseboard.sessions.forms import (
    OutcomeForm,
    PerspectiveForm,
    answers_of,
    observe_form,
)
from caseboard.sessions.live.sheet import so_far
from caseboard.sessions.lookups import is_on_board
from caseboard.sessions.views import SessionView


@bp.get("/beratungen")
@guard.rule(policy.consults)
def index() -> str:
    """Everything I moderate, advise in or asked for, and what waits for moderators."""
    called_off = "abgesagt" in request.args
    return render_template("sessions/index.html", overview=queries.overview(guard.viewer()), called_off=called_off)


@bp.get("/beratungen/<id>")
@guard.loads(CaseSession, may=finding.may_look_for)
def show(case_session: CaseSession) -> Page:
    """One consultation, as the person who asks may see it; a running live session has a board."""
    if finding.may_hear_it_is_off(guard.viewer(), case_session):
        return to_called_off()
    if is_on_board(guard.viewer(), case_session):
        return to("board", case_session.id)
    return render_template("sessions/show.html", view=_read(case_session))


@bp.route("/beratungen/<id>/perspektive", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_contribute)
def contribute(case_session: CaseSession) -> Page:
    """Write one's own perspective: first look at it stripped, then hand it in."""
    user, view = guard.viewer(), _read(case_session)
    service.require_writing(case_session)
    form = PerspectiveForm(text=view.own_text, seen=service.perspective_mark(user, case_session))
    look = looked(form, f"{user.id}/{case_session.id}/perspective")
    if look and look.confirmed and kept(form, lambda: _hand_in(case_session, form, look.texts["text"])):
        flash(_("Your perspective is handed in. It stays hidden until all are revealed."), "success")
        return to("observe" if view.case.themes and not view.has_observed else "show", case_session.id)
    return form_page("perspective", form, view=view, look=look)


@bp.post("/beratungen/<id>/perspektive/zuruecknehmen")
@guard.loads(CaseSession, may=rules.may_contribute)
def withdraw(case_session: CaseSession) -> Response:
    """Take one's own perspective back."""
    service.withdraw(guard.viewer(), case_session)
    flash(_("Your perspective is deleted."), "success")
    return to("show", case_session.id)


@bp.route("/beratungen/<id>/bei-uns", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_observe)
def observe(case_session: CaseSession) -> Page:
    """Say whether the own house has this too."""
    user, view = guard.viewer(), queries.show(guard.viewer(), case_session, language())
    service.require_observing(user, case_session)
    form = observe_form(view.case.themes, queries.own_answers(user, case_session))
    if saved(form, lambda: service.observe(user, case_session, answers_of(form))):
        flash(_("Thank you, your answer is noted."), "success")
        return to("show", case_session.id)
    return form_page("observe", form, view=view)


@bp.route("/beratungen/<id>/abschluss", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_conclude)
def result_form(case_session: CaseSession) -> Page:
    """Say what helped: first look at it stripped, then send it."""
    user, view = guard.viewer(), _read(case_session)
    form = OutcomeForm(**so_far(case_session))
    look = looked(form, f"{user.id}/{case_session.id}/outcome")
    if look and look.confirmed:
        service.conclude(user, case_session, service.Outcome(**look.texts))
        return to("result", case_session.id)
    service.require_concluding(case_session)
    return form_page("result_form", form, view=view, look=look)


def _hand_in(case_session: CaseSession, form: PerspectiveForm, text: SafeText) -> None:
    service.contribute(guard.viewer(), case_session, text, form.once.data, form.mark())


def _read(case_session: CaseSession) -> SessionView:
    """The consultation with its case, and the reading in the access log."""
    view = queries.show(guard.viewer(), case_session, language())
    service.note_reading(guard.viewer(), case_session)
    return view
