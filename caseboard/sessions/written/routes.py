"""The addresses of a written round while it runs: questions and answers, and what its moderator decides."""

from collections.abc import Callable

from flask import flash, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard
from caseboard.anonymize import SafeText
from caseboard.errors import InvalidInput
from caseboard.models import CaseSession, Perspective, Question
from caseboard.policy import rounds as rules
from caseboard.policy.sessions import require_awake
from caseboard.sessions.answering import Page, form_page, kept, language, looked, saved, to
from caseboard.sessions.blueprint import bp
from caseboard.sessions.forms import MarkedForm
from caseboard.sessions.live.marks import mark
from caseboard.sessions.queries import show as show_session
from caseboard.sessions.service import note_reading
from caseboard.sessions.views import SessionView
from caseboard.sessions.written import leading, manners, queries, questions
from caseboard.sessions.written.forms import ExtendForm, QuestionAnswerForm, QuestionForm, ReturnForm, SeenForm


@bp.route("/beratungen/<id>/runde/frage", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_write_in_round)
def ask(case_session: CaseSession) -> Page:
    """Ask the case giver something: first look at it stripped, then ask."""
    user, view = guard.viewer(), _read(case_session)
    questions.require_asking(case_session)
    form = QuestionForm()
    look = looked(form, f"{user.id}/{case_session.id}/question")
    if look and look.confirmed:
        questions.ask(user, case_session, look.texts["text"], form.once.data)
        flash(_("Your question is asked. You read the answer here, and a mail tells you that there is one."), "success")
        return to("show", case_session.id)
    return form_page("written/ask", form, view=view, look=look)


@bp.route("/beratungen/rueckfragen/<id>/antwort", methods=["GET", "POST"])
@guard.loads(Question, may=rules.may_answer_question)
def answer_question(question: Question) -> Page:
    """Answer a question without a name: first look at it stripped, then send it."""
    user, meeting = guard.viewer(), question.case_session
    questions.require_answering(question)
    form = QuestionAnswerForm(text=question.answer, seen=questions.question_mark(question))
    look = looked(form, f"{user.id}/{question.id}/answer")
    if look and look.confirmed and kept(form, lambda: _send(questions.answer, question, form, look.texts["text"])):
        flash(_("Your answer is there for everybody in the round."), "success")
        return to("show", meeting.id)
    return form_page("written/answer", form, line=queries.question_line(user, question), key=meeting.id, look=look)


@bp.post("/beratungen/rueckfragen/<id>/zuruecknehmen")
@guard.loads(Question, may=rules.may_take_question_back)
def take_question_back(question: Question) -> Response:
    """Take one's own question back."""
    key = question.session_id
    questions.take_back(guard.viewer(), question)
    flash(_("Your question is deleted."), "success")
    return to("show", key)


@bp.route("/beratungen/rueckfragen/<id>/zurueckgeben", methods=["GET", "POST"])
@guard.loads(Question, may=rules.may_return_question)
def return_question(question: Question) -> Page:
    """Send a question back, or have its answer taken out."""
    questions.require_returning(question)
    user, key = guard.viewer(), question.session_id
    form = ReturnForm(seen=questions.question_mark(question))
    look = looked(form, f"{user.id}/{question.id}/return")
    if look and look.confirmed and kept(form, lambda: _send(questions.send_back, question, form, look.texts["reason"])):
        flash(_("It is taken out, and whoever wrote it is told."), "success")
        return to("show", key)
    return form_page("written/return_question", form, line=queries.question_line(user, question), key=key, look=look)


@bp.get("/beratungen/<id>/runde/regeln")
@guard.loads(CaseSession, may=rules.may_read_round)
def round_rules(case_session: CaseSession) -> str:
    """The rules of a written round, once more."""
    require_awake(case_session)
    known = manners.card(guard.viewer(), case_session)
    return render_template("sessions/written/rules.html", id=case_session.id, manners=known)


@bp.post("/beratungen/<id>/runde/regeln")
@guard.loads(CaseSession, may=rules.may_read_round)
def read_round_rules(case_session: CaseSession) -> Response:
    """Say that one has read them."""
    key = case_session.id
    manners.note_read(guard.viewer())
    return to("show", key)


