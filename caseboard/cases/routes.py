"""The addresses of writing a case: the form, its preview, handing it in, putting it aside, and one's own cases."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from caseboard import guard, taxonomy
from caseboard.cases import queries, service
from caseboard.cases.blueprint import bp
from caseboard.cases.forms import CaseForm, DraftForm
from caseboard.cases.seal import holds
from caseboard.cases.short import ShortForm, written_from
from caseboard.cases.showing import nothing_lost, preview_page, read, sealed, short_page, write_page
from caseboard.cases.stripping import Reading
from caseboard.errors import InvalidInput
from caseboard.models import Case
from caseboard.policy import cases as rules
from caseboard.policy import require_moment


@bp.get("/faelle/neu")
@guard.rule(rules.may_write_cases)
def write() -> ResponseReturnValue:
    """An empty form."""
    return write_page(CaseForm())


@bp.post("/faelle/neu")
@guard.rule(rules.may_write_cases)
def rewrite() -> ResponseReturnValue:
    """Back from the preview to the text, with everything kept."""
    return write_page(CaseForm())


@bp.get("/faelle")
@bp.get("/faelle/vorschau")
@bp.get("/faelle/spaeter")
@bp.get("/faelle/kurzfassung/beginnen")
@guard.rule(rules.may_write_cases)
def begin() -> ResponseReturnValue:
    """For somebody who opens an address that only takes a form."""
    return redirect(url_for("cases.write"), 303)


@bp.post("/faelle/vorschau")
@guard.rule(rules.may_write_cases)
@nothing_lost(CaseForm)
def preview() -> ResponseReturnValue:
    """The stripped text with every replacement; nothing is stored."""
    form = CaseForm()
    if not form.validate_on_submit():
        return write_page(form, 422)
    return preview_page(form, read(form))


@bp.get("/faelle/kurzfassung")
@guard.rule(rules.may_write_cases)
def short_form() -> ResponseReturnValue:
    """Choices instead of details, for a case that stays too recognisable."""
    return short_page(ShortForm())


@bp.post("/faelle/kurzfassung/beginnen")
@guard.rule(rules.may_write_cases)
def short_from() -> ResponseReturnValue:
    """The same from a preview: the question and every answer go along, the story stays behind."""
    form = CaseForm()
    theme = next(iter(form.themes.data or ()), "")
    taken = {**form.answers(), "key_question": form.key_question.data, "theme": theme}
    return short_page(ShortForm(formdata=None, data=taken))


@bp.post("/faelle/kurzfassung")
@guard.rule(rules.may_write_cases)
@nothing_lost(ShortForm)
def short() -> ResponseReturnValue:
    """The preview of the sentences that the choices make."""
    form = ShortForm()
    form.offer_choices(taxonomy.names(str(get_locale())))
    if not form.validate_on_submit():
        return short_page(form, 422)
    made = CaseForm(formdata=None, data=written_from(form))
    return preview_page(made, read(made))


@bp.post("/faelle")
@guard.rule(rules.may_write_cases)
@nothing_lost(CaseForm)
def submit() -> ResponseReturnValue:
    """Hand in exactly what the preview showed."""
    form = CaseForm()
    if not form.validate_on_submit():
        return write_page(form, 422)
    reading = read(form)
    if not holds(current_app.config["SECRET_KEY"], sealed(form, reading), form.seal.data or ""):
        return preview_page(form, reading, 409, changed=True)
    if not form.names_themes():
        return preview_page(form, reading, 422)
    return _done(
        service.submit(guard.viewer(), _confirmed(form, reading), _case_of(form)), _("Handed in for checking.")
    )


@bp.post("/faelle/spaeter")
@guard.rule(rules.may_write_cases)
@nothing_lost(CaseForm)
def keep() -> ResponseReturnValue:
    """Strip at once and keep the stripped draft for some days."""
    form = DraftForm()
    if not form.validate_on_submit():
        return write_page(form, 422)
    if not any(form.texts().values()):
        raise InvalidInput({"situation": _("There is nothing to keep yet.")})
    return _done(service.keep(guard.viewer(), _confirmed(form, read(form)), _case_of(form)), _("Kept for later."))


@bp.get("/faelle/meine")
@guard.rule(rules.may_write_cases)
def mine() -> ResponseReturnValue:
    """All cases of the person who looks."""
    return render_template("cases/mine.html", cases=queries.own_lines(guard.viewer()))


@bp.get("/faelle/meine/<id>")
@guard.loads(Case, may=rules.may_see_own_case)
def own(case: Case) -> ResponseReturnValue:
    """One of one's own cases, and where it lies."""
    return render_template("cases/own.html", case=queries.own_case(guard.viewer(), case, str(get_locale())))


@bp.post("/faelle/meine/<id>/beraten")
@guard.loads(Case, may=rules.may_see_own_case)
def consult(case: Case) -> ResponseReturnValue:
    """Let a case be consulted that only counted for its themes."""
    service.choose_way(guard.viewer(), case, consult=True)
    flash(_("The case can be consulted now."), "success")
    return redirect(url_for("cases.own", id=case.id), 303)


@bp.post("/faelle/meine/<id>/zaehlen")
@guard.loads(Case, may=rules.may_see_own_case)
def count_only(case: Case) -> ResponseReturnValue:
    """Let a case only count for its themes."""
    service.choose_way(guard.viewer(), case, consult=False)
    flash(_("The case counts for its themes. Nobody plans a consultation."), "success")
    return redirect(url_for("cases.own", id=case.id), 303)


@bp.get("/faelle/meine/<id>/bearbeiten")
@guard.loads(Case, may=rules.may_see_own_case)
def edit(case: Case) -> ResponseReturnValue:
    """Go on writing at a draft or at what was sent back, from the stripped text."""
    require_moment(rules.may_edit_case(guard.viewer(), case), service.NOT_NOW)
    return write_page(CaseForm(data=queries.written(case)))


def _confirmed(form: CaseForm, reading: Reading) -> service.Confirmed:
    return service.Confirmed(
        stripped=reading.stripped,
        theme_ids=frozenset(form.themes.data or ()),
        leave_out=frozenset(form.leave_out.data or ()),
        concerns_staff=bool(form.concerns_staff.data),
        out_of_reach=bool(form.out_of_reach.data),
        widespread=bool(form.widespread.data),
        client_group=form.client_group.data or None,
        once_key=form.once.key,
    )


def _case_of(form: CaseForm) -> Case | None:
    return queries.case_to_change(form.case_id.data, guard.viewer())


def _done(case: Case, sentence: str) -> ResponseReturnValue:
    flash(sentence, "success")
    return redirect(url_for("cases.own", id=case.id), 303)
