"""Notes on the live board: read at once, corrected by whoever took them, taken away where they name somebody."""

from caseboard.db import db
from caseboard.models import Perspective, PerspectiveState
from caseboard.models.contribution import CardKind
from caseboard.sessions.live import leading
from caseboard.sessions.live.cards import card_mark
from caseboard.sessions.live.marks import phase_mark
from caseboard.sessions.live.sheet import kept
from tests.actors import Stage
from tests.rooms.live_stage import Live

TEXT = "Es geht um Vertrauen."


def noted(stage: Stage) -> tuple[Live, str]:
    """A session with one note; its id."""
    live = Live(stage).goes_to("report")
    return live, live.posts(live.note_taker, TEXT, CardKind.NOTE)


def test_whoever_takes_notes_corrects_and_deletes_them_on_the_board(stage: Stage) -> None:
    # given a note with a slip in it
    live, key = noted(stage)
    path = f"/karten/{key}/aendern"
    assert path in live.seen_by(live.note_taker)
    # when it is corrected
    form = {"text": "Es geht um Zutrauen.", "seen": card_mark(live.card(key))}
    assert live.note_taker.sends(f"{live.address}{path}", form).status_code == 200
    # then everybody reads it at once, and nobody else could have done it
    assert "Es geht um Zutrauen." in live.seen_by(live.author)
    for part in ("moderator", "adviser", "observer", "case_giver", "co_moderator"):
        assert f"/karten/{key}/aendern" not in live.seen_by(live.everybody[part]), part
    assert live.advisers[0].sends(f"{live.address}/karten/{key}/zuruecknehmen").status_code == 404
    # and it can go altogether
    assert f'id="back-{key}"' in live.seen_by(live.note_taker)
    live.note_taker.sends(f"{live.address}/karten/{key}/zuruecknehmen")
    db.session.rollback()
    assert db.session.query(Perspective).count() == 0


def test_a_note_that_names_somebody_is_taken_off_the_board_until_it_is_written_anew(stage: Stage) -> None:
    # given a moderator who reads a name in a note
    live, key = noted(stage)
    path = f"{live.address}/karten/{key}/zurueckgeben"
    assert path in live.seen_by(live.moderator)
    assert path not in live.seen_by(live.note_taker)
    live.moderator.sends(path, {"reason": "Bitte ohne Namen.", "seen": card_mark(live.card(key))})
    # then only whoever wrote it reads it, with the reason
    assert live.card(key).state is PerspectiveState.SENT_BACK
    for part in ("moderator", "adviser", "observer", "case_giver"):
        assert TEXT not in live.seen_by(live.everybody[part]), part
    mine = live.seen_by(live.note_taker)
    assert "Bitte ohne Namen." in mine
    assert f'id="change-{key}"' in mine
    # and once it is written anew everybody reads it, without waiting for the moderator
    form = {"text": "Es geht um Zutrauen.", "seen": card_mark(live.card(key))}
    live.note_taker.sends(f"{live.address}/karten/{key}/aendern", form)
    assert live.card(key).state is PerspectiveState.REVEALED
    assert "Es geht um Zutrauen." in live.seen_by(live.author)


def test_notes_stand_in_the_order_in_which_they_were_written(stage: Stage) -> None:
    # given a protocol of several sentences, one of which was corrected later
    live = Live(stage).goes_to("report")
    words = ["Erstens.", "Zweitens.", "Drittens.", "Viertens.", "Fünftens.", "Sechstens."]
    keys = [live.posts(live.note_taker, word, CardKind.NOTE) for word in words]
    form = {"text": "Zweitens!", "seen": card_mark(live.card(keys[1]))}
    live.note_taker.sends(f"{live.address}/karten/{keys[1]}/aendern", form)
    words[1] = "Zweitens!"
    # then it is read in its order on the board
    assert in_order(words, live.seen_by(live.author)) == words
    # and on the result sheet, as a page and as a file
    leading.finish(live.moderator.user, live.goes_to("closing").row, phase_mark(live.row))
    live.concludes()
    page = live.advisers[0].opens(f"{live.address}/ergebnis").get_data(as_text=True)
    assert in_order(words, page) == words
    with stage.app.test_request_context():
        assert [one.text for one in kept(live.row)] == words


def in_order(words: list[str], page: str) -> list[str]:
    """Those of the words that stand in a text, in the order in which they stand there."""
    return sorted((word for word in words if word in page), key=page.index)
