"""What the tests of live sessions put on the stage: six people around one case, each in their part."""

import re
import secrets
from typing import Any

from werkzeug.test import TestResponse

from caseboard import clock
from caseboard.db import db
from caseboard.models import Perspective, Question, SessionKind
from caseboard.models.contribution import CardKind
from caseboard.sessions import service
from caseboard.sessions.live import arriving, cards, leading
from caseboard.sessions.live.marks import phase_mark
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import Round, released_case

PHASES = ("casting", "report", "key_question", "method", "consultation", "closing", "reflection")
"""The six phases and the optional one after them."""


class Live(Round):
    """A live session of a case from Bad Kissingen: moderator, co-moderator, two advisers, note taker, observer."""

    def __init__(self, stage: Stage, *, process: str = "six_phases", opened: bool = True, **planned: Any) -> None:
        self.stage, self.kind, self.themes = stage, SessionKind.LIVE, ()
        self.author = stage.case_manager("kg", name="Anke Fallgeberin")
        self.moderator = stage.moderator("nes", name="Mara Leitung")
        self.co_moderator = stage.moderator("mil", name="Conrad Bei")
        self.advisers = [stage.case_manager("has", name="Ada Rat"), stage.case_manager("msp", name="Bert Rat")]
        self.note_taker = stage.case_manager("kt", name="Nora Schrift")
        self.observer = stage.case_manager("kt", name="Otto Blick")
        self.case_id = released_case(stage, self.author)
        plan = service.Plan(
            SessionKind.LIVE,
            frozenset(adviser.user_id for adviser in self.advisers),
            starts_at=clock.now(),
            process_id=process,
            co_moderator_id=self.co_moderator.user_id,
            note_taker_id=self.note_taker.user_id,
            observer_ids=frozenset({self.observer.user_id}),
            video_link="https://video.example/raum",
            **planned,
        )
        self.id = service.plan(self.moderator.user, self.case, plan).id
        for guest in self.guests:
            service.answer(guest.user, self.row, accepts=True)
        for somebody in (*self.guests, self.author, self.moderator, self.co_moderator):
            arriving.read_rules(somebody.user)
        if opened:
            leading.open_session(self.moderator.user, self.row)

    @property
    def guests(self) -> list[Actor]:
        """Everybody with a seat."""
        return [*self.advisers, self.note_taker, self.observer]

    @property
    def everybody(self) -> dict[str, Actor]:
        """All people by their part."""
        return {
            "case_giver": self.author,
            "moderator": self.moderator,
            "co_moderator": self.co_moderator,
            "adviser": self.advisers[0],
            "note_taker": self.note_taker,
            "observer": self.observer,
        }

    @property
    def board(self) -> str:
        """Where the board is found."""
        return f"{self.address}/tafel"

    def goes_to(self, key: str) -> "Live":
        """The moderator walks on until the session stands in this phase."""
        while self.row.phase != key:
            leading.next_phase(self.moderator.user, self.row, phase_mark(self.row))
        return self

    def posts(self, who: Actor, text: str, kind: CardKind = CardKind.THOUGHT) -> str:
        """Somebody writes a card; its id."""
        return cards.post(who.user, self.row, kind, text, secrets.token_hex(16)).id

    def reveals_all(self) -> "Live":
        """The moderator reveals what lies in the queue."""
        cards.reveal(self.moderator.user, self.row, self.signs())
        return self

    def signs(self) -> frozenset[str]:
        """What the moderator has read."""
        db.session.rollback()
        return frozenset(map(cards.card_sign, db.session.query(Perspective).filter_by(session_id=self.id)))

    def card(self, card_id: str) -> Perspective:
        """A card, fresh from the database."""
        db.session.rollback()
        return db.session.get_one(Perspective, card_id)

    def question(self, question_id: str) -> Question:
        """A question, fresh from the database."""
        db.session.rollback()
        return db.session.get_one(Question, question_id)

    def asks(self, who: Actor, version: int | str = "") -> TestResponse:
        """What the page of somebody asks every few seconds."""
        return who.opens(f"{self.address}/live?version={version}")

    def comes(self, who: Actor) -> "Live":
        """Somebody says that they are there."""
        who.sends(f"{self.address}/ankommen")
        return self

    def seen_by(self, who: Actor) -> str:
        """The board as somebody has it before them."""
        return who.opens(self.board).get_data(as_text=True)


def seen(page: str, form_id: str) -> str:
    """What a form on a page carries along as a sign of what stood there."""
    form = page.split(f'id="form-{form_id}"')[1].split("</form>")[0]
    found = re.search(r'name="seen" value="([^"]*)"', form)
    assert found, form_id
    return found[1]


__all__ = ["PHASES", "Live", "seen"]
