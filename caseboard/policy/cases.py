"""Who may write, check, read, pause and withdraw a case."""

from sqlalchemy import ColumnElement, Select, and_, false, or_, select

from caseboard.models import Case, CaseExclusion, CaseState, Jobcenter, Role, User
from caseboard.models.case import CheckStage
from caseboard.policy import consults, moderates

OUT = frozenset({CaseState.RELEASED, CaseState.SCHEDULED, CaseState.DISCUSSED, CaseState.CLOSED})
"""The states in which other houses may read a case."""

GONE = frozenset({CaseState.WITHDRAWN, CaseState.EXPIRED})

STAGE_OF = {CaseState.SUBMITTED: CheckStage.HOUSE, CaseState.CHECKED: CheckStage.NETWORK}
"""Which check a case waits for."""


def may_write_cases(user: User) -> bool:
    """Whoever consults may also ask."""
    return consults(user)


def may_see_own_case(user: User, case: Case) -> bool:
    """Authors always see what became of their own case."""
    return case.author_id == user.id


def own_cases(user: User) -> Select[tuple[Case]]:
    """Every case of this author."""
    return select(Case).where(Case.author_id == user.id)


def may_edit_case(user: User, case: Case) -> bool:
    """Authors edit a draft or what was sent back, unless the case is paused or blocked."""
    return may_see_own_case(user, case) and case.state in {CaseState.DRAFT, CaseState.SENT_BACK} and _open(case)


def may_withdraw_case(user: User, case: Case) -> bool:
    """Authors withdraw their case whenever they like; it is gone then."""
    return may_see_own_case(user, case) and case.state not in GONE


def may_check_case(user: User, case: Case) -> bool:
    """First somebody in the author's house checks, then a moderator of another county; never the author.

    Where the house has no two others, or the case concerns staff or their relatives, moderators of two other
    counties check.
    """
    stage = STAGE_OF.get(case.state)
    if stage is None or not _open(case) or not may_be_checker(user, case):
        return False
    if stage is CheckStage.HOUSE and not case.checked_elsewhere:
        return case.jobcenter_id == user.jobcenter_id
    return _is_outside_moderator(user, case) and user.id != case.house_checker_id


def may_be_checker(user: User, case: Case) -> bool:
    """Nobody checks their own case, and nobody who may read no case text checks at all."""
    return consults(user) and case.author_id != user.id


def checkable_cases(user: User) -> Select[tuple[Case]]:
    """Every case `may_check_case` says yes for."""
    if not consults(user):
        return select(Case).where(false())
    in_house = and_(
        Case.state == CaseState.SUBMITTED, Case.checked_elsewhere.is_(False), Case.jobcenter_id == user.jobcenter_id
    )
    outside = and_(
        or_(Case.state == CaseState.CHECKED, and_(Case.state == CaseState.SUBMITTED, Case.checked_elsewhere.is_(True))),
        _outside(user),
        Case.jobcenter_id.not_in(select(Jobcenter.id).where(Jobcenter.county == user.jobcenter.county)),
        or_(Case.house_checker_id.is_(None), Case.house_checker_id != user.id),
    )
    way = or_(in_house, outside) if moderates(user) else in_house
    return select(Case).where(Case.author_id != user.id, _is_open(), way)


def may_read_case(user: User, case: Case) -> bool:
    """Colleagues of other houses read released cases, unless their house was left out."""
    return (
        consults(user)
        and case.state in OUT
        and _open(case)
        and case.author_id != user.id
        and not user.houses & ({case.jobcenter_id} | case.excluded)
    )


def readable_cases(user: User) -> Select[tuple[Case]]:
    """Every case `may_read_case` says yes for."""
    if not consults(user):
        return select(Case).where(false())
    return select(Case).where(Case.state.in_(OUT), Case.author_id != user.id, _is_open(), _outside(user))


def may_recognise(user: User, case: Case) -> bool:
    """Whoever may read or check a case may say that they recognise the person."""
    return may_read_case(user, case) or may_check_case(user, case)


def may_block_case(user: User, case: Case) -> bool:
    """The data protection officer of the author's house blocks a case at once, and lifts or deletes a pause."""
    return Role.DATA_PROTECTION in user.roles and user.jobcenter_id == case.jobcenter_id and case.state not in GONE


def blockable_cases(user: User) -> Select[tuple[Case]]:
    """Every case `may_block_case` says yes for."""
    if Role.DATA_PROTECTION not in user.roles:
        return select(Case).where(false())
    return select(Case).where(Case.jobcenter_id == user.jobcenter_id, Case.state.not_in(GONE))


def may_judge_pause(user: User, case: Case) -> bool:
    """A paused case is lifted or deleted by the officer of the author's house, or by two moderators elsewhere."""
    if case.paused_at is None or case.state in GONE:
        return False
    elsewhere = moderates(user) and case.author_id != user.id
    return may_block_case(user, case) or (elsewhere and not user.houses & ({case.jobcenter_id} | case.excluded))


def judgeable_cases(user: User) -> Select[tuple[Case]]:
    """Every case `may_judge_pause` says yes for."""
    ways: list[ColumnElement[bool]] = [false()]
    if Role.DATA_PROTECTION in user.roles:
        ways.append(Case.jobcenter_id == user.jobcenter_id)
    if moderates(user):
        ways.append(and_(Case.author_id != user.id, _outside(user)))
    return select(Case).where(Case.paused_at.is_not(None), Case.state.not_in(GONE), or_(*ways))


def _open(case: Case) -> bool:
    return case.paused_at is None and case.blocked_at is None


def _is_open() -> ColumnElement[bool]:
    return and_(Case.paused_at.is_(None), Case.blocked_at.is_(None))


def _is_outside_moderator(user: User, case: Case) -> bool:
    return (
        moderates(user)
        and not user.houses & ({case.jobcenter_id} | case.excluded)
        and user.jobcenter.county != case.county
    )


def _outside(user: User) -> ColumnElement[bool]:
    left_out = select(CaseExclusion.case_id).where(CaseExclusion.jobcenter_id.in_(user.houses))
    return and_(Case.jobcenter_id.not_in(user.houses), Case.id.not_in(left_out))
