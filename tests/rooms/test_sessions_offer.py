"""Whom a moderator is offered says nothing about where a case comes from, even to one who tries things out."""

import pytest
from flask import Flask

from caseboard.db import db
from caseboard.models import Case
from caseboard.sessions import offer, service
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import Round, released_case

HOUSES = ("kg", "nes", "has", "msp", "kt", "mil")


@pytest.fixture
def moderator(stage: Stage) -> Actor:
    """Who plans, in a network of six houses with three people each."""
    for key in HOUSES * 3:
        stage.case_manager(key)
    return stage.moderator("nes")


def houses(moderator: Actor, case_id: str) -> frozenset[str]:
    """The houses that are offered for a case."""
    people = offer.offered_advisers(moderator.user, db.session.get_one(Case, case_id))
    return frozenset(person.house for person in people)


def test_who_knows_all_accounts_cannot_try_out_whose_offer_this_is(
    app: Flask, stage: Stage, moderator: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given some cases of one author, and what is offered for them
    author = stage.case_manager("kg")
    cases = [released_case(stage, author) for _ in range(8)]
    offered = [houses(moderator, case_id) for case_id in cases]
    # when somebody who knows cases, houses and authors, but not the secret of the house, works them out
    monkeypatch.setitem(app.config, "SECRET_KEY", "what somebody else would have to guess first")
    # then it comes out differently
    assert [houses(moderator, case_id) for case_id in cases] != offered


def test_asking_one_after_the_other_brings_no_further_house(stage: Stage, moderator: Actor) -> None:
    # given a consultation and the houses that were offered for it
    case_id = released_case(stage, stage.case_manager("kg"))
    people = offer.offered_advisers(moderator.user, db.session.get_one(Case, case_id))
    offered = {person.house for person in people}
    first = sorted(people, key=lambda person: person.house)[:-1]
    plan = service.Plan(Round.kind, frozenset(person.id for person in first))
    meeting = service.plan(moderator.user, db.session.get_one(Case, case_id), plan)
    # when all but one of those people were asked
    further = offer.further_advisers(moderator.user, meeting)
    # then that one is left, and no house that was not on the list before
    assert {person.house for person in further} <= offered
    assert len(further) == 1
    # and only when everybody was asked does a house come in, so that a case never waits for nobody
    service.invite_more(moderator.user, meeting, frozenset(person.id for person in further))
    assert len({person.house for person in offer.further_advisers(moderator.user, meeting)} - offered) == 1
