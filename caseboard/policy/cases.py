"""Who may write, check, read, pause and withdraw a case."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, false, or_, select

from caseboard import clock
from caseboard.models import Case, CaseExclusion, CaseState, Jobcenter, Role, ServedHouse, User, UserRole
from caseboard.models.case import CheckStage
from caseboard.policy import NO_CASE_TEXT, consults, moderates

OUT = frozenset({CaseState.RELEASED, CaseState.SCHEDULED, CaseState.DISCUSSED, CaseState.FOLLOWED_UP, CaseState.CLOSED})
"""The states in which a case has been let out; all of them count as a case of their themes."""

READABLE = OUT - {CaseState.CLOSED}
"""The states in which other houses may read a case; a closed one has no words any more."""

UNPLANNED = frozenset({CaseState.SUBMITTED, CaseState.CHECKED, CaseState.RELEASED})
"""The states of a case that is handed in and that nobody has planned a consultation for."""

GONE = frozenset({CaseState.WITHDRAWN, CaseState.EXPIRED})

STAGE_OF = {CaseState.SUBMITTED: CheckStage.HOUSE, CaseState.CHECKED: CheckStage.NETWORK}
"""Which check a case waits for."""


CHECK_TARGET = 2
"""Working days a check may take before everybody eligible is asked."""


def check_due(since: datetime) -> date:
    """The day by which a check that began to wait at `since` should be done."""
    return clock.working_days_after(since.astimezone(clock.BERLIN).date(), CHECK_TARGET)


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


def may_choose_way(user: User, case: Case) -> bool:
    """Until a consultation is planned, authors say whether a case shall be consulted or only count for its themes."""
    return may_see_own_case(user, case) and case.state in UNPLANNED and _open(case)


def may_withdraw_case(user: User, case: Case) -> bool:
    """Authors withdraw their case whenever they like; it is gone then."""
    return may_see_own_case(user, case) and case.state not in GONE


def may_check_case(user: User, case: Case) -> bool:
    """Somebody who may check looks at the case while it waits for exactly this check."""
    stage = STAGE_OF.get(case.state)
    return stage is not None and _open(case) and _may_check_at(user, case, stage)


def may_be_checker(user: User, case: Case) -> bool:
    """Whoever may do one of the two checks, whether or not the case waits for it at this moment.

    Of a case that is out, every moderator who reads it counts: were those of the author's county turned away, they
    would know by it where the case is from.
    """
    if case.state in GONE | {CaseState.DRAFT, CaseState.CLOSED}:
        return False
    out = moderates(user) and _may_read_when_open(user, case)
    return out or any(_may_check_at(user, case, stage) for stage in CheckStage)


def _may_check_at(user: User, case: Case, stage: CheckStage) -> bool:
    """First somebody in the author's house checks, then a moderator of another county; never the author.

    Where the house has no two others, or the case concerns staff or their relatives, moderators of two other
    counties check.
    """
    if not consults(user) or case.author_id == user.id:
        return False
    if stage is CheckStage.HOUSE and not case.checked_elsewhere:
        return case.jobcenter_id == user.jobcenter_id
    near = {case.county, case.first_county} if stage is CheckStage.NETWORK else {case.county}
    return moderates(user) and _is_outside(user, case) and user.jobcenter.county not in near


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
        or_(Case.first_county.is_(None), Case.first_county != user.jobcenter.county),
    )
    way = or_(in_house, outside) if moderates(user) else in_house
    return select(Case).where(Case.author_id != user.id, _is_open(), way)


def checkers_of(case: Case) -> Select[tuple[User]]:
    """Every active person `may_check_case` says yes for at this moment: whom to ask."""
    stage = STAGE_OF.get(case.state)
    if stage is None or not _open(case):
        return select(User).where(false())
    asked = select(User).where(User.active, User.id != case.author_id, User.id.not_in(_with_role(*NO_CASE_TEXT)))
    if stage is CheckStage.HOUSE and not case.checked_elsewhere:
        return asked.where(
            User.jobcenter_id == case.jobcenter_id, User.id.in_(_with_role(Role.CASE_MANAGER, Role.MODERATION))
        )
    near = {case.county, case.first_county or case.county}
    return asked.where(
        User.id.in_(_with_role(Role.MODERATION)),
        _works_outside(case),
        User.jobcenter_id.not_in(select(Jobcenter.id).where(Jobcenter.county.in_(near))),
    )


def may_read_case(user: User, case: Case) -> bool:
    """Colleagues of other houses read released cases, unless their house was left out."""
    return _open(case) and _may_read_when_open(user, case)


def _may_read_when_open(user: User, case: Case) -> bool:
    return consults(user) and case.state in READABLE and case.author_id != user.id and _is_outside(user, case)


def readable_cases(user: User) -> Select[tuple[Case]]:
    """Every case `may_read_case` says yes for."""
    if not consults(user):
        return select(Case).where(false())
    return select(Case).where(Case.state.in_(READABLE), Case.author_id != user.id, _is_open(), _outside(user))


def may_recognise(user: User, case: Case) -> bool:
    """Whoever may read or check a case says that they recognise the person, also when somebody was faster."""
    return _may_read_when_open(user, case) if case.state in OUT else may_be_checker(user, case)


def may_close_case(user: User, case: Case) -> bool:
    """Authors close a case that they need no consultation for any more, while nobody has planned one."""
    return may_see_own_case(user, case) and case.state is CaseState.RELEASED and _open(case)


def may_block_case(user: User, case: Case) -> bool:
    """The data protection officer of the author's house blocks a case at once, and lifts or deletes a pause."""
    return Role.DATA_PROTECTION in user.roles and user.jobcenter_id == case.jobcenter_id and case.state not in GONE


