"""What followed in the demo: week by week case givers are asked, answer, share what helped, and narratives end."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from caseboard import clock
from caseboard.airlock import safe
from caseboard.db import db
from caseboard.demo import texts
from caseboard.demo.cast import Cast
from caseboard.flows import service as flows
from caseboard.flows.purge import purge
from caseboard.models import Case, CaseSession, CaseState, FollowUp, Helped, HelpedState, SessionState, StepDone, User
from caseboard.policy import aftermath as rules
from caseboard.sessions.afterwards import follow_up
from caseboard.sessions.helped import service as collection

WEEKS = 52
THINKS = timedelta(days=5)
"""So long a case giver of the demo takes for an answer."""


def go_on(cast: Cast, cases: dict[str, Case]) -> None:
    """Let the weeks pass by which everything that follows a consultation happens, and nothing waits for ever."""
    answers = {row["case"]: row["follow_up"] for row in texts.read("results") if "follow_up" in row}
    ends = {row["case"]: row for row in texts.read("closings")}
    now = clock.now()
    for week in range(WEEKS, -1, -1):
        with clock.at(now - timedelta(weeks=week)):
            _check()
            for key in answers.keys() & cases.keys():
                _answer(cast, cases[key], answers[key])
            for key in ends.keys() & cases.keys():
                if ends[key]["weeks_ago"] == week:
                    _close(cast, cases[key], ends[key])
            follow_up.ask_around()
            purge()


def _answer(cast: Cast, case: Case, row: dict[str, Any]) -> None:
    wanted = select(CaseSession).where(CaseSession.case_id == case.id, CaseSession.state == SessionState.RESULT_SENT)
    round_ = db.session.scalar(wanted)
    asked = db.session.get(FollowUp, round_.id) if round_ else None
    if round_ is None or asked is None or asked.answer is not None or not _has_thought(asked.asked_at):
        return
    author = cast.author(case)
    follow_up.answer(author, round_, StepDone(row["outcome"]))
    follow_up.tell_what_helped(author, round_, safe(row["text"]), shares=bool(row.get("shares")))


def _has_thought(asked_at: datetime | None) -> bool:
    return asked_at is not None and asked_at + THINKS <= clock.now()


def _close(cast: Cast, case: Case, row: dict[str, Any]) -> None:
    if case.state is CaseState.RELEASED:
        flows.close(cast.author(case), case, safe(row["helped"]) if "helped" in row else None)


def _check() -> None:
    """Somebody of another house looks at what came in the week before."""
    for helped in db.session.scalars(select(Helped).where(Helped.state == HelpedState.WAITING)).all():
        checker = next(user for user in _everybody() if rules.may_check_helped(user, helped))
        collection.show(checker, helped)


def _everybody() -> list[User]:
    return list(db.session.scalars(select(User).order_by(User.email)))
