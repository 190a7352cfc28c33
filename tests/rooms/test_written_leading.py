"""Leading a written round: look through without names, send back, extend, remind, go on, reveal together."""

from datetime import timedelta

import pytest

from caseboard import clock
from caseboard.db import forget_deleted
from caseboard.errors import Conflict, InvalidInput, NotAllowed, WrongMoment
from caseboard.models import Perspective, PerspectiveState, SessionState
from caseboard.sessions import service
from caseboard.sessions.live.marks import mark
from caseboard.sessions.written import leading, timetable
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import safe
from tests.rooms.test_flows import left_over
from tests.rooms.written_stage import Written, at, confirmed, hidden, written_by

NAMES = "Das ist doch die vom Zitronenfaltersteg."


def row_of(adviser: Actor) -> Perspective:
    """The one perspective of this adviser."""
    (mine,) = written_by(adviser)
    return mine


def overview(table: Written) -> str:
    """The page on which the moderator decides."""
    return table.moderator.opens(f"{table.address}/runde").get_data(as_text=True)


def test_the_moderator_looks_through_only_when_there_is_enough_and_sees_no_house(stage: Stage) -> None:
    # given two of three perspectives, then their words stand nowhere for the moderator
    table = Written(stage).all_accept()
    for number in (0, 1):
        table.writes(table.advisers[number], f"Sicht {number + 1}")
        assert "Sicht" not in overview(table)
    # when the third is there, all three can be looked through, without a house or a name
    table.writes(table.advisers[2], "Sicht 3")
    page = overview(table)
    assert all(f"Sicht {number}" in page for number in (1, 2, 3))
    look = page.split('id="look"')[1].split("</section>")[0]
    for adviser in table.advisers:
        assert adviser.user.name not in look
        assert adviser.user.jobcenter.name not in look


def sends_back(somebody: Actor, writer: Actor, reason: str) -> None:
    """Somebody sends a perspective back as it stands."""
    row = row_of(writer)
    leading.send_back(somebody.user, row, safe(reason), mark(row.text))


def test_what_was_written_anew_is_not_sent_back_unread(stage: Stage) -> None:
    # given a moderator who has read a perspective that is changed after that
    table = Written(stage).all_accept().all_write()
    writer, reason = table.advisers[0], {"reason": "Bitte ohne die Straße."}
    path = f"/beratungen/perspektiven/{row_of(writer).id}/zurueckgeben"
    look = table.moderator.sends(path, {**reason, "step": "look"})
    table.writes(writer, "Sie hat einen weiten Weg.")
    # when it is sent back, then nothing happens and the new words stand beside the reason
    late = table.moderator.sends(path, {**reason, **hidden(look), "step": "confirm"})
    assert late.status_code == 409
    assert "Sie hat einen weiten Weg." in late.get_data(as_text=True)
    assert "Bitte ohne die Straße." in late.get_data(as_text=True)
    assert row_of(writer).state is PerspectiveState.QUEUED
    # and having read them, the moderator can
    assert table.moderator.sends(path, {**reason, **hidden(late), "step": "confirm"}).status_code == 200
    assert row_of(writer).state is PerspectiveState.SENT_BACK


def test_only_who_leads_the_round_looks_through(stage: Stage) -> None:
    table = Written(stage).all_accept().all_write()
    key = row_of(table.advisers[0]).id
    for somebody in (*table.advisers, table.author, stage.moderator("has")):
        assert somebody.opens(f"{table.address}/runde").status_code == 404
        assert somebody.opens(f"/beratungen/perspektiven/{key}/zurueckgeben").status_code == 404
        with pytest.raises(NotAllowed):
            sends_back(somebody, table.advisers[0], "Nein.")
        with pytest.raises(NotAllowed):
            leading.reveal(somebody.user, table.row, leading.seen(table.row))


def test_a_perspective_that_names_somebody_is_sent_back_and_rewritten(stage: Stage) -> None:
    # given four perspectives, one of which names somebody
    table = Written(stage).all_accept().all_write()
    writer = table.advisers[0]
    table.writes(writer, NAMES)
    # when the moderator sends it back
    path = f"/beratungen/perspektiven/{row_of(writer).id}/zurueckgeben"
    page = confirmed(table.moderator, path, {"reason": "Bitte ohne die Straße."})
    # then the moderator meets no name, the writer is told and reads the reason, and nobody else does
    assert writer.user.name not in page.split("<main")[1]
    assert table.told("session.perspective_returned") == [writer.user_id]
    for somebody in table.everybody():
        shown = somebody.opens(table.address).get_data(as_text=True)
        assert ("Bitte ohne die Straße." in shown) is (somebody is writer)
    # and there is not enough any more, until it is written anew
    with pytest.raises(WrongMoment):
        table.reveals()
    table.writes(writer, "Sie hat einen weiten Weg.")
    forget_deleted()
    assert left_over("Zitronenfaltersteg") == []
    table.reveals()
    assert "Sie hat einen weiten Weg." in table.author.opens(table.address).get_data(as_text=True)


