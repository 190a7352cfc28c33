"""Which cases a consultation is planned for, and who may be asked to it."""

from sqlalchemy import Select, exists, false, select

from caseboard.models import Case, CaseState, Role, ServedHouse, User, UserRole
from caseboard.policy import NO_CASE_TEXT, consults, moderates
from caseboard.policy.cases import may_read_case, readable_cases

CONSULTING = frozenset({Role.CASE_MANAGER, Role.MODERATION})


def may_plan_session(user: User, case: Case) -> bool:
    """Moderators plan a consultation for any released case they may read, unless it only counts for its themes."""
    return moderates(user) and not case.counts_only and may_read_case(user, case)


def plannable_cases(user: User) -> Select[tuple[Case]]:
    """Every case `may_plan_session` says yes for."""
    if not moderates(user):
        return select(Case).where(false())
    return readable_cases(user).where(Case.out_of_reach.is_(False), Case.widespread.is_(False))


def waiting_cases(user: User) -> Select[tuple[Case]]:
    """The plannable cases for which nobody has planned anything yet."""
    return plannable_cases(user).where(Case.state == CaseState.RELEASED)


def may_mark_urgent(user: User, case: Case) -> bool:
    """Moderators put a case first that cannot wait."""
    return may_plan_session(user, case)


def may_lead_beside(user: User, case: Case, moderator: User) -> bool:
    """A co-moderator is another moderator whom the rules of advising would let in."""
    return moderates(user) and may_advise(user, case, moderator)


def may_advise(user: User, case: Case, moderator: User) -> bool:
    """Advisers come from other houses, which the author did not leave out; author and moderator never advise."""
    return user.active and consults(user) and user.id not in {case.author_id, moderator.id} and elsewhere(user, case)


def eligible_advisers(case: Case, moderator: User) -> Select[tuple[User]]:
    """Everybody `may_advise` says yes for."""
    closed = {case.jobcenter_id} | case.excluded
    return select(User).where(
        User.active,
        User.id.not_in({case.author_id, moderator.id}),
        User.jobcenter_id.not_in(closed),
        ~exists().where(ServedHouse.user_id == User.id, ServedHouse.jobcenter_id.in_(closed)),
        exists().where(UserRole.user_id == User.id, UserRole.role.in_(CONSULTING)),
        ~exists().where(UserRole.user_id == User.id, UserRole.role.in_(NO_CASE_TEXT)),
    )


def elsewhere(user: User, case: Case) -> bool:
    """Somebody works neither in the house a case comes from nor in one that its author left out."""
    return not user.houses & ({case.jobcenter_id} | case.excluded)
