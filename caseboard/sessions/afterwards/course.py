"""When the case giver is asked what became of the first step, reminded, and left in peace; pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from caseboard.policy.retention import FOLLOW_UP_AFTER, MOST_REMINDERS, REMINDED_EVERY


class Step(Enum):
    """What the worker does next."""

    ASK = "ask"
    REMIND = "remind"
    GIVE_UP = "give_up"


@dataclass(frozen=True)
class Course:
    """How far the follow-up of one consultation has come."""

    result_at: datetime
    asked_at: datetime | None = None
    reminders: int = 0
    reminded_at: datetime | None = None
    over: bool = False


def due(result_at: datetime) -> datetime:
    """When to ask for the first time."""
    return result_at + FOLLOW_UP_AFTER


def next_step(course: Course, now: datetime) -> Step | None:
    """What is due at `now`, if anything is."""
    if course.over:
        return None
    if course.asked_at is None:
        return Step.ASK if due(course.result_at) <= now else None
    if (course.reminded_at or course.asked_at) + REMINDED_EVERY > now:
        return None
    return Step.REMIND if course.reminders < MOST_REMINDERS else Step.GIVE_UP
