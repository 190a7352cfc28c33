"""How to send every field of the live board that takes free words."""

from collections.abc import Callable

from caseboard.db import db
from caseboard.models import Question
from caseboard.models.contribution import CardKind
from caseboard.sessions.live import sorting
from caseboard.sessions.live.cards import card_mark
from caseboard.sessions.live.marks import mark
from tests.actors import Stage
from tests.rooms.live_stage import Live

ONCE = "a" * 32


def posts(phase: str, path: str, who: str) -> Callable[[Stage, str], None]:
    """Something that comes onto the board for the first time."""

    def sends(stage: Stage, words: str) -> None:
        live = Live(stage).goes_to(phase)
        form = {"text": words, "once": ONCE, "seen": mark(None)}
        assert live.everybody[who].sends(f"{live.address}/{path}", form).status_code == 200

    return sends


def rewrites(stage: Stage, words: str) -> None:
    """A card written anew."""
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], "Erst so.")
    form = {"seen": card_mark(live.card(key)), "text": words}
    assert live.advisers[0].sends(f"{live.address}/karten/{key}/aendern", form).status_code == 200


def rewrites_a_note(stage: Stage, words: str) -> None:
    """A note written anew."""
    live = Live(stage).goes_to("report")
    key = live.posts(live.note_taker, "Erst so.", CardKind.NOTE)
    form = {"seen": card_mark(live.card(key)), "text": words}
    assert live.note_taker.sends(f"{live.address}/karten/{key}/aendern", form).status_code == 200


def sends_back(stage: Stage, words: str) -> None:
    """Why a card is sent back."""
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], "Ein Gedanke.")
    form = {"seen": card_mark(live.card(key)), "reason": words}
    assert live.moderator.sends(f"{live.address}/karten/{key}/zurueckgeben", form).status_code == 200


def answers(stage: Stage, words: str) -> None:
    """The answer to a question."""
    live = Live(stage).goes_to("report")
    live.advisers[0].sends(f"{live.address}/live-fragen", {"text": "Seit wann?", "once": ONCE})
    key = db.session.query(Question).one().id
    form = {"seen": mark(key, None), "text": words}
    assert live.author.sends(f"{live.address}/live-fragen/{key}/antwort", form).status_code == 200


def names_a_group(stage: Stage, words: str) -> None:
    """What the cards of a group have in common."""
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], "Ein Gedanke.", CardKind.THOUGHT)
    live.reveals_all()
    group_id = sorting.group(live.moderator.user, live.row, key, sorting.NEW)
    form = {"seen": mark(None), "name": words}
    assert live.moderator.sends(f"{live.address}/kartengruppen/{group_id}/name", form).status_code == 200


LIVE_FIELDS: dict[str, Callable[[Stage, str], None]] = {
    "sessions.CardForm.text": posts("consultation", "karten", "adviser"),
    "sessions.OfferForm.text": posts("key_question", "schluesselfrage/vorschlag", "adviser"),
    "sessions.NoteForm.text": posts("report", "mitschrift", "note_taker"),
    "sessions.AskForm.text": posts("report", "live-fragen", "adviser"),
    "sessions.KeyQuestionForm.text": posts("key_question", "schluesselfrage", "case_giver"),
    "sessions.FirstStepForm.text": posts("closing", "erster-schritt", "case_giver"),
    "sessions.RewriteForm.text": rewrites,
    "sessions.RewriteNoteForm.text": rewrites_a_note,
    "sessions.ReasonForm.reason": sends_back,
    "sessions.AnswerForm.text": answers,
    "sessions.GroupNameForm.name": names_a_group,
}
