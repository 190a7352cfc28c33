"""What is written beside every change: the audit trail, mail waiting, notices for the home page, where words went.

None of them holds text that somebody typed: they name things by id and words by key.
"""

from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from caseboard.db import Base
from caseboard.models.columns import MaybeMoment, Moment


class AuditEntry(Base):
    """One link of the hash chain: who did what to which thing; ids and verbs only."""

    __tablename__ = "audit_entry"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[Moment]
    actor_id: Mapped[str | None] = mapped_column(String(32), index=True)
    jobcenter_id: Mapped[str | None] = mapped_column(String(32), index=True)
    verb: Mapped[str] = mapped_column(String(64))
    thing: Mapped[str] = mapped_column(String(80), index=True)
    before: Mapped[str] = mapped_column(String(64), unique=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)


class Notice(Base):
    """Something a person should know, told on the home page and by mail."""

    __tablename__ = "notice"
    __table_args__ = (UniqueConstraint("user_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(48))
    thing: Mapped[str] = mapped_column(String(80))
    key: Mapped[str] = mapped_column(String(160))
    at: Mapped[Moment]
    seen_at: Mapped[MaybeMoment]


class OutboxMail(Base):
    """A mail to one person, written in the transaction of what it tells; the worker sends it."""

    __tablename__ = "outbox_mail"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(48))
    params: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    message_id: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[Moment]
    due_at: Mapped[Moment]
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[MaybeMoment]


class DeletedWords(Base):
    """Words were deleted from a table and still lie in the files of PostgreSQL, until the worker rewrites it."""

    __tablename__ = "deleted_words"

    id: Mapped[int] = mapped_column(primary_key=True)
    table_name: Mapped[str] = mapped_column(String(63))
    at: Mapped[Moment]
