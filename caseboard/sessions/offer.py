"""Whom a moderator can invite: some of the eligible people, so that a missing house says nothing."""

from collections.abc import Set
from itertools import groupby

from sqlalchemy import func, select

from caseboard import guard
from caseboard.db import db
from caseboard.models import Case, CaseSession, Jobcenter, User
from caseboard.policy import inviting
from caseboard.sessions.views import AdviserChoice

FEWEST_HOUSES = 3
"""Three houses make three different views."""

FEWEST_PEOPLE = 6
"""Twice as many as a round needs, because some cannot take part."""


def offered_advisers(moderator: User, case: Case, asked: Set[str] = frozenset()) -> list[AdviserChoice]:
    """The people a moderator can choose from: some of the eligible, never all.

    Were everybody eligible on the list, the houses that are missing would tell where the case comes from. So only
    about half of all houses are offered, in an order that nobody can work out and that stays the same. Whoever was
    asked still counts: asking one after the other brings no further house until nobody is left.
    """
    rows = list(db.session.scalars(inviting.eligible_advisers(case, moderator)))
    rows.sort(key=lambda user: (_draw(case, user.jobcenter_id), user.name))
    houses = db.session.scalar(select(func.count()).select_from(Jobcenter).where(Jobcenter.active)) or 0
    offered: list[User] = []
    counted = 0
    for number, (_, group) in enumerate(groupby(rows, key=lambda user: user.jobcenter_id)):
        if number >= max(FEWEST_HOUSES, houses // 2) and counted >= FEWEST_PEOPLE and offered:
            break
        people = list(group)
        counted += len(people)
        offered.extend(user for user in people if user.id not in asked)
    offered.sort(key=lambda user: (user.jobcenter.name, user.name))
    return [AdviserChoice(user.id, user.name, user.jobcenter.name) for user in offered]


def further_advisers(moderator: User, case_session: CaseSession) -> list[AdviserChoice]:
    """The people who can still be invited, whatever those asked before have answered."""
    return offered_advisers(moderator, case_session.case, {seat.user_id for seat in case_session.seats})


def _draw(case: Case, house: str) -> str:
    """Keyed by the secret of the house: with the author's id alone, whoever knows all ids could try them out."""
    return guard.keyed("sessions.offer", f"{case.author_id}/{case.id}/{house}")
