"""The home page: what waits, what happened, and the ways in that suit a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from flask_babel import LazyString
from sqlalchemy import Select, select

from caseboard import policy
from caseboard.db import db
from caseboard.home import topics
from caseboard.home.tasks import tasks
from caseboard.home.tasks.task import Task, how_many
from caseboard.models import Notice, Perspective, PerspectiveState, User
from caseboard.notices import WORDINGS
from caseboard.policy import cases as case_rules
from caseboard.policy import people as people_rules

ASKING = frozenset(
    {
        "case.overdue",
        "case.paused.judge",
        "case.paused.officer",
        "case.sent_back",
        "case.to_check",
        "helped.to_check",
        "proposal.to_decide",
        "proposal.to_second",
        "session.follow_up",
        "session.invited",
        "session.all_written",
        "session.asked",
        "session.nudged",
        "session.still_open",
    }
)
"""Notices that ask for something: on the desk the task itself stands for them, as long as it is there."""


@dataclass(frozen=True)
class NoticeView:
    """Something that happened."""

    sentence: LazyString
    endpoint: str | None
    id: str | None
    at: datetime
    about: str


@dataclass(frozen=True)
class Desk:
    """The home page: tasks, notices, and which ways in to offer."""

    tasks: tuple[Task, ...]
    notices: tuple[NoticeView, ...]
    writes: bool
    leads: bool
    administers: bool
    watches: bool
    checkable: int
    is_new: bool


def desk(user: User) -> Desk:
    """Everything on this person's home page."""
    return Desk(
        tasks(user),
        tuple(_notices(user)),
        writes=case_rules.may_write_cases(user),
        leads=policy.leads(user),
        administers=people_rules.may_administer(user),
        watches=people_rules.may_watch_over_data(user),
        checkable=how_many(case_rules.checkable_cases(user)),
        is_new=not (how_many(case_rules.own_cases(user)) or how_many(_own_perspectives(user))),
    )


def _own_perspectives(user: User) -> Select[tuple[str | None]]:
    """The consultations this person has written a perspective in."""
    return (
        select(Perspective.session_id)
        .where(Perspective.author_id == user.id)
        .where(Perspective.state.in_([PerspectiveState.QUEUED, PerspectiveState.REVEALED]))
    )


def _notices(user: User) -> Iterator[NoticeView]:
    rows = (
        select(Notice)
        .where(Notice.user_id == user.id, Notice.seen_at.is_(None), Notice.kind.not_in(ASKING))
        .order_by(Notice.at.desc(), Notice.id.desc())
    )
    for notice in db.session.scalars(rows.limit(20)):
        wording = WORDINGS[notice.kind]
        endpoint = wording.endpoint if topics.may_open(user, notice.thing) else None
        about = topics.of_thing(user, notice.thing) if endpoint else ""
        kind, _, key = notice.thing.partition(":")
        # what is about a day and not about one thing leads to a list
        yield NoticeView(wording.sentence, endpoint, None if kind == "day" else key, notice.at, about)
