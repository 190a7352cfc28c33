"""Two people at the same moment: exactly one wins, and nobody sees a fault."""

import threading
import time
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from caseboard import audit
from caseboard.db import db
from caseboard.errors import CaseboardError
from caseboard.models import Case, CaseSession, CaseState, Perspective, PerspectiveState, SessionKind, SessionSlot, User
from caseboard.sessions import service
from caseboard.sessions.live.marks import mark
from caseboard.sessions.planning import series
from caseboard.sessions.written import leading
from tests.actors import Actor, Stage
from tests.rooms.dates_stage import Dates
from tests.rooms.sessions_stage import Round, released_case, safe


def at_once(app: Flask, *verbs: Callable[[], object]) -> list[str]:
    """Run each verb in a thread with a context of its own; what came of each, by name of its refusal or "done"."""
    start, outcomes = threading.Barrier(len(verbs), timeout=30), []

    def run(verb: Callable[[], object]) -> None:
        with app.app_context():
            start.wait()
            try:
                verb()
                outcomes.append("done")
            except CaseboardError as error:
                outcomes.append(type(error).__name__)

    threads = [threading.Thread(target=run, args=(verb,)) for verb in verbs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def person(actor: Actor) -> User:
    """The person as this thread knows them."""
    return db.session.get_one(User, actor.user_id)


def test_of_two_moderators_one_plans_and_the_other_is_told(app: Flask, stage: Stage) -> None:
    # given a released case and two moderators who have the page open
    case_id = released_case(stage, stage.case_manager("kg"))
    moderators = [stage.moderator(key) for key in ("nes", "has")]
    advisers = frozenset(stage.case_manager(key).user_id for key in ("msp", "kt", "mil"))
    db.session.rollback()

    def planning(moderator: Actor) -> Callable[[], object]:
        planned = service.Plan(SessionKind.WRITTEN, advisers)
        return lambda: service.plan(person(moderator), db.session.get_one(Case, case_id), planned)

    # when both send at once
    outcomes = at_once(app, *(planning(moderator) for moderator in moderators))
    # then one consultation is planned
    assert outcomes == ["Conflict", "done"]
    assert db.session.scalar(select(func.count()).select_from(CaseSession)) == 1


def test_a_perspective_that_comes_with_the_reveal_is_not_left_behind(
    app: Flask, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a round with enough perspectives, and one more adviser who is just handing in, slowly
    table = Round(stage).all_accept()
    table.row.least_perspectives = 2
    db.session.commit()
    for adviser in table.advisers[:2]:
        table.writes(adviser, "Zuhören.")
    written, record = threading.Event(), audit.record

    def slow_record(actor: User, verb: str, thing: str) -> None:
        if verb == "perspective.write":
            written.set()
            time.sleep(0.5)
        record(actor, verb, thing)

    monkeypatch.setattr(audit, "record", slow_record)

    def meeting() -> CaseSession:
        return db.session.get_one(CaseSession, table.id)

    def revealing() -> None:
        looked_at = leading.seen(meeting())
        assert written.wait(5)
        leading.reveal(person(table.moderator), meeting(), looked_at)

    # when the moderator reveals before that is committed
    late = table.advisers[2]
    outcomes = at_once(
        app,
        lambda: service.contribute(person(late), meeting(), safe("Im letzten Augenblick."), "f" * 32, mark(None)),
        revealing,
    )
    # then revealing waits for it and asks for another look, after which nothing stays hidden for ever
    assert outcomes == ["Conflict", "done"]
    table.reveals()
    db.session.rollback()
    states = select(Perspective.state).where(Perspective.session_id == table.id)
    assert list(db.session.scalars(states)) == [PerspectiveState.REVEALED] * 3


def test_of_two_moderators_who_want_one_date_one_gets_it(app: Flask, stage: Stage) -> None:
    # given two moderators of a series, each with a case for the same date
    dates = Dates(stage)
    cases, wish = [dates.case().id for _ in range(2)], dates.plan()
    moderators = (dates.moderator, dates.second)
    db.session.rollback()

    def planning(moderator: Actor, case_id: str) -> Callable[[], object]:
        return lambda: service.plan(person(moderator), db.session.get_one(Case, case_id), wish)

    # when both send at once
    outcomes = at_once(app, *(planning(*both) for both in zip(moderators, cases, strict=True)))
    # then one of them has the date, and the other's case waits as before
    assert outcomes == ["DateTaken", "done"]
    meeting = db.session.scalars(select(CaseSession)).one()
    assert dates.slots[0].session_id == meeting.id
    states = {case_id: db.session.get_one(Case, case_id).state for case_id in cases}
    assert states == {
        case_id: CaseState.SCHEDULED if case_id == meeting.case_id else CaseState.RELEASED for case_id in cases
    }


def test_a_date_that_drops_out_while_it_is_planned_is_one_or_the_other(app: Flask, stage: Stage) -> None:
    dates = Dates(stage)
    case_id, wish, slot_id = dates.case().id, dates.plan(), dates.slots[0].id
    db.session.rollback()
    outcomes = at_once(
        app,
        lambda: service.plan(person(dates.moderator), db.session.get_one(Case, case_id), wish),
        lambda: series.drop(person(dates.second), db.session.get_one(SessionSlot, slot_id)),
    )
    assert outcomes in (["Conflict", "done"], ["DateTaken", "done"])
    slot = dates.slots[0]
    assert (slot.cancelled_at is None) is (slot.session_id is not None)


def test_the_last_seat_goes_to_one_of_all_who_accept_at_once(app: Flask, stage: Stage) -> None:
    # given a session with one seat
    dates = Dates(stage)
    meeting = dates.planned(most_seats=1)
    db.session.rollback()

    def accepting(adviser: Actor) -> Callable[[], object]:
        return lambda: service.answer(person(adviser), db.session.get_one(CaseSession, meeting), accepts=True)

    # when three accept at once
    assert at_once(app, *(accepting(adviser) for adviser in dates.advisers)) == ["done"] * 3
    # then one has the seat, and the others wait for it
    states = sorted(seat.state.value for seat in dates.meeting(meeting).seats)
    assert states == ["accepted", "substitute", "substitute"]


def test_two_people_in_two_rounds_do_not_get_into_each_others_way(app: Flask, stage: Stage) -> None:
    # given two rounds
    tables = [Round(stage), Round(stage)]
    db.session.rollback()

    def accepting(table: Round) -> Callable[[], object]:
        adviser = table.advisers[0]
        return lambda: service.answer(person(adviser), db.session.get_one(CaseSession, table.id), accepts=True)

    # when somebody accepts in each at once, both are heard
    assert at_once(app, *(accepting(table) for table in tables)) == ["done", "done"]
