"""The case and what happens to it: checks, exclusions, reads and recognitions.

There is no column for raw text. A case holds the id of its author to compare with, but no relationship to them,
so that no page can follow it by accident.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, String, UniqueConstraint, false, select
from sqlalchemy.orm import Mapped, column_property, foreign, mapped_column, relationship

from caseboard.anonymize import SafeText
from caseboard.db import Base, Safe
from caseboard.models.columns import MaybeMoment, Moment, PublicId, words
from caseboard.models.labels import ThemeLabel
from caseboard.models.people import Jobcenter, User


class CaseState(StrEnum):
    """Where a case stands. Paused and blocked are separate moments that lie over any state."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SENT_BACK = "sent_back"
    CHECKED = "checked"
    RELEASED = "released"
    SCHEDULED = "scheduled"
    DISCUSSED = "discussed"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Light(StrEnum):
    """How recognisable the text may still make somebody."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


OUT = "('released', 'scheduled', 'discussed', 'followed_up', 'closed')"


class Case(Base):
    """An anonymised description of a work situation, with one key question.

    Three lights: `light` for a written round, in which nobody knows the county; `live_light` for a live session in
    which the case giver speaks, with their county; `anywhere_light` for the same in the county where it is worst, which
    can be shown to people who must not learn the county.
    """

    __tablename__ = "case"
    __table_args__ = (
        UniqueConstraint("id", "jobcenter_id"),
        UniqueConstraint("id", "author_id"),
        ForeignKeyConstraint(["author_id", "jobcenter_id"], ["user.id", "user.jobcenter_id"]),
        CheckConstraint(
            f"state NOT IN {OUT} OR (house_checker_id IS NOT NULL AND network_checker_id IS NOT NULL)",
            name="two_people_released",
        ),
        CheckConstraint("house_checker_id <> author_id", name="author_is_no_house_checker"),
        CheckConstraint("network_checker_id <> author_id", name="author_is_no_network_checker"),
        CheckConstraint("network_checker_id <> house_checker_id", name="two_different_checkers"),
        CheckConstraint(f"state NOT IN {OUT} OR light <> 'red'", name="red_is_never_released"),
        CheckConstraint(
            "state IN ('closed', 'withdrawn', 'expired') OR (title IS NOT NULL AND situation IS NOT NULL)",
            name="has_text",
        ),
    )

    id: Mapped[PublicId]
    author_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    jobcenter_id: Mapped[str] = mapped_column(ForeignKey("jobcenter.id"), index=True)
    state: Mapped[CaseState] = mapped_column(words(CaseState, "case_state"), default=CaseState.DRAFT, index=True)

    title: Mapped[SafeText | None] = mapped_column(Safe)
    situation: Mapped[SafeText | None] = mapped_column(Safe)
    attempts: Mapped[SafeText | None] = mapped_column(Safe)
    key_question: Mapped[SafeText | None] = mapped_column(Safe)
    hope: Mapped[SafeText | None] = mapped_column(Safe)

    light: Mapped[Light] = mapped_column(words(Light, "light"))
    risk_reasons: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    live_light: Mapped[Light] = mapped_column(words(Light, "live_light"), default=Light.RED, server_default="red")
    live_reasons: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list, server_default="[]")
    anywhere_light: Mapped[Light] = mapped_column(
        words(Light, "anywhere_light"), default=Light.RED, server_default="red"
    )
    kinds: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    missed: Mapped[dict[str, int]] = mapped_column(JSON, default=dict, server_default="{}")
    kept_words: Mapped[int] = mapped_column(default=0)
    anonymizer: Mapped[str] = mapped_column(String(64))
    concerns_staff: Mapped[bool] = mapped_column(default=False)
    checked_elsewhere: Mapped[bool] = mapped_column(default=False)
    urgent: Mapped[bool] = mapped_column(default=False, server_default=false())
    out_of_reach: Mapped[bool] = mapped_column(default=False, server_default=false())
    widespread: Mapped[bool] = mapped_column(default=False, server_default=false())
    client_group: Mapped[str | None] = mapped_column(String(24))
    """For counting alone: checkers see it before the release, and nobody in another house after it."""
    once_key: Mapped[str | None] = mapped_column(String(64), unique=True)

    house_checker_id: Mapped[str | None] = mapped_column(ForeignKey("user.id"))
    network_checker_id: Mapped[str | None] = mapped_column(ForeignKey("user.id"))
    send_back_reason: Mapped[SafeText | None] = mapped_column(Safe)

    created_at: Mapped[Moment]
    state_since: Mapped[Moment]
    released_at: Mapped[MaybeMoment]
    expires_at: Mapped[MaybeMoment]
    paused_at: Mapped[MaybeMoment]
    blocked_at: Mapped[MaybeMoment]
    marked_at: Mapped[MaybeMoment]
    version: Mapped[int] = mapped_column(default=1)

    # the county of whoever did the first check: the second one comes from another
    first_county: Mapped[str | None] = column_property(
        select(Jobcenter.county)
        .join(User, User.jobcenter_id == Jobcenter.id)
        .where(User.id == house_checker_id)
        .correlate_except(Jobcenter, User)
        .scalar_subquery()
    )

    jobcenter: Mapped[Jobcenter] = relationship(
        lazy="joined", viewonly=True, primaryjoin=lambda: Jobcenter.id == foreign(Case.jobcenter_id)
    )
    exclusions: Mapped[list["CaseExclusion"]] = relationship(lazy="selectin", cascade="all, delete-orphan")
    theme_rows: Mapped[list["CaseTheme"]] = relationship(lazy="selectin", cascade="all, delete-orphan")
    labels: Mapped[list["ThemeLabel"]] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    kept: Mapped[list["KeptWord"]] = relationship(cascade="all, delete-orphan")
    restored: Mapped[list["RestoredPassage"]] = relationship(cascade="all, delete-orphan")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands

    @property
    def county(self) -> str:
        """The county of the case's house, which the second checker must not share."""
        return self.jobcenter.county

    @property
    def excluded(self) -> frozenset[str]:
        """The houses the author left out; nobody else ever learns of them."""
        return frozenset(row.jobcenter_id for row in self.exclusions)

    @property
    def counts_only(self) -> bool:
        """Whether it goes to its themes instead of a session: its author can change nothing, or everybody has this."""
        return self.out_of_reach or self.widespread

    @property
    def theme_ids(self) -> frozenset[str]:
        """The themes of the case, by the last word of people."""
        return frozenset(row.theme_id for row in self.theme_rows)

    def passes_to(self, state: CaseState, moment: datetime) -> None:
        """Stand in `state` from `moment` on."""
        self.state, self.state_since = state, moment


