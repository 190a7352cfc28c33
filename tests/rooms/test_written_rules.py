"""Before a first written round a short card says what holds in it; it has a mark of its own, and the right length."""

import pytest

from caseboard.db import db
from caseboard.models import Seat, User
from caseboard.sessions import service
from tests.actors import Actor, Stage
from tests.rooms.live_stage import Live
from tests.rooms.written_stage import Written

CARD = "Vor Ihrer ersten schriftlichen Runde"


def page(actor: Actor, table: Written) -> str:
    """The round as somebody sees it."""
    return actor.opens(table.address).get_data(as_text=True)


def test_the_card_stands_above_a_first_round_until_it_is_read(stage: Stage) -> None:
    # given a round for which somebody is invited: they know the key question and nothing else
    table = Written(stage)
    reader, other = table.advisers[:2]
    assert CARD not in page(reader, table)
    # when they accept, then the card is there, for everybody in their words
    table.all_accept()
    assert CARD in page(reader, table)
    assert "Eine eigene Perspektive schreiben Sie nicht." in page(table.moderator, table)
    assert "Sie beantworten Rückfragen, und niemand sieht Ihren Namen." in page(table.author, table)
    # and once it is read it is gone for them, in this round and in the next one
    assert reader.sends(f"{table.address}/runde/regeln").status_code == 200
    assert CARD not in page(reader, table)
    assert CARD in page(other, table)
    following = Written(stage)
    row = following.row
    row.seats.append(Seat(user_id=reader.user_id))
    db.session.commit()
    service.answer(reader.user, following.row, accepts=True)
    assert f"{following.address}/runde/regeln" in page(reader, following)
    assert CARD not in page(reader, following)
    # but it can be read again
    assert f"{table.address}/runde/regeln" in page(reader, table)
    assert "Ein Fall, eine Frage" in reader.opens(f"{table.address}/runde/regeln").get_data(as_text=True)


def test_the_rules_of_live_sessions_are_another_mark(stage: Stage) -> None:
    table = Written(stage).all_accept()
    reader = table.advisers[0]
    reader.sends(f"{table.address}/runde/regeln")
    db.session.rollback()
    row = db.session.get_one(User, reader.user_id)
    assert row.round_rules_read_at is not None
    assert row.rules_read_at is None
    # and a live session has none of these
    live = Live(stage)
    assert live.advisers[0].opens(f"{live.address}/runde/regeln").status_code == 404
    assert live.advisers[0].user.round_rules_read_at is None


def test_nobody_needs_rules_for_a_round_that_is_over(stage: Stage) -> None:
    table = Written(stage).is_revealed()
    assert CARD not in page(table.advisers[0], table)


@pytest.mark.parametrize(
    ("urgent", "process", "days"), [(False, "six_phases", 5), (True, "six_phases", 2), (False, "turns", 5)]
)
def test_the_card_of_a_round_says_its_working_days(stage: Stage, urgent: bool, process: str, days: int) -> None:
    table = Written(stage, process=process, urgent=urgent).all_accept()
    assert f"Ein Fall, eine Frage, {days} Arbeitstage" in page(table.advisers[0], table)


@pytest.mark.parametrize(("process", "minutes"), [("six_phases", 45), ("short_three", 12), ("ten_steps", 75)])
def test_the_rules_of_a_live_session_say_its_minutes(stage: Stage, process: str, minutes: int) -> None:
    live = Live(stage, process=process)
    rules = live.advisers[0].opens(f"{live.address}/regeln").get_data(as_text=True)
    assert f"Ein Fall, eine Frage, {minutes} Minuten" in rules
