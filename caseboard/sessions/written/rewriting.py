"""Putting in other words what was sent back, in whichever phase the round stands by now: it stays where it belongs."""

from flask_babel import lazy_gettext as _l

from caseboard import audit, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, forget_deleted
from caseboard.models import CaseSession, Perspective, PerspectiveState, User
from caseboard.policy import rounds as rules
from caseboard.policy import sessions
from caseboard.policy.sessions import Part
from caseboard.sessions import contributions
from caseboard.sessions.actions import Action
from caseboard.sessions.live.marks import mark, require_same
from caseboard.sessions.phases import Fit
from caseboard.sessions.service.entry import act, fitting
from caseboard.sessions.wording import WRONG_MOMENTS_IN_WRITING

NOT_BACK = _l("This perspective is not sent back, or was put in other words already.")


def rewrite(adviser: User, perspective: Perspective, text: SafeText, seen: str) -> None:
    """Write a perspective anew that was sent back; the words that named somebody leave the files as well.

    Raises:
        Collision: it was written anew already, in another window.
        WrongMoment: everything is revealed.
    """
    _rewrite(adviser, perspective.case_session, perspective.id, text, seen)
    forget_deleted()


@command
def _rewrite(adviser: User, case_session: CaseSession, perspective_id: str, text: SafeText, seen: str) -> None:
    act(Action.CHANGE_CARD, adviser, case_session)
    mine = contributions.inside(Perspective, case_session, perspective_id)
    policy.require(rules.may_rewrite_perspective(adviser, mine))
    require_same(seen, own_mark(mine), mine.text)
    policy.require_moment(mine.state is PerspectiveState.SENT_BACK, NOT_BACK)
    mine.text, mine.state, mine.send_back_reason = text, PerspectiveState.QUEUED, None
    audit.record(adviser, "perspective.write", f"perspective:{mine.id}")


def own_mark(perspective: Perspective) -> str:
    """What stands there, and whether it was sent back."""
    return mark(perspective.text, perspective.state.value)


def require_rewriting(perspective: Perspective) -> None:
    """What was sent back is put in other words until everything is revealed.

    Raises:
        WrongMoment: it is, or this one was not sent back.
    """
    case_session = perspective.case_session
    sessions.require_awake(case_session)
    fits = fitting(Action.CHANGE_CARD, Part.ADVISER, case_session) is Fit.FITS
    policy.require_moment(fits, WRONG_MOMENTS_IN_WRITING[Action.CHANGE_CARD])
