"""The addresses of the verbs that cross rooms; each is one button that changes something."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from caseboard import guard
from caseboard.flows import service
from caseboard.flows.forms import CloseForm
from caseboard.models import Case, CaseState
from caseboard.policy import cases as rules
from caseboard.policy import consults
from caseboard.sessions.answering import Page, looked

bp = Blueprint("flows", __name__)

WITHDRAWN = _l("Your case is withdrawn. Its text is deleted, and everybody who took part is told.")
DISCARDED = _l("Your draft is gone.")


@bp.get("/faelle/<id>/zurueckziehen")
@guard.loads(Case, may=rules.may_withdraw_case)
def confirm_withdrawal(case: Case) -> str:
    """Ask once more before the words are gone."""
    is_draft = case.state is CaseState.DRAFT
    return render_template("flows/withdraw.html", id=case.id, title=str(case.title or ""), is_draft=is_draft)


@bp.post("/faelle/<id>/zurueckziehen")
@guard.loads(Case, may=rules.may_see_own_case)
def withdraw(case: Case) -> Response:
    """Take the own case back."""
    was_draft = case.state is CaseState.DRAFT
    service.withdraw(guard.viewer(), case)
    flash(str(DISCARDED if was_draft else WITHDRAWN), "success")
    return redirect(url_for("cases.mine"), 303)


@bp.route("/faelle/<id>/abschliessen", methods=["GET", "POST"])
@guard.loads(Case, may=rules.may_see_own_case)
def close(case: Case) -> Page:
    """End a case that needs no consultation any more: at once, or with a look at what has helped."""
    user, form = guard.viewer(), CloseForm()
    service.require_closing(user, case)
    look = looked(form, f"{user.id}/{case.id}/close") if form.text.data else None
    if (look and look.confirmed) or (look is None and form.validate_on_submit()):
        service.close(user, case, look.texts["text"] if look else None)
        flash(_("Your case is closed and its text is deleted."), "success")
        return redirect(url_for("cases.own", id=case.id), 303)
    page = render_template("flows/close.html", form=form, id=case.id, title=str(case.title), look=look)
    return page, 422 if form.errors else 200


@bp.post("/bibliothek/<id>/erkannt")
@guard.loads(Case, may=rules.may_recognise)
def recognise(case: Case) -> Response:
    """Say that one recognises the person."""
    service.recognise(guard.viewer(), case)
    return redirect(url_for("flows.recognised"), 303)


@bp.get("/erkannt")
@guard.rule(consults)
def recognised() -> str:
    """The same answer for everybody, and no question who."""
    return render_template("flows/recognised.html")


@bp.post("/pausiert/<id>/aufheben")
@guard.loads(Case, may=rules.may_be_judge)
def lift(case: Case) -> Response:
    """Say that the pause should end."""
    over = service.lift(guard.viewer(), case)
    flash(_("The pause is lifted.") if over else _("Noted. One more moderator has to agree."), "success")
    return redirect(url_for("cases.paused"), 303)


@bp.post("/pausiert/<id>/loeschen")
@guard.loads(Case, may=rules.may_be_judge)
def delete_paused(case: Case) -> Response:
    """Say that the case should be deleted."""
    gone = service.delete_paused(guard.viewer(), case)
    flash(_("The case is deleted.") if gone else _("Noted. One more moderator has to agree."), "success")
    return redirect(url_for("cases.paused"), 303)


@bp.post("/datenschutz-im-haus/<id>/sperren")
@guard.loads(Case, may=rules.may_block_case)
def block(case: Case) -> Response:
    """Block a case of the house at once."""
    service.block(guard.viewer(), case)
    flash(_("The case is blocked: nobody reads it any more until you unblock it."), "success")
    return redirect(url_for("cases.protection", id=case.id), 303)


@bp.post("/datenschutz-im-haus/<id>/entsperren")
@guard.loads(Case, may=rules.may_block_case)
def unblock(case: Case) -> Response:
    """Let a blocked case go on."""
    service.unblock(guard.viewer(), case)
    flash(_("The case is no longer blocked."), "success")
    return redirect(url_for("cases.protection", id=case.id), 303)
