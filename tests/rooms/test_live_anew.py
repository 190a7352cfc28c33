"""What was sent back on the live board can be written anew in every phase in which it can be sent back."""

import pytest

from caseboard.db import db
from caseboard.errors import WrongMoment
from caseboard.models import PerspectiveState, Question, QuestionState
from caseboard.models.contribution import CardKind
from caseboard.sessions.live import cards, leading, talking
from caseboard.sessions.live.marks import phase_mark
from tests.actors import Stage
from tests.rooms.live_stage import Live

REASON = "Bitte ohne Namen."


def sent_back(live: Live, key: str) -> None:
    """The moderator gives a card back."""
    cards.send_back(live.moderator.user, live.row, key, REASON, cards.card_mark(live.card(key)))


def rewritten(live: Live, key: str) -> int:
    """What the writer is answered who follows the link on the board, and writes the card anew."""
    path = f"/karten/{key}/aendern"
    assert path in live.seen_by(live.advisers[0])
    form = {"text": "Einen Brief schreiben.", "seen": cards.card_mark(live.card(key))}
    return live.advisers[0].sends(f"{live.address}{path}", form).status_code


@pytest.mark.parametrize("key", ["consultation", "closing"])
def test_a_card_that_comes_back_after_consulting_is_written_anew_and_revealed(stage: Stage, key: str) -> None:
    # given a card that still lies in the queue when the time is over
    live = Live(stage).goes_to("consultation")
    card = live.posts(live.advisers[0], "Frau Zitronenfalter fragen.")
    live.goes_to(key)
    sent_back(live, card)
    # when its writer writes it anew, then the moderator can reveal it and it stays
    assert rewritten(live, card) == 200
    live.reveals_all()
    leading.finish(live.moderator.user, live.goes_to("closing").row, phase_mark(live.row))
    assert live.card(card).text == "Einen Brief schreiben."


def test_a_card_from_before_one_writes_for_all_can_still_be_written_anew_and_deleted(stage: Stage) -> None:
    # given two cards of an adviser, before the note taker writes for everybody
    live = Live(stage).goes_to("consultation")
    first, second = (live.posts(live.advisers[0], text) for text in ("Eins.", "Zwei."))
    leading.write_alone(live.moderator.user, live.row, alone=True)
    sent_back(live, first)
    # then their writer rewrites the one and deletes the other, and writes no new one
    assert rewritten(live, first) == 200
    cards.take_back(live.advisers[0].user, live.row, second)
    with pytest.raises(WrongMoment):
        live.posts(live.advisers[0], "Drei.")


@pytest.mark.parametrize("key", ["key_question", "method", "closing"])
def test_a_suggestion_and_a_question_that_came_back_are_written_anew_later(stage: Stage, key: str) -> None:
    # given a question and a suggestion, both sent back
    live = Live(stage).goes_to("report")
    writer = live.advisers[0]
    asked = talking.ask(writer.user, live.row, "Kennt sie Frau Zitronenfalter?", "a" * 32).id
    offer = live.goes_to("key_question").posts(writer, "Was sagt Frau Zitronenfalter?", CardKind.OFFER)
    sent_back(live, offer)
    question = live.question(asked)
    talking.send_back_question(live.moderator.user, live.row, asked, REASON, talking.answer_mark(question))
    # when the session has gone on
    live.goes_to(key)
    assert rewritten(live, offer) == 200
    assert live.card(offer).state is PerspectiveState.QUEUED
    # then the question is asked anew from the board too, without a turn, and the former one is gone
    page = live.seen_by(writer)
    assert f'id="anew-{asked}"' in page
    sends = {"text": "Hat sie jemanden zum Reden?", "once": asked}
    assert writer.sends(f"{live.address}/live-fragen", sends).status_code == 200
    board = live.seen_by(live.author)
    assert "Hat sie jemanden zum Reden?" in board
    assert "Zitronenfalter" not in live.seen_by(writer)
    db.session.rollback()
    assert [row.state for row in db.session.query(Question)] == [QuestionState.OPEN]


def test_a_new_question_waits_for_its_phase(stage: Stage) -> None:
    live = Live(stage).goes_to("key_question")
    form = {"text": "Seit wann?", "once": "b" * 32}
    assert live.advisers[0].sends(f"{live.address}/live-fragen", form).status_code == 409


@pytest.mark.parametrize(
    ("kind", "phase", "most"),
    [(CardKind.THOUGHT, "consultation", 600), (CardKind.OFFER, "key_question", 600), (CardKind.NOTE, "report", 1200)],
)
def test_nothing_grows_by_being_written_anew(stage: Stage, kind: CardKind, phase: str, most: int) -> None:
    # given a card, a suggestion and a note, each with as many characters as it may have
    live = Live(stage).goes_to(phase)
    writer = live.note_taker if kind is CardKind.NOTE else live.advisers[0]
    key = live.posts(writer, "Noch knapp.", kind)
    path = f"{live.address}/karten/{key}/aendern"
    assert f'maxlength="{most}"' in writer.opens(path).get_data(as_text=True)
    form = {"seen": cards.card_mark(live.card(key))}
    # when one more is sent, then it is refused, and as many are taken
    assert writer.sends(path, {**form, "text": "a " * (most // 2) + "b"}).status_code == 422
    assert live.card(key).text == "Noch knapp."
    assert writer.sends(path, {**form, "text": "a " * (most // 2 - 1) + "b"}).status_code == 200
