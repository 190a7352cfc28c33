"""A consultation that its moderators have left: it is told, taken up by hand, and otherwise ends by itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.models import AuditEntry, CaseState, Notice, Perspective, SessionState
from caseboard.sessions.overdue import look_after_overdue
from tests.actors import Actor, Stage
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import Round
from tests.rooms.written_stage import Written

A_WEEK, TWO_WEEKS = timedelta(days=7), timedelta(days=14)
"""What holds where nobody has set it otherwise."""


def told(kind: str = "session.overdue") -> set[str]:
    """Whom the worker told."""
    db.session.rollback()
    return set(db.session.scalars(select(Notice.user_id).where(Notice.kind == kind)))


@contextmanager
def after(table: Round, days: timedelta) -> Iterator[None]:
    """So long after the last day of a consultation; the worker looks after it, twice."""
    with clock.at(table.row.ends_at + days + timedelta(minutes=1)):
        look_after_overdue()
        look_after_overdue()
        yield


def long_over(table: Round, days: timedelta = A_WEEK) -> None:
    """A consultation that began and ended so long ago; the worker looks after it."""
    row = table.row
    row.starts_at, row.ends_at = row.starts_at - timedelta(days=60), clock.now() - days
    db.session.commit()
    look_after_overdue()


def taken_up(moderator: Actor, table: Round) -> int:
    """What somebody is answered who takes it up."""
    return moderator.client.post(
        f"{table.address}/aufgreifen", data={"csrf_token": moderator.token()}, follow_redirects=False
    ).status_code


def test_whom_it_concerns_is_told_after_a_week_and_not_before(stage: Stage) -> None:
    table = Live(stage)
    with after(table, A_WEEK - timedelta(hours=1)):
        assert told() == set()
    with after(table, A_WEEK):
        people = (table.moderator, table.co_moderator, table.author)
        assert told() == {person.user_id for person in people}
        assert table.row.state is SessionState.RUNNING


def test_an_installation_sets_both_periods_itself(app: Flask, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # given an installation that waits for two days, and then for three
    monkeypatch.setitem(app.config, "OVERDUE_AFTER_DAYS", 2)
    monkeypatch.setitem(app.config, "OVERDUE_ENDS_AFTER_DAYS", 3)
    table = Live(stage, opened=False)
    with after(table, timedelta(days=2, hours=-1)):
        assert told() == set()
    with after(table, timedelta(days=2)):
        assert table.moderator.user_id in told()
    with after(table, timedelta(days=5, hours=-1)):
        assert table.row.state is SessionState.INVITED
    with after(table, timedelta(days=5)):
        assert table.row.state is SessionState.CANCELLED


def test_a_round_that_nobody_reveals_is_called_off_and_its_case_waits_again(stage: Stage) -> None:
    # given a round with perspectives, whose moderator is lost
    table = Written(stage).all_accept().all_write()
    with after(table, A_WEEK):
        assert table.row.state is SessionState.RUNNING
    with after(table, A_WEEK + TWO_WEEKS - timedelta(hours=1)):
        assert table.row.state is SessionState.RUNNING
    # when nobody has done anything for two weeks more
    with after(table, A_WEEK + TWO_WEEKS):
        # then it is called off, its words are gone, and everybody is told, the moderator too
        assert (table.row.state, table.case.state) == (SessionState.CANCELLED, CaseState.RELEASED)
        assert db.session.query(Perspective).count() == 0
        everybody = {one.user_id for one in (*table.advisers, table.author, table.moderator)}
        assert told("session.cancelled") == everybody
        ended = select(AuditEntry).where(AuditEntry.verb == "session.cancel")
        assert [entry.actor_id for entry in db.session.scalars(ended)] == [None]


def test_a_live_session_that_has_brought_something_is_finished_without_what_nobody_looked_at(stage: Stage) -> None:
    # given a session in which a card is revealed and another one waits in the queue
    table = Live(stage).goes_to("consultation")
    table.posts(table.advisers[0], "Einen Brief schreiben.")
    table.reveals_all()
    table.posts(table.advisers[1], "Noch einmal fragen.")
    with after(table, A_WEEK):
        pass
    with after(table, A_WEEK + TWO_WEEKS):
        # then it is over and the case giver can say what helped; what nobody has looked at is deleted
        assert table.row.state is SessionState.FINISHED
        assert table.row.revealed_at is not None
        assert [one.text for one in db.session.query(Perspective)] == ["Einen Brief schreiben."]
        # and everybody is told, the moderators too, because neither of them did it
        assert {table.moderator.user_id, table.co_moderator.user_id, table.author.user_id} <= told("session.finished")
    assert table.author.opens(f"{table.address}/abschluss").status_code == 200


def test_a_session_that_came_to_its_end_without_a_card_is_finished_too(stage: Stage) -> None:
    table = Live(stage).goes_to("closing")
    with after(table, A_WEEK):
        pass
    with after(table, A_WEEK + TWO_WEEKS):
        assert table.row.state is SessionState.FINISHED


def test_a_session_that_was_never_opened_is_called_off(stage: Stage) -> None:
    table = Live(stage, opened=False)
    with after(table, A_WEEK):
        pass
    with after(table, A_WEEK + TWO_WEEKS):
        assert table.row.state is SessionState.CANCELLED


def test_a_worker_that_stood_still_for_long_tells_first(stage: Stage) -> None:
    table = Live(stage)
    with after(table, timedelta(days=60)):
        assert told()
        assert table.row.state is SessionState.RUNNING


def test_what_rests_is_left_in_peace(stage: Stage) -> None:
    table = Live(stage)
    table.rests()
    with after(table, timedelta(days=60)):
        assert told() == set()


def test_another_moderator_takes_it_up_by_hand_and_leads_from_then_on(stage: Stage) -> None:
    # given a round whose days have been over for a week
    table, other = Written(stage).all_accept().all_write(), stage.moderator("mil", name="Jana Neu")
    long_over(table)
    # then it stands on the list of other moderators
    assert f"{table.address}/aufgreifen" in other.opens("/beratungen").get_data(as_text=True)
    # when one takes it up
    assert taken_up(other, table) == 303
    # then they lead, the one before does not any more and is told, and the list is empty
    assert table.row.moderator_id == other.user_id
    assert table.moderator.opens(table.address).status_code == 404
    assert told("session.taken_up") == {table.moderator.user_id}
    assert f"{table.address}/aufgreifen" not in other.opens("/beratungen").get_data(as_text=True)
    assert other.opens(f"{table.address}/runde").status_code == 200
    # and it does not end before they have had their week, are told, and have had two weeks more
    taken_at = table.row.taken_up_at
    with clock.at(taken_at + A_WEEK):
        assert other.user_id not in told()
        look_after_overdue()
        assert other.user_id in told()
    for later, state in ((-timedelta(minutes=1), SessionState.RUNNING), (timedelta(0), SessionState.CANCELLED)):
        with clock.at(taken_at + A_WEEK + TWO_WEEKS + later):
            look_after_overdue()
            assert table.row.state is state


def test_what_was_just_taken_up_is_taken_by_nobody_else(stage: Stage) -> None:
    # given a live session that was left, and three moderators on whose desks it lies
    table = Live(stage)
    long_over(table, timedelta(days=30))
    takes, third = stage.moderator("mil", name="Jana Neu"), stage.moderator("has", name="Rolf Dritter")
    task = "Aufgreifen, was liegen geblieben ist"
    for somebody in (takes, third):
        assert task in somebody.opens("/").get_data(as_text=True)
    # when one has taken it up
    assert taken_up(takes, table) == 303
    # then neither a third one nor whoever led it before takes it away, and it lies on nobody's desk
    for somebody in (third, table.moderator):
        assert taken_up(somebody, table) == 404
        assert task not in somebody.opens("/").get_data(as_text=True)
    assert table.row.moderator_id == takes.user_id
    # but when they leave it lying too, others can; and it starts anew as often as somebody does
    row = table.row
    row.taken_up_at = clock.now() - A_WEEK
    db.session.commit()
    look_after_overdue()
    assert takes.user_id in told()
    assert taken_up(table.moderator, table) == 303
    row = table.row
    assert row.taken_up_at > clock.now() - timedelta(minutes=5)
    look_after_overdue()
    assert table.row.state is SessionState.RUNNING


def test_a_session_that_is_long_over_asks_only_whoever_leads_it_for_something(stage: Stage) -> None:
    table = Live(stage)
    desk = lambda who: who.opens("/").get_data(as_text=True)  # noqa: E731 - said twice below
    assert "An einer laufenden Live-Beratung teilnehmen" in desk(table.advisers[0])
    long_over(table, timedelta(hours=7))
    assert "An einer laufenden Live-Beratung teilnehmen" not in desk(table.advisers[0])
    assert table.board not in desk(table.author)
    assert "Eine Live-Beratung zu Ende bringen" in desk(table.moderator)


@pytest.mark.parametrize("who", ["before its time", "own house", "adviser", "case giver", "no moderator", "rests"])
def test_nobody_else_takes_it_up(stage: Stage, who: str) -> None:
    table = Live(stage)
    somebody = {
        "own house": lambda: stage.moderator("kg"),
        "adviser": lambda: table.advisers[0],
        "case giver": lambda: table.author,
        "no moderator": lambda: stage.case_manager("mil"),
    }.get(who, lambda: stage.moderator("mil"))()
    if who == "rests":
        table.rests()
    long_over(table, timedelta(days=1) if who == "before its time" else A_WEEK)
    assert taken_up(somebody, table) == 404
    assert table.row.moderator_id == table.moderator.user_id
    assert "aufgreifen" not in somebody.opens("/beratungen").get_data(as_text=True)
