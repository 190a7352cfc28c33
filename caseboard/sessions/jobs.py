"""What the worker does for written rounds without being asked: go on, remind, tell what is new once a day.

Every job looks at what the database says and can run twice, late, or beside another worker: what was done is not done
again, what was told is not told again.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

from sqlalchemy import select

from caseboard import clock, outbox
from caseboard.db import command, db
from caseboard.models import Case, CaseSession, Notice, Question, QuestionState, SessionKind, SessionState
from caseboard.policy import sessions as rules
from caseboard.sessions import phases
from caseboard.sessions.lookups import writers
from caseboard.sessions.phases import Work
from caseboard.sessions.written import leading, timetable

Telling = tuple[set[str], str, str, str]
"""Whom, of what, about which thing, and what makes this time another one."""

Tellings = Callable[[], Iterator[Telling]]

RUNNING = (
    select(CaseSession)
    .where(CaseSession.kind == SessionKind.WRITTEN, CaseSession.state == SessionState.RUNNING)
    .order_by(CaseSession.id)
)

LONG_AGO = datetime.min.replace(tzinfo=UTC)

DIGEST = "session.digest"
"""One a day for everybody concerned."""


def go_on() -> None:
    """Let every round stand in the phase of its day; the last one lasts until its moderator reveals."""
    for session_id in [one.id for one in _running() if _is_behind(one)]:
        _go_on(session_id)


@command
def _go_on(session_id: str) -> None:
    case_session = db.session.get_one(CaseSession, session_id)
    db.session.refresh(case_session.case, with_for_update={"of": Case})
    db.session.refresh(case_session, with_for_update={"of": CaseSession})
    while _is_behind(case_session):
        leading.move(None, case_session, timetable.following(case_session))


def _is_behind(case_session: CaseSession) -> bool:
    runs = case_session.state is SessionState.RUNNING and rules.is_awake(case_session)
    over = runs and timetable.phase_end(case_session) <= clock.now()
    return over and timetable.following(case_session) is not None


def remind() -> None:
    """Ask whoever is silent shortly before a phase ends, and tell moderators when it is their turn."""
    _tell_untold(_reminders)


def tell_news() -> None:
    """On the morning of a working day, one notice and one mail for everybody in whose rounds something is new."""
    if clock.is_working_day(clock.today()) and clock.now() >= timetable.morning(clock.today()):
        _tell_untold(_news)


def _tell_untold(tellings: Tellings) -> None:
    if any(_fresh(one) for one in tellings()):
        _tell(tellings)


@command
def _tell(tellings: Tellings) -> None:
    """The rows are held first, so that a second worker waits and then finds everything told."""
    db.session.scalars(RUNNING.with_for_update()).all()
    for people, kind, thing, once in list(tellings()):
        outbox.tell(people, kind, thing, once=once)


def _fresh(telling: Telling) -> set[str]:
    people, kind, thing, once = telling
    told = select(Notice.user_id).where(Notice.key == f"{kind}/{thing}/{once}", Notice.user_id.in_(people))
    return people - set(db.session.scalars(told))


def _reminders() -> Iterator[Telling]:
    for case_session in _running():
        thing, once = f"session:{case_session.id}", f"{case_session.phase}/{case_session.extensions}"
        if phases.current(case_session).work is Work.CONSULTATION:
            yield _slow(case_session), "session.nudged", thing, once
            if turn := _turn_of_the_moderator(case_session):
                yield set(case_session.leaders()), turn, thing, once


def _slow(case_session: CaseSession) -> set[str]:
    """Whoever has not written shortly before the end of a phase in which too few have."""
    reminds_at = timetable.morning(timetable.reminds_on(case_session))
    near = reminds_at <= clock.now() < timetable.phase_end(case_session)
    few = len(writers(case_session, case_session.phase)) < case_session.least_perspectives
    return leading.silent(case_session) if near and few else set()


def _turn_of_the_moderator(case_session: CaseSession) -> str | None:
    """Whether the days are over, or everybody has written before: then the round waits for its moderator."""
    if timetable.following(case_session) is not None:
        return None
    if clock.now() >= case_session.ends_at:
        return "session.time_over"
    written = len(writers(case_session, case_session.phase))
    enough = written >= case_session.least_perspectives and not leading.silent(case_session)
    return "session.all_written" if enough else None


def _news() -> Iterator[Telling]:
    """Everybody whom something new concerns; the mail says that there is something, and nothing of what."""
    since, until = _untold_since(), timetable.morning(clock.today())
    people = {user_id for one in _running() for user_id in _concerned(one, since, until)}
    yield people, DIGEST, f"day:{clock.today()}", "news"


def _untold_since() -> datetime:
    """The morning of the last news, whenever it was: what happened on a day without a worker is told later."""
    told = select(Notice.thing).where(Notice.kind == DIGEST, Notice.thing < f"day:{clock.today()}")
    last = db.session.scalar(told.order_by(Notice.thing.desc()).limit(1))
    return timetable.morning(date.fromisoformat(last.removeprefix("day:"))) if last else LONG_AGO


def _concerned(case_session: CaseSession, since: datetime, until: datetime) -> Iterator[str]:
    """Moderators hear of questions and answers, those who advise of answers, and everybody of another phase.

    The case giver hears of questions every morning until they are answered.
    """
    asked = select(Question).where(Question.session_id == case_session.id, Question.created_at < until)
    questions = list(db.session.scalars(asked.where(Question.state != QuestionState.SENT_BACK)))
    answered = [one for one in questions if one.answered_at is not None and since <= one.answered_at < until]
    if any(one.state is QuestionState.OPEN for one in questions):
        yield case_session.case.author_id
    if answered:
        yield from case_session.accepted()
    if answered or any(one.created_at >= since for one in questions) or _wishes(case_session, since, until):
        yield from case_session.leaders()
    moved = case_session.phase_started_at
    if timetable.preceding(case_session) is not None and moved is not None and since <= moved < until:
        yield from case_session.everybody()


def _wishes(case_session: CaseSession, since: datetime, until: datetime) -> bool:
    """Whether somebody wished for more time."""
    return any(seat.needs_time_at and since <= seat.needs_time_at < until for seat in case_session.seats)


def _running() -> Iterator[CaseSession]:
    """The written rounds that run and whose case does not rest."""
    for case_session in db.session.scalars(RUNNING).all():
        if rules.is_awake(case_session):
            yield case_session
