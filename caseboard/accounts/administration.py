"""Verbs of administration: make and change people and houses, and hand out one-time links."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from sqlalchemy import exists, select

from caseboard import audit, outbox, policy
from caseboard.accounts import tokens
from caseboard.accounts.addresses import normal_account
from caseboard.db import command, db
from caseboard.errors import InvalidInput
from caseboard.models import Jobcenter, Role, ServedHouse, SignIn, User, UserRole
from caseboard.models.people import HouseKind
from caseboard.policy import people

TAKEN_EMAIL = _l("There is an account with this e-mail address already.")
TAKEN_ID = _l("There is a house with this short name already.")
TAKEN_NAME = _l("There is a house with this name already.")
NOT_ONESELF = _l("Nobody changes their own roles or switches off their own account. Please ask another administrator.")
SWITCHED_OFF = _l("This account is switched off. Switch it on first.")


@dataclass(frozen=True)
class Person:
    """What administration says about somebody."""

    name: str
    roles: frozenset[Role]
    served: frozenset[str] = frozenset()
    active: bool = True


@dataclass(frozen=True)
class House:
    """What network administration says about a house."""

    name: str
    county: str
    kind: HouseKind
    active: bool = True


@command
def create_person(actor: User, email: str, jobcenter_id: str, person: Person) -> User:
    """Make an account; nobody can sign in with it before they took up a one-time link."""
    policy.require(people.may_add_person_to(actor, jobcenter_id))
    address = normal_account(email)
    if db.session.scalar(select(exists().where(User.email == address))):
        raise InvalidInput({"email": TAKEN_EMAIL})
    user = User(email=address, name=person.name, jobcenter_id=jobcenter_id, active=person.active)
    _require_grants(actor, person.roles)
    _assign(user, person)
    db.session.add(user)
    db.session.flush()
    audit.record(actor, "person.create", f"user:{user.id}")
    return user


@command
def change_person(actor: User, user: User, person: Person) -> None:
    """Change name, roles, served houses; switching somebody off ends their sign-ins and links at once."""
    policy.require(people.may_administer_person(actor, user))
    if user.id == actor.id and (person.roles != user.roles or not person.active):
        raise InvalidInput({"roles": NOT_ONESELF})
    _require_grants(actor, person.roles ^ user.roles)
    verb = _verb(user, person)
    user.name, user.active = person.name, person.active
    _assign(user, person)
    if not person.active:
        tokens.end_sign_ins(SignIn.user_id == user.id)
        tokens.drop_links(user)
    audit.record(actor, verb, f"user:{user.id}")


@command
def invite(actor: User, user: User) -> str:
    """Make a one-time link for somebody; they are told if they had an account before."""
    policy.require(people.may_administer_person(actor, user))
    policy.require_moment(user.active, SWITCHED_OFF)
    if user.password_hash:
        outbox.tell_again([user.id], "account.link_made", f"user:{user.id}")
    audit.record(actor, "person.invite", f"user:{user.id}")
    return tokens.new_link(user)


@command
def create_house(actor: User, house_id: str, house: House) -> Jobcenter:
    """Take a jobcenter into the network."""
    policy.require(people.may_keep_houses(actor))
    if db.session.get(Jobcenter, house_id) is not None:
        raise InvalidInput({"id": TAKEN_ID})
    jobcenter = Jobcenter(id=house_id)
    _describe(jobcenter, house)
    db.session.add(jobcenter)
    db.session.flush()
    audit.record(actor, "house.create", f"jobcenter:{jobcenter.id}")
    return jobcenter


@command
def change_house(actor: User, jobcenter: Jobcenter, house: House) -> None:
    """Change what is said about a house; its short name stays."""
    policy.require(people.may_keep_house(actor, jobcenter))
    _describe(jobcenter, house)
    audit.record(actor, "house.change", f"jobcenter:{jobcenter.id}")


@command
def found_network(email: str, name: str, house_id: str, house: House) -> str:
    """Make the first house and its network administrator in an empty installation; the one-time link's token.

    Raises:
        NotAllowed: there is a network administrator already.
    """
    policy.require(not db.session.scalar(select(exists().where(UserRole.role == Role.NETWORK_ADMINISTRATION))))
    jobcenter = db.session.get(Jobcenter, house_id) or Jobcenter(id=house_id)
    _describe(jobcenter, house)
    user = User(email=normal_account(email), name=name, jobcenter_id=house_id)
    user.role_rows = [UserRole(role=Role.NETWORK_ADMINISTRATION)]
    db.session.add_all([jobcenter, user])
    db.session.flush()
    audit.record(None, "network.found", f"user:{user.id}")
    return tokens.new_link(user)


def _require_grants(actor: User, roles: frozenset[Role]) -> None:
    policy.require(all(people.may_grant(actor, role) for role in roles))


def _assign(user: User, person: Person) -> None:
    kept = [row for row in user.role_rows if row.role in person.roles]
    missing = person.roles - {row.role for row in kept}
    user.role_rows = [*kept, *(UserRole(role=role) for role in sorted(missing))]
    served = person.served - {user.jobcenter_id}
    still = [row for row in user.served_rows if row.jobcenter_id in served]
    more = served - {row.jobcenter_id for row in still}
    user.served_rows = [*still, *(ServedHouse(jobcenter_id=house_id) for house_id in sorted(more))]


def _describe(jobcenter: Jobcenter, house: House) -> None:
    same_name = exists().where(Jobcenter.name == house.name, Jobcenter.id != jobcenter.id)
    with db.session.no_autoflush:
        if db.session.scalar(select(same_name)):
            raise InvalidInput({"name": TAKEN_NAME})
    jobcenter.name, jobcenter.county = house.name, house.county
    jobcenter.kind, jobcenter.active = house.kind, house.active


def _verb(user: User, person: Person) -> str:
    if user.active and not person.active:
        return "person.switch-off"
    if person.active and not user.active:
        return "person.switch-on"
    return "person.change-roles" if person.roles != user.roles else "person.change"