@bp.get("/beratungen/<id>/runde")
@guard.loads(CaseSession, may=rules.may_lead_round)
def written_overview(case_session: CaseSession) -> str:
    """What the moderator decides on: the list, the perspectives to look through, more days, the next phase."""
    return _overview(case_session, None)[0]


@bp.post("/beratungen/<id>/runde/aufdecken")
@guard.loads(CaseSession, may=rules.may_lead_round)
def reveal_round(case_session: CaseSession) -> Response:
    """Reveal what was looked through."""
    leading.reveal(guard.viewer(), case_session, SeenForm().seen.data or "")
    flash(_("The perspectives are revealed and everybody is told."), "success")
    return to("show", case_session.id)


@bp.route("/beratungen/perspektiven/<id>/zurueckgeben", methods=["GET", "POST"])
@guard.loads(Perspective, may=rules.may_return_perspective)
def return_perspective(perspective: Perspective) -> Page:
    """Send a perspective back that names somebody."""
    user, row, key = guard.viewer(), perspective, perspective.session_id
    leading.require_looking_through(perspective)
    form = ReturnForm(seen=mark(perspective.text))
    look = looked(form, f"{user.id}/{perspective.id}/return")
    if look and look.confirmed and kept(form, lambda: _send(leading.send_back, row, form, look.texts["reason"])):
        flash(_("The perspective is sent back. You do not learn who wrote it."), "success")
        return to("written_overview", key)
    return form_page("written/return_perspective", form, text=str(perspective.text), key=key, look=look)


@bp.post("/beratungen/<id>/runde/verlaengern")
@guard.loads(CaseSession, may=rules.may_lead_round)
def extend_round(case_session: CaseSession) -> Page:
    """Give everybody more working days."""
    form = ExtendForm()
    if saved(form, lambda: _extend(case_session, form)):
        flash(_("The round has more time, and everybody is told."), "success")
        return to("written_overview", case_session.id)
    return _overview(case_session, form)


@bp.post("/beratungen/<id>/runde/weiter")
@guard.loads(CaseSession, may=rules.may_lead_round)
def next_round_phase(case_session: CaseSession) -> Response:
    """Go on to the next phase before its day."""
    leading.next_phase(guard.viewer(), case_session, SeenForm().seen.data or "")
    return to("written_overview", case_session.id)


@bp.post("/beratungen/<id>/runde/zurueck")
@guard.loads(CaseSession, may=rules.may_lead_round)
def last_round_phase(case_session: CaseSession) -> Response:
    """Go back one phase."""
    leading.step_back(guard.viewer(), case_session, SeenForm().seen.data or "")
    return to("written_overview", case_session.id)


@bp.post("/beratungen/<id>/runde/erinnern")
@guard.loads(CaseSession, may=rules.may_lead_round)
def remind_round(case_session: CaseSession) -> Response:
    """Ask those who have not written."""
    leading.remind(guard.viewer(), case_session)
    flash(_("Whoever has not written yet is reminded. Nobody is reminded twice on one day."), "success")
    return to("written_overview", case_session.id)


@bp.post("/beratungen/<id>/runde/mehr-zeit")
@guard.loads(CaseSession, may=rules.may_write_in_round)
def need_time(case_session: CaseSession) -> Response:
    """Wish for more time."""
    leading.need_time(guard.viewer(), case_session)
    flash(_("The moderator sees that somebody needs more time, and not who."), "success")
    return to("show", case_session.id)


def _send(verb: Callable[..., None], row: Question | Perspective, form: MarkedForm, text: SafeText) -> None:
    verb(guard.viewer(), row, text, form.mark())


def _extend(case_session: CaseSession, form: ExtendForm) -> bool:
    end = form.seen_end()
    if end is None:
        raise InvalidInput({"": _("Please open this page again and send it once more.")})
    leading.extend(guard.viewer(), case_session, form.days.data, end)
    return True


def _overview(case_session: CaseSession, form: ExtendForm | None) -> tuple[str, int]:
    view, form = _read(case_session), form or ExtendForm(formdata=None)
    form.end.data = case_session.ends_at.isoformat()
    lead = queries.lead_view(case_session, language())
    page = render_template("sessions/written/overview.html", view=view, lead=lead, form=form)
    return page, 422 if form.errors else 200


def _read(case_session: CaseSession) -> SessionView:
    """The round with its case, and the reading in the access log."""
    view = show_session(guard.viewer(), case_session, language())
    note_reading(guard.viewer(), case_session)
    return view
