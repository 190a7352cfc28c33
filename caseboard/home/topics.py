"""What a task or a notice is about, in a few words, and only where its reader may read these words anyway."""

from collections.abc import Callable

from caseboard.db import db
from caseboard.models import Case, CaseSession, Measure, Proposal, User
from caseboard.policy import cases as case_rules
from caseboard.policy import finding
from caseboard.policy import measures as measure_rules
from caseboard.policy import sessions as session_rules

LONGEST = 120
"""A key question can be long; on the desk its beginning is enough."""


def of_thing(user: User, thing: str) -> str:
    """What a notice's thing, such as `session:0af…`, is called; empty where it is not this person's to read."""
    kind, _, key = thing.partition(":")
    topic = TOPICS.get(kind)
    return topic(user, key) if topic else ""


def may_open(user: User, thing: str) -> bool:
    """Whether a notice may lead to its thing: a consultation is closed to people who work for its house by now."""
    kind, _, key = thing.partition(":")
    meeting = db.session.get(CaseSession, key) if kind == "session" else None
    return meeting is None or finding.may_see_session(user, meeting)


def of_session(user: User, meeting: CaseSession) -> str:
    """The title of the case for those who read it; whoever is only invited reads the key question."""
    if not session_rules.is_awake(meeting):
        return ""
    if session_rules.is_invited(user, meeting):
        return short(meeting.case.key_question)
    return short(meeting.case.title) if session_rules.may_read_along(user, meeting) else ""


def short(text: str | None) -> str:
    """The beginning of a text, cut between two words."""
    line = str(text or "")
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"


def _case(user: User, key: str) -> str:
    case = db.session.get(Case, key)
    return short(case.title) if case and case_rules.may_see_own_case(user, case) else ""


def _session(user: User, key: str) -> str:
    meeting = db.session.get(CaseSession, key)
    return of_session(user, meeting) if meeting else ""


def _proposal(user: User, key: str) -> str:
    proposal = db.session.get(Proposal, key)
    return short(proposal.title) if proposal and measure_rules.may_read_proposal(user, proposal) else ""


def _measure(user: User, key: str) -> str:
    measure = db.session.get(Measure, key)
    return short(measure.title) if measure and measure_rules.may_read_measure(user, measure) else ""


TOPICS: dict[str, Callable[[User, str], str]] = {
    "case": _case,
    "session": _session,
    "proposal": _proposal,
    "measure": _measure,
}
