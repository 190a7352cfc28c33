"""Mail and notices, written in the same transaction as what they tell; they name things by id and hold no text."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.models import Notice, OutboxMail


def tell(user_ids: Iterable[str], kind: str, thing: str, *, at: datetime | None = None, once: str = "") -> None:
    """Put a notice on the home page of each person and a mail into the outbox; telling twice tells once.

    Args:
        user_ids: whom to tell.
        kind: key of the wording, see notices.py, such as "case.released".
        thing: kind and id of what it is about, such as "case:1f…".
        at: when the mail may leave; now unless said otherwise.
        once: what makes this time another one, such as a phase or a day; telling it twice still tells once.
    """
    key = f"{kind}/{thing}/{once}" if once else f"{kind}/{thing}"
    wanted = set(user_ids)
    told = set(db.session.scalars(select(Notice.user_id).where(Notice.key == key, Notice.user_id.in_(wanted))))
    for user_id in sorted(wanted - told):
        db.session.add(Notice(user_id=user_id, kind=kind, thing=thing, key=key))
        db.session.add(
            OutboxMail(
                user_id=user_id,
                kind=kind,
                params={"thing": thing},
                message_id=secrets.token_hex(16),
                due_at=at or clock.now(),
            )
        )


def tell_again(user_ids: Iterable[str], kind: str, thing: str) -> None:
    """Like `tell`, for something that can happen to the same thing more than once."""
    for user_id in sorted(set(user_ids)):
        # no time in the key: two things can happen in the same instant
        key = f"{kind}/{thing}/{secrets.token_hex(8)}"
        db.session.add(Notice(user_id=user_id, kind=kind, thing=thing, key=key))
        db.session.add(
            OutboxMail(user_id=user_id, kind=kind, params={"thing": thing}, message_id=secrets.token_hex(16))
        )