def test_what_was_sent_back_and_not_rewritten_is_deleted_by_revealing(stage: Stage) -> None:
    # given four advisers, one of whom does not rewrite
    table = Written(stage).all_accept().all_write()
    table.writes(table.advisers[0], NAMES)
    sends_back(table.moderator, table.advisers[0], "Bitte ohne die Straße.")
    # when the days are over and the moderator reveals
    with clock.at(table.row.ends_at + timedelta(minutes=1)):
        leading.reveal(table.moderator.user, table.row, leading.seen(table.row))
    # then it is nowhere
    assert written_by(table.advisers[0]) == []
    assert left_over("Zitronenfaltersteg") == []
    for somebody in table.everybody():
        page = somebody.opens(table.address).get_data(as_text=True)
        assert "Zitronenfaltersteg" not in page
        assert "Sicht 2" in page


def test_revealing_shows_exactly_what_was_looked_through(stage: Stage) -> None:
    # given a moderator who has looked, when a perspective changes after that
    table = Written(stage).all_accept().all_write()
    looked_at = leading.seen(table.row)
    table.writes(table.advisers[0], "Doch etwas anderes.")
    # then revealing is refused and shows nothing
    with pytest.raises(Conflict):
        leading.reveal(table.moderator.user, table.row, looked_at)
    assert table.row.state is SessionState.RUNNING
    refused = table.moderator.sends(f"{table.address}/runde/aufdecken", {"seen": looked_at})
    assert refused.status_code == 409
    assert "noch einmal durch" in refused.get_data(as_text=True)
    # when the moderator looks again, it is revealed
    seen = overview(table).split('name="seen" value="')[1].split('"')[0]
    assert table.moderator.sends(f"{table.address}/runde/aufdecken", {"seen": seen}).status_code == 200
    assert table.row.state is SessionState.FINISHED


def test_nothing_is_sent_back_after_revealing(stage: Stage) -> None:
    table = Written(stage).is_revealed()
    with pytest.raises(WrongMoment):
        sends_back(table.moderator, table.advisers[0], "Zu spät.")
    assert row_of(table.advisers[0]).state is PerspectiveState.REVEALED


def test_a_round_can_be_extended_more_than_once_and_everybody_hears_of_it(stage: Stage) -> None:
    with clock.at(at("Thu 14.01.2027")):
        table = Written(stage).all_accept()
        leading.need_time(table.advisers[0].user, table.row)
        # when the moderator extends by one day, and later by two
        leading.extend(table.moderator.user, table.row, 1, table.row.ends_at)
        assert table.row.ends_at == at("Fri 22.01.2027", 18)
        leading.extend(table.moderator.user, table.row, 2, table.row.ends_at)
    # then it ends on the Tuesday after, everybody was told twice, and nobody needs time any more
    assert table.row.ends_at == at("Tue 26.01.2027", 18)
    assert table.row.extensions == 2
    people = [table.author.user_id, *(one.user_id for one in table.advisers)]
    assert table.told("session.extended") == sorted(people * 2)
    assert [seat.needs_time_at for seat in table.row.seats] == [None, None, None]


def test_a_second_click_extends_once_and_forged_days_are_refused(stage: Stage) -> None:
    table = Written(stage).all_accept()
    end, form = table.row.ends_at, {"end": table.row.ends_at.isoformat(), "days": "2"}
    assert table.moderator.sends(f"{table.address}/runde/verlaengern", form).status_code == 200
    extended = table.row.ends_at
    assert extended == timetable.extended(end, 2)
    assert table.moderator.sends(f"{table.address}/runde/verlaengern", form).status_code == 409
    for forged in ({**form, "days": "99"}, {**form, "end": "gestern"}, {"days": "1"}):
        assert table.moderator.sends(f"{table.address}/runde/verlaengern", forged).status_code in {409, 422}
    with pytest.raises(InvalidInput):
        leading.extend(table.moderator.user, table.row, 11, extended)
    assert table.row.ends_at == extended


def test_a_round_nobody_has_accepted_can_be_extended_and_one_that_is_revealed_cannot(stage: Stage) -> None:
    waiting, revealed = Written(stage), Written(stage).is_revealed()
    leading.extend(waiting.moderator.user, waiting.row, 1, waiting.row.ends_at)
    assert waiting.row.extensions == 1
    with pytest.raises(WrongMoment):
        leading.extend(revealed.moderator.user, revealed.row, 1, revealed.row.ends_at)


