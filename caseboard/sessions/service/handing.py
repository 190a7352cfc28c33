"""The verbs with which two moderators change places: hand over, take over; in writing, live, and before it begins."""

from flask_babel import lazy_gettext as _l

from caseboard import audit, outbox, policy
from caseboard.db import command, find
from caseboard.models import CaseSession, User
from caseboard.policy import sessions as rules
from caseboard.sessions.actions import Action
from caseboard.sessions.service.entry import act, thing


@command
def hand_over(moderator: User, case_session: CaseSession) -> None:
    """Let the named co-moderator lead; the two change places, and who leads now is told.

    Raises:
        WrongMoment: nobody is named, or the named person can no longer lead.
    """
    act(Action.HAND_OVER, moderator, case_session)
    named = case_session.co_moderator_id
    policy.require_moment(named is not None, _l("No co-moderator is named."))
    beside = find(User, named or "")
    able = beside is not None and beside.active and rules.may_co_moderate(beside, case_session)
    policy.require_moment(able, _l("The named co-moderator cannot lead at the moment. Please name somebody else."))
    _swap(case_session)
    audit.record(moderator, "session.hand_over", thing(case_session))
    outbox.tell_again([case_session.moderator_id], "session.handed_over", thing(case_session))


@command
def take_over(co_moderator: User, case_session: CaseSession) -> None:
    """Lead in the place of a moderator who has dropped out; never by itself, always by the named person."""
    act(Action.TAKE_OVER, co_moderator, case_session)
    _swap(case_session)
    audit.record(co_moderator, "session.take_over", thing(case_session))
    outbox.tell_again([case_session.co_moderator_id or ""], "session.taken_over", thing(case_session))


def _swap(case_session: CaseSession) -> None:
    moderator, co_moderator = case_session.moderator_id, case_session.co_moderator_id
    if co_moderator is not None:
        case_session.moderator_id, case_session.co_moderator_id = co_moderator, moderator
        led, stood_by = case_session.moderator_came_at, case_session.co_moderator_came_at
        case_session.moderator_came_at, case_session.co_moderator_came_at = stood_by, led
