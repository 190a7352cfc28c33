"""The verbs of the follow-up: the worker asks, the case giver answers, and those who advised hear of it."""

from collections.abc import Iterator
from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, select

from caseboard import audit, clock, outbox, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.models import (
    Case,
    CaseSession,
    CaseState,
    FollowUp,
    Helped,
    HelpedState,
    Result,
    SessionState,
    StepDone,
    User,
)
from caseboard.policy import aftermath as rules
from caseboard.policy.sessions import is_awake
from caseboard.sessions.afterwards.course import Course, Step, due, next_step
from caseboard.sessions.afterwards.files import make_anew
from caseboard.sessions.helped.service import offer
from caseboard.sessions.service.entry import enter, thing


@command
def answer(case_giver: User, case_session: CaseSession, done: StepDone) -> FollowUp:
    """Say with one click what became of the first step; the last click counts.

    Raises:
        NotAllowed: somebody else than the case giver.
        WrongMoment: there is no result yet.
    """
    enter(rules.may_follow_up, case_giver, case_session)
    require_following(case_session)
    follow_up = _follow_up(case_session)
    follow_up.answer, follow_up.answered_at = done, clock.now()
    follow_up.closed_at = follow_up.closed_at or clock.now()
    case = case_session.case
    if case.state is CaseState.DISCUSSED:
        case.passes_to(CaseState.FOLLOWED_UP, clock.now())
    audit.record(case_giver, "session.follow_up", thing(case_session))
    outbox.tell(_advised(case_session), "session.followed_up", thing(case_session))
    make_anew(case_session)
    return follow_up


@command
def tell_what_helped(case_giver: User, case_session: CaseSession, text: SafeText, *, shares: bool) -> FollowUp:
    """Tell those who advised what has helped, and offer it to the collection if the case giver shares it.

    Raises:
        WrongMoment: the question what became of the first step is not answered yet.
    """
    enter(rules.may_follow_up, case_giver, case_session)
    require_answered(case_session)
    follow_up = _follow_up(case_session)
    follow_up.helped = text
    _offer(case_session.case, text if shares else None)
    audit.record(case_giver, "session.helped", thing(case_session))
    outbox.tell(_advised(case_session), "session.what_helped", thing(case_session))
    make_anew(case_session)
    return follow_up


def require_following(case_session: CaseSession) -> None:
    """A follow-up needs a result, and a case that still has words.

    Raises:
        WrongMoment: there is no result yet.
    """
    policy.require_moment(
        rules.takes_follow_up(case_session), _l("What became of it can be said once there is a result sheet.")
    )


def require_answered(case_session: CaseSession) -> None:
    """First the click, then the words.

    Raises:
        WrongMoment: there is no result yet, or the case giver has not said what became of the first step.
    """
    require_following(case_session)
    known = db.session.get(FollowUp, case_session.id)
    answered = known is not None and known.answer is not None
    policy.require_moment(answered, _l("Please say first what became of your first step."))


def _offer(case: Case, text: SafeText | None) -> None:
    """What is not shared any more goes, unless somebody has checked it already."""
    if text is not None:
        offer(case, text)
        return
    db.session.execute(delete(Helped).where(Helped.case_id == case.id, Helped.state != HelpedState.SHOWN))


def _follow_up(case_session: CaseSession) -> FollowUp:
    found = db.session.get(FollowUp, case_session.id)
    if found is None:
        found = FollowUp(session_id=case_session.id, due_at=due(_result_at(case_session)))
        db.session.add(found)
        db.session.flush()
    return found


def _result_at(case_session: CaseSession) -> datetime:
    return db.session.get_one(Result, case_session.id).created_at


def _advised(case_session: CaseSession) -> set[str]:
    return set(case_session.accepted() | case_session.leaders())


def ask_around() -> None:
    """Ask and remind the case givers whose turn it is, and stop asking those who stay silent; a job of the worker."""
    for session_id in list(_due()):
        _move(session_id)


def _due() -> Iterator[str]:
    open_ones = (
        select(CaseSession)
        .join(Case, Case.id == CaseSession.case_id)
        .where(CaseSession.state == SessionState.RESULT_SENT, Case.state == CaseState.DISCUSSED)
        .order_by(CaseSession.id)
    )
    for case_session in db.session.scalars(open_ones):
        if is_awake(case_session) and next_step(_course(case_session), clock.now()):
            yield case_session.id


def _course(case_session: CaseSession) -> Course:
    known = db.session.get(FollowUp, case_session.id)
    if known is None:
        return Course(_result_at(case_session))
    over = known.closed_at is not None or known.answer is not None
    return Course(_result_at(case_session), known.asked_at, known.reminders, known.reminded_at, over)


@command
def _move(session_id: str) -> None:
    case_session = db.session.get_one(CaseSession, session_id)
    db.session.refresh(case_session.case, with_for_update={"of": Case})
    step = next_step(_course(case_session), clock.now())
    if step is None or case_session.case.state is not CaseState.DISCUSSED or not is_awake(case_session):
        return
    follow_up, author = _follow_up(case_session), case_session.case.author_id
    if step is Step.GIVE_UP:
        follow_up.closed_at = clock.now()
        case_session.case.passes_to(CaseState.FOLLOWED_UP, clock.now())
        outbox.tell([author], "session.not_followed_up", thing(case_session))
    else:
        _ask(follow_up, step)
        outbox.tell_again([author], "session.follow_up", thing(case_session))
    audit.record(None, f"session.follow_up.{step.value}", thing(case_session))


def _ask(follow_up: FollowUp, step: Step) -> None:
    if step is Step.ASK:
        follow_up.asked_at = clock.now()
    else:
        follow_up.reminders, follow_up.reminded_at = follow_up.reminders + 1, clock.now()