class KeptWord(Base):
    """A suspicious word the author called no name; checkers see every one of them."""

    __tablename__ = "kept_word"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    word: Mapped[SafeText] = mapped_column(Safe)


class RestoredPassage(Base):
    """A detail the author put back as it was written: it stands in the stored text, and here with its kind."""

    __tablename__ = "restored_passage"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    passage: Mapped[SafeText] = mapped_column(Safe)


class CaseExclusion(Base):
    """A house the author silently left out."""

    __tablename__ = "case_exclusion"

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), primary_key=True)
    jobcenter_id: Mapped[str] = mapped_column(ForeignKey("jobcenter.id"), primary_key=True)


class CaseTheme(Base):
    """A theme of the case as its labels stand at present; what people said, and when, is in the labels."""

    __tablename__ = "case_theme"

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), primary_key=True)
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"), primary_key=True)


class CheckStage(StrEnum):
    """First somebody who knows the place, then somebody who does not."""

    HOUSE = "house"
    NETWORK = "network"


class CaseCheck(Base):
    """One look at a case by somebody other than its author; the words that reset a check delete the row."""

    __tablename__ = "case_check"
    __table_args__ = (
        ForeignKeyConstraint(["case_id", "author_id"], ["case.id", "case.author_id"], ondelete="CASCADE"),
        CheckConstraint("checker_id <> author_id", name="author_never_checks"),
        UniqueConstraint("case_id", "stage"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(String(32), index=True)
    author_id: Mapped[str] = mapped_column(String(32))
    checker_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    stage: Mapped[CheckStage] = mapped_column(words(CheckStage, "check_stage"))
    at: Mapped[Moment]


class CaseRead(Base):
    """Who read which case on which page load: the access log that data protection can see."""

    __tablename__ = "case_read"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    at: Mapped[Moment]


class Recognition(Base):
    """Somebody recognised the person in a case; nobody is asked whom, and the row does not say who reported."""

    __tablename__ = "recognition"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str | None] = mapped_column(ForeignKey("case.id", ondelete="SET NULL"), index=True)
    jobcenter_id: Mapped[str] = mapped_column(ForeignKey("jobcenter.id"))
    at: Mapped[Moment]
    lifted_at: Mapped[MaybeMoment]
    deleted_at: Mapped[MaybeMoment]


class RecognitionVote(Base):
    """One moderator's word on a pause; two of them from other houses lift it or delete the case."""

    __tablename__ = "recognition_vote"

    recognition_id: Mapped[int] = mapped_column(ForeignKey("recognition.id", ondelete="CASCADE"), primary_key=True)
    moderator_id: Mapped[str] = mapped_column(ForeignKey("user.id"), primary_key=True)
    lifts: Mapped[bool]
    at: Mapped[Moment]
