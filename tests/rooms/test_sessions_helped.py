"""What has helped: checked in another house, found by words and themes, and never by a house that was left out."""

import pytest
from flask import Flask
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError

from caseboard import clock
from caseboard.db import db
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.flows import service as flows
from caseboard.models import Case, CaseExclusion, CaseState, Helped, HelpedState, Notice, Role, StepDone, User
from caseboard.policy import aftermath as rules
from caseboard.sessions.afterwards import follow_up
from caseboard.sessions.helped import service
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import Round, released_case, safe
from tests.rooms.test_flows import left_over

SAID = "Ein Anruf statt eines Briefes."


def shared(stage: Stage, text_: str = SAID, themes: tuple[str, ...] = ("mobilitaet",)) -> tuple[Round, Helped]:
    """A round whose case giver has shared what helped."""
    table = Round(stage, themes=themes).is_concluded()
    follow_up.answer(table.author.user, table.row, StepDone.DONE)
    follow_up.tell_what_helped(table.author.user, table.row, safe(text_), shares=True)
    return table, db.session.scalars(select(Helped).where(Helped.case_id == table.case_id)).one()


def sees(actor: Actor) -> str:
    """The collection as somebody sees it."""
    return actor.opens("/was-geholfen-hat").get_data(as_text=True)


def test_nobody_reads_it_before_somebody_elsewhere_has_checked_it(stage: Stage) -> None:
    # given something that helped, and moderators in other houses who were asked
    asked, reader = stage.moderator("msp"), stage.case_manager("has")
    table, helped = shared(stage)
    told = set(db.session.scalars(select(Notice.user_id).where(Notice.kind == "helped.to_check")))
    assert asked.user_id in told
    assert table.author.user_id not in told
    assert "Was geholfen hat" in asked.opens("/").get_data(as_text=True)
    # when nobody has checked it, it stands nowhere but with those who may check
    assert SAID not in sees(table.author)
    assert SAID not in sees(stage.case_manager("kg"))
    assert "1 Eintrag wartet auf einen Blick" in sees(reader)
    # when somebody has shown it, everybody who consults reads it, and its author is told
    reader.sends(f"/was-geholfen-hat/{helped.id}/zeigen")
    for somebody in (table.author, asked, reader, stage.case_manager("kg"), stage.case_manager("mil")):
        assert SAID in sees(somebody)
    assert "helped.shown" in db.session.scalars(select(Notice.kind).where(Notice.user_id == table.author.user_id)).all()
    # without case, house, author or day
    page = sees(reader)
    for word in (table.case_id, "Kissingen", table.author.user.name, "Termine bleiben leer"):
        assert word not in page


def test_somebody_of_the_own_house_never_checks_nor_does_its_author(stage: Stage) -> None:
    table, helped = shared(stage)
    served = stage.person("has", Role.CASE_MANAGER, serves=("kg",))
    for somebody in (table.author, stage.moderator("kg"), served, stage.leader("has")):
        assert somebody.opens(f"/was-geholfen-hat/{helped.id}/pruefen").status_code == 404
        with pytest.raises(NotAllowed):
            service.show(somebody.user, db.session.get_one(Helped, helped.id))


def test_the_database_refuses_a_checker_of_the_own_house(app: Flask, stage: Stage) -> None:
    _table, helped = shared(stage)
    colleague = stage.moderator("kg").user_id
    key = helped.id
    db.session.rollback()
    wrong = {"state": HelpedState.SHOWN, "checker_id": colleague, "checker_jobcenter_id": "kg"}
    with pytest.raises(IntegrityError), db.engine.begin() as connection:
        connection.execute(update(Helped).where(Helped.id == key).values(wrong))
    with pytest.raises(IntegrityError), db.engine.begin() as connection:
        connection.execute(text("UPDATE helped SET state = 'shown' WHERE id = :key"), {"key": key})


def test_a_house_that_was_left_out_finds_it_nowhere(stage: Stage) -> None:
    # given a case that leaves out a house
    table, helped = shared(stage)
    left_out = stage.moderator("mil")
    db.session.add(CaseExclusion(case_id=table.case_id, jobcenter_id="mil"))
    db.session.commit()
    assert left_out.opens(f"/was-geholfen-hat/{helped.id}/pruefen").status_code == 404
    service.show(stage.case_manager("has").user, db.session.get_one(Helped, helped.id))
    assert SAID not in sees(left_out)
    assert SAID in sees(table.moderator)


def test_it_rests_with_its_case(stage: Stage) -> None:
    table, helped = shared(stage)
    service.show(stage.case_manager("has").user, helped)
    table.rests()
    assert SAID not in sees(table.moderator)


