"""Who looks after accounts, and who watches over data protection."""

from sqlalchemy import Select, false, select

from caseboard.models import Role, User


def may_have_account(user: User) -> bool:
    """Everybody who is signed in looks after their own account."""
    return user.active


def may_administer(user: User) -> bool:
    """Administration of a house or of the network keeps people and houses."""
    return bool(user.roles & {Role.ADMINISTRATION, Role.NETWORK_ADMINISTRATION})


def may_administer_person(user: User, person: User) -> bool:
    """House administration looks after its own people, network administration after everybody."""
    if Role.NETWORK_ADMINISTRATION in user.roles:
        return True
    return Role.ADMINISTRATION in user.roles and person.jobcenter_id == user.jobcenter_id


def administrable_people(user: User) -> Select[tuple[User]]:
    """Everybody `may_administer_person` says yes for."""
    if Role.NETWORK_ADMINISTRATION in user.roles:
        return select(User)
    if Role.ADMINISTRATION in user.roles:
        return select(User).where(User.jobcenter_id == user.jobcenter_id)
    return select(User).where(false())


def may_grant(user: User, role: Role) -> bool:
    """Only network administration makes network administrators."""
    return role is not Role.NETWORK_ADMINISTRATION or Role.NETWORK_ADMINISTRATION in user.roles


def may_watch_over_data(user: User) -> bool:
    """Data protection officers see the access log of their house, retention and recognition figures."""
    return Role.DATA_PROTECTION in user.roles
