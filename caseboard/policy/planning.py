"""Who may keep series of dates, use one of their slots, and gather people into groups."""

from sqlalchemy import Select, false, or_, select

from caseboard import clock
from caseboard.models import AdviserGroup, Series, SessionSlot, User
from caseboard.policy import moderates


def may_see_series(user: User, _series: Series) -> bool:
    """Every moderator sees which dates there are, so that nobody plans beside each other."""
    return moderates(user)


def may_keep_series(user: User, series: Series) -> bool:
    """Whoever made a series changes and ends it."""
    return moderates(user) and series.moderator_id == user.id


def may_cancel_slot(user: User, slot: SessionSlot) -> bool:
    """Whoever may use a date may let it drop out, such as for a holiday."""
    return may_use_slot(user, slot)


def may_use_slot(user: User, slot: SessionSlot) -> bool:
    """Both moderators of a series plan cases into its dates."""
    return moderates(user) and user.id in {slot.series.moderator_id, slot.series.co_moderator_id}


def is_free(slot: SessionSlot) -> bool:
    """A date takes one consultation, as long as it is still to come."""
    return slot.cancelled_at is None and slot.session_id is None and slot.starts_at > clock.now()


def may_come_back(slot: SessionSlot) -> bool:
    """A date that dropped out can take place after all, as long as it is still to come."""
    return slot.cancelled_at is not None and slot.series.ended_at is None and slot.starts_at > clock.now()


def free_slots(user: User) -> Select[tuple[SessionSlot]]:
    """Every free date `may_use_slot` says yes for."""
    if not moderates(user):
        return select(SessionSlot).where(false())
    mine = select(Series.id).where(or_(Series.moderator_id == user.id, Series.co_moderator_id == user.id))
    return select(SessionSlot).where(
        SessionSlot.series_id.in_(mine),
        SessionSlot.cancelled_at.is_(None),
        SessionSlot.session_id.is_(None),
        SessionSlot.starts_at > clock.now(),
    )


def may_keep_group(user: User, group: AdviserGroup) -> bool:
    """A group is seen and changed by whoever made it, because it says whom they like to ask."""
    return moderates(user) and group.owner_id == user.id


def own_groups(user: User) -> Select[tuple[AdviserGroup]]:
    """Every group `may_keep_group` says yes for."""
    if not moderates(user):
        return select(AdviserGroup).where(false())
    return select(AdviserGroup).where(AdviserGroup.owner_id == user.id)