def test_what_is_turned_down_is_gone_and_can_be_written_differently(stage: Stage) -> None:
    # given an entry with a rare word
    table, helped = shared(stage, "Der Zitronenfalter half.")
    key, checker = helped.id, stage.case_manager("has")
    checker.sends(f"/was-geholfen-hat/{key}/ablehnen")
    # then the word is gone from the collection, and its author is told
    db.session.rollback()
    refused = db.session.get_one(Helped, key)
    assert (refused.state, refused.text) == (HelpedState.REFUSED, None)
    assert "nicht angenommen" in table.author.opens(f"{table.address}/nachfrage/geholfen").get_data(as_text=True)
    # when it is written differently, it waits again, and the old words are in no file
    follow_up.tell_what_helped(table.author.user, table.row, safe("Der Falter half."), shares=True)
    assert db.session.get_one(Helped, key).state is HelpedState.WAITING
    flows.withdraw(table.author.user, table.case)
    assert left_over("Zitronenfalter") == []


def test_who_changes_their_mind_takes_it_out_before_the_check(stage: Stage) -> None:
    table, _helped = shared(stage)
    follow_up.tell_what_helped(table.author.user, table.row, safe("Nur für die Runde."), shares=False)
    assert db.session.scalars(select(Helped)).all() == []


def test_what_is_shown_is_not_changed_from_behind(stage: Stage) -> None:
    table, helped = shared(stage)
    service.show(stage.case_manager("has").user, helped)
    for shares in (True, False):
        follow_up.tell_what_helped(table.author.user, table.row, safe("Etwas anderes."), shares=shares)
    kept = db.session.scalars(select(Helped)).one()
    assert (kept.state, kept.text) == (HelpedState.SHOWN, SAID)


def test_it_is_checked_once(stage: Stage) -> None:
    _table, helped = shared(stage)
    first, second = stage.case_manager("has"), stage.case_manager("msp")
    service.show(first.user, helped)
    for path in ("zeigen", "ablehnen"):
        assert second.sends(f"/was-geholfen-hat/{helped.id}/{path}").status_code == 409
    with pytest.raises(WrongMoment):
        service.refuse(second.user, helped)
    assert db.session.scalars(select(Helped.text)).one() == SAID


def test_it_is_found_by_words_and_by_theme(stage: Stage) -> None:
    # given two entries
    for words, themes in (("Übergang mit der Rufbus-Karte.", ("mobilitaet",)), (SAID, ("kinderbetreuung",))):
        _table, helped = shared(stage, words, themes)
        service.show(stage.case_manager("has").user, helped)
    reader = stage.case_manager("has")
    looks = [
        ({"words": "übergang"}, True, False),
        ({"words": "anruf briefes"}, False, True),
        ({"words": "übergang anruf"}, False, False),
        ({"theme": "kinderbetreuung"}, False, True),
        ({"theme": "nichts"}, False, False),
        ({"words": "%"}, False, False),
        ({}, True, True),
    ]
    for wanted, first, second in looks:
        page = reader.sends("/was-geholfen-hat", {"words": "", "theme": "", **wanted}).get_data(as_text=True)
        assert ("Rufbus-Karte" in page, SAID in page) == (first, second), wanted


def test_one_rule_holds_for_one_entry_and_for_the_list(stage: Stage) -> None:
    # given entries in every state, of cases that rest and that do not, and people of every house
    author = stage.case_manager("kg")
    checker = stage.case_manager("nes")
    for state in HelpedState:
        for paused in (False, True):
            for leaves_out in ((), ("mil",)):
                case = db.session.get_one(Case, released_case(stage, author, leaves_out=leaves_out))
                case.paused_at = clock.now() if paused else None
                shown = state is not HelpedState.WAITING
                db.session.add(
                    Helped(
                        case_id=case.id,
                        jobcenter_id="kg",
                        state=state,
                        text=None if state is HelpedState.REFUSED else safe(SAID),
                        month=clock.today().replace(day=1),
                        checker_id=checker.user_id if shown else None,
                        checker_jobcenter_id="nes" if shown else None,
                    )
                )
                db.session.commit()
    stage.person("has", Role.CASE_MANAGER, Role.LEADERSHIP)
    stage.person("has", Role.CASE_MANAGER, serves=("mil",))
    entries, people = db.session.scalars(select(Helped)).all(), db.session.scalars(select(User)).all()
    twins = ((rules.may_read_helped, rules.readable_helped), (rules.may_check_helped, rules.checkable_helped))
    for may, able in twins:
        said = {(user.id, one.id) for user in people for one in entries if may(user, one)}
        listed = {
            (user.id, key) for user in people for key in db.session.scalars(able(user).with_only_columns(Helped.id))
        }
        assert said == listed
        assert said, may.__name__
    assert db.session.scalars(select(Case).where(Case.state == CaseState.RELEASED)).first() is not None
