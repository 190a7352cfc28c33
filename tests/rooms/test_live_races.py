"""Fifty at the same moment: exactly one wins each time, and the others hear how it stands."""

from collections import Counter
from collections.abc import Callable
from itertools import count

from flask import Flask
from sqlalchemy import func, select

from caseboard.db import db
from caseboard.models import AuditEntry, CaseSession, PerspectiveState
from caseboard.sessions import service
from caseboard.sessions.live import cards, leading, sorting, talking
from caseboard.sessions.live.marks import clock_mark, mark, phase_mark
from tests.actors import Actor, Stage
from tests.rooms.live_stage import Live
from tests.rooms.test_sessions_races import at_once, person

MANY = 50


def fifty(app: Flask, live: Live, verb: Callable[[CaseSession], object]) -> Counter[str]:
    """What becomes of fifty who do the same at once."""
    db.session.rollback()
    outcomes = at_once(app, *[lambda: verb(db.session.get_one(CaseSession, live.id))] * MANY)
    db.session.rollback()
    return Counter(outcomes)


def led_by(actor: Actor, verb: Callable[..., object], *given: object) -> Callable[[CaseSession], object]:
    """The verb of this person with what they saw."""
    return lambda meeting: verb(person(actor), meeting, *given)


def audited(live: Live, verb: str) -> int:
    """How often it was noted."""
    thing = f"session:{live.id}"
    return db.session.scalar(select(func.count()).where(AuditEntry.verb == verb, AuditEntry.thing == thing)) or 0


def test_fifty_phase_changes_move_one_phase(app: Flask, stage: Stage) -> None:
    live = Live(stage)
    seen = phase_mark(live.row)
    assert fifty(app, live, led_by(live.moderator, leading.next_phase, seen)) == {"done": 1, "Collision": MANY - 1}
    assert live.row.phase == "report"
    assert audited(live, "live.next_phase") == 1


def test_handing_over_and_taking_over_at_once_change_places_once(app: Flask, stage: Stage) -> None:
    live, turn = Live(stage), count()
    hands, takes = led_by(live.moderator, service.hand_over), led_by(live.co_moderator, service.take_over)
    found = fifty(app, live, lambda meeting: (hands if next(turn) % 2 else takes)(meeting))
    assert found == {"done": 1, "WrongMoment": MANY - 1}
    assert (live.row.moderator_id, live.row.co_moderator_id) == (live.co_moderator.user_id, live.moderator.user_id)


def test_fifty_extensions_give_one_minute(app: Flask, stage: Stage) -> None:
    live = Live(stage)
    before, seen = live.row.phase_ends_at, clock_mark(live.row)
    assert fifty(app, live, led_by(live.moderator, leading.extend, 1, seen)) == {"done": 1, "Collision": MANY - 1}
    assert (live.row.phase_ends_at - before).total_seconds() == 60


def test_fifty_reveals_reveal_once(app: Flask, stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], "Ein Gedanke.")
    found = fifty(app, live, led_by(live.moderator, cards.reveal, live.signs()))
    assert found == {"done": 1, "Conflict": MANY - 1}
    assert live.card(key).state is PerspectiveState.REVEALED


def test_fifty_edits_of_a_card_keep_one(app: Flask, stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], "Ein Gedanke.")
    seen = cards.card_mark(live.card(key))
    found = fifty(app, live, led_by(live.advisers[0], cards.change, key, "Ein anderer.", seen))
    assert found == {"done": 1, "Collision": MANY - 1}
    assert live.card(key).text == "Ein anderer."


def test_fifty_key_questions_and_group_names_keep_one(app: Flask, stage: Stage) -> None:
    live = Live(stage).goes_to("key_question")
    verb = led_by(live.author, talking.phrase_key_question, "Was hilft?", mark(None))
    assert fifty(app, live, verb) == {"done": 1, "Collision": MANY - 1}
    live.goes_to("consultation")
    key = live.posts(live.advisers[0], "Ein Gedanke.")
    live.reveals_all()
    group_id = sorting.group(live.moderator.user, live.row, key, sorting.NEW)
    verb = led_by(live.moderator, sorting.name_group, group_id, "Wege", mark(None))
    assert fifty(app, live, verb) == {"done": 1, "Collision": MANY - 1}


def test_fifty_cards_at_once_are_fifty_cards(app: Flask, stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    version = live.row.version
    found = fifty(app, live, lambda meeting: cards.post(person(live.advisers[0]), meeting, *some_card()))
    assert found == {"done": MANY}
    assert len(live.signs()) == MANY
    assert live.row.version == version + MANY


def some_card() -> tuple[object, ...]:
    """A card with a key of its own."""
    import secrets

    from caseboard.models.contribution import CardKind

    return CardKind.THOUGHT, "Ein Gedanke.", secrets.token_hex(16)


def test_a_phase_change_and_a_card_at_the_same_moment_both_stand(app: Flask, stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    seen = phase_mark(live.row)
    db.session.rollback()

    def posting() -> object:
        return cards.post(person(live.advisers[0]), db.session.get_one(CaseSession, live.id), *some_card())

    def moving() -> object:
        return leading.next_phase(person(live.moderator), db.session.get_one(CaseSession, live.id), seen)

    outcomes = at_once(app, posting, moving)
    db.session.rollback()
    # the card came in time, or was told that the group does not write any more; the phase moved either way
    assert outcomes in (["done", "done"], ["WrongMoment", "done"])
    assert len(live.signs()) == outcomes.count("done") - 1
    assert live.row.phase == "closing"
