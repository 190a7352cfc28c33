"""What waits for whoever has a part in a consultation: to answer, to join, to write, to say what they know."""

from collections.abc import Iterator, Set
from datetime import timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import or_, select

from caseboard import clock
from caseboard.db import db
from caseboard.home import topics
from caseboard.home.tasks.task import Task, how_many
from caseboard.models import (
    CaseSession,
    Observation,
    Perspective,
    PerspectiveState,
    Seat,
    SeatState,
    SessionKind,
    SessionState,
    User,
)
from caseboard.policy import aftermath as aftermath_rules
from caseboard.policy import finding, retention
from caseboard.policy import rounds as round_rules
from caseboard.policy import sessions as session_rules

LONGEST_OVERRUN = timedelta(hours=6)
"""So long after its end nobody joins a live session any more, even if nobody has finished it."""


def invitations(user: User) -> Iterator[Task]:
    """Invitations without an answer, and those somebody is not sure about."""
    undecided = {SeatState.INVITED, SeatState.TENTATIVE}
    for seat, meeting in _seats(user, undecided, SessionState.INVITED, SessionState.RUNNING):
        about = topics.of_session(user, meeting)
        yield Task(
            _l("Answer an invitation to a consultation"), "sessions.show", meeting.id, seat.invited_at, about=about
        )


def live(user: User) -> Iterator[Task]:
    """A session that runs at this moment, for everybody who has a part in it; later only for whoever has to end it."""
    running = finding.visible_sessions(user).where(
        CaseSession.kind == SessionKind.LIVE, CaseSession.state == SessionState.RUNNING
    )
    for meeting in db.session.scalars(running):
        is_over = meeting.ends_at < clock.now() - LONGEST_OVERRUN
        sees = session_rules.may_run_session if is_over else session_rules.may_read_along
        if sees(user, meeting):
            since, about = meeting.started_at or meeting.starts_at, topics.of_session(user, meeting)
            sentence = _l("Bring a live session to its end") if is_over else _l("Join a live session that is running")
            yield Task(sentence, "sessions.board", meeting.id, since, True, about)


def perspectives(user: User) -> Iterator[Task]:
    """The perspective that a written round still waits for, until all are revealed."""
    for _seat, meeting in _seats(user, {SeatState.ACCEPTED}, SessionState.RUNNING):
        asked = round_rules.is_written(meeting) and round_rules.takes_perspectives_now(meeting)
        writes = asked and session_rules.may_contribute(user, meeting)
        if writes and meeting.revealed_at is None and not _has_written(user, meeting):
            late = meeting.ends_at < clock.now() + timedelta(days=1)
            about = topics.of_session(user, meeting)
            yield Task(_l("Add your perspective"), "sessions.show", meeting.id, meeting.starts_at, late, about)


def returned(user: User) -> Iterator[Task]:
    """Whatever was sent back, in whichever phase: as it stands, it is not revealed."""
    mine = select(Perspective.session_id).where(
        Perspective.author_id == user.id, Perspective.state == PerspectiveState.SENT_BACK
    )
    waiting = set(db.session.scalars(mine))
    for _seat, meeting in _seats(user, {SeatState.ACCEPTED}, SessionState.RUNNING):
        if meeting.id in waiting and round_rules.may_write_in_round(user, meeting):
            late = meeting.ends_at < clock.now() + timedelta(days=1)
            about = topics.of_session(user, meeting)
            sentence = _l("Put your perspective in other words")
            yield Task(sentence, "sessions.show", meeting.id, meeting.starts_at, late, about)


def observations(user: User) -> Iterator[Task]:
    """Whether the own house has this too: asked of whoever was there and has not said, for as long as feedback is."""
    answered = set(db.session.scalars(select(Observation.session_id).where(Observation.user_id == user.id)))
    for seat, meeting in _seats(user, {SeatState.ACCEPTED}, SessionState.FINISHED, SessionState.RESULT_SENT):
        held = aftermath_rules.held_at(meeting)
        asked = held is not None and clock.now() < held + retention.FEEDBACK_TAKEN and bool(meeting.case.theme_ids)
        there = seat.attended_at is not None and session_rules.may_observe(user, meeting)
        if asked and there and meeting.id not in answered:
            about = topics.of_session(user, meeting)
            yield Task(_l("Say whether you know this too"), "sessions.observe", meeting.id, held, about=about)


def _has_written(user: User, meeting: CaseSession) -> bool:
    """A written round asks for one perspective in each of its phases; what was sent back is a task of its own."""
    mine = select(Perspective.id).where(Perspective.author_id == user.id, Perspective.session_id == meeting.id)
    if round_rules.is_written(meeting):
        mine = mine.where(or_(Perspective.phase_key == meeting.phase, Perspective.phase_key.is_(None)))
    return bool(how_many(mine))


def _seats(user: User, answers: Set[SeatState], *states: SessionState) -> list[tuple[Seat, CaseSession]]:
    seen = finding.visible_sessions(user).with_only_columns(CaseSession.id)
    rows = db.session.execute(
        select(Seat, CaseSession)
        .join(CaseSession, CaseSession.id == Seat.session_id)
        .where(
            Seat.user_id == user.id, Seat.state.in_(answers), CaseSession.state.in_(states), CaseSession.id.in_(seen)
        )
    )
    return [(row[0], row[1]) for row in rows]
