"""The addresses of the library: released cases to look through, search and read."""

from flask import render_template, request
from flask_babel import get_locale
from flask_babel import gettext as _

from caseboard import guard
from caseboard.cases.blueprint import bp
from caseboard.cases.checks import reading, service
from caseboard.cases.checks.figures import recognition_figures
from caseboard.cases.checks.forms import SearchForm
from caseboard.models import Case
from caseboard.policy import cases as rules
from caseboard.policy import consults
from caseboard.searching import Search


@bp.get("/bibliothek")
@guard.rule(consults)
def library() -> str:
    """Released cases of other houses, the newest day first."""
    return _shelf(SearchForm(formdata=None), Search(page=request.args.get("page", 1, type=int)))


@bp.post("/bibliothek")
@guard.rule(consults)
def search() -> str | tuple[str, int]:
    """The same, narrowed by words and theme; what was searched for is noted nowhere."""
    form = SearchForm()
    if not form.validate_on_submit():
        return _shelf(form, Search()), 422
    return _shelf(form, Search(form.words.data or "", form.theme.data or "", form.page.data or 1))


@bp.get("/bibliothek/<id>")
@guard.loads(Case, may=rules.may_read_case)
def read(case: Case) -> str:
    """One released case."""
    service.log_read(guard.viewer(), case)
    return render_template("cases/checks/read.html", view=reading.case_view(guard.viewer(), case, str(get_locale())))


def _shelf(form: SearchForm, wanted: Search) -> str:
    viewer, language, figures = guard.viewer(), str(get_locale()), recognition_figures()
    form.offer(reading.themes_to_choose(language), _("All themes"))
    return render_template(
        "cases/checks/library.html",
        form=form,
        shelf=reading.shelf(viewer, wanted, language),
        figure=figures[-1] if figures else None,
        judges=rules.may_judge_pauses(viewer),
    )
