"""Object rules and list rules about cases say the same, for every role, house and state; with real rows."""

from collections.abc import Callable, Iterator
from itertools import chain, combinations, product
from typing import Any

import pytest
from sqlalchemy import Select, select

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.db import db
from caseboard.models import Case, CaseExclusion, CaseState, Role, ServedHouse, User, UserRole
from caseboard.policy import NO_CASE_TEXT, cases
from tests.actors import Stage

ROLES = (Role.CASE_MANAGER, Role.MODERATION, Role.LEADERSHIP, Role.ADMINISTRATION, Role.DATA_PROTECTION)
COMBINATIONS = tuple(chain.from_iterable(combinations(ROLES, count) for count in range(len(ROLES) + 1)))
NEEDS_CHECKERS = cases.OUT
TWINS: tuple[tuple[Callable[[User, Case], bool], Callable[[User], Select[tuple[Case]]]], ...] = (
    (cases.may_see_own_case, cases.own_cases),
    (cases.may_check_case, cases.checkable_cases),
    (cases.may_read_case, cases.readable_cases),
    (cases.may_block_case, cases.blockable_cases),
    (cases.may_judge_pause, cases.judgeable_cases),
    (cases.may_see_protection, cases.protected_cases),
)


@pytest.fixture
def world(stage: Stage) -> tuple[list[User], list[Case]]:
    """People of every role in every relation to a house, and a case of that house in every state."""
    for key in ("kg", "nes", "has", "msp"):
        stage.house(key)
    twin = stage.house("mil")
    twin.county = stage.house("kg").county  # another house in the county of the cases
    users = list(_users())
    author = _user("kg", (Role.CASE_MANAGER, Role.MODERATION), ())
    first_inside = _user("kg", (Role.CASE_MANAGER,), ())
    first_outside = _user("has", (Role.MODERATION,), ())
    second = _user("msp", (Role.MODERATION,), ())
    users += [author, first_inside, first_outside, second]
    db.session.add_all(users)
    db.session.flush()
    found = list(_cases(author, first_inside, first_outside, second))
    db.session.add_all(found)
    db.session.commit()
    return users, found


def _users() -> Iterator[User]:
    for roles, (house, serves) in product(
        COMBINATIONS, (("kg", ()), ("nes", ()), ("nes", ("kg",)), ("has", ()), ("msp", ("nes",)), ("mil", ()))
    ):
        yield _user(house, roles, serves)


def _user(house: str, roles: tuple[Role, ...], serves: tuple[str, ...]) -> User:
    _user.count += 1  # type: ignore[attr-defined]
    return User(
        id=f"{_user.count:032x}",  # type: ignore[attr-defined]
        email=f"{_user.count}@house.example",  # type: ignore[attr-defined]
        name="Somebody",
        jobcenter_id=house,
        role_rows=[UserRole(role=role) for role in roles],
        served_rows=[ServedHouse(jobcenter_id=key) for key in serves],
    )


_user.count = 0  # type: ignore[attr-defined]


def _cases(author: User, first_inside: User, first_outside: User, second: User) -> Iterator[Case]:
    for state, paused, blocked, elsewhere, leaves_out in product(
        CaseState, (False, True), (False, True), (False, True), (False, True)
    ):
        checked = state in NEEDS_CHECKERS or state is CaseState.CHECKED
        first = first_outside if elsewhere else first_inside
        yield Case(
            author_id=author.id,
            jobcenter_id=author.jobcenter_id,
            state=state,
            title=_text(state, "A title"),
            situation=_text(state, "A situation"),
            light="green",
            anonymizer="test",
            checked_elsewhere=elsewhere,
            concerns_staff=elsewhere,
            house_checker_id=first.id if checked else None,
            network_checker_id=second.id if state in NEEDS_CHECKERS else None,
            paused_at=clock.now() if paused else None,
            blocked_at=clock.now() if blocked else None,
            exclusions=[CaseExclusion(jobcenter_id="nes")] if leaves_out else [],
        )


def _text(state: CaseState, text: str) -> SafeText | None:
    return None if state in cases.GONE else SafeText.trusted(text)


def _disagreements(rule: Any, select_of: Any, users: list[User], found: list[Case]) -> list[tuple[Any, ...]]:
    wrong = []
    for user in users:
        listed = set(db.session.scalars(select_of(user).with_only_columns(Case.id)))
        allowed = {case.id for case in found if rule(user, case)}
        wrong += [(user.jobcenter_id, sorted(user.roles), key) for key in listed ^ allowed]
    return wrong


def test_every_rule_about_one_case_agrees_with_its_list(world: tuple[list[User], list[Case]]) -> None:
    users, found = world
    for rule, select_of in TWINS:
        assert not _disagreements(rule, select_of, users, found)[:3], rule.__name__
        assert any(rule(user, case) for user in users for case in found), f"{rule.__name__} never says yes"


def test_whom_to_ask_is_who_may(world: tuple[list[User], list[Case]]) -> None:
    users, found = world
    for case in found:
        asked = set(db.session.scalars(cases.checkers_of(case).with_only_columns(User.id)))
        assert asked == {user.id for user in users if cases.may_check_case(user, case)}
        if case.paused_at and case.state not in cases.GONE:
            judges = set(db.session.scalars(cases.officers_of(case).with_only_columns(User.id)))
            judges |= set(db.session.scalars(cases.moderators_elsewhere(case).with_only_columns(User.id)))
            assert judges == {user.id for user in users if cases.may_judge_pause(user, case)}


def test_who_leads_or_administers_meets_no_case_text(world: tuple[list[User], list[Case]]) -> None:
    users, found = world
    text_rules = (cases.may_read_case, cases.may_check_case, cases.may_recognise, cases.may_read_paused_case)
    barred = [user for user in users if user.roles & NO_CASE_TEXT]
    assert len(barred) > 100
    assert not [rule for rule in text_rules for user in barred for case in found if rule(user, case)]


def test_a_house_that_was_left_out_meets_the_case_nowhere(world: tuple[list[User], list[Case]]) -> None:
    users, found = world
    rules = (cases.may_read_case, cases.may_be_checker, cases.may_recognise, cases.may_be_judge)
    left_out = [user for user in users if "nes" in user.houses and user.jobcenter_id != "kg"]
    hidden = [case for case in found if case.excluded]
    assert left_out
    assert hidden
    assert not [rule for rule in rules for user in left_out for case in hidden if rule(user, case)]


def test_the_author_neither_checks_nor_reads_nor_judges_the_own_case(world: tuple[list[User], list[Case]]) -> None:
    _, found = world
    author = db.session.scalars(select(User).where(User.id == found[0].author_id)).one()
    rules = (cases.may_be_checker, cases.may_read_case, cases.may_recognise, cases.may_be_judge)
    assert not [rule for rule in rules for case in found if rule(author, case)]


def test_the_two_checks_never_come_from_one_county_where_both_are_made_elsewhere(
    world: tuple[list[User], list[Case]],
) -> None:
    users, found = world
    waiting = [case for case in found if case.state is CaseState.CHECKED and case.checked_elsewhere]
    seconds = {user.jobcenter.county for user in users for case in waiting if cases.may_check_case(user, case)}
    assert seconds
    assert not seconds & {waiting[0].county, waiting[0].first_county}
    assert waiting[0].first_county != waiting[0].county
