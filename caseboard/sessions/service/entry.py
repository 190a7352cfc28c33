"""How every verb of a consultation begins: hold the row, judge the rule, look whether the case rests."""

from collections.abc import Callable

from caseboard import policy
from caseboard.db import db
from caseboard.models import Case, CaseSession, SessionState, User
from caseboard.policy import sessions as rules
from caseboard.sessions import phases


def enter(rule: Callable[[User, CaseSession], bool], user: User, case_session: CaseSession) -> None:
    """Hold the rows, then judge: whoever comes second sees what the first has done.

    The case first and then its consultation, as erasing a case does, so that nobody waits for each other in a ring.
    """
    db.session.refresh(case_session.case, with_for_update={"of": Case})
    db.session.refresh(case_session, with_for_update={"of": CaseSession})
    policy.require(rule(user, case_session))
    rules.require_awake(case_session)


def thing(case_session: CaseSession) -> str:
    """How notices and the audit trail name a consultation."""
    return f"session:{case_session.id}"


def start(case_session: CaseSession) -> None:
    """Let a consultation run from the phase in which it begins here."""
    case_session.state = SessionState.RUNNING
    case_session.phase = phases.FIRST_IN_THE_APP[case_session.kind]
