"""Cards on the live board: hidden in the bytes until revealed, sent back without a name, written by turns."""

import pytest

from caseboard.db import db
from caseboard.errors import Conflict, NotAllowed, NotFound, WrongMoment
from caseboard.models import PerspectiveState, Question, SessionState
from caseboard.sessions.live import cards, leading, sorting, talking
from caseboard.sessions.live.marks import Collision, mark, phase_mark
from tests.actors import Actor, Stage
from tests.markup import Page
from tests.rooms.live_stage import Live, seen

WORDS = "Zitronenfalter zählen."


def waiting_cards(live: Live) -> str:
    """The cards that wait for the moderator, as the board has them."""
    return live.seen_by(live.moderator).split('id="live-queue"')[1].split("</section>")[0]


def test_a_card_stays_out_of_everybodys_bytes_until_it_is_revealed(stage: Stage) -> None:
    # given a card in the queue
    live = Live(stage).goes_to("consultation")
    writer = live.advisers[0]
    writer.sends(f"{live.address}/karten", {"text": WORDS, "once": "a" * 32})
    # then its writer and the moderator read it, and everybody else a number
    for part, somebody in {**live.everybody, "second": live.advisers[1]}.items():
        for page in (live.seen_by(somebody), live.asks(somebody).get_data(as_text=True)):
            assert (WORDS in page) is (part in {"adviser", "moderator"}), part
            assert "1 Karte ist verdeckt" in page, part
    # and the moderator reads no name beside it
    assert "Ada" not in waiting_cards(live)
    assert writer.user_id not in waiting_cards(live)
    # when it is revealed, everybody reads it, and nobody whose it is
    live.reveals_all()
    for somebody in live.everybody.values():
        page = live.asks(somebody).get_data(as_text=True)
        assert WORDS in page
        card = page.split('id="live-cards"')[1].split('id="live-people"')[0]
        assert "Haßberge" not in card


def test_names_are_replaced_unasked(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    live.advisers[0].sends(f"{live.address}/karten", {"text": "Frau Hannelore Brückmeier fragen.", "once": "a" * 32})
    assert "Brückmeier" not in live.seen_by(live.advisers[0])
    assert "[Name] fragen." in live.seen_by(live.advisers[0])


def test_a_second_click_posts_once(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    for _ in range(2):
        live.advisers[0].sends(f"{live.address}/karten", {"text": WORDS, "once": "a" * 32})
    assert len(live.signs()) == 1


def test_the_moderator_reveals_what_they_have_read_and_nothing_else(stage: Stage) -> None:
    # given two cards of which the second was changed after the moderator read it
    live = Live(stage).goes_to("consultation")
    first, second = live.posts(live.advisers[0], "Erste."), live.posts(live.advisers[1], "Zweite.")
    read = live.signs()
    cards.change(live.advisers[1].user, live.row, second, "Zweite, mit Zusatz.", cards.card_mark(live.card(second)))
    third = live.posts(live.advisers[0], "Dritte.")
    # when they reveal
    assert cards.reveal(live.moderator.user, live.row, read) == 1
    # then only the first is on the board
    states = [live.card(key).state for key in (first, second, third)]
    assert states == [PerspectiveState.REVEALED, PerspectiveState.QUEUED, PerspectiveState.QUEUED]
    with pytest.raises(Conflict):
        cards.reveal(live.moderator.user, live.row, read)


def test_a_card_that_names_somebody_goes_back_to_whoever_wrote_it(stage: Stage) -> None:
    # given a card that slipped through
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], "Die Nachbarin vom Eck fragen.")
    path = f"{live.address}/karten/{key}/zurueckgeben"
    assert "Die Nachbarin vom Eck" in live.moderator.opens(path).get_data(as_text=True)
    for somebody, status in ((live.advisers[1], 404), (live.author, 404), (live.co_moderator, 409)):
        refused = somebody.opens(path)
        assert refused.status_code == status
        assert "Nachbarin" not in refused.get_data(as_text=True)
    # where the moderator reads it stands neither a name nor an id of whoever wrote it
    waiting = waiting_cards(live)
    assert "Die Nachbarin vom Eck" in waiting
    assert [word for one in live.guests for word in (one.user.name, one.user_id) if word in waiting] == []
    # when the moderator sends it back
    form = {"seen": cards.card_mark(live.card(key)), "reason": "Bitte ohne die Nachbarin."}
    assert live.moderator.sends(path, form).status_code == 200
    # then its writer reads why, and nobody else reads it
    assert "Bitte ohne die Nachbarin." in live.seen_by(live.advisers[0])
    for somebody in (live.moderator, live.advisers[1], live.author, live.co_moderator):
        assert "Nachbarin" not in live.asks(somebody).get_data(as_text=True)
    # when they write it anew, it waits for the moderator once more
    path = f"{live.address}/karten/{key}/aendern"
    page = live.advisers[0].opens(path).get_data(as_text=True)
    assert "Nachbarin" in page
    form = {"seen": cards.card_mark(live.card(key)), "text": "Jemanden aus dem Umfeld fragen."}
    live.advisers[0].sends(path, form)
    assert (live.card(key).state, live.card(key).send_back_reason) == (PerspectiveState.QUEUED, None)


