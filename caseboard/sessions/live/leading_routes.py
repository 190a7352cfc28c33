"""The addresses of whoever leads a live session: phases, clock, tasks, the end."""

from flask import render_template

from caseboard import guard
from caseboard.forms import BaseForm
from caseboard.models import CaseSession
from caseboard.policy import sessions as rules
from caseboard.sessions import service
from caseboard.sessions.actions import Action
from caseboard.sessions.answering import Page
from caseboard.sessions.blueprint import bp
from caseboard.sessions.live import cards, leading, talking
from caseboard.sessions.live.answers import done
from caseboard.sessions.live.forms import MethodForm, MinutesForm, OnForm, RevealForm, SeenForm, TaskForm


@bp.post("/beratungen/<id>/phase/weiter")
@guard.loads(CaseSession, may=rules.may_read_along)
def next_phase(case_session: CaseSession) -> Page:
    """On to the next phase."""
    form = SeenForm()
    return done(Action.NEXT_PHASE, case_session, form, leading.next_phase, form.mark)


@bp.post("/beratungen/<id>/phase/zurueck")
@guard.loads(CaseSession, may=rules.may_read_along)
def step_back(case_session: CaseSession) -> Page:
    """Back to the phase before."""
    form = SeenForm()
    return done(Action.STEP_BACK, case_session, form, leading.step_back, form.mark)


@bp.post("/beratungen/<id>/phase/verlaengern")
@guard.loads(CaseSession, may=rules.may_read_along)
def extend(case_session: CaseSession) -> Page:
    """Some more minutes."""
    form = MinutesForm()
    return done(Action.EXTEND, case_session, form, leading.extend, form.minutes.data, form.mark)


@bp.post("/beratungen/<id>/phase/mehr-zeit")
@guard.loads(CaseSession, may=rules.may_read_along)
def need_live_time(case_session: CaseSession) -> Page:
    """Say that one needs more time."""
    return done(Action.NEED_TIME, case_session, BaseForm(), leading.need_time)


@bp.post("/beratungen/<id>/beenden")
@guard.loads(CaseSession, may=rules.may_read_along)
def finish(case_session: CaseSession) -> Page:
    """End the session."""
    form = SeenForm()
    return done(Action.FINISH, case_session, form, leading.finish, form.mark)


@bp.get("/beratungen/<id>/absagen")
@guard.loads(CaseSession, may=rules.may_moderate_session)
def call_off(case_session: CaseSession) -> Page:
    """Say what calling a consultation off means, before it is done."""
    service.require_open(case_session)
    return render_template("sessions/live/call_off.html", id=case_session.id, title=case_session.case.title)


@bp.post("/beratungen/<id>/aufgaben")
@guard.loads(CaseSession, may=rules.may_read_along)
def assign(case_session: CaseSession) -> Page:
    """Say who takes notes."""
    form = TaskForm()
    return done(Action.ASSIGN, case_session, form, leading.assign, form.person.data or "", form.task.data)


@bp.post("/beratungen/<id>/eine-person-schreibt")
@guard.loads(CaseSession, may=rules.may_read_along)
def write_alone(case_session: CaseSession) -> Page:
    """All speak and one writes, or everybody writes."""
    form = OnForm()
    return done(Action.ASSIGN, case_session, form, leading.write_alone, form.is_on)


@bp.post("/beratungen/<id>/methode")
@guard.loads(CaseSession, may=rules.may_read_along)
def choose_method(case_session: CaseSession) -> Page:
    """Choose how the group consults."""
    form = MethodForm()
    return done(Action.CHOOSE_METHOD, case_session, form, talking.choose_method, form.method.data or "")


@bp.post("/beratungen/<id>/karten/aufdecken")
@guard.loads(CaseSession, may=rules.may_read_along)
def reveal_cards(case_session: CaseSession) -> Page:
    """Show everybody what was read in the queue."""
    form = RevealForm()
    return done(Action.REVEAL, case_session, form, cards.reveal, frozenset(form.cards.data or ()))


@bp.post("/beratungen/<id>/weitergeben")
@guard.loads(CaseSession, may=rules.may_read_along)
def pass_turn(case_session: CaseSession) -> Page:
    """Pass the turn on."""
    return done(Action.PASS_TURN, case_session, BaseForm(), cards.pass_turn)
