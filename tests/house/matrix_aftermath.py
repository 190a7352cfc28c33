"""What follows a consultation, for the matrix: a concluded round, something that has helped, and who may open what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.db import db
from caseboard.models import Case, CaseSession, CaseState, FollowUp, Helped, Result, SessionState, StepDone
from tests.actors import put

if TYPE_CHECKING:
    from tests.house.matrix_cast import Cast

SAID = SafeText.trusted("Ein Anruf.")


def concluded(cast: Cast, *, answered: bool = False) -> str:
    """A round with its result: `adviser` had a place, `runs` moderated."""
    key = cast.session(SessionState.RESULT_SENT)
    row = db.session.get_one(CaseSession, key)
    row.started_at, row.case.state = clock.now(), CaseState.DISCUSSED
    db.session.commit()
    put(Result(session_id=key, helped=SAID, first_step=SAID))
    if answered:
        put(FollowUp(session_id=key, due_at=clock.now(), answer=StepDone.DONE, answered_at=clock.now()))
    return key


def waiting(cast: Cast) -> str:
    """Something that has helped in a case of kg, which leaves out mil; nobody has checked it."""
    case = db.session.get_one(CaseSession, concluded(cast)).case
    row = Helped(case_id=case.id, jobcenter_id="kg", text=SAID, month=clock.today().replace(day=1))
    put(row)
    return row.id


def closed(cast: Cast) -> str:
    """A case without words."""
    case = db.session.get_one(Case, cast.case(CaseState.RELEASED))
    case.state, case.title, case.situation, case.key_question = CaseState.CLOSED, None, None, None
    db.session.commit()
    return case.id


THINGS: dict[str, Callable[[Cast], str]] = {
    "concluded": concluded,
    "followed up": lambda cast: concluded(cast, answered=True),
    "something that helped": waiting,
    "closed": closed,
}

CONSULT = "author colleague near reader mod adviser runs left leftmod sameCounty"
READERS = "reader mod adviser runs sameCounty"
THERE = "author adviser runs"

AFTERMATH: list[tuple[str, str, str, dict[int, str], dict[str, str]]] = [
    ("GET", "sessions.result", "concluded", {200: THERE}, {}),
    ("POST", "sessions.want_sheet", "concluded", {303: THERE}, {}),
    ("POST", "sessions.want_sheet", "revealed", {409: THERE}, {}),
    ("POST", "sessions.want_sheet", "resting", {}, {}),
    ("GET", "sessions.sheet_file", "concluded", {}, {}),
    ("GET", "sessions.follow_up", "concluded", {200: "author"}, {}),
    ("GET", "sessions.follow_up", "revealed", {409: "author"}, {}),
    ("GET", "sessions.follow_up", "resting", {409: "author"}, {}),
    ("POST", "sessions.follow_up", "concluded", {422: "author"}, {}),
    ("POST", "sessions.follow_up", "concluded", {303: "author"}, {"answer": "done"}),
    ("GET", "sessions.what_helped", "concluded", {409: "author"}, {}),
    ("GET", "sessions.what_helped", "followed up", {200: "author"}, {}),
    ("POST", "sessions.what_helped", "followed up", {422: "author"}, {}),
    ("GET", "sessions.attendance", "concluded", {200: "runs"}, {}),
    ("POST", "sessions.attendance", "concluded", {303: "runs"}, {}),
    ("GET", "sessions.feedback", "concluded", {200: "author adviser"}, {}),
    ("GET", "sessions.feedback", "running", {409: "author adviser"}, {}),
    ("POST", "sessions.feedback", "concluded", {422: "author adviser"}, {}),
    ("GET", "sessions.feedback_to_me", "nothing", {200: "near mod runs leftmod sameCounty"}, {}),
    ("GET", "sessions.participations", "nothing", {200: CONSULT}, {}),
    ("POST", "sessions.want_certificate", "concluded", {303: "runs"}, {}),
    ("GET", "sessions.certificate", "concluded", {}, {}),
    ("GET", "sessions.helped", "nothing", {200: CONSULT}, {}),
    ("POST", "sessions.search_helped", "nothing", {200: CONSULT}, {}),
    ("GET", "sessions.check_helped", "something that helped", {200: READERS}, {}),
    ("POST", "sessions.show_helped", "something that helped", {303: READERS}, {}),
    ("POST", "sessions.refuse_helped", "something that helped", {303: READERS}, {}),
    ("GET", "flows.close", "released", {200: "author"}, {}),
    ("GET", "flows.close", "scheduled", {409: "author"}, {}),
    ("GET", "flows.close", "paused", {409: "author"}, {}),
    ("POST", "flows.close", "released", {303: "author"}, {}),
    ("GET", "cases.read", "closed", {}, {}),
    ("GET", "cases.own", "closed", {200: "author"}, {}),
    ("GET", "cases.check", "closed", {}, {}),
    ("POST", "flows.recognise", "closed", {}, {}),
]
"""Method, endpoint, thing, who gets which status, and what is sent; everybody else gets 404."""
