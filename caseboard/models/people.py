"""Who works here: jobcenters, people, their roles, and how they come in."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from caseboard.db import Base, Instant
from caseboard.models.columns import MaybeMoment, Moment, PublicId, words


class Role(StrEnum):
    """What somebody is there for; one person can have several."""

    CASE_MANAGER = "case_manager"
    MODERATION = "moderation"
    LEADERSHIP = "leadership"
    ADMINISTRATION = "administration"
    NETWORK_ADMINISTRATION = "network_administration"
    DATA_PROTECTION = "data_protection"


class HouseKind(StrEnum):
    """Joint facility (gE) or authorised municipal body (zkT), section 6d SGB II."""

    JOINT = "gE"
    MUNICIPAL = "zkT"


class Jobcenter(Base):
    """One house of the network."""

    __tablename__ = "jobcenter"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    county: Mapped[str] = mapped_column(String(120))
    kind: Mapped[HouseKind] = mapped_column(words(HouseKind, "house_kind"))
    active: Mapped[bool] = mapped_column(default=True)


class User(Base):
    """A person with an account. Somebody who changes houses gets a new account: the old one tells what was."""

    __tablename__ = "user"
    __table_args__ = (UniqueConstraint("id", "jobcenter_id"),)

    id: Mapped[PublicId]
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    jobcenter_id: Mapped[str] = mapped_column(ForeignKey("jobcenter.id"), index=True)
    password_hash: Mapped[str | None] = mapped_column(String(255))
    language: Mapped[str] = mapped_column(String(2), default="de")
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[Moment]
    rules_read_at: Mapped[MaybeMoment]
    round_rules_read_at: Mapped[MaybeMoment]

    jobcenter: Mapped[Jobcenter] = relationship(lazy="joined", innerjoin=True)
    role_rows: Mapped[list["UserRole"]] = relationship(lazy="selectin", cascade="all, delete-orphan")
    served_rows: Mapped[list["ServedHouse"]] = relationship(lazy="selectin", cascade="all, delete-orphan")

    @property
    def roles(self) -> frozenset[Role]:
        """The roles as a set; rights add up, a prohibition wins."""
        return frozenset(row.role for row in self.role_rows)

    @property
    def houses(self) -> frozenset[str]:
        """The ids of the home house and of every house this person serves."""
        return frozenset({self.jobcenter_id, *(row.jobcenter_id for row in self.served_rows)})


class UserRole(Base):
    """One role of one person."""

    __tablename__ = "user_role"

    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[Role] = mapped_column(words(Role, "role"), primary_key=True)


class ServedHouse(Base):
    """A house somebody works for beside their own, as shared specialist functions do."""

    __tablename__ = "served_house"

    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    jobcenter_id: Mapped[str] = mapped_column(ForeignKey("jobcenter.id"), primary_key=True)


class OneTimeLink(Base):
    """An invitation: only the hash of the link is stored, and it works once."""

    __tablename__ = "one_time_link"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[MaybeMoment]


class SignIn(Base):
    """One signed-in browser; ending the row ends it at the next request."""

    __tablename__ = "sign_in"

    id: Mapped[PublicId]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[Moment]
    last_seen_at: Mapped[Moment]
    ended_at: Mapped[MaybeMoment]


class SignInAttempt(Base):
    """A failed attempt, counted per account and per source; both are keyed hashes, never the address itself."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (CheckConstraint("account_hash <> ''", name="account"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_hash: Mapped[str] = mapped_column(String(64), index=True)
    source_hash: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[Moment]
