"""What a task is, and how many things a select finds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import LazyString
from sqlalchemy import Select, func, select

from caseboard.db import db


@dataclass(frozen=True)
class Task:
    """One thing that waits for this person."""

    sentence: LazyString
    endpoint: str
    id: str | None
    since: datetime
    late: bool = False
    about: str = ""


def how_many(wanted: Select[Any]) -> int:
    """How many things a select finds."""
    return db.session.scalar(select(func.count()).select_from(wanted.order_by(None).subquery())) or 0
