"""What somebody takes back in a consultation is gone from the files, too, as the page says."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from caseboard import clock
from caseboard.db import Safe, db, forget_deleted
from caseboard.flows import service as flows
from caseboard.models import (
    CardGroup,
    FollowUp,
    Helped,
    HelpedState,
    MadeFile,
    MadeKind,
    Perspective,
    Question,
    QuestionState,
    Result,
    StepDone,
)
from caseboard.models.contribution import CardKind
from caseboard.sessions import service
from caseboard.sessions.live import cards, leading, talking
from caseboard.sessions.live.marks import phase_mark
from tests.actors import Actor, Stage
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import Round, safe
from tests.rooms.test_flows import left_over

WORDS = "Zitronenfaltersteg"
SAID = "Kaffeemühle"
"""What the airlock of the live board lets through."""


def takes_back(table: Round, adviser: Actor) -> None:
    """By the button beside the perspective."""
    adviser.sends(f"{table.address}/perspektive/zuruecknehmen")


def gives_the_place_back(table: Round, adviser: Actor) -> None:
    """By not taking part after all."""
    adviser.sends(f"{table.address}/antwort", {"accepts": "no"})


def calls_off(table: Round, _adviser: Actor) -> None:
    """The moderator ends the consultation before anything was revealed."""
    table.moderator.sends(f"{table.address}/absagen")


@pytest.mark.parametrize("way", [takes_back, gives_the_place_back, calls_off])
def test_a_perspective_taken_back_leaves_the_files(stage: Stage, way: Callable[[Round, Actor], None]) -> None:
    # given a perspective that lies in the database
    table = Round(stage).all_accept()
    adviser = table.advisers[0]
    table.writes(adviser, f"Am {WORDS} weiß man mehr.")
    forget_deleted()
    assert left_over(WORDS)
    # when it is taken back
    way(table, adviser)
    # then no piece of it lies in any file
    assert left_over(WORDS) == []


def takes_a_card_back(live: Live, key: str) -> None:
    """By the button beside the card."""
    live.advisers[0].sends(f"{live.address}/karten/{key}/zuruecknehmen")


def writes_a_card_anew(live: Live, key: str) -> None:
    """As the moderator has asked."""
    sends_back(live, key)
    cards.change(live.advisers[0].user, live.row, key, "Ein Besuch hilft.", cards.card_mark(live.card(key)))


def never_writes_it_anew(live: Live, key: str) -> None:
    """The session ends before."""
    sends_back(live, key)
    live.goes_to("closing")
    leading.finish(live.moderator.user, live.row, phase_mark(live.row))


def sends_back(live: Live, key: str) -> None:
    """The moderator asks for it without a place."""
    cards.send_back(live.moderator.user, live.row, key, "Bitte ohne Ort.", cards.card_mark(live.card(key)))


@pytest.mark.parametrize("way", [takes_a_card_back, writes_a_card_anew, never_writes_it_anew])
def test_a_live_card_that_names_somebody_leaves_the_files(stage: Stage, way: Callable[[Live, str], None]) -> None:
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], f"Die {SAID} hilft.")
    forget_deleted()
    assert left_over(SAID)
    way(live, key)
    assert left_over(SAID) == []


def test_the_answer_to_a_live_question_that_is_taken_out_leaves_the_files(stage: Stage) -> None:
    live = Live(stage).goes_to("report")
    key = talking.ask(live.advisers[0].user, live.row, "Was fehlt ihr?", "a" * 32).id
    talking.answer(live.author.user, live.row, key, f"Die {SAID} fehlt.", talking.answer_mark(live.question(key)))
    forget_deleted()
    assert left_over(SAID)
    seen = talking.answer_mark(live.question(key))
    talking.send_back_question(live.moderator.user, live.row, key, "Bitte ohne Ort.", seen)
    assert left_over(SAID) == []


def test_what_is_left_unseen_when_a_live_session_ends_is_gone(stage: Stage) -> None:
    # given a question that was sent back, and key questions of which one was revealed
    live = Live(stage).goes_to("report")
    key = talking.ask(live.advisers[0].user, live.row, f"Wo steht die {SAID}?", "a" * 32).id
    seen = talking.answer_mark(live.question(key))
    talking.send_back_question(live.moderator.user, live.row, key, "Bitte ohne Ort.", seen)
    live.goes_to("key_question").posts(live.advisers[0], "Wie finden wir Vertrauen?", CardKind.OFFER)
    live.reveals_all()
    live.posts(live.advisers[1], f"Wozu die {SAID}?", CardKind.OFFER)
    # when the session ends
    live.goes_to("closing")
    leading.finish(live.moderator.user, live.row, phase_mark(live.row))
    # then what everybody has read stays, and nothing else
    assert left_over(SAID) == []
    assert [card.text for card in db.session.query(Perspective)] == ["Wie finden wir Vertrauen?"]
    assert db.session.query(Question).count() == 0


def test_taking_back_what_was_never_written_does_no_harm(stage: Stage) -> None:
    table = Round(stage).all_accept()
    service.withdraw(table.advisers[0].user, table.row)
    assert table.advisers[0].opens(table.address).status_code == 200


def full_board(table: Round) -> dict[str, str]:
    """Everything that can be written or made in and after a consultation; the words by where they lie."""
    table.is_revealed()
    row, asker = table.row, table.advisers[0]
    words = {name: f"{WORDS}{number}x" for number, name in enumerate(OWN_WORDS)}
    place = {"session_id": row.id, "case_id": row.case_id, "case_jobcenter_id": row.case_jobcenter_id}
    person = {"asker_id": asker.user_id, "jobcenter_id": asker.user.jobcenter_id}
    group = CardGroup(session_id=row.id, name=safe(words["card_group.name"]))
    db.session.add(group)
    db.session.flush()
    card = db.session.query(Perspective).filter_by(session_id=row.id, author_id=asker.user_id).one()
    card.text, card.send_back_reason = safe(words["perspective.text"]), safe(words["perspective.send_back_reason"])
    card.group_id = group.id
    row.key_question = safe(words["case_session.key_question"])
    row.move_reason = safe(words["case_session.move_reason"])
    row.first_step = safe(words["case_session.first_step"])
    db.session.add_all(
        [
            Question(
                **place,
                **person,
                text=safe(words["question.text"]),
                answer=safe(words["question.answer"]),
                send_back_reason=safe(words["question.send_back_reason"]),
                state=QuestionState.ANSWERED,
            ),
            Result(
                session_id=row.id,
                helped=safe(words["result.helped"]),
                first_step=safe(words["result.first_step"]),
                thanks=safe(words["result.thanks"]),
            ),
            FollowUp(
                session_id=row.id,
                due_at=clock.now() + timedelta(weeks=6),
                answer=StepDone.PARTLY,
                answered_at=clock.now(),
                helped=safe(words["follow_up.helped"]),
            ),
            Helped(
                case_id=row.case_id,
                jobcenter_id=row.case_jobcenter_id,
                text=safe(words["helped.text"]),
                month=clock.today().replace(day=1),
            ),
            MadeFile(
                session_id=row.id,
                kind=MadeKind.RESULT_SHEET,
                key="result_sheet/de",
                language="de",
                content=words["made_file.content"].encode(),
                made_at=clock.now(),
            ),
        ]
    )
    db.session.commit()
    return words


OWN_WORDS = (
    "perspective.text",
    "perspective.send_back_reason",
    "card_group.name",
    "question.text",
    "question.answer",
    "question.send_back_reason",
    "result.helped",
    "result.first_step",
    "result.thanks",
    "follow_up.helped",
    "helped.text",
    "case_session.key_question",
    "case_session.move_reason",
    "case_session.first_step",
    "made_file.content",
)

OF_OTHERS = {
    "case",
    "kept_word",
    "restored_passage",
    "proposal",
    "decision",
    "measure",
    "commitment",
    "adviser_group",
    "series",
    "theme_report",
    "theme_advice",
}
"""Tables with text that belong to no consultation; other tests look after them."""


def test_no_text_column_of_a_consultation_is_forgotten_here() -> None:
    columns = {
        f"{table.name}.{column.name}"
        for table in db.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Safe) and table.name not in OF_OTHERS
    }
    assert columns == set(OWN_WORDS) - {"made_file.content"}


def test_all_that_was_said_around_a_case_goes_with_it(stage: Stage) -> None:
    # given a consultation with something in every column that holds words
    table = Round(stage)
    words = full_board(table)
    forget_deleted()
    assert {name for name, word in words.items() if not left_over(word)} == set()
    # when the case is withdrawn
    flows.withdraw(table.author.user, table.case)
    # then no word of it lies in any file
    assert {name for name, word in words.items() if left_over(word)} == set()


def test_what_somebody_elsewhere_has_checked_outlives_the_case(stage: Stage) -> None:
    # given something that helped, checked in another house
    table = Round(stage)
    full_board(table)
    checker = table.advisers[0].user
    kept = db.session.query(Helped).one()
    kept.state, kept.checker_id, kept.checker_jobcenter_id = HelpedState.SHOWN, checker.id, checker.jobcenter_id
    kept.text = safe("Ein Anruf statt eines Briefes.")
    db.session.commit()
    # when its case is withdrawn
    flows.withdraw(table.author.user, table.case)
    # then it stays
    assert db.session.query(Helped).one().text == "Ein Anruf statt eines Briefes."
