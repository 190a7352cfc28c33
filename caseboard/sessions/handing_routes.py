"""The addresses on which moderators change places: two who know of each other, or one who was left."""

from flask import flash
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard
from caseboard.models import CaseSession
from caseboard.policy import sessions as rules
from caseboard.policy.overdue import may_take_up_session
from caseboard.sessions import overdue, service
from caseboard.sessions.answering import to
from caseboard.sessions.blueprint import bp
from caseboard.sessions.lookups import is_on_board


@bp.post("/beratungen/<id>/uebergeben")
@guard.loads(CaseSession, may=rules.may_read_along)
def hand_over(case_session: CaseSession) -> Response:
    """Let the co-moderator lead."""
    service.hand_over(guard.viewer(), case_session)
    return _back(case_session, _("The other moderator leads now, and you stand by."))


@bp.post("/beratungen/<id>/uebernehmen")
@guard.loads(CaseSession, may=rules.may_read_along)
def take_over(case_session: CaseSession) -> Response:
    """Lead in the moderator's place."""
    service.take_over(guard.viewer(), case_session)
    return _back(case_session, _("You lead now. The other moderator is told and stands by."))


@bp.post("/beratungen/<id>/aufgreifen")
@guard.loads(CaseSession, may=may_take_up_session)
def take_up(case_session: CaseSession) -> Response:
    """Lead a consultation that its moderators have left."""
    overdue.take_up(guard.viewer(), case_session)
    flash(_("You lead now. Please bring this consultation to its end, or give it more time."), "success")
    return to("show", case_session.id)


def _back(case_session: CaseSession, sentence: str) -> Response:
    """To the board, which shows by itself who leads, or to the page, which says it."""
    if is_on_board(guard.viewer(), case_session):
        return to("board", case_session.id)
    flash(sentence, "success")
    return to("show", case_session.id)
