"""The addresses after a consultation: the sheet and its file, the follow-up, attendance, certificates, feedback."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import clock, guard, paper, policy
from caseboard.errors import NotFound
from caseboard.models import CaseSession, MadeFile, StepDone
from caseboard.policy import aftermath as rules
from caseboard.policy import sessions as session_rules
from caseboard.sessions import service as consultations
from caseboard.sessions.afterwards import files, follow_up, queries, service
from caseboard.sessions.afterwards.forms import AnswerForm, AttendanceForm, FeedbackForm, HelpedForm
from caseboard.sessions.afterwards.lookups import certificate_key, file_of, sheet_key
from caseboard.sessions.answering import Page, form_page, language, looked, saved, to
from caseboard.sessions.blueprint import bp


@bp.get("/beratungen/<id>/ergebnis")
@guard.loads(CaseSession, may=session_rules.may_read_along)
def result(case_session: CaseSession) -> str:
    """The result sheet with what became of it, made for printing too."""
    page = queries.result_page(guard.viewer(), case_session, language())
    consultations.note_reading(guard.viewer(), case_session)
    return render_template("sessions/result.html", page=page, sheet=page.sheet.result, today=clock.today())


@bp.post("/beratungen/<id>/ergebnis/datei")
@guard.loads(CaseSession, may=session_rules.may_read_along)
def want_sheet(case_session: CaseSession) -> Response:
    """Ask for the result sheet as a file."""
    files.want_sheet(guard.viewer(), case_session, language())
    flash(_("The file is being made. It is here in a moment."), "info")
    return to("result", case_session.id)


@bp.get("/beratungen/<id>/ergebnis/datei")
@guard.loads(CaseSession, may=session_rules.may_read_along)
def sheet_file(case_session: CaseSession) -> Response:
    """The result sheet as a file."""
    session_rules.require_awake(case_session)
    response = _file(file_of(case_session, sheet_key(language())), _("result-sheet"))
    consultations.note_reading(guard.viewer(), case_session)
    return response


@bp.route("/beratungen/<id>/nachfrage", methods=["GET", "POST"], endpoint="follow_up")
@guard.loads(CaseSession, may=rules.may_follow_up)
def answer_follow_up(case_session: CaseSession) -> Page:
    """What became of the first step: one click."""
    follow_up.require_following(case_session)
    form = AnswerForm()
    if form.validate_on_submit():
        follow_up.answer(guard.viewer(), case_session, StepDone(form.answer.data))
        flash(_("Thank you. Those who advised you are told."), "success")
        return to("what_helped", case_session.id)
    return form_page("afterwards/follow_up", form, view=queries.follow_up(case_session))


@bp.route("/beratungen/<id>/nachfrage/geholfen", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_follow_up)
def what_helped(case_session: CaseSession) -> Page:
    """What has helped: first look at it stripped, then send it."""
    follow_up.require_answered(case_session)
    user, view = guard.viewer(), queries.follow_up(case_session)
    form = HelpedForm(text=view.helped)
    look = looked(form, f"{user.id}/{case_session.id}/helped")
    if look and look.confirmed:
        follow_up.tell_what_helped(user, case_session, look.texts["text"], shares=form.shares.data)
        flash(_("Thank you. Those who advised you read it on the result sheet."), "success")
        return to("result", case_session.id)
    return form_page("afterwards/what_helped", form, view=view, look=look)


@bp.route("/beratungen/<id>/anwesenheit", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_note_attendance)
def attendance(case_session: CaseSession) -> Page:
    """Who was there."""
    session_rules.require_awake(case_session)
    form = AttendanceForm()
    form.offer(queries.guests(case_session))
    there = frozenset(form.there.data or ())
    if form.validate_on_submit():
        service.note_attendance(guard.viewer(), case_session, there)
        flash(_("It is noted who was there."), "success")
        return to("show", case_session.id)
    return form_page("afterwards/attendance", form, session_id=case_session.id)


@bp.route("/beratungen/<id>/rueckmeldung", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_give_feedback)
def feedback(case_session: CaseSession) -> Page:
    """Three questions, no name."""
    session_rules.require_awake(case_session)
    service.require_feedback(guard.viewer(), case_session)
    form = FeedbackForm()
    if saved(form, lambda: service.give_feedback(guard.viewer(), case_session, form.marks()) or True):
        flash(_("Thank you. Nobody sees who answered what."), "success")
        return to("show", case_session.id)
    return form_page("afterwards/feedback", form, session_id=case_session.id)


@bp.get("/beratungen/rueckmeldungen")
@guard.rule(policy.moderates)
def feedback_to_me() -> str:
    """What people said about the consultations that this moderator led."""
    return render_template("sessions/afterwards/feedback_to_me.html", feedback=queries.feedback(guard.viewer()))


@bp.get("/beratungen/teilnahmen")
@guard.rule(policy.consults)
def participations() -> str:
    """What somebody took part in, with the certificates."""
    mine = queries.participations(guard.viewer(), language())
    return render_template("sessions/afterwards/participations.html", participations=mine, today=clock.today())


@bp.post("/beratungen/<id>/teilnahme")
@guard.loads(CaseSession, may=rules.took_part)
def want_certificate(case_session: CaseSession) -> Response:
    """Ask for one's own certificate."""
    files.want_certificate(guard.viewer(), case_session, language())
    flash(_("The file is being made. It is here in a moment."), "info")
    return redirect(url_for("sessions.participations"), 303)


@bp.get("/beratungen/<id>/teilnahme")
@guard.loads(CaseSession, may=rules.took_part)
def certificate(case_session: CaseSession) -> Response:
    """One's own certificate as a file."""
    return _file(file_of(case_session, certificate_key(guard.viewer(), language())), _("certificate"))


def _file(file: MadeFile | None, name: str) -> Response:
    if file is None or file.content is None or file.media_type is None:
        raise NotFound
    return paper.download(file.content, file.media_type, name)
