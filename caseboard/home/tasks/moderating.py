"""What waits for moderators: to reveal, to look at what has helped, to plan, to take up what was left."""

from collections.abc import Iterator

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from sqlalchemy import func, select

from caseboard import clock, policy
from caseboard.db import db
from caseboard.home import topics
from caseboard.home.tasks.task import Task, how_many
from caseboard.models import Case, CaseSession, Notice, Perspective, PerspectiveState, SessionKind, SessionState, User
from caseboard.policy import aftermath as aftermath_rules
from caseboard.policy import finding, inviting, overdue
from caseboard.policy import rounds as round_rules


def revealing(user: User) -> Iterator[Task]:
    """Rounds in which enough have written, or whose time is over."""
    mine = finding.visible_sessions(user).where(
        CaseSession.moderator_id == user.id,
        CaseSession.kind == SessionKind.WRITTEN,
        CaseSession.state == SessionState.RUNNING,
        CaseSession.revealed_at.is_(None),
    )
    for meeting in db.session.scalars(mine):
        count = db.session.scalar(
            select(func.count(Perspective.author_id.distinct() if round_rules.is_written(meeting) else Perspective.id))
            .select_from(Perspective)
            .where(Perspective.session_id == meeting.id, Perspective.state == PerspectiveState.QUEUED)
        )
        over = meeting.ends_at < clock.now()
        if count and (over or (count >= meeting.least_perspectives and round_rules.reveals_next(meeting))):
            about = topics.of_session(user, meeting)
            yield Task(
                _l("Reveal the perspectives together"), "sessions.show", meeting.id, meeting.starts_at, over, about
            )


def helped_to_check(user: User) -> Iterator[Task]:
    """What this moderator was asked to look at; others find it in the collection."""
    asked = select(Notice.thing, Notice.at).where(Notice.user_id == user.id, Notice.kind == "helped.to_check")
    since = {row.thing: row.at for row in db.session.execute(asked)}
    for helped in db.session.scalars(aftermath_rules.checkable_helped(user)):
        at = since.get(f"helped:{helped.id}")
        if at is not None:
            yield Task(_l("Look at something that has helped"), "sessions.check_helped", helped.id, at)


def waiting_cases(user: User) -> Iterator[Task]:
    """Released cases that nobody has planned a consultation for, as one task."""
    waiting = inviting.waiting_cases(user)
    first = db.session.scalars(waiting.order_by(Case.released_at).limit(1)).first()
    if first is not None and first.released_at is not None:
        found = how_many(waiting)
        about = ngettext("%(num)s case", "%(num)s cases", found)
        yield Task(
            _l("Plan a consultation: released cases wait"), "sessions.index", None, first.released_at, about=about
        )


def left_alone(user: User) -> Iterator[Task]:
    """What other moderators have left, and this one could take up."""
    waiting = db.session.scalars(overdue.overdue_sessions()) if policy.moderates(user) else ()
    found = [meeting for meeting in waiting if overdue.may_take_up_session(user, meeting)]
    if found:
        since = min(overdue.left_since(meeting) for meeting in found)
        about = ngettext("%(num)s consultation", "%(num)s consultations", len(found))
        yield Task(_l("Take up what its moderators have left"), "sessions.index", None, since, True, about)
