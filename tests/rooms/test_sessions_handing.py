"""Two moderators change places: in writing, before a session begins, and when it is over; never by itself."""

import pytest
from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.errors import WrongMoment
from caseboard.models import Notice, SessionState, User, UserRole
from caseboard.sessions import jobs, service
from caseboard.sessions.written import leading, timetable
from tests.actors import Actor, Stage
from tests.rooms.live_stage import Live
from tests.rooms.written_stage import Written, at


def with_second(table: Written, second: Actor | None) -> Written:
    """A round whose moderator names somebody beside themselves, or nobody any more."""
    form = {"co_moderator": second.user_id if second else "", "seen": service.arrangement_of(table.row).seen}
    assert table.moderator.sends(f"{table.address}/einrichten", form).status_code == 200
    return table


def told(kind: str) -> list[str]:
    """Who has a notice of this kind."""
    db.session.rollback()
    return list(db.session.scalars(select(Notice.user_id).where(Notice.kind == kind)))


def page(actor: Actor, table: Written | Live) -> str:
    """The consultation as somebody reads it."""
    return actor.opens(table.address).get_data(as_text=True)


def test_a_written_round_is_handed_over_and_taken_back(stage: Stage) -> None:
    # given a running round, on whose page the moderator finds the way to name somebody
    table, second = Written(stage).all_accept(), stage.moderator("mil")
    assert f"{table.address}/einrichten" in page(table.moderator, table)
    assert f"{table.address}/uebergeben" not in page(table.moderator, table)
    with_second(table, second)
    assert f"{table.address}/uebergeben" in page(table.moderator, table)
    # when the moderator hands over
    assert table.moderator.sends(f"{table.address}/uebergeben").status_code == 200
    # then the other one leads and is told, and the first stands by
    assert (table.row.moderator_id, table.row.co_moderator_id) == (second.user_id, table.moderator.user_id)
    assert told("session.handed_over") == [second.user_id]
    assert second.opens(f"{table.address}/runde").status_code == 200
    assert table.moderator.opens(f"{table.address}/runde").status_code == 404
    # and takes over again, when the other drops out
    assert f"{table.address}/uebernehmen" in page(table.moderator, table)
    assert table.moderator.sends(f"{table.address}/uebernehmen").status_code == 200
    assert table.row.moderator_id == table.moderator.user_id
    assert told("session.taken_over") == [second.user_id]


def test_nobody_but_the_two_changes_places(stage: Stage) -> None:
    table, second = Written(stage).all_accept(), stage.moderator("mil")
    with_second(table, second)
    for somebody in (*table.advisers, table.author, stage.moderator("has")):
        assert somebody.sends(f"{table.address}/uebernehmen").status_code == 404
        assert somebody.sends(f"{table.address}/uebergeben").status_code == 404
    assert second.sends(f"{table.address}/uebergeben").status_code == 409
    assert table.row.moderator_id == table.moderator.user_id


def test_before_a_session_begins_the_co_moderator_takes_over_and_opens_it(stage: Stage) -> None:
    # given a moderator who does not come
    live = Live(stage, opened=False)
    assert "uebernehmen" in page(live.co_moderator, live)
    assert "uebernehmen" in live.seen_by(live.co_moderator)
    assert "uebernehmen" not in live.seen_by(live.advisers[0])
    # when the co-moderator takes over
    live.co_moderator.sends(f"{live.address}/uebernehmen")
    # then the session is theirs to open
    live.co_moderator.sends(f"{live.address}/eroeffnen")
    assert live.row.state is SessionState.RUNNING


def test_what_is_revealed_can_still_be_handed_over(stage: Stage) -> None:
    table, second = with_second(Written(stage).all_accept(), stage.moderator("mil")), None
    second = table.row.co_moderator_id
    table.all_write()
    table.reveals()
    assert f"{table.address}/uebergeben" in page(table.moderator, table)
    table.moderator.sends(f"{table.address}/uebergeben")
    assert table.row.moderator_id == second


def test_nobody_is_handed_what_they_cannot_lead(stage: Stage) -> None:
    # given a round without a co-moderator, then there is nobody to hand it to
    table, second = Written(stage).all_accept(), stage.moderator("mil")
    assert table.moderator.sends(f"{table.address}/uebergeben").status_code == 409
    # given a co-moderator who moderates no longer
    with_second(table, second)
    db.session.query(UserRole).filter_by(user_id=second.user_id).delete()
    db.session.commit()
    with pytest.raises(WrongMoment):
        service.hand_over(table.moderator.user, table.row)
    assert table.row.moderator_id == table.moderator.user_id


def test_somebody_who_left_is_not_handed_a_round(stage: Stage) -> None:
    table, second = Written(stage).all_accept(), stage.moderator("mil")
    with_second(table, second)
    db.session.get_one(User, second.user_id).active = False
    db.session.commit()
    with pytest.raises(WrongMoment):
        service.hand_over(table.moderator.user, table.row)


def test_a_written_round_is_planned_with_a_co_moderator(stage: Stage) -> None:
    # given somebody whom the planning form offers as a co-moderator
    table, second = Written(stage), stage.moderator("mil")
    service.cancel(table.moderator.user, table.row)
    chosen = [adviser.user_id for adviser in table.advisers]
    form = {"kind": "written", "process_id": "six_phases", "advisers": chosen, "co_moderator": second.user_id}
    # when a round is planned with them
    answer = table.moderator.sends(f"/beratungen/planen/{table.case_id}", form)
    # then they stand by from the beginning
    assert answer.status_code == 200
    assert second.user.name in answer.get_data(as_text=True)
    assert told("session.co_moderator") == [second.user_id]


def test_the_co_moderator_hears_of_everything_that_the_moderator_does(stage: Stage) -> None:
    # given a round of several phases with a co-moderator, in which everybody hears of everything at once
    table, second = Written(stage, process="turns").all_accept(), stage.moderator("mil")
    row = with_second(table, second).row
    row.urgent = True
    db.session.commit()
    # when it is extended, goes on and is revealed, and the result sheet is there
    leading.extend(table.moderator.user, table.row, 2, table.row.ends_at)
    while timetable.following(table.row) is not None:
        leading.next_phase(table.moderator.user, table.row, table.row.phase)
    table.all_write().reveals().concludes()
    # then who stands by was told each time, and who did it was not
    for kind in ("session.extended", "session.next_phase", "session.revealed"):
        assert second.user_id in told(kind), kind
        assert table.moderator.user_id not in told(kind), kind
    assert set(told("session.result")) == {one.user_id for one in (*table.everybody(), second)}


def test_the_co_moderator_reads_the_morning_news(stage: Stage) -> None:
    # given a round with a co-moderator, in which somebody asks on one day
    with clock.at(at("Thu 14.01.2027")):
        table, second = Written(stage).all_accept(), stage.moderator("mil")
        row = table.row
        row.co_moderator_id = second.user_id
        db.session.commit()
        table.asks(table.advisers[0])
    # when the next morning comes
    with clock.at(at("Fri 15.01.2027")):
        jobs.tell_news()
    # then both moderators hear of it, and the case giver
    assert set(told("session.digest")) == {one.user_id for one in (table.moderator, second, table.author)}
