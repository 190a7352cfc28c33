"""What pages about accounts show: frozen views, never rows, and no more about anybody than the page needs."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import LazyString
from sqlalchemy import func, or_, select

from caseboard import clock, guard
from caseboard.accounts import tokens, words
from caseboard.db import db
from caseboard.models import Jobcenter, Role, SignIn, User
from caseboard.models.people import HouseKind
from caseboard.policy import people


@dataclass(frozen=True)
class SignInView:
    """One browser in which the person is signed in."""

    id: str
    begun: datetime
    last_seen: datetime
    is_this: bool


@dataclass(frozen=True)
class PersonView:
    """Somebody as administration and the person themselves see them."""

    id: str
    name: str
    email: str
    jobcenter_id: str
    jobcenter: str
    roles: frozenset[Role]
    role_words: tuple[LazyString, ...]
    served: frozenset[str]
    served_names: tuple[str, ...]
    active: bool
    has_password: bool


@dataclass(frozen=True)
class HouseView:
    """One house, and how many accounts it has."""

    id: str
    name: str
    county: str
    kind: HouseKind
    kind_words: LazyString
    active: bool
    accounts: int


@dataclass(frozen=True)
class InvitationView:
    """Whom a one-time link was made for."""

    name: str
    email: str


def own_sign_ins(user: User, token_hash: str) -> list[SignInView]:
    """The sign-ins of this person that still hold: this one first, then the newest."""
    now = clock.now()
    newest_first = people.own_sign_ins(user).order_by(SignIn.last_seen_at.desc())
    holding = [
        SignInView(entry.id, entry.created_at, entry.last_seen_at, entry.token_hash == token_hash)
        for entry in db.session.scalars(newest_first)
        if guard.holds(entry, now)
    ]
    return sorted(holding, key=lambda view: not view.is_this)


def person(user: User) -> PersonView:
    """One person."""
    return _person(user, _house_names())


def people_of(user: User) -> list[PersonView]:
    """Everybody whom this administrator looks after, by house and name."""
    names = _house_names()
    found = people.administrable_people(user).join(Jobcenter, Jobcenter.id == User.jobcenter_id)
    return [_person(one, names) for one in db.session.scalars(found.order_by(Jobcenter.name, User.name))]


def houses(user: User) -> list[HouseView]:
    """Every house this administrator keeps, by name."""
    counts = dict(db.session.execute(select(User.jobcenter_id, func.count()).group_by(User.jobcenter_id)).all())
    found = people.keepable_houses(user).order_by(Jobcenter.name)
    return [_house(one, counts.get(one.id, 0)) for one in db.session.scalars(found)]


def house(jobcenter: Jobcenter) -> HouseView:
    """One house."""
    count = select(func.count()).select_from(User).where(User.jobcenter_id == jobcenter.id)
    return _house(jobcenter, db.session.scalar(count) or 0)


def house_choices(user: User) -> list[tuple[str, str]]:
    """The houses that this administrator may add people to, as choices of a field."""
    return [choice for choice in active_houses() if people.may_add_person_to(user, choice[0])]


def active_houses() -> list[tuple[str, str]]:
    """Every active house, as choices of a field."""
    found = select(Jobcenter.id, Jobcenter.name).where(Jobcenter.active.is_(True)).order_by(Jobcenter.name)
    return [(house_id, name) for house_id, name in db.session.execute(found)]


def houses_to_serve(view: PersonView) -> list[tuple[str, str]]:
    """The houses somebody can serve beside their own, and those they serve already."""
    found = select(Jobcenter.id, Jobcenter.name).where(
        Jobcenter.id != view.jobcenter_id, or_(Jobcenter.active.is_(True), Jobcenter.id.in_(view.served))
    )
    return [(house_id, name) for house_id, name in db.session.execute(found.order_by(Jobcenter.name))]


def invitation(token: str) -> InvitationView | None:
    """Whom this link was made for, if it still works."""
    user = tokens.holder(token)
    return None if user is None else InvitationView(user.name, user.email)


def _person(user: User, names: dict[str, str]) -> PersonView:
    served = user.houses - {user.jobcenter_id}
    return PersonView(
        id=user.id,
        name=user.name,
        email=user.email,
        jobcenter_id=user.jobcenter_id,
        jobcenter=names[user.jobcenter_id],
        roles=user.roles,
        role_words=tuple(word for role, word in words.ROLES.items() if role in user.roles),
        served=served,
        served_names=tuple(sorted(names[house_id] for house_id in served)),
        active=user.active,
        has_password=user.password_hash is not None,
    )


def _house(row: Jobcenter, accounts: int) -> HouseView:
    return HouseView(row.id, row.name, row.county, row.kind, words.KINDS[row.kind], row.active, accounts)


def _house_names() -> dict[str, str]:
    return dict(db.session.execute(select(Jobcenter.id, Jobcenter.name)).all())
