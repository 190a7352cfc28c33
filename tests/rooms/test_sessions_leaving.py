"""Stepping back in the middle: what others have read stays, so that its vanishing tells nobody who wrote it."""

from datetime import timedelta

import pytest

from caseboard import clock
from caseboard.db import db
from caseboard.models import Perspective, PerspectiveState, Question, QuestionState, SessionKind
from caseboard.models.contribution import CardKind
from caseboard.sessions import service
from caseboard.sessions.live import cards, talking
from caseboard.sessions.lookups import is_revealable
from caseboard.sessions.written import leading, timetable
from tests.actors import Actor, Stage
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import Round
from tests.rooms.written_stage import Written, question


def leaves(table: Round, who: Actor) -> None:
    """By the button on the page of the consultation."""
    assert who.sends(f"{table.address}/antwort", {"accepts": "no"}).status_code == 200


def lying() -> list[str]:
    """All that is stored of perspectives and questions."""
    db.session.rollback()
    return sorted(str(row.text) for table in (Perspective, Question) for row in db.session.query(table))


def test_the_questions_of_who_leaves_a_round_stay_on_everybodys_page(stage: Stage) -> None:
    # given two questions, one of them answered, and one that went back to its asker
    table = Written(stage).all_accept()
    leaver, other = table.advisers[0], table.advisers[1]
    table.asks(leaver)
    table.answers(table.asks(leaver, "Hat sie eine Freundin?"))
    back = table.asks(leaver, "Kennt sie den Bäcker?")
    question(back).state = QuestionState.SENT_BACK
    db.session.commit()
    before = other.opens(table.address).get_data(as_text=True)
    assert "Hat sie eine Freundin?" in before
    # when they give their place back
    leaves(table, leaver)
    # then everybody reads what they read before, and only what nobody reads is gone
    assert lying() == ["Hat sie eine Freundin?", "Seit wann bleibt sie weg?"]
    after = other.opens(table.address).get_data(as_text=True)
    assert "Hat sie eine Freundin?" in after
    assert "Seit dem Winter." in after


@pytest.mark.parametrize(("written", "kept"), [(2, ["Sicht 2"]), (3, ["Sicht 1", "Sicht 2", "Sicht 3"])])
def test_a_perspective_stays_once_the_moderator_could_look_through_it(
    stage: Stage, written: int, kept: list[str]
) -> None:
    # given a round that wants three perspectives
    table = Round(stage, kind=SessionKind.WRITTEN).all_accept()
    for number, adviser in enumerate(table.advisers[:written], 1):
        table.writes(adviser, f"Sicht {number}")
    # when one of those who wrote leaves
    leaves(table, table.advisers[0])
    # then it goes if nobody has read it, and else stays
    assert lying() == kept


def test_what_was_read_when_the_days_were_over_stays_when_the_round_gets_more_days(stage: Stage) -> None:
    # given two of three perspectives, read by the moderator because the days are over
    table = Written(stage).all_accept()
    for number, adviser in enumerate(table.advisers[:2], 1):
        table.writes(adviser, f"Sicht {number}")
    end = table.row.ends_at
    with clock.at(end + timedelta(minutes=1)):
        assert is_revealable(table.row)
        # when the round gets more days, so that they can be read no more, and one of the two leaves
        leading.extend(table.moderator.user, table.row, 2, end)
        assert not is_revealable(table.row)
        service.answer(table.advisers[0].user, table.row, accepts=False)
    # then the moderator sees nothing vanish
    assert lying() == ["Sicht 1", "Sicht 2"]


def test_what_was_read_stays_when_somebody_else_took_theirs_back(stage: Stage) -> None:
    # given three perspectives, of which one is taken back after the moderator has read them
    table = Written(stage).all_accept().all_write()
    assert is_revealable(table.row)
    service.withdraw(table.advisers[2].user, table.row)
    assert not is_revealable(table.row)
    # when another writer leaves, then theirs does not vanish with their name
    leaves(table, table.advisers[0])
    assert lying() == ["Sicht 1", "Sicht 2"]


def test_what_was_read_in_the_last_phase_stays_when_the_round_goes_back_one(stage: Stage) -> None:
    # given a round in its last phase, with enough to read
    table = Written(stage, process="turns").all_accept()
    while timetable.following(table.row):
        leading.next_phase(table.moderator.user, table.row, table.row.phase)
    table.all_write()
    assert is_revealable(table.row)
    # when it goes back a phase and a writer leaves
    leading.step_back(table.moderator.user, table.row, table.row.phase)
    leaves(table, table.advisers[0])
    # then nothing vanishes
    assert lying() == ["Sicht 1", "Sicht 2", "Sicht 3"]


def test_a_perspective_that_was_sent_back_counts_on_as_sent_back(stage: Stage) -> None:
    # given a moderator who looked through three perspectives and sent one back
    table = Round(stage, kind=SessionKind.WRITTEN).all_accept().all_write()
    db.session.query(Perspective).filter_by(
        author_id=table.advisers[0].user_id
    ).one().state = PerspectiveState.SENT_BACK
    db.session.commit()
    # when its writer leaves, and another one as well
    for leaver in table.advisers[:2]:
        leaves(table, leaver)
    # then the moderator sees none of the three vanish
    assert lying() == ["Sicht 1", "Sicht 2", "Sicht 3"]


def test_what_lies_on_the_board_stays_when_somebody_leaves_a_live_session(stage: Stage) -> None:
    # given cards in every state, a suggestion and a question of one adviser
    live = Live(stage).goes_to("report")
    leaver = live.advisers[0]
    talking.ask(leaver.user, live.row, "Seit wann?", "a" * 32)
    live.goes_to("key_question").posts(leaver, "Ein Vorschlag.", CardKind.OFFER)
    live.goes_to("consultation").posts(leaver, "Offen.")
    live.reveals_all()
    live.posts(leaver, "Verdeckt.")
    back = live.posts(leaver, "Nennt jemanden.")
    cards.send_back(live.moderator.user, live.row, back, "Bitte anders.", cards.card_mark(live.card(back)))
    board, queue = live.seen_by(live.author), len(live.signs())
    assert "Offen." in board
    # when they leave
    leaves(live, leaver)
    # then nothing vanishes but what only they could see
    assert lying() == ["Ein Vorschlag.", "Offen.", "Seit wann?", "Verdeckt."]
    assert len(live.signs()) == queue - 1
    assert "Verdeckt." in live.seen_by(live.moderator)
    assert "Offen." in live.seen_by(live.author)
