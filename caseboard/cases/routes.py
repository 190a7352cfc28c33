"""The addresses of writing a case: the form, its preview, handing it in, putting it aside, and one's own cases."""

import functools
from collections.abc import Callable
from typing import Any

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from caseboard import guard, similar, taxonomy
from caseboard.cases import preview as previews
from caseboard.cases import queries, service, stripping
from caseboard.cases.blueprint import bp
from caseboard.cases.forms import CaseForm, DraftForm
from caseboard.cases.seal import Sealed, holds, seal
from caseboard.cases.short import ShortForm, written_from
from caseboard.cases.stripping import Reading
from caseboard.errors import Conflict, InvalidInput, Unavailable, WrongMoment
from caseboard.models import Case
from caseboard.policy import cases as rules
from caseboard.policy import require_moment

CARRIED = ("title", "situation", "attempts", "key_question", "hope", "known", "leave_out", "concerns_staff")
"""What the preview takes along in hidden fields, so that nothing has to be stored in between."""


def nothing_lost(view: Callable[[], ResponseReturnValue]) -> Callable[[], ResponseReturnValue]:
    """Where a send is turned down, show the form again with everything that was typed and the reason."""

    @functools.wraps(view)
    def send() -> ResponseReturnValue:
        try:
            return view()
        except InvalidInput as error:
            form = CaseForm()
            form.take(error)
            return _write_page(form, error.status)
        except (Unavailable, WrongMoment, Conflict) as error:
            form = CaseForm()
            form.form_errors.append(error.sentence)
            return _write_page(form, error.status)

    return send


@bp.get("/faelle/neu")
@guard.rule(rules.may_write_cases)
def write() -> ResponseReturnValue:
    """An empty form."""
    return _write_page(CaseForm())


@bp.post("/faelle/neu")
@guard.rule(rules.may_write_cases)
def rewrite() -> ResponseReturnValue:
    """Back from the preview to the text, with everything kept."""
    return _write_page(CaseForm())


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
@nothing_lost
def preview() -> ResponseReturnValue:
    """The stripped text with every replacement; nothing is stored."""
    form = CaseForm()
    if not form.validate_on_submit():
        return _write_page(form, 422)
    return _preview_page(form, _read(form))


@bp.get("/faelle/kurzfassung")
@guard.rule(rules.may_write_cases)
def short_form() -> ResponseReturnValue:
    """Choices instead of details, for a case that stays too recognisable."""
    return _short_page(ShortForm())


@bp.post("/faelle/kurzfassung/beginnen")
@guard.rule(rules.may_write_cases)
def short_from() -> ResponseReturnValue:
    """The same from a preview: the question goes along, the story stays behind."""
    form = CaseForm()
    taken = {"key_question": form.key_question.data, "case_id": form.case_id.data}
    return _short_page(ShortForm(formdata=None, data=taken))


@bp.post("/faelle/kurzfassung")
@guard.rule(rules.may_write_cases)
@nothing_lost
def short() -> ResponseReturnValue:
    """The preview of the sentences that the choices make."""
    form = ShortForm()
    form.offer(taxonomy.names(str(get_locale())))
    if not form.validate_on_submit():
        return _short_page(form, 422)
    made = CaseForm(formdata=None, data=written_from(form))
    return _preview_page(made, _read(made))


@bp.post("/faelle")
@guard.rule(rules.may_write_cases)
@nothing_lost
def submit() -> ResponseReturnValue:
    """Hand in exactly what the preview showed."""
    form = CaseForm()
    if not form.validate_on_submit():
        return _write_page(form, 422)
    reading = _read(form)
    if not holds(current_app.config["SECRET_KEY"], _sealed(form, reading), form.seal.data or ""):
        return _preview_page(form, reading, 409, changed=True)
    if not form.names_themes():
        return _preview_page(form, reading, 422)
    return _done(
        service.submit(guard.viewer(), _confirmed(form, reading), _case_of(form)), _("Handed in for checking.")
    )


@bp.post("/faelle/spaeter")
@guard.rule(rules.may_write_cases)
@nothing_lost
def keep() -> ResponseReturnValue:
    """Strip at once and keep the stripped draft for some days."""
    form = DraftForm()
    if not form.validate_on_submit():
        return _write_page(form, 422)
    if not any(form.texts().values()):
        raise InvalidInput({"situation": _("There is nothing to keep yet.")})
    return _done(service.keep(guard.viewer(), _confirmed(form, _read(form)), _case_of(form)), _("Kept for later."))


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
    return _write_page(CaseForm(data=queries.written(case)))


def _read(form: CaseForm) -> Reading:
    return stripping.read(form.texts(), decisions=form.decisions(), **_helps(form))


def _helps(form: CaseForm) -> dict[str, Any]:
    """What helps to read the text: words that must not appear, the county, what was put back in an earlier version."""
    return {
        "known": form.known_words(),
        "county": guard.viewer().jobcenter.county,
        "remembered": queries.restored_before(form.case_id.data, guard.viewer()),
    }


def _write_page(form: CaseForm, status: int = 200) -> ResponseReturnValue:
    taxonomy.get_ready()
    form.offer(queries.houses_besides(guard.viewer()))
    reason = queries.reason_sent_back(form.case_id.data, guard.viewer())
    return render_template("cases/write.html", form=form, reason=reason), status


def _short_page(form: ShortForm, status: int = 200) -> ResponseReturnValue:
    taxonomy.get_ready()
    form.offer(taxonomy.names(str(get_locale())))
    return render_template("cases/short.html", form=form), status


def _preview_page(form: CaseForm, reading: Reading, status: int = 200, *, changed: bool = False) -> ResponseReturnValue:
    form.seal.data = seal(current_app.config["SECRET_KEY"], _sealed(form, reading))
    view = previews.preview(stripping.with_offers(reading, **_helps(form)))
    themes = {*(form.themes.data or ()), *(theme.id for theme in view.suggested)}
    found = similar.beside(guard.viewer(), reading.stripped.texts.values(), themes)
    carried = list(form.carried(*CARRIED))
    page = render_template("cases/preview.html", form=form, view=view, carried=carried, changed=changed, beside=found)
    return page, status


def _sealed(form: CaseForm, reading: Reading) -> Sealed:
    return Sealed(
        user_id=guard.viewer().id,
        case_id=form.case_id.data or "",
        texts=reading.stripped.texts,
        decisions=reading.decisions,
        model=reading.stripped.model,
        leave_out=frozenset(form.leave_out.data or ()),
        concerns_staff=bool(form.concerns_staff.data),
    )


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
