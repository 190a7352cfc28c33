"""What the tests of written rounds put on the stage: a round of any process, on any day, with questions in it."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import select
from werkzeug.test import TestResponse

from caseboard import clock
from caseboard.db import db
from caseboard.models import Notice, Perspective, Question
from caseboard.sessions import service
from caseboard.sessions.written import questions
from tests.actors import Actor
from tests.rooms.sessions_stage import Round, released_case, safe


def at(text: str, hour: int = 9) -> datetime:
    """An hour of a day in Berlin, such as "Thu 14.01.2027"; the weekday must be right."""
    day = datetime.strptime(text, "%a %d.%m.%Y").date()  # noqa: DTZ007 - a day on the wall
    assert day.strftime("%a") == text[:3], text
    return datetime.combine(day, time(hour), clock.BERLIN)


@dataclass
class Written(Round):
    """A written round of any process; three advisers of three other houses."""

    process: str = "six_phases"
    urgent: bool = False

    def __post_init__(self) -> None:
        """Everybody takes their place."""
        self.author = self.stage.case_manager("kg")
        self.moderator = self.stage.moderator("nes")
        self.advisers = [self.stage.case_manager(key) for key in ("has", "msp", "kt")]
        self.case_id = released_case(self.stage, self.author, themes=self.themes)
        chosen = frozenset(adviser.user_id for adviser in self.advisers)
        planned = service.Plan(self.kind, chosen, process_id=self.process, urgent=self.urgent)
        self.id = service.plan(self.moderator.user, self.case, planned).id

    def asks(self, adviser: Actor, text: str = "Seit wann bleibt sie weg?") -> str:
        """An adviser asks something; the id of the question."""
        return questions.ask(adviser.user, self.row, safe(text), secrets.token_hex(16)).id

    def answers(self, question_id: str, text: str = "Seit dem Winter.") -> None:
        """The case giver answers."""
        row = question(question_id)
        questions.answer(self.author.user, row, safe(text), questions.question_mark(row))

    def everybody(self) -> list[Actor]:
        """Whoever has accepted, the moderator and the case giver."""
        return [*self.advisers, self.moderator, self.author]

    def told(self, kind: str) -> list[str]:
        """Who has a notice of this kind, once for each time."""
        db.session.rollback()
        return sorted(db.session.scalars(select(Notice.user_id).where(Notice.kind == kind)))


def question(key: str) -> Question:
    """A question, fresh from the database."""
    db.session.rollback()
    return db.session.get_one(Question, key)


def written_by(adviser: Actor) -> list[Perspective]:
    """What one adviser has written, phase by phase."""
    db.session.rollback()
    mine = select(Perspective).where(Perspective.author_id == adviser.user_id)
    return list(db.session.scalars(mine.order_by(Perspective.created_at)))


def hidden(page: TestResponse) -> dict[str, str]:
    """What the form of a look carries along: the seal, and the mark of what stood there."""
    found = re.findall(r'<input[^>]*name="(seal|seen|once)"[^>]*value="([^"]*)"', page.get_data(as_text=True))
    return dict(found)


def confirmed(actor: Actor, path: str, form: dict[str, str]) -> str:
    """Look at a text stripped and send it; the page that follows."""
    look = actor.sends(path, {**form, "step": "look"})
    assert look.status_code == 200, path
    answer = actor.sends(path, {**form, **hidden(look), "step": "confirm"})
    assert answer.status_code == 200, path
    return answer.get_data(as_text=True)