def test_a_revealed_card_can_be_sent_back_too_and_leaves_the_board(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], WORDS)
    live.reveals_all()
    sorting.group(live.moderator.user, live.row, key, sorting.NEW)
    cards.send_back(live.moderator.user, live.row, key, "Bitte anders.", cards.card_mark(live.card(key)))
    assert WORDS not in live.seen_by(live.author)


def test_what_everybody_has_seen_is_not_changed_any_more(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], WORDS)
    live.reveals_all()
    with pytest.raises(WrongMoment):
        cards.change(live.advisers[0].user, live.row, key, "Anders.", cards.card_mark(live.card(key)))
    with pytest.raises(WrongMoment):
        cards.take_back(live.advisers[0].user, live.row, key)


def test_two_windows_of_one_writer_meet(stage: Stage) -> None:
    # given a card that is open in two windows
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], "Erste Fassung.")
    path, before = f"{live.address}/karten/{key}/aendern", cards.card_mark(live.card(key))
    live.advisers[0].sends(path, {"seen": before, "text": "Zweite Fassung."})
    # when the other window sends, both versions are shown and nothing is lost
    answer = live.advisers[0].sends(path, {"seen": before, "text": "Dritte Fassung."})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Zweite Fassung." in page
    assert "Dritte Fassung." in page
    # and can be sent again with what was seen now
    again = {"seen": page.split('name="seen"')[1].split('value="')[1].split('"')[0], "text": "Dritte Fassung."}
    live.advisers[0].sends(path, again)
    assert live.card(key).text == "Dritte Fassung."


def test_nobody_gets_at_somebody_elses_card(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], WORDS)
    other = live.advisers[1]
    assert other.opens(f"{live.address}/karten/{key}/aendern").status_code == 404
    assert other.sends(f"{live.address}/karten/{key}/zuruecknehmen").status_code == 404
    with pytest.raises(NotFound):
        cards.card_of(Live(stage).row, key)
    with pytest.raises(NotAllowed):
        sorting.group(live.moderator.user, live.row, key, sorting.NEW)  # what is hidden is not sorted
    live.advisers[0].sends(f"{live.address}/karten/{key}/zuruecknehmen")
    assert live.signs() == frozenset()


def test_while_the_group_consults_the_case_giver_cannot_write_and_sees_that_this_is_meant(stage: Stage) -> None:
    live = Live(stage).goes_to("report")
    asked = talking.ask(live.advisers[0].user, live.row, "Seit wann?", "a" * 32).id
    live.goes_to("consultation")
    page = live.seen_by(live.author)
    assert "Sie können gerade nicht schreiben. Das ist so gedacht" in page
    assert "data-says" not in page
    answer = live.author.sends(f"{live.address}/live-fragen/{asked}/antwort", {"text": "Seit dem Winter.", "seen": ""})
    assert answer.status_code == 409
    assert "nur zu" in answer.get_data(as_text=True)
    assert live.question(asked).answer is None


def turn(live: Live) -> Actor:
    """Whoever has the turn."""
    return next(actor for actor in live.guests if actor.user_id == live.row.turn_user_id)


def test_round_robin_with_pass(stage: Stage) -> None:
    # given a process by turns, and three who have come
    live = Live(stage, process="turns")
    for actor in live.guests:
        live.comes(actor)
    live.goes_to("hypotheses")
    asked = [turn(live)]
    # when the first writes, the second passes and the moderator calls the next after the third
    if asked[0] is live.note_taker:
        cards.pass_turn(live.note_taker.user, live.row)
    else:
        live.posts(asked[0], "Eine Vermutung.")
    asked.append(turn(live))
    waiting = next(one for one in live.advisers if one is not asked[1])
    if asked[1] is not live.note_taker:
        with pytest.raises(WrongMoment):
            live.posts(waiting, "Vorgedrängelt.")
    with pytest.raises(WrongMoment):
        cards.pass_turn(next(one for one in (*live.advisers, live.note_taker) if one is not asked[1]).user, live.row)
    cards.pass_turn(asked[1].user, live.row)
    asked.append(turn(live))
    live.moderator.sends(f"{live.address}/weitergeben")
    # then everybody came once before anybody came twice; the observer never comes
    assert {actor.user_id for actor in asked} == {actor.user_id for actor in (*live.advisers, live.note_taker)}
    assert turn(live) is asked[0]


