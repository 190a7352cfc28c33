"""Whom a moderator can invite: some of the eligible people, so that a missing house says nothing."""

import hmac
from collections.abc import Set
from itertools import groupby

from sqlalchemy import func, select

from caseboard.db import db
from caseboard.models import Case, CaseSession, Jobcenter, User
from caseboard.policy import sessions as rules
from caseboard.sessions.views import AdviserChoice

FEWEST_HOUSES = 3
"""Three houses make three different views."""

FEWEST_PEOPLE = 6
"""Twice as many as a round needs, because some cannot take part."""


def offered_advisers(moderator: User, case: Case, asked: Set[str] = frozenset()) -> list[AdviserChoice]:
    """The people a moderator can choose from: some of the eligible, never all.

    Were everybody eligible on the list, the houses that are missing would tell where the case comes from. So only
    about half of all houses are offered, in an order that hangs on the unknown author and stays the same.
    """
    rows = list(db.session.scalars(rules.eligible_advisers(case, moderator).where(User.id.not_in(asked))))
    rows.sort(key=lambda user: (_draw(case, user.jobcenter_id), user.name))
    houses = db.session.scalar(select(func.count()).select_from(Jobcenter).where(Jobcenter.active)) or 0
    offered: list[User] = []
    for number, (_, people) in enumerate(groupby(rows, key=lambda user: user.jobcenter_id)):
        if number >= max(FEWEST_HOUSES, houses // 2) and len(offered) >= FEWEST_PEOPLE:
            break
        offered.extend(people)
    offered.sort(key=lambda user: (user.jobcenter.name, user.name))
    return [AdviserChoice(user.id, user.name, user.jobcenter.name) for user in offered]


def further_advisers(moderator: User, case_session: CaseSession) -> list[AdviserChoice]:
    """The people who can still be invited, whatever those asked before have answered."""
    return offered_advisers(moderator, case_session.case, {seat.user_id for seat in case_session.seats})


def _draw(case: Case, house: str) -> bytes:
    return hmac.digest(case.author_id.encode(), f"{case.id}/{house}".encode(), "sha256")
