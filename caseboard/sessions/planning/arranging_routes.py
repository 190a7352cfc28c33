"""The addresses that change a planned consultation: its date, its seats and link, and whether the case giver speaks."""

from flask import flash, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard
from caseboard.models import CaseSession
from caseboard.policy import sessions as rules
from caseboard.sessions import service
from caseboard.sessions.answering import Page, form_page, language, saved, to
from caseboard.sessions.blueprint import bp
from caseboard.sessions.planning import queries
from caseboard.sessions.planning.arranging_forms import ArrangementForm, MoveForm
from caseboard.sessions.planning.views import PlanChoices


@bp.route("/beratungen/<id>/verschieben", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_move_session)
def move(case_session: CaseSession) -> Page:
    """Hold a live session on another date."""
    rules.require_awake(case_session)
    service.require_movable(case_session)
    form = MoveForm.of(case_session, _choices(case_session))
    if saved(form, lambda: service.move(guard.viewer(), case_session, form.move()) or True):
        flash(_("The consultation has moved. Everybody is told and answers again."), "success")
        return to("show", case_session.id)
    return form_page("planning/move", form, view=queries.date_view(case_session))


@bp.route("/beratungen/<id>/einrichten", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_moderate_session)
def arrange(case_session: CaseSession) -> Page:
    """Change seats, link and co-moderator."""
    rules.require_awake(case_session)
    form = ArrangementForm.of(case_session, _choices(case_session))
    if saved(form, lambda: service.arrange(guard.viewer(), case_session, form.arrangement()) or True):
        flash(_("The consultation is changed. Whoever it concerns is told."), "success")
        return to("show", case_session.id)
    return form_page("planning/arrange", form, view=queries.date_view(case_session))


@bp.post("/beratungen/<id>/sprechen")
@guard.loads(CaseSession, may=rules.may_conclude)
def speak(case_session: CaseSession) -> Response:
    """Speak in a live session, or type without a name."""
    speaks = request.form["speaks"] == "yes"
    service.speak(guard.viewer(), case_session, speaks=speaks)
    flash(_("You will speak.") if speaks else _("You will write, without a name."), "success")
    return to("show", case_session.id)


def _choices(case_session: CaseSession) -> PlanChoices:
    return queries.plan_choices(guard.viewer(), case_session.case, language())
