"""The addresses of a live session as a whole: its page, what open pages ask every few seconds, the rules."""

from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from caseboard import guard, policy
from caseboard.errors import NotFound
from caseboard.forms import BaseForm
from caseboard.models import CaseSession
from caseboard.policy import finding
from caseboard.policy import sessions as rules
from caseboard.sessions import phases, service
from caseboard.sessions.actions import Action
from caseboard.sessions.answering import Page, called_off, language, to, to_called_off
from caseboard.sessions.blueprint import bp
from caseboard.sessions.live import around, arriving, leading, pulse, queries
from caseboard.sessions.live.answers import done


@bp.get("/beratungen/<id>/tafel")
@guard.loads(CaseSession, may=finding.may_look_for)
def board(case_session: CaseSession) -> Page:
    """The live board, or the room before it; whoever comes for the first time reads the rules first."""
    user, part = guard.viewer(), queries.part_in(guard.viewer(), case_session)
    if finding.may_hear_it_is_off(user, case_session):
        return to_called_off()
    if part is None or case_session.state not in pulse.OPEN:
        return to("show", case_session.id)
    if user.rules_read_at is None:
        return to("live_rules", case_session.id)
    service.note_reading(user, case_session)
    shown = queries.board(user, case_session, part, language())
    page = around.page(user, case_session, part, language())
    return render_template("sessions/live/board.html", board=shown, page=page)


@bp.post("/beratungen/<id>/ankommen")
@guard.loads(CaseSession, may=rules.may_read_along)
def arrive(case_session: CaseSession) -> Page:
    """Say that one is there; the script of the board does so unasked."""
    return done(Action.JOIN, case_session, BaseForm(), arriving.arrive)


@bp.get("/beratungen/<id>/live")
@guard.polled
def live(id: str) -> Response:  # noqa: A002 - the addresses of the house call it so
    """What has changed since the version that the page shows: nothing, the board anew, or that it is over."""
    felt = pulse.feel(id)
    if not felt.is_open:
        return make_response(called_off() if felt.is_called_off else "", 410)
    if request.args.get("version") == str(felt.version):
        return make_response("", 204)
    user, case_session = guard.viewer(), queries.meeting(id)
    part = queries.part_in(user, case_session) if case_session else None
    policy.require(case_session is not None and part is not None)
    shown = queries.board(user, case_session, part, language())
    return make_response(render_template("sessions/live/_board.html", board=shown))


@bp.post("/beratungen/<id>/noch-da")
@guard.loads(CaseSession, may=rules.may_read_along)
def still_here(case_session: CaseSession) -> Response:
    """Somebody types or clicks on an open board: coming through the front door prolongs the sign-in."""
    rules.require_awake(case_session)
    return make_response("", 204)


@bp.get("/beratungen/<id>/regeln")
@guard.loads(CaseSession, may=rules.may_read_along)
def live_rules(case_session: CaseSession) -> str:
    """What to know before a first session, in three minutes."""
    part = queries.part_in(guard.viewer(), case_session)
    if part is None:
        raise NotFound
    minutes = phases.agenda_of(case_session).minutes()
    return render_template("sessions/live/rules.html", id=case_session.id, part=part.value, minutes=minutes)


@bp.post("/beratungen/<id>/regeln")
@guard.loads(CaseSession, may=rules.may_read_along)
def read_live_rules(case_session: CaseSession) -> Response:
    """Say that one has read the rules."""
    arriving.read_rules(guard.viewer())
    return to("board", case_session.id)


@bp.post("/beratungen/<id>/eroeffnen", endpoint="open")
@guard.loads(CaseSession, may=rules.may_moderate_session)
def open_session(case_session: CaseSession) -> Response:
    """Begin a live session."""
    leading.open_session(guard.viewer(), case_session)
    return to("board", case_session.id)
