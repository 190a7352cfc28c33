"""Whose turn it is to check: one of those who may, in rotation; nobody is asked by chance, nobody by habit."""

from sqlalchemy import func, select

from caseboard.db import db
from caseboard.models import Case, Notice, User
from caseboard.policy import cases as rules

ASKED = "case.to_check"


def next_checker(case: Case) -> list[str]:
    """The id of whoever may check the case and was asked longest ago; empty where nobody may.

    Everybody else who may check can still do so; they are asked when the target of two working days is over.
    """
    last = select(Notice.user_id, func.max(Notice.at).label("at")).where(Notice.kind == ASKED).group_by(Notice.user_id)
    asked = last.subquery()
    turn = (
        rules.checkers_of(case)
        .outerjoin(asked, asked.c.user_id == User.id)
        .order_by(asked.c.at.is_not(None), asked.c.at, User.email)
    )
    first = db.session.scalars(turn.limit(1)).first()
    return [first.id] if first else []
