"""How every verb of a live session begins: one action, judged by the table, noted in the audit trail."""

from caseboard import audit, policy
from caseboard.models import CaseSession, SessionKind, User
from caseboard.policy.sessions import Part
from caseboard.sessions.actions import Action
from caseboard.sessions.live import turns
from caseboard.sessions.service.entry import act, thing


def begin(action: Action, user: User, case_session: CaseSession) -> Part:
    """Hold the rows, judge the action, note it; every change moves the version that the boards ask for.

    Whoever does something while a session runs is there.

    Returns:
        What the person is in this session.

    Raises:
        NotAllowed: somebody who can never do this, or a written round.
        WrongMoment: the right person, at the wrong moment.
        NotFound: the consultation rests.
    """
    part = act(action, user, case_session)
    policy.require(case_session.kind is SessionKind.LIVE)
    turns.note_arrival(case_session, user.id)
    audit.record(user, f"live.{action.value}", thing(case_session))
    return part
