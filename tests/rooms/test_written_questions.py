"""Questions in a written round: asked and answered without a name, through the airlock, while the round runs."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from caseboard.db import db, forget_deleted
from caseboard.errors import NotAllowed, NotFound, WrongMoment
from caseboard.models import Question, QuestionState, SessionKind
from caseboard.sessions.written import leading, questions
from tests.actors import Stage
from tests.rooms.sessions_stage import Round, safe
from tests.rooms.test_flows import left_over
from tests.rooms.written_stage import Written, confirmed, hidden, question

RAW = "Kennt Frau Hannelore Brückmeier die Beratungsstelle?"


def stored() -> list[Question]:
    """Every question there is."""
    db.session.rollback()
    return list(db.session.scalars(select(Question)))


def test_a_question_is_shown_stripped_before_it_is_stored(stage: Stage) -> None:
    # given an adviser who types a name, when they look at it
    table = Written(stage).all_accept()
    address = f"{table.address}/runde/frage"
    shown = table.advisers[0].sends(address, {"text": RAW, "once": "a" * 32, "step": "look"})
    # then nothing is stored
    assert stored() == []
    assert "Das wird gespeichert" in shown.get_data(as_text=True)
    # when they ask, twice by mistake, then one question without the name is there
    for _ in range(2):
        confirmed(table.advisers[0], address, {"text": RAW, "once": "a" * 32})
    (asked,) = stored()
    assert "Beratungsstelle" in asked.text
    assert "Brückmeier" not in asked.text


def test_everybody_reads_question_and_answer_and_nobody_who_asked(stage: Stage) -> None:
    # given a question, answered through the pages
    table = Written(stage).all_accept()
    asker = table.advisers[1]
    key = table.asks(asker)
    before = {somebody.user_id: somebody.opens(table.address).get_data(as_text=True) for somebody in table.everybody()}
    confirmed(table.author, f"/beratungen/rueckfragen/{key}/antwort", {"text": "Seit dem Winter."})
    for somebody in table.everybody():
        page = somebody.opens(table.address).get_data(as_text=True)
        # then everybody reads both, and what was open before
        assert "Seit wann bleibt sie weg?" in before[somebody.user_id]
        assert "Noch nicht beantwortet." in before[somebody.user_id]
        assert "Seit wann bleibt sie weg?" in page
        assert "Seit dem Winter." in page
        # and only the asker reads that it is theirs
        section = page.split('id="questions"')[1].split("</section>")[0]
        assert ("von Ihnen" in section) is (somebody is asker)
        assert asker.user.name not in section
        assert asker.user.jobcenter.name not in section
        assert table.author.user.name not in page.split("<main")[1]


def test_answers_are_for_the_case_giver_alone_and_questions_for_who_advises(stage: Stage) -> None:
    table = Written(stage).all_accept()
    key = table.asks(table.advisers[0])
    for somebody in (*table.advisers, table.moderator, stage.case_manager("has")):
        assert somebody.opens(f"/beratungen/rueckfragen/{key}/antwort").status_code == 404
        row = question(key)
        with pytest.raises(NotAllowed):
            questions.answer(somebody.user, row, safe("Ich bin es nicht."), questions.question_mark(row))
    for somebody in (table.moderator, table.author, stage.case_manager("has")):
        assert somebody.opens(f"{table.address}/runde/frage").status_code == 404
        with pytest.raises(NotAllowed):
            table.asks(somebody)


def test_before_the_round_runs_and_after_revealing_nobody_asks_or_answers(stage: Stage) -> None:
    # given a round with an open question
    table = Written(stage).all_accept().all_write()
    key = table.asks(table.advisers[0])
    table.reveals()
    # then it is too late, and the pages say so kindly
    with pytest.raises(WrongMoment):
        table.asks(table.advisers[0])
    with pytest.raises(WrongMoment):
        table.answers(key)
    late = table.author.opens(f"/beratungen/rueckfragen/{key}/antwort")
    assert late.status_code == 409
    assert "bis die Perspektiven aufgedeckt sind" in late.get_data(as_text=True)
    # and the page of the round says that nobody has answered
    assert "Nicht beantwortet." in table.advisers[1].opens(table.address).get_data(as_text=True)


def test_a_live_session_has_other_doors(stage: Stage) -> None:
    table = Round(stage, kind=SessionKind.LIVE).all_accept()
    for somebody, path in ((table.advisers[0], "runde/frage"), (table.moderator, "runde")):
        assert somebody.opens(f"{table.address}/{path}").status_code == 404


def test_a_question_that_names_somebody_goes_back_to_whoever_asked(stage: Stage) -> None:
    # given a question, when the moderator sends it back with a reason
    table = Written(stage).all_accept()
    asker = table.advisers[0]
    key = table.asks(asker, "Ist das die vom Marktplatz?")
    confirmed(table.moderator, f"/beratungen/rueckfragen/{key}/zurueckgeben", {"reason": "Bitte ohne den Ort."})
    # then only the asker still sees it, with the reason, and is told
    for somebody in table.everybody():
        page = somebody.opens(table.address).get_data(as_text=True)
        assert ("Marktplatz" in page) is (somebody is asker)
        assert ("Bitte ohne den Ort." in page) is (somebody is asker)
    assert table.told("session.question_returned") == [asker.user_id]
    # and it cannot be answered any more
    with pytest.raises(WrongMoment):
        table.answers(key)


def test_an_answer_that_names_somebody_is_taken_out_of_the_files(stage: Stage) -> None:
    # given an answer that lies in the database
    table = Written(stage).all_accept()
    key = table.asks(table.advisers[0])
    table.answers(key, "Seit sie am Zitronenfaltersteg wohnt.")
    forget_deleted()
    assert left_over("Zitronenfaltersteg")
    # when the moderator takes it out
    row = question(key)
    questions.send_back(table.moderator.user, row, safe("Bitte ohne die Straße."), questions.question_mark(row))
    # then no piece of it is left, the question is open again, and the case giver reads why
    assert left_over("Zitronenfaltersteg") == []
    assert question(key).state is QuestionState.OPEN
    assert table.told("session.answer_returned") == [table.author.user_id]
    assert "Bitte ohne die Straße." in table.author.opens(table.address).get_data(as_text=True)
    assert "Bitte ohne die Straße." not in table.advisers[0].opens(table.address).get_data(as_text=True)


def test_of_two_windows_the_second_answer_replaces_nothing_unseen(stage: Stage) -> None:
    # given a case giver who answers in two windows
    table = Written(stage).all_accept()
    path = f"/beratungen/rueckfragen/{table.asks(table.advisers[0])}/antwort"
    first, second = {"text": "Seit dem Winter."}, {"text": "Seit dem Herbst."}
    look = table.author.sends(path, {**second, "step": "look"})
    confirmed(table.author, path, first)
    # when the second window is sent, then both versions stand there and nothing has changed
    late = table.author.sends(path, {**second, **hidden(look), "step": "confirm"})
    page = late.get_data(as_text=True)
    assert late.status_code == 409
    assert "Seit dem Winter." in page
    assert "Seit dem Herbst." in page
    assert "Seit dem Herbst." not in table.advisers[0].opens(table.address).get_data(as_text=True)
    # and sent once more it takes the place of the first
    assert table.author.sends(path, {**second, **hidden(late), "step": "confirm"}).status_code == 200
    assert "Seit dem Herbst." in table.advisers[0].opens(table.address).get_data(as_text=True)


def test_an_answer_that_came_meanwhile_is_not_taken_out_unread(stage: Stage) -> None:
    # given a moderator who looks at a question without an answer, when the answer comes first
    table = Written(stage).all_accept()
    key = table.asks(table.advisers[0])
    path, reason = f"/beratungen/rueckfragen/{key}/zurueckgeben", {"reason": "Bitte ohne Ort."}
    look = table.moderator.sends(path, {**reason, "step": "look"})
    table.answers(key)
    # then nothing is lost, and the moderator has the answer and the own reason before them
    late = table.moderator.sends(path, {**reason, **hidden(look), "step": "confirm"})
    assert late.status_code == 409
    assert "Seit dem Winter." in late.get_data(as_text=True)
    assert "Bitte ohne Ort." in late.get_data(as_text=True)
    assert question(key).answer == "Seit dem Winter."
    # and where the answer itself names somebody, it is taken out on the second click
    assert table.moderator.sends(path, {**reason, **hidden(late), "step": "confirm"}).status_code == 200
    assert question(key).answer is None


def test_a_question_taken_back_is_gone_with_its_answer(stage: Stage) -> None:
    table = Written(stage).all_accept()
    mine = table.asks(table.advisers[0], "Hat sie eine Freundin?")
    table.answers(mine)
    # when somebody else tries, nothing happens
    assert table.advisers[1].sends(f"/beratungen/rueckfragen/{mine}/zuruecknehmen").status_code == 404
    assert len(stored()) == 1
    # when the asker does, then both are gone
    table.advisers[0].sends(f"/beratungen/rueckfragen/{mine}/zuruecknehmen")
    assert stored() == []
    assert left_over("Freundin") == []


def test_nothing_is_asked_or_answered_while_the_case_rests(stage: Stage) -> None:
    table = Written(stage).all_accept()
    key = table.asks(table.advisers[0])
    table.rests()
    for somebody, path in (
        (table.advisers[0], f"{table.address}/runde/frage"),
        (table.author, f"/beratungen/rueckfragen/{key}/antwort"),
        (table.moderator, f"/beratungen/rueckfragen/{key}/zurueckgeben"),
        (table.moderator, f"{table.address}/runde"),
    ):
        assert somebody.opens(path).status_code == 404, path
    with pytest.raises(NotFound):
        table.answers(key)
    with pytest.raises(NotFound):
        leading.remind(table.moderator.user, table.row)


@pytest.mark.parametrize(("urgent", "mails"), [(True, 1), (False, 0)])
def test_only_in_an_urgent_round_a_mail_goes_out_at_once(stage: Stage, urgent: bool, mails: int) -> None:
    table = Written(stage, urgent=urgent).all_accept()
    key = table.asks(table.advisers[0])
    table.answers(key)
    assert table.told("session.asked") == [table.author.user_id] * mails
    assert table.told("session.answered") == sorted(one.user_id for one in table.advisers) * mails


def test_an_open_question_stands_on_the_desk_of_the_case_giver(stage: Stage) -> None:
    table = Written(stage).all_accept()
    assert "Rückfragen zu Ihrem Fall" not in table.author.opens("/").get_data(as_text=True)
    key = table.asks(table.advisers[0])
    assert "Rückfragen zu Ihrem Fall beantworten" in table.author.opens("/").get_data(as_text=True)
    assert "Rückfragen zu Ihrem Fall" not in table.advisers[1].opens("/").get_data(as_text=True)
    table.answers(key)
    assert "Rückfragen zu Ihrem Fall" not in table.author.opens("/").get_data(as_text=True)


def test_questions_come_only_from_other_houses_also_for_the_database(stage: Stage) -> None:
    table = Written(stage).all_accept()
    row, colleague = table.row, stage.case_manager("kg")
    place = {"session_id": row.id, "case_id": row.case_id, "case_jobcenter_id": row.case_jobcenter_id}
    db.session.add(Question(**place, asker_id=colleague.user_id, jobcenter_id="kg", text=safe("Darf ich?")))
    with pytest.raises(IntegrityError):
        db.session.commit()
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(Question)) == 0
