"""When people meet: series with their slots, groups that are asked together, and the private calendar address."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from caseboard.anonymize import SafeText
from caseboard.db import Base, Instant, Safe
from caseboard.models.columns import MaybeMoment, Moment, PublicId, words


class AdviserGroup(Base):
    """People a moderator likes to ask together. Who of them is eligible is judged anew for every case."""

    __tablename__ = "adviser_group"

    id: Mapped[PublicId]
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    name: Mapped[SafeText] = mapped_column(Safe)
    created_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(default=1)

    members: Mapped[list["AdviserGroupMember"]] = relationship(lazy="selectin", cascade="all, delete-orphan")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands


class AdviserGroupMember(Base):
    """One person in a group."""

    __tablename__ = "adviser_group_member"

    group_id: Mapped[str] = mapped_column(ForeignKey("adviser_group.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)


class Rhythm(StrEnum):
    """Every so many weeks on a weekday, or on the nth weekday of every so many months."""

    WEEKS = "weeks"
    MONTHS = "months"


class Series(Base):
    """Dates that come back. What is kept is the time on the wall: it stays the same when the clocks change."""

    __tablename__ = "series"
    __table_args__ = (
        CheckConstraint("every >= 1", name="every"),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("(rhythm = 'months') = (nth IS NOT NULL)", name="nth_of_the_month"),
        CheckConstraint("nth BETWEEN 1 AND 4 OR nth = -1", name="nth"),
        CheckConstraint("(until IS NULL) <> (count IS NULL)", name="ends_once"),
        CheckConstraint("count >= 1", name="count"),
        CheckConstraint("minutes BETWEEN 15 AND 240", name="minutes"),
        CheckConstraint("co_moderator_id <> moderator_id", name="two_moderate"),
    )

    id: Mapped[PublicId]
    moderator_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    co_moderator_id: Mapped[str | None] = mapped_column(ForeignKey("user.id"))
    name: Mapped[SafeText] = mapped_column(Safe)
    process_id: Mapped[str] = mapped_column(ForeignKey("process.id"))
    group_id: Mapped[str | None] = mapped_column(ForeignKey("adviser_group.id", ondelete="SET NULL"))
    rhythm: Mapped[Rhythm] = mapped_column(words(Rhythm, "rhythm"))
    every: Mapped[int] = mapped_column(default=1)
    weekday: Mapped[int]
    nth: Mapped[int | None]
    wall_time: Mapped[time]
    minutes: Mapped[int]
    first_day: Mapped[date]
    until: Mapped[date | None]
    count: Mapped[int | None]
    video_link: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[Moment]
    ended_at: Mapped[MaybeMoment]
    version: Mapped[int] = mapped_column(default=1)

    slots: Mapped[list["SessionSlot"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="SessionSlot.starts_at", back_populates="series"
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands


class SessionSlot(Base):
    """One date of a series that takes one consultation; whoever calls that off frees the slot again."""

    __tablename__ = "session_slot"
    __table_args__ = (
        UniqueConstraint("session_id"),
        CheckConstraint("ends_at > starts_at", name="ends_after_it_starts"),
        Index(
            "uq_session_slot_date",
            "series_id",
            "starts_at",
            unique=True,
            sqlite_where=text("cancelled_at IS NULL"),
            postgresql_where=text("cancelled_at IS NULL"),
        ),
    )

    id: Mapped[PublicId]
    series_id: Mapped[str] = mapped_column(ForeignKey("series.id", ondelete="CASCADE"), index=True)
    starts_at: Mapped[datetime] = mapped_column(Instant, index=True)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    session_id: Mapped[str | None] = mapped_column(ForeignKey("case_session.id", ondelete="SET NULL"))
    cancelled_at: Mapped[MaybeMoment]
    version: Mapped[int] = mapped_column(default=1)

    series: Mapped[Series] = relationship(back_populates="slots", lazy="joined", innerjoin=True)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands


class CalendarFeed(Base):
    """A person's private calendar address; only its hash is stored, and a new one ends the old one."""

    __tablename__ = "calendar_feed"

    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[Moment]