def blockable_cases(user: User) -> Select[tuple[Case]]:
    """Every case `may_block_case` says yes for."""
    if Role.DATA_PROTECTION not in user.roles:
        return select(Case).where(false())
    return select(Case).where(Case.jobcenter_id == user.jobcenter_id, Case.state.not_in(GONE))


def may_see_protection(user: User, case: Case) -> bool:
    """The data protection officer sees state, days and readers of every case of the own house, never its author."""
    return Role.DATA_PROTECTION in user.roles and user.jobcenter_id == case.jobcenter_id


def protected_cases(user: User) -> Select[tuple[Case]]:
    """Every case `may_see_protection` says yes for."""
    if Role.DATA_PROTECTION not in user.roles:
        return select(Case).where(false())
    return select(Case).where(Case.jobcenter_id == user.jobcenter_id)


def may_judge_pause(user: User, case: Case) -> bool:
    """A paused case is lifted or deleted by the officer of the author's house, or by two moderators elsewhere."""
    return case.paused_at is not None and may_be_judge(user, case)


def may_be_judge(user: User, case: Case) -> bool:
    """Whoever could decide on a pause, whether or not there is one at this moment; never the author."""
    if case.state in GONE or case.author_id == user.id:
        return False
    return may_block_case(user, case) or (moderates(user) and _is_outside(user, case))


def judgeable_cases(user: User) -> Select[tuple[Case]]:
    """Every case `may_judge_pause` says yes for."""
    ways: list[ColumnElement[bool]] = [false()]
    if Role.DATA_PROTECTION in user.roles:
        ways.append(Case.jobcenter_id == user.jobcenter_id)
    if moderates(user):
        ways.append(_outside(user))
    return select(Case).where(
        Case.paused_at.is_not(None), Case.state.not_in(GONE), Case.author_id != user.id, or_(*ways)
    )


def may_read_paused_case(user: User, case: Case) -> bool:
    """Whoever decides on a pause may look at the text for it, unless they may read no case text at all."""
    return may_judge_pause(user, case) and not user.roles & NO_CASE_TEXT


def may_judge_pauses(user: User) -> bool:
    """Officers and moderators see which cases are paused."""
    return Role.DATA_PROTECTION in user.roles or moderates(user)


def officers_of(case: Case) -> Select[tuple[User]]:
    """The active data protection officers of the author's house who may decide on a pause."""
    return select(User).where(
        User.active,
        User.id != case.author_id,
        User.jobcenter_id == case.jobcenter_id,
        User.id.in_(_with_role(Role.DATA_PROTECTION)),
    )


def moderators_elsewhere(case: Case) -> Select[tuple[User]]:
    """The active moderators who may decide on a pause of the case."""
    return select(User).where(
        User.active,
        User.id != case.author_id,
        User.id.in_(_with_role(Role.MODERATION)),
        User.id.not_in(_with_role(*NO_CASE_TEXT)),
        _works_outside(case),
    )


def _open(case: Case) -> bool:
    return case.paused_at is None and case.blocked_at is None


def _is_open() -> ColumnElement[bool]:
    return and_(Case.paused_at.is_(None), Case.blocked_at.is_(None))


def _is_outside(user: User, case: Case) -> bool:
    return not user.houses & ({case.jobcenter_id} | case.excluded)


def _outside(user: User) -> ColumnElement[bool]:
    left_out = select(CaseExclusion.case_id).where(CaseExclusion.jobcenter_id.in_(user.houses))
    return and_(Case.jobcenter_id.not_in(user.houses), Case.id.not_in(left_out))


def _works_outside(case: Case) -> ColumnElement[bool]:
    inside = case.excluded | {case.jobcenter_id}
    serving = select(ServedHouse.user_id).where(ServedHouse.jobcenter_id.in_(inside))
    return and_(User.jobcenter_id.not_in(inside), User.id.not_in(serving))


def _with_role(*roles: Role) -> Select[tuple[str]]:
    return select(UserRole.user_id).where(UserRole.role.in_(roles))
