"""Leading a live session: opening it, the phases and their clock, tasks, handing over, the end."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.models import AuditEntry, Notice, SeatPart, SessionState
from caseboard.policy.sessions import Part
from caseboard.sessions.live import leading
from caseboard.sessions.live.marks import Collision, clock_mark, phase_mark
from tests.actors import Stage
from tests.rooms.live_stage import PHASES, Live, seen


def test_a_session_opens_with_enough_people_and_walks_through_every_phase(stage: Stage) -> None:
    # given a session that needs three advisers, of whom two have accepted
    live = Live(stage, opened=False)
    row = live.row
    row.least_seats = 3
    db.session.commit()
    assert live.moderator.sends(f"{live.address}/eroeffnen").status_code == 409
    row = live.row
    row.least_seats = 2
    db.session.commit()
    # when it is opened and led on
    assert "Die Sitzung hat noch nicht begonnen" in live.seen_by(live.author)
    live.moderator.sends(f"{live.address}/eroeffnen")
    walked = [live.row.phase]
    while live.row.phase != PHASES[-1]:
        live.moderator.sends(f"{live.address}/phase/weiter", {"seen": seen(live.seen_by(live.moderator), "next-phase")})
        walked.append(live.row.phase)
    # then no phase was left out, and after the last there is none
    assert tuple(walked) == PHASES
    assert live.moderator.sends(f"{live.address}/phase/weiter", {"seen": phase_mark(live.row)}).status_code == 409


def test_it_is_not_opened_long_before_its_date(stage: Stage) -> None:
    live = Live(stage, opened=False)
    with clock.at(live.row.starts_at - timedelta(minutes=31)), pytest.raises(WrongMoment):
        leading.open_session(live.moderator.user, live.row)
    with clock.at(live.row.starts_at - timedelta(minutes=29)):
        leading.open_session(live.moderator.user, live.row)
    assert live.row.state is SessionState.RUNNING


@pytest.mark.parametrize("key", PHASES)
def test_everybody_sees_phase_clock_and_goal_in_each_phase(stage: Stage, key: str) -> None:
    live = Live(stage).goes_to(key)
    for part, somebody in live.everybody.items():
        page = live.seen_by(somebody)
        assert f"Phase {PHASES.index(key) + 1} von 7" in page, part
        assert 'role="timer"' in page, part
        # one sentence of help for whoever leads or could
        assert ("Hilfe für Sie:" in page) is (part == "moderator"), part
        # nobody learns who gave the case; the head of the page names whoever reads it
        seen_here = live.asks(somebody).get_data(as_text=True) if part == "case_giver" else page
        for word in (live.author.user.name, live.author.user_id, "Kissingen"):
            assert word not in seen_here, part


def test_the_clock_runs_to_an_end_that_can_be_moved(stage: Stage) -> None:
    # given a phase of five minutes
    live = Live(stage)
    began = live.row.phase_started_at
    assert live.row.phase_ends_at - began == timedelta(minutes=5)
    # when the moderator adds one minute, and five after the time is over
    leading.extend(live.moderator.user, live.row, 1, clock_mark(live.row))
    assert live.row.phase_ends_at - began == timedelta(minutes=6)
    late = began + timedelta(minutes=20)
    with clock.at(late):
        assert "Die Zeit ist um" in live.seen_by(live.author)
        leading.extend(live.moderator.user, live.row, 5, clock_mark(live.row))
    # then the five count from that moment
    assert live.row.phase_ends_at == late + timedelta(minutes=5)
    with pytest.raises(NotAllowed):
        leading.extend(live.moderator.user, live.row, 60, clock_mark(live.row))


def test_who_needs_more_time_is_counted_for_the_moderator_alone(stage: Stage) -> None:
    live = Live(stage)
    with clock.at(live.row.phase_ends_at + timedelta(seconds=1)):
        for somebody in (live.author, live.advisers[0], live.advisers[0]):
            somebody.sends(f"{live.address}/phase/mehr-zeit")
        assert "2 Personen brauchen mehr Zeit" in live.seen_by(live.moderator)
        assert "brauchen mehr Zeit" not in live.seen_by(live.observer)
        assert live.moderator.sends(f"{live.address}/phase/mehr-zeit").status_code == 404
        # more time answers all of them
        leading.extend(live.moderator.user, live.row, 5, clock_mark(live.row))
        assert "brauchen mehr Zeit" not in live.seen_by(live.moderator)


def test_going_back_starts_the_phase_anew(stage: Stage) -> None:
    live = Live(stage).goes_to("report")
    leading.step_back(live.moderator.user, live.row, phase_mark(live.row))
    assert live.row.phase == "casting"
    with pytest.raises(WrongMoment):
        leading.step_back(live.moderator.user, live.row, phase_mark(live.row))


def test_whoever_presses_twice_is_told_how_it_stands(stage: Stage) -> None:
    live = Live(stage)
    form = {"seen": phase_mark(live.row)}
    live.moderator.sends(f"{live.address}/phase/weiter", form)
    answer = live.moderator.sends(f"{live.address}/phase/weiter", form)
    assert answer.status_code == 409
    assert "Den Fall erzählen" in answer.get_data(as_text=True)
    assert live.row.phase == "report"


def test_only_the_named_co_moderator_takes_over_and_the_two_change_places(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    live.posts(live.advisers[0], "Eine verdeckte Karte.")
    # given others who try
    for somebody in (live.advisers[0], live.author, live.observer):
        assert somebody.sends(f"{live.address}/uebernehmen").status_code == 404
    assert live.moderator.sends(f"{live.address}/uebernehmen").status_code == 409
    # when the co-moderator does
    assert "Eine verdeckte Karte." not in live.seen_by(live.co_moderator)
    live.co_moderator.sends(f"{live.address}/uebernehmen")
    # then they lead, see the queue, and the former moderator stands by and is told
    assert "Eine verdeckte Karte." in live.seen_by(live.co_moderator)
    assert "Eine verdeckte Karte." not in live.seen_by(live.moderator)
    told = select(Notice.user_id).where(Notice.kind == "session.taken_over")
    assert list(db.session.scalars(told)) == [live.moderator.user_id]
    assert live.moderator.sends(f"{live.address}/phase/weiter", {"seen": phase_mark(live.row)}).status_code == 409
    # and they can hand it back
    live.co_moderator.sends(f"{live.address}/uebergeben")
    assert live.row.moderator_id == live.moderator.user_id


def test_one_person_takes_notes_and_can_write_for_all(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    # when the moderator lets one write for all
    live.moderator.sends(f"{live.address}/eine-person-schreibt", {"on": "yes"})
    # then the note taker posts and an adviser is told kindly
    live.posts(live.note_taker, "Für alle geschrieben.")
    with pytest.raises(WrongMoment):
        live.posts(live.advisers[0], "Ich auch.")
    assert 'id="form-card"' not in live.seen_by(live.advisers[0])
    # when somebody else takes the notes, the first becomes an adviser again
    task = {"person": live.advisers[0].user_id, "task": "note_taker"}
    live.moderator.sends(f"{live.address}/aufgaben", task)
    parts = {seat.user_id: seat.part for seat in live.row.seats}
    assert parts[live.note_taker.user_id] is SeatPart.ADVISER
    live.posts(live.advisers[0], "Jetzt ich.")
    # and without a note taker everybody writes again
    leading.assign(live.moderator.user, live.row, live.advisers[0].user_id, SeatPart.OBSERVER)
    assert live.row.writes_alone is False
    with pytest.raises(WrongMoment):
        leading.write_alone(live.moderator.user, live.row, True)


def test_the_end_leads_to_the_result_and_nothing_hidden_is_left_behind(stage: Stage) -> None:
    live = Live(stage).goes_to("closing")
    for actor in live.guests:
        live.comes(actor)
    live.row  # noqa: B018 - a fresh look
    # given a card that nobody has revealed
    leading.step_back(live.moderator.user, live.row, phase_mark(live.row))
    live.posts(live.advisers[0], "Noch verdeckt.")
    live.goes_to("closing")
    for verb in (leading.finish, leading.next_phase):
        with pytest.raises(WrongMoment):
            verb(live.moderator.user, live.row, phase_mark(live.row))
    # when it is revealed and the session ends
    live.reveals_all()
    live.moderator.sends(f"{live.address}/beenden", {"seen": phase_mark(live.row)})
    # then the case giver can write the result sheet, everybody was there, and everybody is told
    assert live.row.state is SessionState.FINISHED
    assert "Noch verdeckt." in live.author.opens(live.address).get_data(as_text=True)
    assert live.author.opens(f"{live.address}/abschluss").status_code == 200
    assert all(seat.attended_at for seat in live.row.seats)
    told = set(db.session.scalars(select(Notice.user_id).where(Notice.kind == "session.finished")))
    assert told == {live.author.user_id, live.co_moderator.user_id, *(guest.user_id for guest in live.guests)}
    assert live.moderator.client.get(live.board).status_code == 303


def test_finishing_after_looking_back_leads_to_the_result_as_well(stage: Stage) -> None:
    live = Live(stage).goes_to("reflection")
    leading.finish(live.moderator.user, live.row, phase_mark(live.row))
    assert live.author.opens(f"{live.address}/abschluss").status_code == 200


def test_looking_at_the_board_changes_nothing_and_whoever_does_something_is_there(stage: Stage) -> None:
    # given a running session in turns, to which nobody has come yet
    live = Live(stage, process="turns").goes_to("hypotheses")
    version, links = live.row.version, db.session.query(AuditEntry).count()
    # when everybody looks at the board
    for guest in live.guests:
        assert 'id="form-arrive"' in live.seen_by(guest)
    assert 'id="form-arrive"' not in live.seen_by(live.author) + live.seen_by(live.moderator)
    # then nothing has changed but the log of who has read
    assert (live.row.version, db.session.query(AuditEntry).count()) == (version, links)
    assert not any(seat.attended_at for seat in live.row.seats)
    # when one says that they are there, and another does something
    page = live.advisers[0].sends(f"{live.address}/ankommen", follow=False)
    assert (page.status_code, page.location) == (303, live.board)
    live.advisers[1].sends(f"{live.address}/phase/mehr-zeit")
    # then both are, the first has the turn, and the page asks no more
    there = {seat.user_id for seat in live.row.seats if seat.attended_at}
    assert there == {live.advisers[0].user_id, live.advisers[1].user_id}
    assert live.row.turn_user_id == live.advisers[0].user_id
    assert 'id="form-arrive"' not in live.seen_by(live.advisers[0])
    # and whoever has no seat comes and goes
    assert live.moderator.sends(f"{live.address}/ankommen", follow=False).status_code == 303


def test_nobody_comes_to_a_session_that_does_not_run(stage: Stage) -> None:
    live = Live(stage, opened=False)
    assert 'id="form-arrive"' not in live.seen_by(live.advisers[0])
    assert live.advisers[0].sends(f"{live.address}/ankommen").status_code == 409
    assert not any(seat.attended_at for seat in live.row.seats)


def test_whoever_comes_to_the_running_board_was_there_and_the_rules_come_first_once(stage: Stage) -> None:
    live = Live(stage, opened=False)
    newcomer = live.advisers[0]
    row = newcomer.user
    row.rules_read_at = None
    db.session.commit()
    # given somebody for whom it is the first session
    assert newcomer.client.get(live.board).location.endswith("/regeln")
    assert "Vor Ihrer ersten Sitzung" in newcomer.opens(live.board, follow_redirects=True).get_data(as_text=True)
    # when they have read the rules, in the room before the session
    newcomer.sends(f"{live.address}/regeln")
    assert newcomer.client.get(live.board).status_code == 200
    assert live.row.seat_of(newcomer.user_id).attended_at is None
    # then they were there as soon as they say so while it runs, and can read the rules again
    leading.open_session(live.moderator.user, live.row)
    live.comes(newcomer)
    assert live.row.seat_of(newcomer.user_id).attended_at is not None
    assert live.row.seat_of(live.observer.user_id).attended_at is None
    assert newcomer.opens(f"{live.address}/regeln").status_code == 200


def test_leadership_and_strangers_have_no_board(stage: Stage) -> None:
    live = Live(stage)
    for somebody in (stage.leader("kg"), stage.administrator("nes"), stage.case_manager("mil")):
        for path in (live.board, f"{live.address}/live", f"{live.address}/regeln"):
            assert somebody.opens(path).status_code == 404


def test_i_recognise_this_person_stops_the_board_for_everybody_at_once(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    version = live.row.version
    live.advisers[0].sends(f"/bibliothek/{live.case_id}/erkannt")
    for part, somebody in live.everybody.items():
        assert live.asks(somebody, version).status_code == 404, part
        assert somebody.opens(live.board).status_code in {303, 404}, part
    assert live.advisers[1].sends(f"{live.address}/karten", {"text": "Zu spät."}).status_code == 404


@pytest.mark.parametrize("part", Part)
def test_the_wrong_person_finds_nothing_and_the_right_one_at_the_wrong_moment_a_kind_sentence(
    stage: Stage, part: Part
) -> None:
    live = Live(stage)
    somebody = live.everybody[part.value]
    card = somebody.sends(f"{live.address}/karten", {"text": "Schon jetzt ein Gedanke.", "once": "a" * 32})
    assert card.status_code == (409 if part in {Part.ADVISER, Part.NOTE_TAKER} else 404)
    if card.status_code == 409:
        assert "Die Gruppe schreibt gerade nicht" in card.get_data(as_text=True)
        assert "Schon jetzt ein Gedanke." in somebody.client.post(
            f"{live.address}/karten",
            data={"csrf_token": somebody.token(), "text": "Schon jetzt ein Gedanke.", "once": "a" * 32},
            headers={"Origin": "http://localhost"},
        ).get_data(as_text=True)


def test_a_collision_names_the_phase_and_quotes_nobody(stage: Stage) -> None:
    live = Live(stage)
    with pytest.raises(Collision) as collision:
        leading.next_phase(live.moderator.user, live.row, "0" * 16)
    assert "casting" not in str(collision.value)
    assert collision.value.present.de == "Rollen klären"


def test_the_way_to_the_end_leads_over_what_is_still_hidden(stage: Stage) -> None:
    # given a card that nobody has seen, when the session closes
    live = Live(stage).goes_to("consultation")
    live.posts(live.advisers[0], "Noch verdeckt.")
    assert "1 Karte ist noch verdeckt." in live.seen_by(live.moderator)
    live.goes_to("closing")
    # then the moderator is led to it, and to no button that would be refused
    page = live.seen_by(live.moderator)
    assert 'id="to-queue" href="#live-queue"' in page
    assert 'id="live-queue"' in page
    assert 'id="finish"' not in page
    assert 'id="next-phase"' not in page
    # and once it is revealed, to the end
    live.reveals_all()
    page = live.seen_by(live.moderator)
    assert 'id="to-queue"' not in page
    assert 'id="finish"' in page
    assert 'id="next-phase"' in page


def test_the_choice_of_a_method_comes_first_while_it_is_made_and_after_the_board_later(stage: Stage) -> None:
    live = Live(stage).goes_to("method")
    page = live.seen_by(live.moderator)
    assert page.index('id="live-head"') < page.index('id="live-method"') < page.index('id="live-now"')
    page = live.goes_to("consultation").seen_by(live.moderator)
    assert page.index('id="live-cards"') < page.index('id="live-method"')
    assert 'id="live-method"' not in live.seen_by(live.advisers[0])


def test_whoever_was_replaced_in_the_middle_of_a_click_hears_who_leads(stage: Stage) -> None:
    # given a moderator with an open board, whose co-moderator takes over
    live = Live(stage).goes_to("consultation")
    form = {"seen": seen(live.seen_by(live.moderator), "next-phase")}
    live.co_moderator.sends(f"{live.address}/uebernehmen")
    # when the former moderator presses a button, then a sentence says who leads, and nothing has happened
    late = live.moderator.sends(f"{live.address}/phase/weiter", form)
    assert late.status_code == 409
    assert "Conrad Bei leitet jetzt" in late.get_data(as_text=True)
    assert live.row.phase == "consultation"
    # and so does it to both who want to change places once more
    assert live.moderator.sends(f"{live.address}/uebergeben").status_code == 409
    assert live.co_moderator.sends(f"{live.address}/uebernehmen").status_code == 409
    # but everybody else finds no such page
    for part in ("adviser", "note_taker", "observer", "case_giver"):
        assert live.everybody[part].sends(f"{live.address}/uebernehmen").status_code == 404, part
