"""Who looks after accounts, and who watches over data protection."""

from sqlalchemy import Select, false, select

from caseboard.models import Jobcenter, Role, SignIn, User, UserRole


def may_have_account(user: User) -> bool:
    """Everybody who is signed in looks after their own account."""
    return user.active


def may_end_sign_in(user: User, sign_in: SignIn) -> bool:
    """Everybody ends sign-ins of their own, in whatever browser they are."""
    return sign_in.user_id == user.id


def own_sign_ins(user: User) -> Select[tuple[SignIn]]:
    """Every sign-in `may_end_sign_in` says yes for."""
    return select(SignIn).where(SignIn.user_id == user.id)


def may_administer(user: User) -> bool:
    """Administration of a house or of the network keeps people and houses."""
    return bool(user.roles & {Role.ADMINISTRATION, Role.NETWORK_ADMINISTRATION})


def may_administer_person(user: User, person: User) -> bool:
    """House administration looks after its own people, network administration after everybody.

    A house never touches a network administrator who sits in it: a one-time link would hand it the whole network.
    """
    if Role.NETWORK_ADMINISTRATION in user.roles:
        return True
    return (
        Role.ADMINISTRATION in user.roles
        and person.jobcenter_id == user.jobcenter_id
        and Role.NETWORK_ADMINISTRATION not in person.roles
    )


def administrable_people(user: User) -> Select[tuple[User]]:
    """Everybody `may_administer_person` says yes for."""
    if Role.NETWORK_ADMINISTRATION in user.roles:
        return select(User)
    if Role.ADMINISTRATION in user.roles:
        above = select(UserRole.user_id).where(UserRole.role == Role.NETWORK_ADMINISTRATION)
        return select(User).where(User.jobcenter_id == user.jobcenter_id, User.id.not_in(above))
    return select(User).where(false())


def may_add_person_to(user: User, jobcenter_id: str) -> bool:
    """House administration adds people to its own house, network administration to every house."""
    if Role.NETWORK_ADMINISTRATION in user.roles:
        return True
    return Role.ADMINISTRATION in user.roles and jobcenter_id == user.jobcenter_id


def may_grant(user: User, role: Role) -> bool:
    """Only network administration makes network administrators."""
    return role is not Role.NETWORK_ADMINISTRATION or Role.NETWORK_ADMINISTRATION in user.roles


def may_keep_houses(user: User) -> bool:
    """Only network administration takes houses into the network."""
    return Role.NETWORK_ADMINISTRATION in user.roles


def may_keep_house(user: User, _house: Jobcenter) -> bool:
    """Only network administration changes what is said about a house."""
    return may_keep_houses(user)


def keepable_houses(user: User) -> Select[tuple[Jobcenter]]:
    """Every house `may_keep_house` says yes for."""
    return select(Jobcenter) if may_keep_houses(user) else select(Jobcenter).where(false())


def may_see_recall(user: User) -> bool:
    """Administration and data protection see how much of what points to a person the pipeline finds."""
    return may_administer(user) or may_watch_over_data(user)


def may_watch_over_data(user: User) -> bool:
    """Data protection officers see the access log of their house, retention and recognition figures."""
    return Role.DATA_PROTECTION in user.roles
