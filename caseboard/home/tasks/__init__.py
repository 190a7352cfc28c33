"""What waits for a person: one short list of tasks drawn from every room's tables.

The list is derived at every look, so nothing can be forgotten in it and nothing needs to be cleared up.
"""

from collections.abc import Callable, Iterator
from datetime import date

from caseboard import clock
from caseboard.home.tasks import case_giving, cases, measures, moderating, taking_part
from caseboard.home.tasks.task import Task
from caseboard.models import User

SOURCES: tuple[Callable[[User], Iterator[Task]], ...] = (
    cases.checks,
    cases.own_cases,
    taking_part.invitations,
    taking_part.live,
    taking_part.perspectives,
    taking_part.returned,
    taking_part.observations,
    case_giving.questions,
    moderating.revealing,
    case_giving.results,
    case_giving.follow_ups,
    moderating.helped_to_check,
    moderating.waiting_cases,
    moderating.left_alone,
    cases.pauses,
    measures.proposals,
    measures.commitments,
)


def tasks(user: User) -> tuple[Task, ...]:
    """Everything that waits for this person; what is late comes first, then what waits longest."""
    found = (task for source in SOURCES for task in source(user))
    return tuple(sorted(found, key=_turn))


def _turn(task: Task) -> tuple[bool, date, str]:
    """Inside a day the random ids decide, so that the order tells no hour."""
    return not task.late, task.since.astimezone(clock.BERLIN).date(), task.id or ""
