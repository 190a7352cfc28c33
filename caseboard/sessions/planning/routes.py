"""The addresses of planning one consultation: plan, invite, answer, call off, and put a case first."""

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard
from caseboard.models import Case, CaseSession, SeatPart, SeatState
from caseboard.policy import inviting
from caseboard.policy import sessions as rules
from caseboard.sessions import content, offer, queries, service
from caseboard.sessions.answering import Page, form_page, language, saved, to
from caseboard.sessions.blueprint import bp
from caseboard.sessions.planning import queries as plans
from caseboard.sessions.planning.forms import InviteForm, PlanForm

ANSWERED = {
    SeatState.ACCEPTED: lambda: _("Thank you for taking part."),
    SeatState.SUBSTITUTE: lambda: _("Every place is taken. You move up as soon as one falls free, and are told."),
}


@bp.route("/beratungen/planen/<id>", methods=["GET", "POST"])
@guard.loads(Case, may=inviting.may_plan_session)
def plan(case: Case) -> Page:
    """Choose process, kind, date and people for a released case."""
    service.require_unplanned(case)
    form = _plan_form(case)
    planned = saved(form, lambda: service.plan(guard.viewer(), case, form.plan()))
    if planned:
        flash(_("The consultation is planned and the invitations are out."), "success")
        return to("show", planned.id)
    return form_page("plan", form, case=content.case_text(case, language()))


@bp.post("/beratungen/planen/<id>/dringend")
@guard.loads(Case, may=inviting.may_mark_urgent)
def urge(case: Case) -> Response:
    """Put a case first on the list of those that wait, or back."""
    service.urge(guard.viewer(), case, urgent=request.form["urgent"] == "yes")
    return redirect(url_for(".index") + "#waiting", 303)


@bp.post("/beratungen/<id>/antwort")
@guard.loads(CaseSession, may=rules.may_answer_invitation)
def answer(case_session: CaseSession) -> Response:
    """Take part, be unsure, or give the seat back."""
    said = request.form["accepts"]
    if said == "maybe":
        service.consider(guard.viewer(), case_session)
        flash(_("Your answer is noted. Please decide as soon as you can."), "success")
        return to("show", case_session.id)
    state = service.answer(guard.viewer(), case_session, accepts=said == "yes")
    if state in ANSWERED:
        flash(ANSWERED[state](), "success")
        return to("show", case_session.id)
    return _farewell()


@bp.route("/beratungen/<id>/einladen", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_moderate_session)
def invite_more(case_session: CaseSession) -> Page:
    """Ask further people."""
    view, form = queries.show(guard.viewer(), case_session, language()), InviteForm()
    form.advisers.offer(offer.further_advisers(guard.viewer(), case_session))
    chosen, part = frozenset(form.advisers.data or ()), SeatPart(form.part.data)
    if saved(form, lambda: service.invite_more(guard.viewer(), case_session, chosen, part)):
        flash(_("The invitations are out."), "success")
        return to("show", case_session.id)
    return form_page("invite_more", form, view=view)


@bp.post("/beratungen/<id>/absagen")
@guard.loads(CaseSession, may=rules.may_moderate_session)
def cancel(case_session: CaseSession) -> Response:
    """Call it off."""
    service.cancel(guard.viewer(), case_session)
    flash(_("The consultation is called off and everybody is told."), "success")
    return redirect(url_for(".index"), 303)


def _plan_form(case: Case) -> PlanForm:
    """The form with what can be chosen; it begins with the date that somebody came from, if it is still free."""
    form = PlanForm().offer(plans.plan_choices(guard.viewer(), case, language()))
    if not form.is_submitted():
        form.urgent.data = case.urgent
        slots = {slot.id: slot for slot in form.offered.slots}
        if chosen := slots.get(request.args.get("termin", "")):
            form.start_from(chosen)
    return form


def _farewell() -> Response:
    flash(_("Your answer is noted. Somebody else can take your place."), "success")
    return redirect(url_for(".index"), 303)
