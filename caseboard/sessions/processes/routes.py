"""The addresses of network administration for processes."""

from flask import flash, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard, policy
from caseboard.models import Process, User
from caseboard.policy import processes as rules
from caseboard.sessions.answering import Page, form_page, language, saved, to
from caseboard.sessions.blueprint import bp
from caseboard.sessions.phases import read_agenda
from caseboard.sessions.processes import queries, service
from caseboard.sessions.processes.forms import UP, MoveForm, PhaseForm, ProcessForm


@bp.get("/verfahren")
@guard.rule(rules.may_keep_processes)
def processes() -> str:
    """All processes."""
    return render_template("sessions/processes/index.html", processes=queries.processes(guard.viewer(), language()))


@bp.route("/verfahren/<id>", methods=["GET", "POST"])
@guard.loads(Process, may=rules.may_keep_process)
def process(process: Process) -> Page:
    """What a process is called and made for, and its phases."""
    form, admin = ProcessForm.of(process), guard.viewer()
    if saved(form, lambda: _keep(admin, process, form)):
        flash(_("The process is saved. Consultations that are planned already keep theirs."), "success")
        return to("process", process.id)
    form.version.data = str(process.version)
    return form_page("processes/process", form, process=queries.process_view(process, language()))


@bp.route("/verfahren/<id>/<key>", methods=["GET", "POST"])
@guard.loads(Process, may=rules.may_keep_process)
def phase(process: Process, key: str) -> Page:
    """One phase of a process."""
    row = service.row_of(process, key)
    form, admin = PhaseForm.of(read_agenda([row]).first, process.version), guard.viewer()
    if saved(form, lambda: _keep_phase(admin, process, key, form)):
        flash(_("The phase is saved. Consultations that are planned already keep theirs."), "success")
        return to("process", process.id)
    form.version.data = str(process.version)
    return form_page("processes/phase", form, process=queries.process_view(process, language()), key=key)


@bp.post("/verfahren/<id>/<key>/verschieben")
@guard.loads(Process, may=rules.may_keep_process)
def move_phase(process: Process, key: str) -> Response:
    """Let a phase change places with its neighbour."""
    form = MoveForm()
    policy.require_moment(form.validate_on_submit())
    service.move(guard.viewer(), process, key, up=form.direction.data == UP)
    return to("process", process.id)


def _keep(admin: User, process: Process, form: ProcessForm) -> bool:
    words = service.clean(service.words_of(process), form.words())
    service.keep(admin, process, words, form.frame(), seen=form.seen)
    return True


def _keep_phase(admin: User, process: Process, key: str, form: PhaseForm) -> bool:
    typed = form.typed()
    words = service.clean(service.words_of_phase(service.row_of(process, key)), typed.words)
    service.keep_phase(admin, process, key, typed, words, seen=form.seen)
    return True
