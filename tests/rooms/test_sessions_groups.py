"""Groups of people who are asked together: seen by their owner alone, and telling nothing about a case."""

import pytest
from sqlalchemy import select

from caseboard.db import db
from caseboard.errors import InvalidInput
from caseboard.models import AdviserGroup, Case, CaseSession, Notice, Role
from caseboard.policy import planning as rules
from caseboard.sessions import offer
from caseboard.sessions.planning import groups, queries, series
from tests.actors import Actor, Stage
from tests.rooms.dates_stage import Dates
from tests.rooms.sessions_stage import released_case, safe

HOUSES = ("kg", "nes", "has", "msp", "kt", "mil")


def gathered(stage: Stage, moderator: Actor, people: list[Actor]) -> AdviserGroup:
    """A group of these people."""
    wanted = groups.Group(safe("Runde"), frozenset(actor.user_id for actor in people))
    return groups.make(moderator.user, wanted)


def test_a_group_is_made_changed_and_forgotten_and_nobody_is_told(stage: Stage) -> None:
    moderator, first, second = stage.moderator("nes"), stage.case_manager("has"), stage.case_manager("kt")
    form = {"name": "Runde am Main", "members": [first.user_id, second.user_id]}
    assert moderator.sends("/beratungen/gruppen/neu", form).status_code == 200
    group = db.session.scalars(select(AdviserGroup)).one()
    assert {row.user_id for row in group.members} == {first.user_id, second.user_id}
    # when it is changed and then deleted
    path = f"/beratungen/gruppen/{group.id}"
    assert moderator.sends(path, {"name": "Runde", "members": [second.user_id]}).status_code == 200
    assert [row.user_id for row in db.session.get_one(AdviserGroup, group.id).members] == [second.user_id]
    assert moderator.sends(f"{path}/loeschen").status_code == 200
    # then nothing is left, and nobody ever heard of it
    assert db.session.scalars(select(AdviserGroup)).all() == []
    assert db.session.scalars(select(Notice)).all() == []


def test_a_name_in_the_name_of_a_group_is_masked(stage: Stage) -> None:
    moderator, member = stage.moderator("nes"), stage.case_manager("has")
    form = {"name": "Runde von Frau Walburga Steinmetzger", "members": [member.user_id]}
    assert moderator.sends("/beratungen/gruppen/neu", form).status_code == 200
    assert "Steinmetzger" not in db.session.scalars(select(AdviserGroup.name)).one()


@pytest.mark.parametrize("wrong", [{"name": ""}, {"members": []}, {"members": ["0" * 32]}])
def test_a_group_needs_a_name_and_people_who_consult(stage: Stage, wrong: dict[str, object]) -> None:
    moderator, member = stage.moderator("nes"), stage.case_manager("has")
    form = {"name": "Runde", "members": [member.user_id], **wrong}
    assert moderator.sends("/beratungen/gruppen/neu", form).status_code == 422


def test_leadership_and_whoever_leads_the_group_cannot_be_in_it(stage: Stage) -> None:
    moderator = stage.moderator("nes")
    for somebody in (stage.leader("has"), stage.person("has", Role.CASE_MANAGER, Role.ADMINISTRATION), moderator):
        with pytest.raises(InvalidInput):
            groups.make(moderator.user, groups.Group(safe("Runde"), frozenset({somebody.user_id})))


def test_only_the_owner_sees_a_group(stage: Stage) -> None:
    owner, other = stage.moderator("nes"), stage.moderator("has")
    group = gathered(stage, owner, [stage.case_manager("kt")])
    assert owner.opens(f"/beratungen/gruppen/{group.id}").status_code == 200
    assert other.opens(f"/beratungen/gruppen/{group.id}").status_code == 404
    assert "Runde" not in other.opens("/beratungen/gruppen").get_data(as_text=True)
    # the list and the rule agree
    for somebody in (owner, other, stage.case_manager("kt"), stage.leader("nes")):
        listed = {row.id for row in db.session.scalars(rules.own_groups(somebody.user))}
        every = db.session.scalars(select(AdviserGroup)).all()
        assert listed == {row.id for row in every if rules.may_keep_group(somebody.user, row)}


def test_of_a_group_exactly_those_are_asked_who_are_offered_anyway(stage: Stage) -> None:
    # given a group with everybody in six houses, one of which the case comes from
    author, moderator = stage.case_manager("kg"), stage.moderator("nes")
    people = [stage.case_manager(house) for house in HOUSES * 3]
    group = gathered(stage, moderator, [author, *people])
    case_id = released_case(stage, author)
    offered = {person.id for person in offer.offered_advisers(moderator.user, db.session.get_one(Case, case_id))}
    expected = offered & {actor.user_id for actor in people}
    assert len(expected) < len(people)
    # when the whole group is invited
    form = {"kind": "written", "group": group.id}
    assert moderator.sends(f"/beratungen/planen/{case_id}", form).status_code == 200
    # then those are asked who stand on the list, and a missing house says no more than it does there
    meeting = db.session.scalars(select(CaseSession)).one()
    assert {seat.user_id for seat in meeting.seats} == expected


def test_whoever_has_another_part_is_not_asked_as_one_of_the_group(stage: Stage) -> None:
    dates = Dates(stage)
    for house in ("msp", "kt", "mil"):
        stage.case_manager(house)
    case = dates.case()
    offered = offer.offered_advisers(dates.moderator.user, case)
    wanted = groups.Group(safe("Runde"), frozenset(person.id for person in offered))
    group = groups.make(dates.moderator.user, wanted)
    notes = next(person.id for person in offered if person.id != dates.second.user_id)
    form = {"kind": "live", "group": group.id, "slot": dates.slots[0].id, "note_taker": notes}
    assert dates.moderator.sends(f"/beratungen/planen/{case.id}", form).status_code == 200
    seats = db.session.scalars(select(CaseSession)).one().seats
    assert {seat.user_id for seat in seats} == {person.id for person in offered}
    assert [seat.part for seat in seats if seat.user_id == notes] == ["note_taker"]


def test_whoever_left_is_no_longer_shown_and_a_series_outlives_its_group(stage: Stage) -> None:
    dates, gone = Dates(stage), stage.case_manager("kt")
    group = gathered(stage, dates.moderator, [gone, dates.advisers[0]])
    frame = series.Frame(safe("Reihe"), "six_phases", group_id=group.id)
    series.change(dates.moderator.user, dates.row, frame)
    gone.user.active = False
    db.session.commit()
    assert queries.one_group(db.session.get_one(AdviserGroup, group.id)).member_ids == {dates.advisers[0].user_id}
    groups.remove(dates.moderator.user, db.session.get_one(AdviserGroup, group.id))
    assert dates.row.group_id is None
