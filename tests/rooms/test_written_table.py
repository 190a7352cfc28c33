"""Every cell of the table of a written round has an address that answers as the table says: done, 409 or 404."""

import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from caseboard import clock
from caseboard.db import db
from caseboard.models import Perspective, PerspectiveState, Question, SessionKind, SessionState
from caseboard.policy.sessions import Part
from caseboard.sessions import contributions
from caseboard.sessions.actions import TABLES, Action
from caseboard.sessions.phases import Fit, Work
from caseboard.sessions.service.entry import fitting
from caseboard.sessions.written import leading
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import safe
from tests.rooms.written_stage import Written, hidden

BEFORE, NOW, AFTER = "before", "now", "after"
STATUS = {Fit.FITS: 200, Fit.WRONG_MOMENT: 409, Fit.OTHER_LEADS: 409, Fit.WRONG_PERSON: 404}
WAITING = (SessionState.INVITED, SessionState.FINISHED, SessionState.RESULT_SENT)


class Table(Written):
    """A round that stands in the middle of three phases, the one in the middle of any work; it has a co-moderator."""

    def stands(self, work: Work, state: SessionState = SessionState.RUNNING) -> "Table":
        """Everything as it is before somebody does something: a question and a perspective of the first adviser."""
        row, names = self.row, {"name": {"de": "Phase", "en": "Phase"}, "share": 2}
        works = ((BEFORE, Work.QUESTIONS), (NOW, work), (AFTER, Work.CONSULTATION))
        row.agenda = [{"key": key, "work": one.value, **names} for key, one in works]
        row.state, row.phase = state, NOW
        row.moderator_id, row.co_moderator_id = self.moderator.user_id, self.second.user_id
        row.starts_at, row.ends_at = clock.now() - timedelta(days=30), clock.now() + timedelta(days=30)
        for table in (Perspective, Question):
            db.session.query(table).delete()
        adviser = self.advisers[0]
        place = contributions.bound(adviser.user, row)
        self.question, self.card = Question(**place, asker_id=adviser.user_id), Perspective(**place)
        self.question.text = self.card.text = safe("Seit wann?")
        self.card.author_id, self.card.phase_key = adviser.user_id, NOW
        db.session.add_all([self.question, self.card])
        db.session.commit()
        self.question_id, self.card_id = self.question.id, self.card.id
        return self

    def is_over(self) -> None:
        """Its days are over, so that it can be revealed in any phase."""
        self.row.ends_at = clock.now() - timedelta(minutes=1)
        db.session.commit()

    @property
    def people(self) -> dict[Part, Actor]:
        """Everybody who can have a part in a round."""
        return {
            Part.CASE_GIVER: self.author,
            Part.MODERATOR: self.moderator,
            Part.CO_MODERATOR: self.second,
            Part.ADVISER: self.advisers[0],
        }


@pytest.fixture
def table(stage: Stage) -> Table:
    """A round in which everybody has accepted."""
    table = Table(stage)
    table.second = stage.moderator("mil")
    table.all_accept()
    return table


def pressed(path: str, **form: str) -> Callable[[Table, Actor], int]:
    """A button on the page of the round."""
    return lambda table, actor: actor.sends(f"{table.address}{path}", form).status_code


def typed(actor: Actor, path: str, **form: str) -> int:
    """A text that is looked at and then confirmed."""
    look = actor.sends(path, {**form, "step": "look"})
    if look.status_code != 200:
        return look.status_code
    return actor.sends(path, {**form, **hidden(look), "step": "confirm"}).status_code


def extends(table: Table, actor: Actor) -> int:
    """Two days more than stood on the page."""
    form = {"days": "2", "end": table.row.ends_at.isoformat()}
    return actor.sends(f"{table.address}/runde/verlaengern", form).status_code


def reveals(table: Table, actor: Actor) -> int:
    """Exactly what there is to look through."""
    table.is_over()
    return actor.sends(f"{table.address}/runde/aufdecken", {"seen": leading.seen(table.row)}).status_code


def sends_back(table: Table, actor: Actor) -> int:
    """A question, and where the days are over a perspective: both addresses say the same."""
    question = typed(actor, f"/beratungen/rueckfragen/{table.question_id}/zurueckgeben", reason="Ohne Ort.")
    table.is_over()
    card = typed(actor, f"/beratungen/perspektiven/{table.card_id}/zurueckgeben", reason="Ohne Ort.")
    assert card == question
    return card


def asks(table: Table, actor: Actor) -> int:
    """A question of one's own."""
    return typed(actor, f"{table.address}/runde/frage", text="Wie alt?", once=secrets.token_hex(16))


def answers(table: Table, actor: Actor) -> int:
    """The answer to a question."""
    return typed(actor, f"/beratungen/rueckfragen/{table.question_id}/antwort", text="Seit dem Winter.")


def writes(table: Table, actor: Actor) -> int:
    """A perspective, in the place of the one before."""
    return typed(actor, f"{table.address}/perspektive", text="Zuhören.", once=secrets.token_hex(16))


def rewrites(table: Table, actor: Actor) -> int:
    """What was sent back, in other words."""
    card = db.session.get_one(Perspective, table.card_id)
    card.state, card.send_back_reason = PerspectiveState.SENT_BACK, safe("Ohne Ort.")
    db.session.commit()
    return typed(actor, f"/beratungen/perspektiven/{table.card_id}/neu", text="Zuhören.", once=secrets.token_hex(16))


WAYS: dict[Action, Callable[[Any, Actor], int]] = {
    Action.READ: lambda table, actor: actor.opens(table.address).status_code,
    Action.NEXT_PHASE: pressed("/runde/weiter", seen=NOW),
    Action.STEP_BACK: pressed("/runde/zurueck", seen=NOW),
    Action.EXTEND: extends,
    Action.NEED_TIME: pressed("/runde/mehr-zeit"),
    Action.HAND_OVER: pressed("/uebergeben"),
    Action.TAKE_OVER: pressed("/uebernehmen"),
    Action.ASK: asks,
    Action.ANSWER: answers,
    Action.POST_CARD: writes,
    Action.CHANGE_CARD: rewrites,
    Action.TAKE_BACK_CARD: pressed("/perspektive/zuruecknehmen"),
    Action.REVEAL: reveals,
    Action.SEND_BACK: sends_back,
}


def test_every_action_of_the_table_has_an_address() -> None:
    assert set(WAYS) == set(TABLES[SessionKind.WRITTEN])


def answered(table: Table, work: Work, state: SessionState) -> dict[tuple[str, str], tuple[int, int]]:
    """Where an address answers something else than the table says: what it answers, and what it should."""
    found = {}
    for action, way in WAYS.items():
        for part, actor in table.people.items():
            row = table.stands(work, state).row
            expected = STATUS[fitting(action, part, row)]
            status = way(table, actor)
            if status != expected:
                found[action.value, part.value] = (status, expected)
    return found


@pytest.mark.parametrize("work", Work)
def test_while_a_round_runs_every_address_answers_as_the_table_says(table: Table, work: Work) -> None:
    assert answered(table, work, SessionState.RUNNING) == {}


@pytest.mark.parametrize("state", WAITING)
def test_while_no_phase_runs_every_address_answers_as_the_table_says(table: Table, state: SessionState) -> None:
    assert answered(table, Work.CONSULTATION, state) == {}
