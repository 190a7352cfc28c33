"""Whether the case giver may speak in a live session: a voice tells the county, so the risk must be low with it."""

from caseboard.models import Case, CaseSession, SessionKind, User
from caseboard.models.case import Light
from caseboard.policy.sessions import may_conclude


def may_speak(user: User, case_session: CaseSession) -> bool:
    """The case giver may speak in a live session where the risk light is green with their county known."""
    return may_conclude(user, case_session) and _can_be_spoken(case_session)


def case_giver_speaks(case_session: CaseSession) -> bool:
    """The case giver chose to speak, and the light is still green; otherwise they type without a name."""
    return case_session.case_giver_speaks and _can_be_spoken(case_session)


def can_be_spoken_anywhere(case: Case) -> bool:
    """What moderators may know before: whether the light is green in every county, which tells none of them."""
    return case.anywhere_light is Light.GREEN


def _can_be_spoken(case_session: CaseSession) -> bool:
    return case_session.kind is SessionKind.LIVE and case_session.case.live_light is Light.GREEN
