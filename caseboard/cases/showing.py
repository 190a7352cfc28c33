"""The pages on which a case is written: form, short form and preview; what is turned down comes back as it was sent."""

import functools
from collections.abc import Callable
from typing import Any

from flask import current_app, render_template
from flask.typing import ResponseReturnValue
from flask_babel import get_locale

from caseboard import guard, similar, taxonomy
from caseboard.cases import preview as previews
from caseboard.cases import queries, stripping
from caseboard.cases.forms import Answers, CaseForm
from caseboard.cases.seal import Sealed, seal
from caseboard.cases.short import ShortForm
from caseboard.cases.stripping import Reading
from caseboard.errors import Conflict, InvalidInput, Unavailable, WrongMoment

CARRIED = ("title", "situation", "attempts", "key_question", "hope", "known", "leave_out", "concerns_staff")
"""What the preview takes along in hidden fields, so that nothing has to be stored in between."""

View = Callable[[], ResponseReturnValue]


def nothing_lost(sent: type[Answers]) -> Callable[[View], View]:
    """Where a send is turned down, show the form that was sent again, with everything typed in it and the reason."""

    def watched(view: View) -> View:
        @functools.wraps(view)
        def send() -> ResponseReturnValue:
            try:
                return view()
            except InvalidInput as error:
                form = sent()
                form.take(error)
                return _page(form, error.status)
            except (Unavailable, WrongMoment, Conflict) as error:
                form = sent()
                form.form_errors.append(error.sentence)
                return _page(form, error.status)

        return send

    return watched


def read(form: CaseForm) -> Reading:
    """The typed texts, stripped, with the decisions that the form carries."""
    return stripping.read(form.texts(), decisions=form.decisions(), **_helps(form))


def _helps(form: CaseForm) -> dict[str, Any]:
    """What helps to read the text: words that must not appear, the county, what was put back in an earlier version."""
    return {
        "known": form.known_words(),
        "county": guard.viewer().jobcenter.county,
        "remembered": queries.restored_before(form.case_id.data, guard.viewer()),
    }


def _page(form: Answers, status: int) -> ResponseReturnValue:
    return short_page(form, status) if isinstance(form, ShortForm) else write_page(form, status)


def write_page(form: Answers, status: int = 200) -> ResponseReturnValue:
    """The form, empty or with everything in it that was typed."""
    taxonomy.get_ready()
    form.offer(queries.houses_besides(guard.viewer()))
    reason = queries.reason_sent_back(form.case_id.data, guard.viewer())
    return render_template("cases/write.html", form=form, reason=reason), status


def short_page(form: ShortForm, status: int = 200) -> ResponseReturnValue:
    """The same for the short version."""
    taxonomy.get_ready()
    form.offer(queries.houses_besides(guard.viewer()))
    form.offer_choices(taxonomy.names(str(get_locale())))
    return render_template("cases/short.html", form=form), status


def preview_page(form: CaseForm, reading: Reading, status: int = 200, *, changed: bool = False) -> ResponseReturnValue:
    """What will be stored, sealed; the raw text goes along in hidden fields."""
    form.seal.data = seal(current_app.config["SECRET_KEY"], sealed(form, reading))
    view = previews.preview(stripping.with_offers(reading))
    themes = {*(form.themes.data or ()), *(theme.id for theme in view.suggested)}
    found = similar.beside(guard.viewer(), reading.stripped.texts.values(), themes)
    carried = list(form.carried(*CARRIED))
    page = render_template("cases/preview.html", form=form, view=view, carried=carried, changed=changed, beside=found)
    return page, status


def sealed(form: CaseForm, reading: Reading) -> Sealed:
    """What the seal of a preview holds together."""
    return Sealed(
        user_id=guard.viewer().id,
        case_id=form.case_id.data or "",
        texts=reading.stripped.texts,
        decisions=reading.decisions,
        model=reading.stripped.model,
        leave_out=frozenset(form.leave_out.data or ()),
        concerns_staff=bool(form.concerns_staff.data),
    )
