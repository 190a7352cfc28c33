"""The addresses of data protection: the officer's desk, one case of the house without its text, and paused cases."""

from flask import render_template

from caseboard import guard
from caseboard.cases.blueprint import bp
from caseboard.cases.checks import oversight, service
from caseboard.cases.checks.figures import recognition_figures
from caseboard.cases.checks.recall import LEAST_CASES
from caseboard.cases.checks.recall import recall as estimated_recall
from caseboard.models import Case
from caseboard.policy import cases as rules
from caseboard.policy.people import may_see_recall, may_watch_over_data


@bp.get("/datenschutz-im-haus")
@guard.rule(may_watch_over_data)
def protection_desk() -> str:
    """All cases of the officer's house, and how often somebody was recognised in the network."""
    lines, figures = oversight.house_cases(guard.viewer()), recognition_figures()
    return render_template("cases/checks/protection_desk.html", lines=lines, figures=figures)


@bp.get("/datenschutz-im-haus/<id>")
@guard.loads(Case, may=rules.may_see_protection)
def protection(case: Case) -> str:
    """One case of the house: where it stands, until when it is kept, and who read it; not its text."""
    return render_template("cases/checks/protection.html", view=oversight.protection_view(guard.viewer(), case))


@bp.get("/erkennung")
@guard.rule(may_see_recall)
def recall() -> str:
    """What the pipeline finds and what people still find after it, over the whole network."""
    return render_template("cases/checks/recall.html", view=estimated_recall(), least=LEAST_CASES)


@bp.get("/pausiert")
@guard.rule(rules.may_judge_pauses)
def paused() -> str:
    """The paused cases that the viewer may decide on."""
    return render_template("cases/checks/paused.html", lines=oversight.paused_cases(guard.viewer()))


@bp.get("/pausiert/<id>")
@guard.loads(Case, may=rules.may_judge_pause)
def paused_case(case: Case) -> str:
    """One paused case, without its text."""
    return render_template("cases/checks/paused_case.html", view=oversight.pause_view(guard.viewer(), case), texts=())


@bp.post("/pausiert/<id>")
@guard.loads(Case, may=rules.may_read_paused_case)
def paused_text(case: Case) -> str:
    """The same with its text, which is noted in the access log."""
    service.log_read(guard.viewer(), case)
    view, texts = oversight.pause_view(guard.viewer(), case), oversight.paused_texts(case)
    return render_template("cases/checks/paused_case.html", view=view, texts=texts)
