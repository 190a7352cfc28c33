"""The addresses at which moderators keep the taxonomy."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard, policy, taxonomy
from caseboard.db import db
from caseboard.errors import InvalidInput, NotFound
from caseboard.forms import BaseForm
from caseboard.guard import viewer
from caseboard.models import Case, Theme, ThemeCandidate, ThemeEvent
from caseboard.policy import themes as rules
from caseboard.themes import case_lines, cutting, entries, events, lineage, overviews, queries, service
from caseboard.themes import log as changes
from caseboard.themes.blueprint import bp
from caseboard.themes.forms import PLACES, CandidateForm, LabelForm, MergeForm, SplitForm, ThemeForm, UndoForm

Page = tuple[str, int] | Response


def _language() -> str:
    return str(get_locale())


def _status(form: BaseForm) -> int:
    return 422 if form.is_submitted() else 200


@bp.route("/themen/<id>/bearbeiten", methods=["GET", "POST"])
@guard.loads(Theme, may=rules.may_edit_theme)
def edit(theme: Theme) -> Page:
    """Keep the words of a theme."""
    form = ThemeForm.of(theme, lineage.broader(theme, _language()))
    if form.validate_on_submit():
        try:
            service.edit(viewer(), theme, entries.clean(theme, form.typed()), form.parent.data or None)
        except InvalidInput as error:
            form.take(error)
        else:
            flash(_("The theme is saved."), "success")
            return redirect(url_for(".show", id=theme.id), 303)
    view = queries.theme_view(viewer(), theme, _language())
    return render_template("themes/edit.html", form=form, theme_view=view), _status(form)


@bp.post("/themen/<id>/ruhen")
@guard.loads(Theme, may=rules.may_edit_theme)
def retire(theme: Theme) -> Response:
    """Take a theme out of use."""
    service.retire(viewer(), theme)
    flash(_("The theme is out of use. It is no longer suggested or counted."), "success")
    return redirect(url_for(".show", id=theme.id), 303)


@bp.post("/themen/<id>/wieder-nutzen")
@guard.loads(Theme, may=rules.may_edit_theme)
def reactivate(theme: Theme) -> Response:
    """Take a theme into use again."""
    service.reactivate(viewer(), theme)
    flash(_("The theme is in use again. Its figures come with the next week."), "success")
    return redirect(url_for(".show", id=theme.id), 303)


@bp.route("/themen/<id>/zusammenlegen", methods=["GET", "POST"])
@guard.loads(Theme, may=rules.may_edit_theme)
def merge(theme: Theme) -> Page:
    """Let a theme become part of another one."""
    form = MergeForm.among(lineage.mergeable(theme, _language()))
    if form.validate_on_submit():
        cutting.merge(viewer(), theme, db.session.get_one(Theme, form.into.data))
        flash(
            _("The theme is merged. Its cases count under the other one, and this can be undone in the log."), "success"
        )
        return redirect(url_for(".show", id=form.into.data), 303)
    view = queries.theme_view(viewer(), theme, _language())
    return render_template("themes/merge.html", form=form, theme_view=view), _status(form)


@bp.route("/themen/<id>/teilen", methods=["GET", "POST"])
@guard.loads(Theme, may=rules.may_edit_theme)
def split(theme: Theme) -> Page:
    """Make more precise themes out of one."""
    cases = case_lines.cases_of(viewer(), theme, {})
    form = SplitForm.sharing((case.id, case.title) for case in cases)
    if form.validate_on_submit() and (children := _children(form)):
        cutting.split(viewer(), theme, children, form.assigned())
        flash(_("The theme is split. All cases that you did not move have stayed where they were."), "success")
        return redirect(url_for(".show", id=theme.id), 303)
    view = queries.theme_view(viewer(), theme, _language())
    return render_template("themes/split.html", form=form, theme_view=view, cases=cases), _status(form)


def _children(form: SplitForm) -> list[entries.Entry]:
    """What was typed, stripped; nothing at all where a name of a person was among it, which the form then says."""
    cleaned = []
    for place, typed in zip(PLACES, form.children(), strict=False):
        try:
            cleaned.append(entries.clean(None, typed))
        except InvalidInput as error:
            named = {f"{place}_{name.removeprefix('name_')}": sentence for name, sentence in error.fields.items()}
            form.take(InvalidInput(named))
            return []
    return cleaned


@bp.get("/themen/<id>/faelle")
@guard.loads(Theme, may=rules.may_edit_theme)
def cases(theme: Theme) -> str:
    """The cases of a theme that this moderator may read, to correct their labels."""
    lines = case_lines.cases_of(viewer(), theme, taxonomy.names(_language()))
    view = queries.theme_view(viewer(), theme, _language())
    return render_template("themes/cases.html", theme_view=view, cases=lines)


@bp.route("/themen/faelle/<id>", methods=["GET", "POST"])
@guard.loads(Case, may=rules.may_label_case)
def label(case: Case) -> Page:
    """Correct the themes of one case."""
    names = taxonomy.names(_language())
    form = LabelForm.of(names, case.theme_ids, case_lines.automatic_of(case))
    if form.validate_on_submit():
        cutting.correct(viewer(), case, set(form.themes.data) | (case.theme_ids - names.keys()))
        flash(_("The themes of the case are saved, and its author is told."), "success")
        return redirect(url_for(".log"), 303)
    line = case_lines.case_line(case, names)
    return render_template("themes/label.html", form=form, case=line), _status(form)


@bp.get("/themen/verlauf")
@guard.rule(policy.moderates)
def log() -> str:
    """What was done to the themes, and by whom; each step can be undone."""
    view = changes.page(request.args.get("page", 1, type=int), _language())
    return render_template("themes/log.html", log=view)


@bp.post("/themen/verlauf/zurueck")
@guard.rule(policy.moderates)
def undo() -> Response:
    """Undo one step."""
    form = UndoForm()
    event = db.session.get(ThemeEvent, int(form.event.data)) if form.validate_on_submit() else None
    if event is None:
        raise NotFound
    events.undo(viewer(), event)
    flash(_("The step is undone. Everything is as it was before it."), "success")
    return redirect(url_for(".log"), 303)


@bp.get("/themen/kandidaten")
@guard.rule(policy.moderates)
def candidates() -> str:
    """What may be missing among the themes."""
    return render_template("themes/candidates.html", candidates=overviews.candidates(viewer()))


@bp.route("/themen/kandidaten/<id>", methods=["GET", "POST"])
@guard.loads(ThemeCandidate, may=rules.may_decide_candidate, name="candidate")
def accept(candidate: ThemeCandidate) -> Page:
    """Make a theme of a candidate."""
    view = overviews.candidate_view(viewer(), candidate)
    form = CandidateForm.offering(view.terms, ((case.id, case.title) for case in view.cases))
    if form.validate_on_submit():
        try:
            made = cutting.accept(viewer(), candidate, entries.clean(None, form.typed()), form.cases.data)
        except InvalidInput as error:
            form.take(error)
        else:
            flash(_("The theme is there. The next night looks through all cases for it."), "success")
            return redirect(url_for(".show", id=made), 303)
    return render_template("themes/accept.html", form=form, candidate=view), _status(form)


@bp.post("/themen/kandidaten/<id>/ablehnen")
@guard.loads(ThemeCandidate, may=rules.may_decide_candidate, name="candidate")
def dismiss(candidate: ThemeCandidate) -> Response:
    """Put a candidate aside."""
    cutting.dismiss(viewer(), candidate)
    flash(_("The candidate is dismissed. Nothing like it is put forward again."), "success")
    return redirect(url_for(".candidates"), 303)
