"""The addresses of the quarterly report: the page, what is recommended, and the file."""

from datetime import date

from flask import flash, redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard, paper
from caseboard.errors import InvalidInput, NotFound
from caseboard.guard import viewer
from caseboard.policy import themes as rules
from caseboard.themes import report, report_files
from caseboard.themes.blueprint import bp
from caseboard.themes.report_forms import ON, ON_ALL, ReportFileForm, ReportForm


@bp.get("/themen/bericht")
@guard.rule(rules.may_read_report)
def report_page() -> tuple[str, int]:
    """The report of a quarter, the newest one unless another is named."""
    return _page(None, request.args.get("quartal"))


@bp.post("/themen/bericht")
@guard.rule(rules.may_write_report)
def recommend() -> tuple[str, int] | Response:
    """Write what moderators recommend."""
    quarter, week = _chosen(request.form.get("quarter"))
    form = _form(report.page(viewer(), quarter, week, _language()))
    if form.validate_on_submit():
        try:
            report_files.recommend(viewer(), quarter, report_files.clean(form.typed()), form.known)
        except InvalidInput as error:
            form.take(error)
        else:
            flash(_("The recommendations are saved."), "success")
            return _to(quarter.isoformat())
    return _page(form, quarter.isoformat(), 422)


@bp.post("/themen/bericht/datei")
@guard.rule(rules.may_read_report)
def want_report() -> Response:
    """Ask for the report as a file."""
    quarter, week = _chosen(ReportFileForm().quarter.data)
    report_files.want(viewer(), quarter, week, _language())
    flash(_("The file is being made. It is here in a moment."), "info")
    return _to(quarter.isoformat())


@bp.get("/themen/bericht/datei")
@guard.rule(rules.may_read_report)
def report_file() -> Response:
    """The report as a file."""
    quarter, _week = _chosen(request.args.get("quartal"))
    file = report.file_of(quarter, _language())
    if file is None or file.content is None or file.media_type is None:
        raise NotFound
    name = _("quarterly-report")
    return paper.download(file.content, file.media_type, f"{name}-{quarter.isoformat()}")


def _chosen(typed: str | None) -> tuple[date, date]:
    found = report.chosen(typed)
    if found is None:
        raise NotFound
    return found


def _form(view: report.ReportPage) -> ReportForm:
    """The form for the families of the report; what was typed on one that has just left it is taken too."""
    sent = {name.removeprefix(ON) for name in request.form if name.startswith(ON)}
    names = report.names_of(sent, _language()) | {one.key: one.name for one in view.report.advice}
    return ReportForm.of({f"{ON}{key}": name for key, name in names.items()})


def _page(form: ReportForm | None, typed: str | None, status: int = 200) -> tuple[str, int]:
    found = report.chosen(typed)
    view = report.page(viewer(), *found, _language()) if found else None
    if view:
        form = form or _form(view)
        form.fill({ON_ALL: view.report.recommendations} | {f"{ON}{one.key}": one.words for one in view.report.advice})
        form.made_from(view.report.quarter.isoformat(), view.version)
    return render_template("themes/report.html", view=view, form=form), status


def _to(quarter: str) -> Response:
    return redirect(url_for("themes.report_page", quartal=quarter), 303)


def _language() -> str:
    return str(get_locale())
