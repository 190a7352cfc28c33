"""The addresses of cards and groups on the live board."""

from flask import redirect, render_template, url_for

from caseboard import guard
from caseboard.forms import BaseForm
from caseboard.models import CaseSession, SessionState
from caseboard.models.contribution import CardKind
from caseboard.policy import sessions as rules
from caseboard.sessions.actions import Action
from caseboard.sessions.answering import Page, to
from caseboard.sessions.blueprint import bp
from caseboard.sessions.live import cards, parking, sorting
from caseboard.sessions.live.answers import done, require_fit
from caseboard.sessions.live.forms import (
    CardForm,
    GroupNameForm,
    IntoForm,
    NoteForm,
    OfferForm,
    OnForm,
    ReasonForm,
    RewriteForm,
    RewriteNoteForm,
    SeenForm,
)


@bp.post("/beratungen/<id>/karten")
@guard.loads(CaseSession, may=rules.may_read_along)
def post_card(case_session: CaseSession) -> Page:
    """Put a thought on the board."""
    form = CardForm()
    given = CardKind.THOUGHT, form.text.data, form.once.data
    return done(Action.POST_CARD, case_session, form, cards.post, *given)


@bp.post("/beratungen/<id>/schluesselfrage/vorschlag")
@guard.loads(CaseSession, may=rules.may_read_along)
def offer_question(case_session: CaseSession) -> Page:
    """Offer a key question."""
    form = OfferForm()
    given = CardKind.OFFER, form.text.data, form.once.data
    return done(Action.OFFER_QUESTION, case_session, form, cards.post, *given)


@bp.post("/beratungen/<id>/mitschrift")
@guard.loads(CaseSession, may=rules.may_read_along)
def note(case_session: CaseSession) -> Page:
    """Write down what was said."""
    form = NoteForm()
    given = CardKind.NOTE, form.text.data, form.once.data
    return done(Action.NOTE, case_session, form, cards.post, *given)


@bp.route("/beratungen/<id>/karten/<key>/aendern", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_read_along)
def change_card(case_session: CaseSession, key: str) -> Page:
    """Write one's own card anew."""
    card = cards.own_card(guard.viewer(), case_session, key)
    anew = RewriteNoteForm if card.kind is CardKind.NOTE else RewriteForm
    form = anew(text=card.text, seen=cards.card_mark(card))
    action = cards.CHANGES[card.kind]
    if form.is_submitted():
        return done(action, case_session, form, cards.change, key, form.text.data, form.mark)
    require_fit(action, case_session)
    return _page(case_session.id, form)


@bp.post("/beratungen/<id>/karten/<key>/zuruecknehmen")
@guard.loads(CaseSession, may=rules.may_read_along)
def take_back_card(case_session: CaseSession, key: str) -> Page:
    """Delete one's own card."""
    kind = cards.own_card(guard.viewer(), case_session, key).kind
    action = Action.NOTE if kind is CardKind.NOTE else Action.TAKE_BACK_CARD
    return done(action, case_session, BaseForm(), cards.take_back, key)


@bp.route("/beratungen/<id>/karten/<key>/zurueckgeben", methods=["GET", "POST"])
@guard.loads(CaseSession, may=rules.may_read_along)
def send_back_card(case_session: CaseSession, key: str) -> Page:
    """Give a card back that names somebody, with a kind reason."""
    require_fit(Action.SEND_BACK, case_session)
    card = cards.card_of(case_session, key)
    form = ReasonForm(seen=cards.card_mark(card))
    if form.is_submitted():
        return done(Action.SEND_BACK, case_session, form, cards.send_back, key, form.reason.data, form.mark)
    return _page(case_session.id, form, about=str(card.text))


@bp.post("/beratungen/<id>/karten/<key>/gruppe")
@guard.loads(CaseSession, may=rules.may_read_along)
def group_card(case_session: CaseSession, key: str) -> Page:
    """Put a card into a group; dragging it sends the same."""
    form = IntoForm()
    return done(Action.GROUP, case_session, form, sorting.group, key, form.into.data or "")


@bp.post("/beratungen/<id>/kartengruppen/<key>/name")
@guard.loads(CaseSession, may=rules.may_read_along)
def name_group(case_session: CaseSession, key: str) -> Page:
    """Name a group."""
    form = GroupNameForm()
    return done(Action.NAME_GROUP, case_session, form, sorting.name_group, key, form.name.data, form.mark)


@bp.post("/beratungen/<id>/kartengruppen/<key>/ohne-namen")
@guard.loads(CaseSession, may=rules.may_read_along)
def unname_group(case_session: CaseSession, key: str) -> Page:
    """Take a name away that names somebody."""
    form = SeenForm()
    return done(Action.NAME_GROUP, case_session, form, sorting.unname_group, key, form.mark)


@bp.post("/beratungen/<id>/karten/<key>/parken")
@guard.loads(CaseSession, may=rules.may_read_along)
def park_card(case_session: CaseSession, key: str) -> Page:
    """Put a card aside for another time, or back."""
    form = OnForm()
    return done(Action.PARK, case_session, form, sorting.park, key, form.is_on)


@bp.post("/beratungen/<id>/geparkt/<key>/erledigt")
@guard.loads(CaseSession, may=rules.may_moderate_session)
def settle_parked(case_session: CaseSession, key: str) -> Page:
    """Say that the group has come back to what was parked in an earlier session."""
    session_id = case_session.id
    parking.settle(guard.viewer(), case_session, key)
    return to("board", session_id)


@bp.post("/beratungen/<id>/karten/<key>/mitnehmen")
@guard.loads(CaseSession, may=rules.may_read_along)
def take_along(case_session: CaseSession, key: str) -> Page:
    """Mark what helps, on the board or on the page that keeps it."""
    form, running = OnForm(), case_session.state is SessionState.RUNNING
    answer = done(Action.TAKE_ALONG, case_session, form, sorting.take_along, key, form.is_on)
    if running or isinstance(answer, tuple):
        return answer
    return redirect(url_for("sessions.show", id=case_session.id, _anchor=f"card-{key}"), 303)


def _page(session_id: str, form: BaseForm, about: str | None = None) -> str:
    typed = [field for field in form if field.type in {"Prose", "Line"}]
    return render_template("sessions/live/again.html", id=session_id, form=form, typed=typed, present=None, about=about)
