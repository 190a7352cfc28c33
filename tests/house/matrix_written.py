"""Written rounds, for the matrix: a question, an answer and a perspective in one, and who may open what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.db import db
from caseboard.models import CaseSession, Perspective, PerspectiveState, Question, QuestionState, SessionState
from tests.actors import put

if TYPE_CHECKING:
    from tests.house.matrix_cast import Cast

SAID = SafeText.trusted("Seit dem Winter.")


def asked(cast: Cast, state: SessionState = SessionState.RUNNING, *, answered: bool = False) -> str:
    """A question of `adviser` in a round."""
    meeting = db.session.get_one(CaseSession, cast.session(state))
    row = Question(
        session_id=meeting.id,
        case_id=meeting.case_id,
        case_jobcenter_id="kg",
        asker_id=cast.people["adviser"].user_id,
        jobcenter_id="msp",
        text=SAID,
        answer=SAID if answered else None,
        state=QuestionState.ANSWERED if answered else QuestionState.OPEN,
    )
    put(row)
    return row.id


def over(cast: Cast) -> str:
    """A round whose days are over, with a perspective of `adviser`."""
    key = cast.session(SessionState.RUNNING)
    meeting = db.session.get_one(CaseSession, key)
    meeting.starts_at, meeting.ends_at = clock.now() - timedelta(days=7), clock.now() - timedelta(days=1)
    db.session.commit()
    place = {"session_id": key, "case_id": meeting.case_id, "case_jobcenter_id": "kg"}
    put(Perspective(**place, author_id=cast.people["adviser"].user_id, jobcenter_id="msp", text=SAID))
    return key


def left_alone(cast: Cast) -> str:
    """A round whose days have been over for so long that others may lead on."""
    key = cast.session(SessionState.RUNNING)
    meeting = db.session.get_one(CaseSession, key)
    meeting.starts_at, meeting.ends_at = clock.now() - timedelta(days=30), clock.now() - timedelta(days=20)
    db.session.commit()
    return key


def written(cast: Cast) -> str:
    """The perspective in such a round."""
    key = over(cast)
    return db.session.query(Perspective).filter_by(session_id=key).one().id


def returned(cast: Cast) -> str:
    """The same, sent back."""
    key = written(cast)
    row = db.session.get_one(Perspective, key)
    row.state, row.send_back_reason = PerspectiveState.SENT_BACK, SAID
    db.session.commit()
    return key


THINGS: dict[str, Callable[[Cast], str]] = {
    "question": asked,
    "answered question": lambda cast: asked(cast, answered=True),
    "question of a revealed round": lambda cast: asked(cast, SessionState.FINISHED),
    "round that is over": over,
    "left alone": left_alone,
    "hidden perspective": written,
    "returned perspective": returned,
}

NOBODY: dict[int, str] = {}

WRITTEN: list[tuple[str, str, str, dict[int, str], dict[str, str]]] = [
    ("GET", "sessions.ask", "running", {200: "adviser"}, {}),
    ("POST", "sessions.ask", "running", {422: "adviser"}, {}),
    ("GET", "sessions.ask", "revealed", {409: "adviser"}, {}),
    ("GET", "sessions.ask", "resting", NOBODY, {}),
    ("GET", "sessions.answer_question", "question", {200: "author"}, {}),
    ("POST", "sessions.answer_question", "question", {422: "author"}, {}),
    ("GET", "sessions.answer_question", "answered question", {200: "author"}, {}),
    ("GET", "sessions.answer_question", "question of a revealed round", {409: "author"}, {}),
    ("POST", "sessions.take_question_back", "question", {303: "adviser"}, {}),
    ("POST", "sessions.take_question_back", "question of a revealed round", {409: "adviser"}, {}),
    ("GET", "sessions.return_question", "question", {200: "runs"}, {}),
    ("POST", "sessions.return_question", "answered question", {422: "runs"}, {}),
    ("GET", "sessions.return_question", "question of a revealed round", {409: "runs"}, {}),
    ("GET", "sessions.written_overview", "running", {200: "runs"}, {}),
    ("GET", "sessions.written_overview", "revealed", {200: "runs"}, {}),
    ("GET", "sessions.written_overview", "round that is over", {200: "runs"}, {}),
    ("GET", "sessions.written_overview", "called off", NOBODY, {}),
    ("GET", "sessions.written_overview", "resting", NOBODY, {}),
    ("POST", "sessions.reveal_round", "running", {409: "runs"}, {}),
    ("POST", "sessions.reveal_round", "round that is over", {409: "runs"}, {"seen": "forged"}),
    ("GET", "sessions.return_perspective", "hidden perspective", {200: "runs"}, {}),
    ("POST", "sessions.return_perspective", "hidden perspective", {422: "runs"}, {}),
    ("GET", "sessions.rewrite_perspective", "hidden perspective", {409: "adviser"}, {}),
    ("GET", "sessions.rewrite_perspective", "returned perspective", {200: "adviser"}, {}),
    ("POST", "sessions.rewrite_perspective", "returned perspective", {422: "adviser"}, {}),
    ("POST", "sessions.extend_round", "running", {422: "runs"}, {}),
    ("POST", "sessions.extend_round", "running", {409: "runs"}, {"days": "1", "end": "2026-01-01T18:00:00+00:00"}),
    ("POST", "sessions.extend_round", "revealed", {409: "runs"}, {"days": "1", "end": "2026-01-01T18:00:00+00:00"}),
    ("GET", "sessions.round_rules", "running", {200: "author adviser runs"}, {}),
    ("GET", "sessions.round_rules", "resting", NOBODY, {}),
    ("GET", "sessions.round_rules", "consulting", NOBODY, {}),
    ("POST", "sessions.read_round_rules", "running", {303: "author adviser runs"}, {}),
    ("POST", "sessions.read_round_rules", "consulting", NOBODY, {}),
    ("POST", "sessions.next_round_phase", "running", {409: "runs"}, {"seen": "consultation"}),
    ("POST", "sessions.last_round_phase", "running", {409: "runs"}, {"seen": "consultation"}),
    ("POST", "sessions.remind_round", "running", {303: "runs"}, {}),
    ("POST", "sessions.remind_round", "revealed", {409: "runs"}, {}),
    ("POST", "sessions.remind_round", "resting", NOBODY, {}),
    ("POST", "sessions.take_up", "round that is over", NOBODY, {}),
    ("POST", "sessions.take_up", "left alone", {303: "mod sameCounty"}, {}),
    ("POST", "sessions.need_time", "running", {303: "adviser"}, {}),
    ("POST", "sessions.need_time", "revealed", {409: "adviser"}, {}),
]