def test_the_moderator_sees_how_many_need_time_and_not_who(stage: Stage) -> None:
    table = Written(stage).all_accept()
    for _ in range(2):
        table.advisers[0].sends(f"{table.address}/runde/mehr-zeit")
    page = overview(table)
    assert "1 Person braucht mehr Zeit." in page
    assert table.advisers[0].user.name not in page.split("<main")[1]
    with pytest.raises(NotAllowed):
        leading.need_time(table.moderator.user, table.row)


def test_reminding_by_hand_reaches_the_silent_once_a_day(stage: Stage) -> None:
    # given a round in which one has written
    table = Written(stage).all_accept()
    table.writes(table.advisers[0], "Zuhören.")
    silent = sorted(one.user_id for one in table.advisers[1:])
    # when the moderator reminds twice on one day and once on the next
    for _ in range(2):
        page = table.moderator.sends(f"{table.address}/runde/erinnern").get_data(as_text=True)
    assert table.told("session.nudged") == silent
    with clock.at(clock.now() + timedelta(days=1)):
        leading.remind(table.moderator.user, table.row)
    # then the silent got one each day, and the page names nobody
    assert table.told("session.nudged") == sorted(silent * 2)
    assert all(one.user.name not in page.split("<main")[1] for one in table.advisers)


def test_a_process_with_several_phases_asks_for_a_perspective_in_each_that_consults(stage: Stage) -> None:
    # given a round whose first phase is for questions
    table = Written(stage, process="turns").all_accept()
    assert table.row.phase == "questions"
    with pytest.raises(WrongMoment):
        table.writes(table.advisers[0], "Zu früh.")
    # when the moderator goes on, everybody writes a hypothesis; nothing can be revealed yet
    leading.next_phase(table.moderator.user, table.row, "questions")
    for number, adviser in enumerate(table.advisers):
        table.writes(adviser, f"Vermutung {number}")
    with pytest.raises(WrongMoment):
        table.reveals()
    # when it goes on to the ideas, one writes again, beside what stands there
    leading.next_phase(table.moderator.user, table.row, "hypotheses")
    table.writes(table.advisers[0], "Ein Vorschlag")
    assert [one.phase_key for one in written_by(table.advisers[0])] == ["hypotheses", "ideas"]
    # and in the last phase everything is revealed together, each under its phase
    leading.next_phase(table.moderator.user, table.row, "ideas")
    leading.reveal(table.moderator.user, table.row, leading.seen(table.row))
    page = table.author.opens(table.address).get_data(as_text=True)
    assert page.index("Vermutung 0") < page.index("Ein Vorschlag")
    assert "Vermutungen reihum" in page


def test_two_windows_do_not_skip_a_phase(stage: Stage) -> None:
    table = Written(stage, process="turns").all_accept()
    leading.next_phase(table.moderator.user, table.row, "questions")
    with pytest.raises(Conflict):
        leading.next_phase(table.moderator.user, table.row, "questions")
    assert table.row.phase == "hypotheses"
    # and a phase entered too early is left again, as long as its days are not over
    leading.step_back(table.moderator.user, table.row, "hypotheses")
    assert table.row.phase == "questions"
    with pytest.raises(WrongMoment):
        leading.step_back(table.moderator.user, table.row, "questions")


def test_after_the_last_phase_there_is_nothing_but_revealing(stage: Stage) -> None:
    table = Written(stage).all_accept()
    with pytest.raises(WrongMoment):
        leading.next_phase(table.moderator.user, table.row, "consultation")


def test_an_urgent_round_takes_no_process_with_more_phases_than_days(stage: Stage) -> None:
    with pytest.raises(InvalidInput):
        Written(stage, process="turns", urgent=True)


def test_the_list_of_a_good_round_fills_by_itself(stage: Stage) -> None:
    # given a round with one adviser, whose question nobody has answered
    table = Written(stage)
    service.answer(table.advisers[0].user, table.row, accepts=True)
    key = table.asks(table.advisers[0])
    assert overview(table).count("noch offen") == 3
    # when people come and write, and the question is answered, nothing is open any more
    table.all_accept().all_write()
    assert overview(table).count("noch offen") == 1
    table.answers(key)
    assert overview(table).count("noch offen") == 0


def test_the_case_giver_writes_no_perspective_and_reads_none_before(stage: Stage) -> None:
    table = Written(stage).all_accept().all_write()
    page = table.author.opens(table.address).get_data(as_text=True)
    assert "Sicht" not in page
    assert table.author.opens(f"{table.address}/perspektive").status_code == 404
