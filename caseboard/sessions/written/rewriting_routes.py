"""The address at which somebody puts in other words what was sent back to them."""

from flask import flash
from flask_babel import gettext as _

from caseboard import guard
from caseboard.models import Perspective
from caseboard.policy import rounds as rules
from caseboard.sessions.answering import Page, form_page, kept, language, looked, to
from caseboard.sessions.blueprint import bp
from caseboard.sessions.forms import PerspectiveForm
from caseboard.sessions.preview import Preview
from caseboard.sessions.queries import show
from caseboard.sessions.service import note_reading
from caseboard.sessions.views import SessionView
from caseboard.sessions.written import queries, rewriting


@bp.route("/beratungen/perspektiven/<id>/neu", methods=["GET", "POST"])
@guard.loads(Perspective, may=rules.may_rewrite_perspective)
def rewrite_perspective(perspective: Perspective) -> Page:
    """Put in other words what was sent back: first look at it stripped, then hand it in."""
    view, key = _read(perspective), perspective.session_id
    rewriting.require_rewriting(perspective)
    form = PerspectiveForm(text=perspective.text, seen=rewriting.own_mark(perspective))
    look = looked(form, f"{perspective.author_id}/{perspective.id}/rewrite")
    if look and look.confirmed and kept(form, lambda: _hand_in(perspective, form, look)):
        flash(_("Your perspective is handed in. It stays hidden until all are revealed."), "success")
        return to("show", key)
    back = queries.returned(guard.viewer(), perspective, language())
    return form_page("perspective", form, view=view, look=look, back=back)


def _hand_in(perspective: Perspective, form: PerspectiveForm, look: Preview) -> None:
    rewriting.rewrite(guard.viewer(), perspective, look.texts["text"], form.mark())


def _read(perspective: Perspective) -> SessionView:
    """The round with its case, and the reading in the access log."""
    view = show(guard.viewer(), perspective.case_session, language())
    note_reading(guard.viewer(), perspective.case_session)
    return view
