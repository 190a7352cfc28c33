"""The verbs of a group: people whom a moderator likes to ask together."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from caseboard import audit, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import InvalidInput
from caseboard.models import AdviserGroup, AdviserGroupMember, User
from caseboard.policy import planning as rules


@dataclass(frozen=True)
class Group:
    """A name and the people under it."""

    name: SafeText
    member_ids: frozenset[str]


@command
def make(moderator: User, wanted: Group) -> AdviserGroup:
    """Gather people under a name; nobody is told, because nobody is asked yet."""
    policy.require(policy.moderates(moderator))
    group = AdviserGroup(owner_id=moderator.id)
    _put(moderator, group, wanted)
    db.session.add(group)
    db.session.flush()
    audit.record(moderator, "group.make", f"group:{group.id}")
    return group


@command
def change(moderator: User, group: AdviserGroup, wanted: Group) -> None:
    """Change name or members."""
    _hold(moderator, group)
    _put(moderator, group, wanted)
    audit.record(moderator, "group.change", f"group:{group.id}")


@command
def remove(moderator: User, group: AdviserGroup) -> None:
    """Forget a group; series that asked it go on without."""
    _hold(moderator, group)
    audit.record(moderator, "group.remove", f"group:{group.id}")
    db.session.delete(group)


def askable(moderator: User) -> list[User]:
    """Everybody who consults in another house, whatever the case: a group belongs to none."""
    everybody = db.session.scalars(select(User).where(User.active, User.id != moderator.id))
    able = (user for user in everybody if policy.consults(user))
    return sorted(able, key=lambda user: (user.jobcenter.name, user.name))


def _hold(moderator: User, group: AdviserGroup) -> None:
    db.session.refresh(group, with_for_update={"of": AdviserGroup})
    policy.require(rules.may_keep_group(moderator, group))


def _put(moderator: User, group: AdviserGroup, wanted: Group) -> None:
    if not wanted.member_ids <= {user.id for user in askable(moderator)}:
        raise InvalidInput({"members": _l("Somebody you chose cannot take part. Please choose again.")})
    group.name = wanted.name
    kept = {row.user_id: row for row in group.members}
    group.members = [kept.get(key) or AdviserGroupMember(user_id=key) for key in sorted(wanted.member_ids)]
