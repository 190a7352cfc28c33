"""List and object rules of consultations agree: every role, every relation, every state."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Select, select

from caseboard import clock
from caseboard.db import db
from caseboard.models import (
    Case,
    CaseExclusion,
    CaseSession,
    CaseState,
    Role,
    Seat,
    SeatState,
    SessionKind,
    SessionState,
    User,
)
from caseboard.policy import finding, inviting
from caseboard.policy import sessions as rules
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import released_case

PEOPLE: dict[str, tuple[str, tuple[Role, ...], tuple[str, ...]]] = {
    "colleague": ("has", (Role.CASE_MANAGER,), ()),
    "moderator": ("nes", (Role.MODERATION,), ()),
    "both": ("has", (Role.CASE_MANAGER, Role.MODERATION), ()),
    "leader": ("has", (Role.LEADERSHIP,), ()),
    "leading colleague": ("has", (Role.CASE_MANAGER, Role.LEADERSHIP), ()),
    "administrator": ("has", (Role.MODERATION, Role.ADMINISTRATION), ()),
    "officer": ("has", (Role.CASE_MANAGER, Role.DATA_PROTECTION), ()),
    "own house": ("kg", (Role.CASE_MANAGER, Role.MODERATION), ()),
    "serves own house": ("has", (Role.CASE_MANAGER, Role.MODERATION), ("kg",)),
    "left out": ("msp", (Role.CASE_MANAGER, Role.MODERATION), ()),
    "serves left out": ("has", (Role.CASE_MANAGER, Role.MODERATION), ("msp",)),
}
RELATIONS = (
    "none",
    "author",
    "moderator",
    "co-moderator",
    "invited",
    "tentative",
    "accepted",
    "substitute",
    "declined",
)
SHADOWS = ("open", "paused", "blocked", "withdrawn")


def cast(stage: Stage) -> dict[str, Actor]:
    """One person of each kind."""
    return {name: stage.person(house, *roles, serves=serves) for name, (house, roles, serves) in PEOPLE.items()}


def shadowed(case: Case, shadow: str) -> None:
    """Let something lie over a case."""
    case.paused_at = clock.now() if shadow == "paused" else None
    case.blocked_at = clock.now() if shadow == "blocked" else None
    if shadow == "withdrawn":
        case.state = CaseState.WITHDRAWN


def twin(case: Case) -> Case:
    """Another case like it: only one consultation of a case is under way at a time."""
    same = {
        column.key: getattr(case, column.key)
        for column in Case.__table__.columns
        if column.key not in {"id", "version"}
    }
    made = Case(**same, exclusions=[CaseExclusion(jobcenter_id=key) for key in case.excluded])
    db.session.add(made)
    db.session.flush()
    return made


def consultations(stage: Stage, actor: Actor) -> Iterator[None]:
    """A consultation of every state in every relation to the person, each under every shadow."""
    other = stage.case_manager("kg")
    planner = stage.moderator("kt")
    for relation in RELATIONS:
        for shadow in SHADOWS:
            giver = actor if relation == "author" else other
            first = db.session.get_one(Case, released_case(stage, giver, leaves_out=("msp",)))
            first.state = CaseState.SCHEDULED
            for state in SessionState:
                case = twin(first)
                seated = relation in set(SeatState)
                db.session.add(
                    CaseSession(
                        case_id=case.id,
                        case_jobcenter_id=case.jobcenter_id,
                        kind=SessionKind.WRITTEN,
                        state=state,
                        phase="consultation",
                        moderator_id=actor.user_id if relation == "moderator" else planner.user_id,
                        co_moderator_id=actor.user_id if relation == "co-moderator" else None,
                        starts_at=clock.now(),
                        ends_at=clock.now() + clock.timedelta(days=5),
                        seats=[Seat(user_id=actor.user_id, state=SeatState(relation))] if seated else [],
                    )
                )
                db.session.flush()
                shadowed(case, shadow)
            db.session.commit()
            yield


def listed(query: Select[tuple[CaseSession]]) -> set[str]:
    """The ids on a list."""
    return {row.id for row in db.session.scalars(query)}


@pytest.mark.parametrize("name", PEOPLE)
def test_the_list_of_consultations_holds_exactly_what_may_be_seen(stage: Stage, name: str) -> None:
    # given every kind of consultation that this person can stand in any relation to
    actor = cast(stage)[name]
    for _ in consultations(stage, actor):
        pass
    every = list(db.session.scalars(select(CaseSession)))
    assert len(every) == len(RELATIONS) * len(SHADOWS) * len(SessionState)
    # then the lists and the rules say the same
    pairs: list[tuple[Callable[[User, CaseSession], bool], Select[tuple[CaseSession]]]] = [
        (finding.may_see_session, finding.visible_sessions(actor.user)),
        (
            lambda user, one: rules.is_invited(user, one) and rules.is_awake(one),
            finding.open_invitations(actor.user),
        ),
        (
            lambda user, one: finding.may_keep_the_date(user, one) and rules.is_awake(one),
            finding.dated_sessions(actor.user),
        ),
    ]
    for rule, query in pairs:
        assert listed(query) == {one.id for one in every if rule(actor.user, one)}


@pytest.mark.parametrize("name", PEOPLE)
def test_the_list_of_plannable_cases_holds_exactly_what_may_be_planned(stage: Stage, name: str) -> None:
    # given a case in every state, of somebody else and of this person, open and shadowed
    actor, other = cast(stage)[name], stage.case_manager("kg")
    for giver in (actor, other):
        for state in CaseState:
            for shadow in SHADOWS[:3]:
                case = db.session.get_one(Case, released_case(stage, giver, leaves_out=("msp",)))
                case.state = state
                shadowed(case, shadow)
    db.session.commit()
    every = list(db.session.scalars(select(Case)))
    # then the lists and the rule say the same
    plannable = {case.id for case in every if inviting.may_plan_session(actor.user, case)}
    waiting = {case.id for case in every if case.id in plannable and case.state is CaseState.RELEASED}
    assert {row.id for row in db.session.scalars(inviting.plannable_cases(actor.user))} == plannable
    assert {row.id for row in db.session.scalars(inviting.waiting_cases(actor.user))} == waiting


def test_the_list_of_advisers_holds_exactly_who_may_advise(stage: Stage) -> None:
    # given one person of each kind, one of them no longer active
    people = cast(stage)
    gone = stage.case_manager("mil")
    gone.user.active = False
    db.session.commit()
    case = db.session.get_one(Case, released_case(stage, people["own house"], leaves_out=("msp",)))
    moderator = people["moderator"].user
    # when the list is asked
    eligible = {row.id for row in db.session.scalars(inviting.eligible_advisers(case, moderator))}
    # then it holds who may advise, and of our cast exactly these three
    assert eligible == {one.id for one in db.session.scalars(select(User)) if inviting.may_advise(one, case, moderator)}
    chosen = {name for name, actor in people.items() if actor.user_id in eligible}
    assert chosen == {"colleague", "both", "officer"}
    assert gone.user_id not in eligible


def test_leadership_and_administration_have_no_part_whatever_their_other_roles(stage: Stage) -> None:
    for name in ("leader", "leading colleague", "administrator"):
        actor = cast(stage)[name]
        for _ in consultations(stage, actor):
            pass
        assert listed(finding.visible_sessions(actor.user)) == set()
