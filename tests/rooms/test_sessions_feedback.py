"""Three questions after a consultation: without names, once for each, and shown only where nobody can be told apart."""

from datetime import timedelta

import pytest
from sqlalchemy import literal_column, select

from caseboard import clock
from caseboard.db import db
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.models import AuditEntry, Feedback, FeedbackGiven
from caseboard.policy.retention import FEEDBACK_TAKEN
from caseboard.sessions.afterwards import queries, service
from caseboard.sessions.afterwards.service import Marks
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import Round
from tests.rooms.test_flows import left_over

GOOD = {"useful": "5", "safe": "4", "led": "5"}


def weeks_later(stage: Stage, actor: Actor) -> str:
    """The moderator's page, when the time for feedback is over; they sign in anew for it."""
    with clock.at(clock.now() + FEEDBACK_TAKEN + timedelta(minutes=1)):
        later = Actor(actor.user_id, stage.signed_in(actor.user_id))
        return later.opens("/beratungen/rueckmeldungen").get_data(as_text=True)


def test_answers_are_kept_apart_from_who_gave_them(stage: Stage) -> None:
    # given a revealed round
    table = Round(stage).is_revealed()
    # when an adviser answers
    table.advisers[0].sends(f"{table.address}/rueckmeldung", GOOD)
    # then the answers hold nobody, and who has answered holds no answers; the trail names nobody
    answers = db.session.scalars(select(Feedback)).one()
    assert (answers.useful, answers.safe, answers.led) == (5, 4, 5)
    assert {column.name for column in Feedback.__table__.columns} == {"id", "session_id", "useful", "safe", "led"}
    assert {column.name for column in FeedbackGiven.__table__.columns} == {"session_id", "user_id"}
    trail = db.session.scalars(select(AuditEntry.actor_id).where(AuditEntry.verb == "session.feedback")).all()
    assert trail == [None]


def test_the_order_of_the_rows_does_not_tell_who_said_what(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # given three who answer one after the other, on a machine whose chance sorts: answers down, people up
    monkeypatch.setattr(
        service.CHANCE, "shuffle", lambda rows: rows.sort(key=lambda row: row.get("user_id", -row.get("useful", 0)))
    )
    table, ids = Round(stage).is_revealed(), set()
    for useful, guest in enumerate(table.advisers, 1):
        service.give_feedback(guest.user, table.row, Marks(useful, 5, 5))
        # then no row of an answer is the one that was there before
        now = set(db.session.scalars(select(Feedback.id)))
        assert not ids & now
        ids = now
    # and each table lies as chance has laid it, whoever came first
    place = literal_column("rowid" if db.engine.dialect.name == "sqlite" else "ctid")
    assert list(db.session.scalars(select(Feedback.useful).order_by(place))) == [3, 2, 1]
    came = [guest.user_id for guest in table.advisers]
    assert list(db.session.scalars(select(FeedbackGiven.user_id).order_by(place))) == sorted(came)


def test_everything_is_mixed_each_time_and_nothing_gets_lost(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    mixed, really = [], service.CHANCE.shuffle
    monkeypatch.setattr(service.CHANCE, "shuffle", lambda rows: (mixed.append(len(rows)), really(rows)))
    table = Round(stage).is_revealed()
    for guest in table.advisers:
        service.give_feedback(guest.user, table.row, Marks(5, 5, 5))
    assert mixed == [1, 1, 2, 2, 3, 3]
    assert [len(db.session.scalars(select(rows)).all()) for rows in (Feedback, FeedbackGiven)] == [3, 3]


def test_what_lay_there_before_an_answer_is_gone_from_the_files(stage: Stage) -> None:
    # given an answer in the files
    table = Round(stage).is_revealed()
    first, second = table.advisers[:2]
    service.give_feedback(first.user, table.row, Marks(1, 5, 5))
    before = db.session.scalars(select(Feedback.id)).one()
    assert left_over(before)
    # when the next one comes, the rows of both are new, and no file tells which of them was there already
    service.give_feedback(second.user, table.row, Marks(5, 5, 5))
    assert left_over(before) == []


def test_everybody_who_was_there_answers_once_and_the_moderator_does_not(stage: Stage) -> None:
    table = Round(stage).is_revealed()
    for guest in (*table.advisers, table.author):
        assert guest.sends(f"{table.address}/rueckmeldung", GOOD, follow=False).status_code == 303
        assert guest.opens(f"{table.address}/rueckmeldung").status_code == 409
        with pytest.raises(WrongMoment):
            service.give_feedback(guest.user, table.row, Marks(1, 1, 1))
    with pytest.raises(NotAllowed):
        service.give_feedback(table.moderator.user, table.row, Marks(5, 5, 5))
    assert len(db.session.scalars(select(Feedback)).all()) == 4


def test_an_answer_that_is_missing_or_made_up_comes_back(stage: Stage) -> None:
    table = Round(stage).is_revealed()
    for wrong in ({"useful": "5"}, {**GOOD, "led": "6"}, {**GOOD, "led": "0"}, {**GOOD, "safe": "gut"}):
        assert table.advisers[0].sends(f"{table.address}/rueckmeldung", wrong).status_code == 422
    assert db.session.scalars(select(Feedback)).all() == []


def test_feedback_has_its_time(stage: Stage) -> None:
    early, table = Round(stage).all_accept(), Round(stage).is_revealed()
    assert early.advisers[0].opens(f"{early.address}/rueckmeldung").status_code == 409
    table.row.revealed_at = clock.now() - FEEDBACK_TAKEN
    db.session.commit()
    assert table.advisers[0].opens(f"{table.address}/rueckmeldung").status_code == 409


def test_the_moderator_sees_nothing_below_five_answers_and_nothing_early(stage: Stage) -> None:
    # given four answers
    table = Round(stage).is_revealed()
    for guest in (*table.advisers, table.author):
        service.give_feedback(guest.user, table.row, Marks(5, 4, 3))
    assert "Noch nicht genug Antworten" in weeks_later(stage, table.moderator)
    # when a second round of the same moderator brings the fifth
    other = Round(stage)
    other.row.moderator_id = table.moderator.user_id
    db.session.commit()
    other.moderator = table.moderator
    other.all_accept().all_write().reveals()
    service.give_feedback(other.advisers[0].user, other.row, Marks(1, 1, 1))
    # then it is not shown while others can still answer
    assert "Noch nicht genug Antworten" in table.moderator.opens("/beratungen/rueckmeldungen").get_data(as_text=True)
    # and weeks later as rounded means: 4.2, 3.4 and 2.6 become halves
    with clock.at(clock.now() + FEEDBACK_TAKEN + timedelta(minutes=1)):
        shown = queries.feedback(table.moderator.user)
    assert [figure.mean for figure in shown.figures] == [4.0, 3.5, 2.5]
    assert shown.count == 5
    page = weeks_later(stage, table.moderator)
    assert "3,5" in page
    # and another moderator sees nothing of it
    assert "Noch nicht genug Antworten" in weeks_later(stage, stage.moderator("has"))


def test_the_count_says_no_more_than_a_multiple_of_five(stage: Stage) -> None:
    table = Round(stage).is_revealed()
    db.session.add_all(Feedback(session_id=table.id, useful=4, safe=4, led=4) for _ in range(9))
    db.session.commit()
    with clock.at(clock.now() + FEEDBACK_TAKEN + timedelta(minutes=1)):
        assert queries.feedback(table.moderator.user).count == 5
