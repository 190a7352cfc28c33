"""The houses and people of the demo in the database, and who of them plays which part."""

from itertools import cycle
from typing import Any

from sqlalchemy import select

from caseboard import demo_people as people
from caseboard import policy
from caseboard.accounts import passwords
from caseboard.db import command, db
from caseboard.models import Case, Jobcenter, Role, User, UserRole
from caseboard.models.people import HouseKind
from caseboard.policy import cases as case_rules
from caseboard.policy import inviting

ANNAS = frozenset({"fruehschicht-ohne-bus", "imbiss-am-kurpark", "fassade-mit-blumenkasten"})
"""The cases of the first person a newcomer tries: one waits for a check, one for her result, one is over."""


@command
def arrive() -> None:
    """Make every house and person; all share one password, which is shown."""
    kept = passwords.hashed(people.DEMO_PASSWORD)
    for house in people.houses():
        db.session.add(
            Jobcenter(id=house.id, name=house.name, county=house.county, kind=HouseKind(house.kind)),
        )
        db.session.flush()
        for person in house.people:
            roles = [UserRole(role=Role(role)) for role in person.roles]
            db.session.add(
                User(
                    name=person.name,
                    email=person.email,
                    jobcenter_id=house.id,
                    password_hash=kept,
                    role_rows=roles,
                )
            )


class Cast:
    """Finds the right person for each part; people of a house take turns."""

    def __init__(self) -> None:
        self._turns = {house.id: cycle(self._consulting(house.id)) for house in people.houses()}

    def next_of(self, house: str) -> User:
        """The next case manager or moderator of a house."""
        return next(self._turns[house])

    def author_of(self, row: dict[str, Any]) -> User:
        """Who writes a case: the people of its house in turn, and Anna where she is to see what became of it."""
        if row["key"] in ANNAS:
            return db.session.scalars(select(User).where(User.email == "anna@kg.jobcenter.example")).one()
        return self.next_of(row["jobcenter"])

    def checker(self, case: Case) -> User:
        """Somebody who may check the case as it stands."""
        return next(user for user in self._everybody() if case_rules.may_check_case(user, case))

    def moderator(self, case: Case) -> User:
        """A moderator who may plan a consultation of the case."""
        able = (user for user in self._everybody() if inviting.may_plan_session(user, case))
        return next(able)

    def adviser(self, house: str, case: Case, moderator: User) -> User:
        """Somebody of `house` who may advise in the case."""
        some = self._consulting(house)
        return next(user for user in some if inviting.may_advise(user, case, moderator))

    def has_adviser(self, house: str, case: Case, moderator: User) -> bool:
        """Whether anybody of `house` may advise in the case."""
        return any(inviting.may_advise(user, case, moderator) for user in self._consulting(house))

    def author(self, case: Case) -> User:
        """Who wrote the case."""
        return db.session.get_one(User, case.author_id)

    def moderator_of(self, house: str) -> User:
        """The moderator of a house."""
        return next(user for user in self._everybody() if user.jobcenter_id == house and policy.moderates(user))

    def moderators(self) -> list[User]:
        """Everybody who moderates."""
        return [user for user in self._everybody() if policy.moderates(user)]

    def leader_of(self, house: str) -> User:
        """The management of a house."""
        return next(user for user in self._everybody() if user.jobcenter_id == house and policy.leads(user))

    def _everybody(self) -> list[User]:
        return list(db.session.scalars(select(User).order_by(User.email)))

    def _consulting(self, house: str) -> list[User]:
        there = [person.email for one in people.houses() if one.id == house for person in one.people]
        found = {user.email: user for user in self._everybody()}
        return [found[email] for email in there if policy.consults(found[email])]
