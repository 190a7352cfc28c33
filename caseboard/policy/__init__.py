"""Who may do what: pure functions of one sentence each, and selects that judge lists by the same rule.

`may_x(user, thing)` answers for one thing, `x_able(user)` is the select of all things it answers yes for; a test
holds the two together for every role and state. Rules build selects but never run them, and know no request.
"""

from flask_babel import LazyString

from caseboard.errors import NotAllowed, WrongMoment
from caseboard.models import Role, User

NO_CASE_TEXT = frozenset({Role.LEADERSHIP, Role.ADMINISTRATION, Role.NETWORK_ADMINISTRATION})
"""A prohibition wins over every right: whoever leads or administers reads no case text."""


def require(allowed: bool) -> None:
    """Turn away, as if the thing did not exist.

    Raises:
        NotAllowed: the rule said no.
    """
    if not allowed:
        raise NotAllowed


def require_moment(fits: bool, sentence: str | LazyString | None = None) -> None:
    """Say kindly that it is too early or too late.

    Raises:
        WrongMoment: the right person asks at the wrong moment.
    """
    if not fits:
        raise WrongMoment(sentence)


def consults(user: User) -> bool:
    """Case managers and moderators take part in consultation; leadership and administration never do."""
    return bool(user.roles & {Role.CASE_MANAGER, Role.MODERATION}) and not user.roles & NO_CASE_TEXT


def moderates(user: User) -> bool:
    """Moderators release, plan and run; leadership and administration never do."""
    return Role.MODERATION in user.roles and not user.roles & NO_CASE_TEXT


def leads(user: User) -> bool:
    """Leadership decides on proposals, measures and commitments."""
    return Role.LEADERSHIP in user.roles


def sees_the_network(user: User) -> bool:
    """Themes, proposals and measures are for everybody who consults or leads."""
    return consults(user) or leads(user)