def test_offers_for_the_key_question_are_revealed_and_taken(stage: Stage) -> None:
    live = Live(stage).goes_to("key_question")
    live.advisers[0].sends(f"{live.address}/schluesselfrage/vorschlag", {"text": "Was hilft ihr?", "once": "a" * 32})
    assert "Was hilft ihr?" not in live.seen_by(live.author)
    live.reveals_all()
    assert "Was hilft ihr?" in live.seen_by(live.author)
    form = {"text": "Was hilft ihr?", "seen": mark(None)}
    live.author.sends(f"{live.address}/schluesselfrage", form)
    assert live.row.key_question == "Was hilft ihr?"
    # the other one had the page open: both versions
    answer = live.moderator.sends(f"{live.address}/schluesselfrage", {"text": "Was braucht sie?", "seen": mark(None)})
    assert answer.status_code == 409
    assert "Was hilft ihr?" in answer.get_data(as_text=True)
    assert "Was braucht sie?" in answer.get_data(as_text=True)


def test_notes_are_read_at_once_and_are_no_cards(stage: Stage) -> None:
    live = Live(stage).goes_to("report")
    live.note_taker.sends(f"{live.address}/mitschrift", {"text": "Es geht um Vertrauen.", "once": "a" * 32})
    assert "Es geht um Vertrauen." in live.seen_by(live.author)
    assert live.advisers[0].sends(f"{live.address}/mitschrift", {"text": "Ich auch."}).status_code == 404
    # they wait for nobody: they never lie in the queue, and keep no session from its end
    assert 'id="live-queue"' not in live.goes_to("consultation").seen_by(live.moderator)
    live.goes_to("closing")
    leading.finish(live.moderator.user, live.row, phase_mark(live.row))
    assert live.row.state is SessionState.FINISHED
    # and what stays calls them notes
    words = [one.text for one in Page(live.author.opens(live.address).get_data(as_text=True)).all("p")]
    assert words[words.index("Es geht um Vertrauen.") - 1] == "Notiz"


def test_questions_are_asked_without_a_name_and_answered_without_one(stage: Stage) -> None:
    live = Live(stage).goes_to("report")
    live.advisers[0].sends(f"{live.address}/live-fragen", {"text": "Seit wann ist das so?", "once": "a" * 32})
    page = live.seen_by(live.author)
    key = db.session.query(Question).one().id
    assert "Seit wann ist das so?" in page
    assert live.advisers[0].user_id not in page
    # when it is answered, twice from two windows
    path, before = f"{live.address}/live-fragen/{key}/antwort", seen(page, f"answer-{key}")
    live.author.sends(path, {"text": "Seit dem Winter.", "seen": before})
    second = live.author.sends(path, {"text": "Seit Januar.", "seen": before})
    assert second.status_code == 409
    assert "Seit dem Winter." in second.get_data(as_text=True)
    # then everybody reads the first answer
    for somebody in live.everybody.values():
        assert "Seit dem Winter." in live.seen_by(somebody)
    with pytest.raises(Collision):
        talking.answer(live.author.user, live.row, key, "Anders.", before)


def test_a_question_that_names_somebody_is_read_by_its_asker_alone(stage: Stage) -> None:
    live = Live(stage).goes_to("report")
    key = talking.ask(live.advisers[0].user, live.row, "Ist es die vom Bäcker?", "a" * 32).id
    path = f"{live.address}/live-fragen/{key}/zurueckgeben"
    assert "vom Bäcker" in live.moderator.opens(path).get_data(as_text=True)
    form = {"reason": "Bitte nicht raten, wer es ist.", "seen": mark(key, None)}
    live.moderator.sends(path, form)
    assert "Bitte nicht raten" in live.seen_by(live.advisers[0])
    for part in ("case_giver", "moderator", "note_taker", "observer"):
        assert "vom Bäcker" not in live.seen_by(live.everybody[part])
