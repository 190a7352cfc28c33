"""How a case ends: its narrative goes, what helped and that people sat together stay, and nothing waits for ever."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from caseboard import clock
from caseboard.db import db, forget_deleted
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.flows import service as flows
from caseboard.flows.purge import purge
from caseboard.models import (
    Case,
    CaseExclusion,
    CaseState,
    CaseTheme,
    FollowUp,
    Helped,
    HelpedState,
    MadeFile,
    Notice,
    Perspective,
    Result,
    SessionState,
    StepDone,
    ThemeFollower,
    ThemeLabel,
    ThemeTrace,
)
from caseboard.policy import retention
from caseboard.sessions import service
from caseboard.sessions.afterwards import files, follow_up
from caseboard.sessions.helped import service as collection
from tests.actors import Actor, Stage
from tests.house.airlock_table import CANARY
from tests.rooms.sessions_stage import SITUATION, Round, released_case, safe
from tests.rooms.test_cases_writing import fields_of
from tests.rooms.test_flows import left_over

WORDS = ("Schlittschuhe", "Zitronenfalter", "Kugellager", "Blumenkasten", "Rübenacker")


def notices(actor: Actor) -> list[str]:
    """The kinds of notices somebody got, in order."""
    return list(db.session.scalars(select(Notice.kind).where(Notice.user_id == actor.user_id).order_by(Notice.id)))


def told_to_its_end(stage: Stage) -> Round:
    """A round with a rare word in everything that was said, up to its answered follow-up."""
    table = Round(stage, themes=("mobilitaet",)).all_accept()
    for adviser in table.advisers:
        table.writes(adviser, f"Die {WORDS[0]} fragen.")
    table.reveals()
    outcome = service.Outcome(safe(f"Der {WORDS[1]}."), safe(f"Das {WORDS[2]} holen."), safe("Danke!"))
    service.conclude(table.author.user, table.row, outcome)
    follow_up.answer(table.author.user, table.row, StepDone.DONE)
    follow_up.tell_what_helped(table.author.user, table.row, safe(f"Ein {WORDS[3]} hilft."), shares=True)
    files.want_sheet(table.advisers[0].user, table.row, "de")
    return table


def test_the_narrative_goes_some_weeks_after_the_follow_up(stage: Stage) -> None:
    # given a case that is told to its end, with what helped in the collection
    table = told_to_its_end(stage)
    collection.show(table.advisers[0].user, db.session.scalars(select(Helped)).one())
    forget_deleted()
    assert all(left_over(word) for word in (*WORDS[:4], SITUATION))
    end = table.case.state_since + retention.NARRATIVE_KEPT
    # when the job runs a moment before, nothing happens
    purge(end - timedelta(seconds=1))
    assert table.case.state is CaseState.FOLLOWED_UP
    # and at the moment the case is closed, and no word of it lies in any file
    purge(end)
    assert table.case.state is CaseState.CLOSED
    assert [word for word in (*WORDS[:3], SITUATION) if left_over(word)] == []
    assert db.session.scalars(select(Perspective)).all() == []
    assert db.session.scalars(select(MadeFile)).all() == []
    # but what helped stays, and knows neither case nor house
    kept = db.session.scalars(select(Helped)).one()
    assert (kept.text, kept.case_id, kept.jobcenter_id) == (f"Ein {WORDS[3]} hilft.", None, None)
    assert left_over(WORDS[3])
    # and so does that people sat together, and that a case of this theme came from this house in this month
    assert table.row.state is SessionState.RESULT_SENT
    assert "Teilnahme" in table.advisers[0].opens("/beratungen/teilnahmen").get_data(as_text=True)
    for table_of_case in (CaseTheme, ThemeLabel):
        assert db.session.scalars(select(table_of_case)).all() == []
    trace = db.session.scalars(select(ThemeTrace)).one()
    assert (trace.theme_id, trace.jobcenter_id, trace.month) == ("mobilitaet", "kg", clock.today().replace(day=1))
    assert {column.key for column in ThemeTrace.__table__.columns} == {"id", "theme_id", "jobcenter_id", "month", "n"}
    # and whoever took part still hears what becomes of the theme
    followers = set(db.session.scalars(select(ThemeFollower.user_id)))
    assert table.author.user_id in followers
    assert notices(table.author)[-1] == "case.closed"
    assert notices(table.advisers[0])[-1] == "session.what_helped"


def test_a_closed_case_is_read_by_nobody(stage: Stage) -> None:
    table = told_to_its_end(stage)
    purge(table.case.state_since + retention.NARRATIVE_KEPT)
    for somebody in (table.author, table.moderator, table.advisers[0]):
        for path in ("", "/ergebnis", "/ergebnis/datei", "/nachfrage", "/rueckmeldung"):
            assert somebody.opens(f"{table.address}{path}").status_code in {404, 409}, path
    assert table.advisers[0].opens(f"/bibliothek/{table.case_id}").status_code == 404
    assert table.case_id not in table.advisers[0].opens("/bibliothek").get_data(as_text=True)
    own = table.author.opens(f"/faelle/meine/{table.case_id}").get_data(as_text=True)
    assert "Der Text dieses Falls ist gelöscht" in own


def test_what_helped_can_still_be_checked_when_the_case_is_closed(stage: Stage) -> None:
    # given a case that leaves a house out, closed before anybody has checked what helped
    author, left_out = stage.case_manager("kg"), stage.case_manager("mil")
    case = db.session.get_one(Case, released_case(stage, author, leaves_out=("mil",)))
    flows.close(author.user, case, safe("Ein Anruf."))
    helped = db.session.scalars(select(Helped)).one()
    # then the house that was left out does not see it, and the own house does not either
    for somebody in (left_out, stage.case_manager("kg")):
        assert somebody.opens(f"/was-geholfen-hat/{helped.id}/pruefen").status_code == 404
    # when somebody elsewhere shows it, it forgets where it came from, and which house was left out
    stage.case_manager("has").sends(f"/was-geholfen-hat/{helped.id}/zeigen")
    db.session.rollback()
    helped = db.session.scalars(select(Helped)).one()
    assert (helped.state, helped.case_id, helped.jobcenter_id) == (HelpedState.SHOWN, None, None)
    assert db.session.scalars(select(CaseExclusion)).all() == []
    assert "Ein Anruf." in left_out.opens("/was-geholfen-hat").get_data(as_text=True)


def test_what_is_turned_down_after_the_end_goes_as_a_whole(stage: Stage) -> None:
    author = stage.case_manager("kg")
    case = db.session.get_one(Case, released_case(stage, author))
    flows.close(author.user, case, safe(f"Der {WORDS[4]}."))
    stage.case_manager("has").sends(f"/was-geholfen-hat/{db.session.scalars(select(Helped.id)).one()}/ablehnen")
    assert db.session.scalars(select(Helped)).all() == []
    assert left_over(WORDS[4]) == []


def test_an_author_closes_a_case_that_has_settled_itself(stage: Stage) -> None:
    author = stage.case_manager("kg")
    case_id = released_case(stage, author)
    # when they close it without a word
    page = author.sends(f"/faelle/{case_id}/abschliessen", {"text": ""})
    # then its text is gone from the files, and it still counts
    assert page.status_code == 200
    assert db.session.get_one(Case, case_id).state is CaseState.CLOSED
    assert left_over(SITUATION) == []
    assert db.session.scalars(select(Helped)).all() == []
    # a second click does no harm, and somebody else can do nothing
    flows.close(author.user, db.session.get_one(Case, case_id))
    with pytest.raises(NotAllowed):
        flows.close(stage.case_manager("kg").user, db.session.get_one(Case, case_id))


def test_what_helped_is_shown_stripped_before_a_case_is_closed(stage: Stage) -> None:
    author = stage.case_manager("kg")
    case_id = released_case(stage, author)
    path = f"/faelle/{case_id}/abschliessen"
    # given a text that names somebody
    look = author.sends(path, {"text": f"{CANARY} fragen.", "step": "look"})
    assert db.session.get_one(Case, case_id).state is CaseState.RELEASED
    # when it is confirmed
    author.sends(path, {**fields_of(look), "step": "confirm"})
    # then it waits for its check without the name
    helped = db.session.scalars(select(Helped)).one()
    assert helped.state is HelpedState.WAITING
    assert "fragen." in str(helped.text)
    assert "Steinmetzger" not in str(helped.text)


def test_a_case_that_is_planned_is_not_closed(stage: Stage) -> None:
    table = Round(stage)
    with pytest.raises(WrongMoment):
        flows.close(table.author.user, table.case)


def test_nothing_waits_for_ever(stage: Stage) -> None:
    # given a released case that nobody takes up
    author = stage.case_manager("kg")
    case = db.session.get_one(Case, released_case(stage, author))
    end = case.state_since + retention.WAITING_KEPT
    assert retention.goes_on(case) == end.astimezone(clock.BERLIN).date()
    purge(end - retention.WARNED_BEFORE - timedelta(seconds=1))
    assert notices(author) == []
    # then its author is warned once, two weeks before
    for before in (retention.WARNED_BEFORE, timedelta(days=1)):
        purge(end - before)
        assert notices(author) == ["case.ends_soon"]
    assert case.state is CaseState.RELEASED
    # and half a year after its release it is closed
    purge(end)
    assert case.state is CaseState.CLOSED
    assert notices(author) == ["case.ends_soon", "case.not_taken_up"]
    assert left_over(SITUATION) == []


def test_a_result_that_never_comes_ends_the_case_too(stage: Stage) -> None:
    # given perspectives that lie revealed
    table = Round(stage).is_revealed()
    end = table.row.revealed_at + retention.UNCONCLUDED_KEPT
    purge(end - timedelta(seconds=1))
    assert table.case.state is CaseState.SCHEDULED
    # when their author says nothing for two months
    purge(end)
    # then the case is closed, and everybody hears of it
    assert table.case.state is CaseState.CLOSED
    assert notices(table.author)[-1] == "case.not_concluded"
    assert notices(table.moderator)[-1] == notices(table.advisers[0])[-1] == "case.over"
    assert left_over(SITUATION, "Sicht 2") == []


def test_after_fifteen_months_a_closed_case_counts_no_more(stage: Stage) -> None:
    table = told_to_its_end(stage)
    purge(table.case.state_since + retention.NARRATIVE_KEPT)
    end = table.case.state_since + retention.COUNTED
    with clock.at(end):
        purge(end - timedelta(seconds=1))
        assert db.session.get(Case, table.case_id) is not None
        purge(end)
        db.session.rollback()
    assert db.session.get(Case, table.case_id) is None


def test_what_nobody_checks_goes_after_some_months(stage: Stage) -> None:
    told_to_its_end(stage)
    month = db.session.scalars(select(Helped)).one().month
    last = clock.midnight(month) + retention.UNCHECKED_KEPT
    purge(last - timedelta(days=1))
    assert db.session.scalars(select(Helped)).all()
    purge(last + timedelta(days=1))
    assert db.session.scalars(select(Helped)).all() == []


def test_a_house_left_out_is_forgotten_when_nothing_waits_any_more(stage: Stage) -> None:
    # given a closed case that leaves a house out, with something that waits for its check
    author = stage.case_manager("kg")
    case = db.session.get_one(Case, released_case(stage, author, leaves_out=("mil",)))
    flows.close(author.user, case, safe("Ein Anruf."))
    purge()
    assert db.session.scalars(select(CaseExclusion)).all()
    # when nobody has checked it for months
    purge(clock.now() + retention.UNCHECKED_KEPT + timedelta(days=1))
    # then the house is forgotten with it
    assert db.session.scalars(select(CaseExclusion)).all() == []


def test_a_case_withdrawn_after_all_takes_its_follow_up_with_it(stage: Stage) -> None:
    table = told_to_its_end(stage)
    flows.withdraw(table.author.user, table.case)
    for rows in (FollowUp, Result, Helped, MadeFile):
        assert db.session.scalars(select(rows)).all() == []
    assert [word for word in WORDS[:4] if left_over(word)] == []
