"""Choosing a method on the live board: what suits best comes first, with its minutes, and what it is good for."""

import re

import pytest

from caseboard.models.contribution import CardKind
from caseboard.sessions.live import leading, talking
from caseboard.sessions.live.marks import clock_mark, mark
from caseboard.sessions.methods.library import library, suggest
from tests.actors import Stage
from tests.rooms.live_stage import Live

HEADSTAND = "headstand"


@pytest.mark.parametrize(
    "question", ["Wie spreche ich das Thema im Gespräch an?", "Was kann ich noch tun?", "Warum bleibt sie weg?"]
)
def test_what_suits_the_key_question_best_stands_first(stage: Stage, question: str) -> None:
    live = Live(stage).goes_to("key_question")
    talking.phrase_key_question(live.moderator.user, live.row, question, mark(None))
    page = live.goes_to("method").seen_by(live.moderator)
    best = [method.id for method in suggest(question)]
    # then the cards come in the order of the suggestion, and the list goes on with the rest
    assert re.findall(r'id="form-method-(\w+)"', page) == best
    listed = re.findall(r'<option value="(\w+)"', page.split('id="form-method"')[1])
    assert listed[: len(best)] == best
    assert sorted(listed) == sorted(library())
    # and each says how long it takes and what it is good for
    for method in suggest(question):
        card = page.split(f'id="form-method-{method.id}"')[0].rsplit("<li", 1)[1]
        assert f"{method.minutes} Minuten" in card
        assert method.good_when.of("de") in card
        assert ("passt am besten" in card) is (method.id == best[0])


def test_a_method_that_needs_more_time_than_there_is_says_so_until_it_has_it(stage: Stage) -> None:
    # given ten minutes to consult and a method that takes fifteen
    assert library()[HEADSTAND].minutes == 15
    live = Live(stage).goes_to("method")
    talking.choose_method(live.moderator.user, live.row, HEADSTAND)
    live.goes_to("consultation")
    # then the moderator reads it, and nobody else
    assert 'id="too-short"' in live.seen_by(live.moderator)
    assert 'id="too-short"' not in live.seen_by(live.advisers[0])
    assert "(15 Minuten)" in live.seen_by(live.advisers[0])
    # until the group has the time
    leading.extend(live.moderator.user, live.row, 5, clock_mark(live.row))
    assert 'id="too-short"' not in live.seen_by(live.moderator)
    # and a method that fits says nothing
    other = Live(stage).goes_to("method")
    talking.choose_method(other.moderator.user, other.row, "brainstorming")
    assert 'id="too-short"' not in other.goes_to("consultation").seen_by(other.moderator)


def test_a_suggestion_waits_without_buttons_where_nothing_can_be_revealed(stage: Stage) -> None:
    # given a suggestion for the key question that nobody has seen when the next phase begins
    live = Live(stage).goes_to("key_question")
    live.posts(live.advisers[0], "Was braucht sie?", CardKind.OFFER)
    assert 'id="live-queue"' in live.seen_by(live.moderator)
    page = live.goes_to("method").seen_by(live.moderator)
    # then it is told when it can be revealed, and nothing asks to press what is not there
    assert 'id="live-queue"' not in page
    assert "Aufdecken können Sie wieder, während die Gruppe berät." in page
    assert 'id="live-queue"' in live.goes_to("consultation").seen_by(live.moderator)
