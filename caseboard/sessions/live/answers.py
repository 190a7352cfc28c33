"""How addresses of the live board answer: back to the board, or the form once more with what was typed."""

from collections.abc import Callable

from flask import render_template

from caseboard import guard
from caseboard.errors import InvalidInput
from caseboard.forms import BaseForm
from caseboard.models import CaseSession
from caseboard.policy import sessions as rules
from caseboard.sessions.actions import Action
from caseboard.sessions.answering import Page, language, to
from caseboard.sessions.live.marks import Collision
from caseboard.sessions.live.queries import part_in
from caseboard.sessions.phases import Fit, Wording
from caseboard.sessions.service import entry
from caseboard.sessions.service.entry import fitting


def require_fit(action: Action, case_session: CaseSession) -> None:
    """Judge an action before its form is looked at; the verb judges it again under the lock.

    Raises:
        NotAllowed: somebody who can never do this.
        WrongMoment: the right person, at the wrong moment.
    """
    rules.require_awake(case_session)
    part = part_in(guard.viewer(), case_session)
    fits = fitting(action, part, case_session) if part else Fit.WRONG_PERSON
    entry.require_fit(fits, action, case_session)


def done(
    action: Action, case_session: CaseSession, form: BaseForm, verb: Callable[..., object], *given: object
) -> Page:
    """Run the verb on a form that is filled in well, with what was given in it, and go back to the board.

    Whoever comes second reads both: how it stands now, and what they typed.
    """
    require_fit(action, case_session)
    key = case_session.id  # afterwards the row would have to be read again to say so
    try:
        if form.validate_on_submit():
            verb(guard.viewer(), case_session, *given)
            return to("board", key)
    except InvalidInput as error:
        form.take(error)
    except Collision as collision:
        form.seen.data = collision.now
        return _again(case_session.id, form, _words(collision)), 409
    return _again(case_session.id, form), 422


def _words(collision: Collision) -> str:
    present = collision.present
    return present.of(language()) if isinstance(present, Wording) else str(present)


def _again(session_id: str, form: BaseForm, present: str | None = None) -> str:
    typed = [field for field in form if field.type in {"Prose", "Line"}]
    return render_template(
        "sessions/live/again.html", id=session_id, form=form, typed=typed, present=present, about=None
    )
