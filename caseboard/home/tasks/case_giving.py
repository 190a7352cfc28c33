"""What waits for a case giver: questions to answer, what helped, and what became of the first step."""

from collections.abc import Iterator

from flask_babel import lazy_gettext as _l
from sqlalchemy import func

from caseboard.db import db
from caseboard.home import topics
from caseboard.home.tasks.task import Task
from caseboard.models import Case, CaseSession, FollowUp, Question, QuestionState, SessionKind, SessionState, User
from caseboard.policy import finding


def questions(user: User) -> Iterator[Task]:
    """What the case giver is asked in a running round; answers come without a name."""
    waiting = (
        finding.visible_sessions(user)
        .join(Question, Question.session_id == CaseSession.id)
        .where(
            Case.author_id == user.id,
            CaseSession.kind == SessionKind.WRITTEN,
            CaseSession.state == SessionState.RUNNING,
            Question.state == QuestionState.OPEN,
        )
        .with_only_columns(CaseSession, func.min(Question.created_at))
        .group_by(CaseSession.id)
    )
    for meeting, since in db.session.execute(waiting):
        about = topics.of_session(user, meeting)
        yield Task(_l("Answer questions about your case"), "sessions.show", meeting.id, since, about=about)


def results(user: User) -> Iterator[Task]:
    """Revealed rounds and sessions of which the case giver has not said what helps."""
    mine = finding.visible_sessions(user).where(
        Case.author_id == user.id,
        CaseSession.state.in_([SessionState.RUNNING, SessionState.FINISHED]),
        CaseSession.revealed_at.is_not(None),
    )
    for meeting in db.session.scalars(mine):
        since = meeting.revealed_at or meeting.ends_at
        about = topics.of_session(user, meeting)
        yield Task(_l("Say what helps you, and your first step"), "sessions.show", meeting.id, since, about=about)


def follow_ups(user: User) -> Iterator[Task]:
    """First steps that the case giver was asked about."""
    asked = (
        finding.visible_sessions(user)
        .join(FollowUp, FollowUp.session_id == CaseSession.id)
        .where(
            Case.author_id == user.id,
            FollowUp.asked_at.is_not(None),
            FollowUp.answer.is_(None),
            FollowUp.closed_at.is_(None),
        )
        .with_only_columns(CaseSession, FollowUp)
    )
    for meeting, question in db.session.execute(asked):
        since, late = question.asked_at or question.due_at, question.reminders > 0
        about = topics.of_session(user, meeting)
        yield Task(_l("Say what became of your first step"), "sessions.follow_up", meeting.id, since, late, about)
