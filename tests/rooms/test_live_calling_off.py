"""Calling a running live session off, and what the case giver still marks when one is over."""

import pytest
from sqlalchemy import select

from caseboard.db import db
from caseboard.errors import WrongMoment
from caseboard.models import CaseState, Notice, Perspective, Question, SessionState
from caseboard.sessions import service
from caseboard.sessions.live import leading, sorting, talking
from caseboard.sessions.live.marks import mark, phase_mark
from tests.actors import Stage
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import Round
from tests.rooms.test_flows import left_over


def finished(live: Live) -> Live:
    """The session is over, and the result sheet is not written yet."""
    live.goes_to("closing")
    leading.finish(live.moderator.user, live.row, phase_mark(live.row))
    return live


def test_the_moderator_calls_a_running_session_off_after_a_last_look(stage: Stage) -> None:
    # given a running session with words on its board, and the way to call it off
    live = Live(stage).goes_to("consultation")
    live.posts(live.advisers[0], "Gemeinsam einen Brief entwerfen.")
    live.reveals_all().goes_to("closing")
    talking.name_first_step(live.author.user, live.row, "Einen Brief entwerfen.", mark(None))
    assert f"{live.address}/absagen" in live.seen_by(live.moderator)
    assert f"{live.address}/absagen" not in live.seen_by(live.advisers[0])
    # when the moderator looks at what it means, nothing has happened yet
    look = live.moderator.opens(f"{live.address}/absagen").get_data(as_text=True)
    assert "Alle erfahren es" in look
    assert live.row.state is SessionState.RUNNING
    # and then does it
    live.moderator.sends(f"{live.address}/absagen")
    # then everybody is told, the case waits, and nothing that was said is left
    assert (live.row.state, live.case.state) == (SessionState.CANCELLED, CaseState.RELEASED)
    others = {one.user_id for one in (*live.guests, live.author, live.co_moderator)}
    assert set(db.session.scalars(select(Notice.user_id).where(Notice.kind == "session.cancelled"))) == others
    for table in (Perspective, Question):
        assert not list(db.session.scalars(select(table)))
    assert live.row.first_step is None
    assert not left_over("Brief entwerfen")


def test_open_boards_are_led_to_a_kind_sentence(stage: Stage) -> None:
    live = Live(stage).goes_to("report")
    live.moderator.sends(f"{live.address}/absagen")
    for somebody in (live.advisers[0], live.author, live.observer):
        answer = live.asks(somebody)
        assert answer.status_code == 410
        assert "abgesagt" in somebody.opens(answer.get_data(as_text=True)).get_data(as_text=True)
    # while a board that has ended in good order leads to its page as before
    over = finished(Live(stage))
    assert over.asks(over.advisers[0]).get_data(as_text=True) == ""


@pytest.mark.parametrize("opened", [True, False])
def test_a_board_that_is_loaded_again_after_calling_off_says_so_kindly(stage: Stage, opened: bool) -> None:
    # given a session from which somebody has stepped back, and that is then called off
    live = Live(stage, opened=opened)
    gone = live.advisers[1]
    service.answer(gone.user, live.row, accepts=False)
    live.moderator.sends(f"{live.address}/absagen")
    # when whoever had a part loads the board or its page again
    for somebody in live.everybody.values():
        for path in (live.board, live.address):
            page = somebody.opens(path, follow_redirects=True)
            # then a sentence says that it is off, and neither by whom nor what the case was about
            text = page.get_data(as_text=True)
            assert (page.status_code, "Diese Beratung ist abgesagt" in text) == (200, True)
            assert somebody is live.moderator or live.moderator.user.name not in text
            assert "Termine bleiben leer" not in text.split('id="waiting"')[0]
    # while for whoever has no place any more, and never had one, there is nothing
    for somebody in (gone, stage.case_manager("has"), stage.moderator("msp"), stage.leader("nes")):
        assert [somebody.opens(path).status_code for path in (live.board, live.address)] == [404, 404]


def test_nobody_hears_of_calling_off_while_the_case_rests(stage: Stage) -> None:
    live = Live(stage)
    live.moderator.sends(f"{live.address}/absagen")
    live.rests()
    for somebody in live.everybody.values():
        assert somebody.opens(live.board).status_code == 404


def test_a_session_that_is_over_speaks_of_what_it_has_brought(stage: Stage) -> None:
    # given a session without and one with a card, and a written round
    empty, live, table = finished(Live(stage)), Live(stage).goes_to("consultation"), Round(stage).is_revealed()
    live.posts(live.advisers[0], "Den Brief zu zweit schreiben.")
    finished(live.reveals_all())
    # then the session speaks of what it has brought, and the round of perspectives
    for somebody in live.everybody.values():
        page = somebody.opens(live.address).get_data(as_text=True)
        assert "Was die Sitzung ergeben hat" in page
        assert "erspektiven" not in page.split("<main")[1].replace("Lesen Sie die Perspektiven", "")
    assert "Auf dem Board wurde nichts geschrieben" in empty.author.opens(empty.address).get_data(as_text=True)
    assert "Die Perspektiven</h2>" in table.author.opens(table.address).get_data(as_text=True)
    # and so does the result sheet
    live.concludes()
    assert "Was die Sitzung ergeben hat" in live.advisers[0].opens(f"{live.address}/ergebnis").get_data(as_text=True)


@pytest.mark.parametrize("part", ["case_giver", "co_moderator", "adviser", "note_taker", "observer"])
def test_only_the_moderator_calls_off(stage: Stage, part: str) -> None:
    live = Live(stage)
    somebody = live.everybody[part]
    assert somebody.opens(f"{live.address}/absagen").status_code == 404
    assert somebody.sends(f"{live.address}/absagen").status_code == 404
    assert live.row.state is SessionState.RUNNING


def test_what_is_over_is_not_called_off(stage: Stage) -> None:
    live = finished(Live(stage))
    assert live.moderator.opens(f"{live.address}/absagen").status_code == 409
    assert live.moderator.sends(f"{live.address}/absagen").status_code == 409


def test_the_case_giver_marks_what_helps_until_the_result_is_sent(stage: Stage) -> None:
    # given a session that is over, with a card that nobody has marked
    live = Live(stage).goes_to("consultation")
    card = live.posts(live.advisers[0], "Den Brief zu zweit schreiben.")
    finished(live.reveals_all())
    path = f"{live.address}/karten/{card}/mitnehmen"
    page = live.author.opens(live.address).get_data(as_text=True)
    assert path in page
    assert path not in live.advisers[0].opens(live.address).get_data(as_text=True)
    # when the case giver marks it, the page comes back to that card and the result sheet begins with it
    answer = live.author.sends(path, {"on": "yes"}, follow=False)
    assert answer.location.endswith(f"{live.address}#card-{card}")
    begun = live.author.opens(f"{live.address}/abschluss").get_data(as_text=True)
    assert "Den Brief zu zweit schreiben." in begun.split('name="helped"')[1].split("</textarea>")[0]
    # and can leave it again
    live.author.sends(path, {"on": "no"})
    assert live.card(card).taken_at is None
    # but not once the sheet is sent
    live.concludes()
    assert live.author.sends(path, {"on": "yes"}).status_code == 409
    assert path not in live.author.opens(live.address).get_data(as_text=True)
    with pytest.raises(WrongMoment):
        sorting.take_along(live.author.user, live.row, card, taken=True)
