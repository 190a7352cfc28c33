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
from caseboard.themes.forms import ReportFileForm, ReportForm


@bp.get("/themen/bericht")
@guard.rule(rules.may_read_report)
def report_page() -> tuple[str, int]:
    """The report of a quarter, the newest one unless another is named."""
    return _page(ReportForm(), request.args.get("quartal"))


@bp.post("/themen/bericht")
@guard.rule(rules.may_write_report)
def recommend() -> tuple[str, int] | Response:
    """Write what moderators recommend."""
    form = ReportForm()
    quarter, _week = _chosen(form.quarter.data)
    if form.validate_on_submit():
        try:
            report_files.recommend(viewer(), quarter, report_files.clean(form.recommendations.data), form.known)
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


def _page(form: ReportForm, typed: str | None, status: int = 200) -> tuple[str, int]:
    found = report.chosen(typed)
    view = report.page(viewer(), *found, _language()) if found else None
    if view:
        typed_words = form.recommendations.data if form.is_submitted() else view.report.recommendations
        form.fill(view.report.quarter.isoformat(), view.version, typed_words or "")
    return render_template("themes/report.html", view=view, form=form), status


def _to(quarter: str) -> Response:
    return redirect(url_for("themes.report_page", quartal=quarter), 303)


def _language() -> str:
    return str(get_locale())
