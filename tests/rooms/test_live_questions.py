"""Questions and answers on the live board that name somebody: taken away as they were read, and written anew."""

import secrets

import pytest

from caseboard.db import db
from caseboard.errors import WrongMoment
from caseboard.models import Question, QuestionState
from caseboard.sessions.live import talking
from caseboard.sessions.live.marks import Collision
from tests.actors import Stage
from tests.rooms.live_stage import Live, seen

QUESTION = "Seit wann bleibt sie weg?"
ANSWER = "Seit dem Umzug."
REASON = "Bitte ohne Ort."


def asked(stage: Stage) -> tuple[Live, str]:
    """A session in which somebody has asked something; the id of the question."""
    live = Live(stage).goes_to("report")
    return live, talking.ask(live.advisers[0].user, live.row, QUESTION, secrets.token_hex(16)).id


def answers(live: Live, key: str, text: str = ANSWER) -> None:
    """The case giver answers what they see."""
    talking.answer(live.author.user, live.row, key, text, talking.answer_mark(live.question(key)))


def test_a_question_answered_meanwhile_is_not_sent_back_unread(stage: Stage) -> None:
    # given a moderator who looks at a question without an answer, when the answer comes
    live, key = asked(stage)
    path = f"{live.address}/live-fragen/{key}/zurueckgeben"
    looked = live.moderator.opens(path).get_data(as_text=True)
    mark = looked.split('name="seen"')[1].split('value="')[1].split('"')[0]
    answers(live, key)
    # when they send it back
    answer = live.moderator.sends(path, {"reason": REASON, "seen": mark})
    # then they read both, and nothing is lost
    assert answer.status_code == 409
    assert ANSWER in answer.get_data(as_text=True)
    assert REASON in answer.get_data(as_text=True)
    assert live.question(key).answer == ANSWER
    with pytest.raises(Collision):
        talking.send_back_question(live.moderator.user, live.row, key, REASON, mark)


def test_an_answer_is_taken_out_alone_and_the_case_giver_reads_why(stage: Stage) -> None:
    # given an answer that names somebody
    live, key = asked(stage)
    answers(live, key)
    path = f"{live.address}/live-fragen/{key}/zurueckgeben"
    assert "Antwort herausnehmen" in live.seen_by(live.moderator)
    assert ANSWER in live.moderator.opens(path).get_data(as_text=True)
    # when the moderator has it taken out
    talking.send_back_question(live.moderator.user, live.row, key, REASON, talking.answer_mark(live.question(key)))
    # then the question is open again, and only the case giver reads the reason
    assert live.question(key).state is QuestionState.OPEN
    for part, somebody in live.everybody.items():
        page = live.seen_by(somebody)
        assert (QUESTION in page, ANSWER in page, REASON in page) == (True, False, part == "case_giver"), part
    # and answers once more
    form = {"text": "Seit dem Winter.", "seen": seen(live.seen_by(live.author), f"answer-{key}")}
    live.author.sends(f"{live.address}/live-fragen/{key}/antwort", form)
    assert "Seit dem Winter." in live.seen_by(live.advisers[1])
    assert REASON not in live.seen_by(live.author)


def test_a_question_that_came_back_is_asked_anew_from_its_own_words(stage: Stage) -> None:
    # given a question that went back
    live, key = asked(stage)
    talking.send_back_question(live.moderator.user, live.row, key, REASON, talking.answer_mark(live.question(key)))
    with pytest.raises(WrongMoment):
        talking.send_back_question(live.moderator.user, live.row, key, REASON, talking.answer_mark(live.question(key)))
    page = live.seen_by(live.advisers[0])
    form = page.split(f'id="form-ask-{key}"')[1].split("</form>")[0]
    assert QUESTION in form
    assert f'name="once" value="{key}"' in form
    assert f'id="form-ask-{key}"' not in live.seen_by(live.advisers[1])
    # when it is asked in other words, by a double click
    for _ in range(2):
        live.advisers[0].sends(f"{live.address}/live-fragen", {"text": "Seit wann?", "once": key})
    # then it takes the place of the other one
    db.session.rollback()
    assert [str(one.text) for one in db.session.query(Question)] == ["Seit wann?"]
    assert "Seit wann?" in live.seen_by(live.author)


def test_nobody_drops_what_somebody_else_asked(stage: Stage) -> None:
    live, key = asked(stage)
    talking.send_back_question(live.moderator.user, live.row, key, REASON, talking.answer_mark(live.question(key)))
    live.advisers[1].sends(f"{live.address}/live-fragen", {"text": "Und ich?", "once": key})
    assert live.question(key).state is QuestionState.SENT_BACK
