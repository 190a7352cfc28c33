"""The addresses of what is asked and settled in a live session: questions, key question, first step."""

from flask import render_template

from caseboard import guard
from caseboard.models import CaseSession
from caseboard.policy import sessions as rules
from caseboard.sessions.actions import Action
from caseboard.sessions.answering import Page
from caseboard.sessions.blueprint import bp
from caseboard.sessions.live import talking
from caseboard.sessions.live.answers import done, require_fit
from caseboard.sessions.live.forms import AnswerForm, AskForm, FirstStepForm, KeyQuestionForm, ReasonForm


@bp.post("/beratungen/<id>/live-fragen")
@guard.loads(CaseSession, may=rules.may_read_along)
def ask_live(case_session: CaseSession) -> Page:
    """Ask the case giver something."""
    form = AskForm()
    action = talking.asking(guard.viewer(), case_session, form.once.data or "")
    return done(action, case_session, form, talking.ask, form.text.data, form.once.data)


@bp.post("/beratungen/<id>/live-fragen/<key>/antwort")
@guard.loads(CaseSession, may=rules.may_read_along)
def answer_live(case_session: CaseSession, key: str) -> Page:
    """Answer a question."""
    form = AnswerForm()
    return done(Action.ANSWER, case_session, form, talking.answer, key, form.text.data, form.mark)


@bp.route("/beratungen/<id>/live-fragen/<key>/zurueckgeben", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_read_along)
def send_back_live_question(case_session: CaseSession, key: str) -> Page:
    """Give a question back that names somebody, or have its answer taken out."""
    require_fit(Action.SEND_BACK, case_session)
    question = talking.question_of(case_session, key)
    form = ReasonForm(seen=talking.answer_mark(question))
    if form.is_submitted():
        given = key, form.reason.data, form.mark
        return done(Action.SEND_BACK, case_session, form, talking.send_back_question, *given)
    shown = {"id": case_session.id, "form": form, "typed": [form.reason], "present": None}
    return render_template("sessions/live/again.html", about=question.text, answer=question.answer, **shown)


@bp.post("/beratungen/<id>/schluesselfrage")
@guard.loads(CaseSession, may=rules.may_read_along)
def phrase_key_question(case_session: CaseSession) -> Page:
    """Put the key question into words."""
    form, verb = KeyQuestionForm(), talking.phrase_key_question
    return done(Action.PHRASE_KEY_QUESTION, case_session, form, verb, form.text.data, form.mark)


@bp.post("/beratungen/<id>/erster-schritt")
@guard.loads(CaseSession, may=rules.may_read_along)
def name_first_step(case_session: CaseSession) -> Page:
    """Name the first step."""
    form = FirstStepForm()
    return done(Action.FIRST_STEP, case_session, form, talking.name_first_step, form.text.data, form.mark)
