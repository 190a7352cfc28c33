"""Notes on the live board: read at once, corrected by whoever took them, taken away where they name somebody."""

from caseboard.db import db
from caseboard.models import Perspective, PerspectiveState
from caseboard.models.consultation import CardKind
from caseboard.sessions.live.cards import card_mark
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
