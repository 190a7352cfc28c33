"""Coming one by one: it is said what that tells, and whoever leaves keeps nobody waiting."""

import secrets

import pytest

from caseboard.models import SeatPart
from caseboard.sessions.live import cards, leading, sheet, talking
from tests.actors import Actor, Stage
from tests.rooms.live_stage import Live

TELLS = "weil Sie reihum drankommen, lässt sich erkennen"
HIDES = "dann alle, ohne Ihren Namen"


def by_turns(stage: Stage, phase: str) -> Live:
    """A session by turns, in which everybody with a seat has come."""
    live = Live(stage, process="turns")
    for actor in live.guests:
        live.comes(actor)
    return live.goes_to(phase)


def holder(live: Live) -> Actor:
    """Whoever has the turn."""
    return next(actor for actor in live.guests if actor.user_id == live.row.turn_user_id)


def asks(live: Live, text: str) -> str:
    """Whoever has the turn asks something; the id of the question."""
    return talking.ask(holder(live).user, live.row, text, secrets.token_hex(16)).id


def test_forms_say_plainly_that_a_turn_tells_who_wrote(stage: Stage) -> None:
    # given cards that people write one by one
    live = by_turns(stage, "hypotheses")
    writer = holder(live)
    assert TELLS in live.seen_by(writer)
    assert HIDES not in live.seen_by(writer)
    live.posts(writer, "Es könnte an den Zeiten liegen.")
    queue = live.seen_by(live.moderator)
    assert "können Sie oft erkennen, von wem sie ist" in queue
    assert "Sie sehen nicht, wer" not in queue
    # and cards that all write at the same time
    free = Live(stage).goes_to("consultation")
    assert HIDES in free.seen_by(free.advisers[0])
    assert TELLS not in free.seen_by(free.advisers[0])


def test_questions_asked_one_by_one_are_said_to_be_and_lie_in_no_order_afterwards(stage: Stage) -> None:
    live = by_turns(stage, "questions")
    assert TELLS in live.seen_by(holder(live))
    asked = [asks(live, f"Frage {number}?") for number in range(8)]

    def order() -> list[str]:
        return [one.id for one in sheet.questions(live.row, live.author.user)]

    assert order() == asked
    live.goes_to("hypotheses")
    assert order() == sorted(asked)


def test_questions_that_nobody_had_to_wait_for_keep_their_order(stage: Stage) -> None:
    live = Live(stage).goes_to("report")
    asked = [
        talking.ask(live.advisers[0].user, live.row, f"Frage {number}?", secrets.token_hex(16)).id
        for number in range(8)
    ]
    live.goes_to("consultation")
    assert [one.id for one in sheet.questions(live.row, live.author.user)] == asked


def test_the_turn_goes_on_when_whoever_has_it_gives_the_place_back(stage: Stage) -> None:
    # given somebody who has the turn and wishes for time
    live = by_turns(stage, "hypotheses")
    leaver = holder(live)
    leading.need_time(leaver.user, live.row)
    assert "gehen" in live.seen_by(leaver)
    # when they go
    assert leaver.sends(f"{live.address}/antwort", {"accepts": "no"}).status_code == 200
    # then somebody else has it, and nobody needs time any more
    assert holder(live) is not leaver
    assert "mehr Zeit." not in live.seen_by(live.moderator)
    live.posts(holder(live), "Ein Gedanke.")


def test_the_moderator_can_call_somebody_where_nobody_has_the_turn(stage: Stage) -> None:
    # given a phase with turns that began before anybody had come
    live = Live(stage, process="turns").goes_to("hypotheses")
    assert live.row.turn_user_id is None
    page = live.seen_by(live.moderator)
    assert "Gerade ist niemand dran." in page
    assert 'id="pass-turn"' in page
    assert 'id="pass-turn"' not in live.seen_by(live.observer)
    # when somebody comes, it is their turn
    live.comes(live.advisers[0])
    assert holder(live) is live.advisers[0]


@pytest.mark.parametrize("comes_back", [True, False])
def test_all_write_again_when_the_one_who_wrote_for_all_has_gone(stage: Stage, comes_back: bool) -> None:
    # given a session in which one writes for all
    live = Live(stage).goes_to("consultation")
    leading.write_alone(live.moderator.user, live.row, True)
    # when the note taker goes
    live.note_taker.sends(f"{live.address}/antwort", {"accepts": "no"})
    # then everybody writes cards, until somebody else takes notes
    assert not live.row.writes_alone
    live.posts(live.advisers[0], "Ein Gedanke.")
    if comes_back:
        leading.assign(live.moderator.user, live.row, live.advisers[1].user_id, SeatPart.NOTE_TAKER)
        leading.write_alone(live.moderator.user, live.row, True)
        assert live.row.writes_alone
    assert cards.own_card(live.advisers[0].user, live.row, next(iter(live.signs())).split(".")[0])
