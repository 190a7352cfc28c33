"""What comes after a consultation: the follow-up, what helped, feedback without names, and files made of it."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from caseboard.anonymize import SafeText
from caseboard.db import Base, Instant, Safe
from caseboard.models.case import Case
from caseboard.models.columns import MaybeMoment, Moment, PublicId, words


class StepDone(StrEnum):
    """What became of the first step."""

    DONE = "done"
    PARTLY = "partly"
    NOT = "not"


class FollowUp(Base):
    """Some weeks after the result the case giver is asked what became of it; it closes after two reminders."""

    __tablename__ = "follow_up"
    __table_args__ = (
        CheckConstraint("reminders BETWEEN 0 AND 2", name="two_reminders_at_most"),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answered_once"),
        CheckConstraint("helped IS NULL OR answer IS NOT NULL", name="helped_needs_an_answer"),
    )

    session_id: Mapped[str] = mapped_column(ForeignKey("case_session.id", ondelete="CASCADE"), primary_key=True)
    due_at: Mapped[datetime] = mapped_column(Instant, index=True)
    asked_at: Mapped[MaybeMoment]
    reminders: Mapped[int] = mapped_column(default=0)
    reminded_at: Mapped[MaybeMoment]
    answer: Mapped[StepDone | None] = mapped_column(words(StepDone, "step_done"))
    helped: Mapped[SafeText | None] = mapped_column(Safe)
    answered_at: Mapped[MaybeMoment]
    closed_at: Mapped[MaybeMoment]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands


class HelpedState(StrEnum):
    """Nobody else reads it before somebody of another house has checked it."""

    WAITING = "waiting"
    SHOWN = "shown"
    REFUSED = "refused"


class Helped(Base):
    """What has helped, in a few sentences that outlive the case.

    Until it is shown it knows its house, so that the database can refuse a checker from there, and its case, so that
    it goes when the case is withdrawn. Once it is shown both may be forgotten. It knows the month and no day.
    """

    __tablename__ = "helped"
    __table_args__ = (
        ForeignKeyConstraint(["checker_id", "checker_jobcenter_id"], ["user.id", "user.jobcenter_id"]),
        CheckConstraint("checker_jobcenter_id <> jobcenter_id", name="checked_in_another_house"),
        CheckConstraint("(checker_id IS NULL) = (checker_jobcenter_id IS NULL)", name="checker_has_a_house"),
        CheckConstraint("state = 'shown' OR jobcenter_id IS NOT NULL", name="knows_its_house_until_shown"),
        CheckConstraint("state <> 'shown' OR checker_id IS NOT NULL", name="shown_after_a_check"),
        CheckConstraint("state = 'refused' OR text IS NOT NULL", name="has_text"),
    )

    id: Mapped[PublicId]
    case_id: Mapped[str | None] = mapped_column(ForeignKey("case.id", ondelete="SET NULL"), unique=True)
    jobcenter_id: Mapped[str | None] = mapped_column(ForeignKey("jobcenter.id"))
    state: Mapped[HelpedState] = mapped_column(words(HelpedState, "helped_state"), default=HelpedState.WAITING)
    text: Mapped[SafeText | None] = mapped_column(Safe)
    month: Mapped[date]
    checker_id: Mapped[str | None] = mapped_column(String(32))
    checker_jobcenter_id: Mapped[str | None] = mapped_column(String(32))
    version: Mapped[int] = mapped_column(default=1)

    theme_rows: Mapped[list["HelpedTheme"]] = relationship(lazy="selectin", cascade="all, delete-orphan")
    case: Mapped[Case | None] = relationship(viewonly=True)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands

    @property
    def theme_ids(self) -> frozenset[str]:
        """The themes it belongs to."""
        return frozenset(row.theme_id for row in self.theme_rows)


class HelpedTheme(Base):
    """A theme of something that has helped."""

    __tablename__ = "helped_theme"

    helped_id: Mapped[str] = mapped_column(ForeignKey("helped.id", ondelete="CASCADE"), primary_key=True)
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"), primary_key=True)


class Feedback(Base):
    """Three answers from one to five without a name or a moment; `FeedbackGiven` knows who answered, not what."""

    __tablename__ = "feedback"
    __table_args__ = (
        CheckConstraint("useful BETWEEN 1 AND 5 AND safe BETWEEN 1 AND 5 AND led BETWEEN 1 AND 5", name="one_to_five"),
    )

    id: Mapped[PublicId]
    session_id: Mapped[str] = mapped_column(ForeignKey("case_session.id", ondelete="CASCADE"), index=True)
    useful: Mapped[int]
    safe: Mapped[int]
    led: Mapped[int]


class FeedbackGiven(Base):
    """Somebody has answered the three questions, so that nobody answers twice."""

    __tablename__ = "feedback_given"

    session_id: Mapped[str] = mapped_column(ForeignKey("case_session.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)


class MadeKind(StrEnum):
    """What can be made into a file."""

    RESULT_SHEET = "result_sheet"
    CERTIFICATE = "certificate"


class MadeFile(Base):
    """A file that the worker makes of what is stored, such as a result sheet; without content it is still wanted.

    The bytes hold the words of a case: they are deleted with it, and the table is rewritten like those with text.
    """

    __tablename__ = "made_file"
    __table_args__ = (
        UniqueConstraint("session_id", "key"),
        CheckConstraint("(kind = 'certificate') = (user_id IS NOT NULL)", name="certificate_is_for_somebody"),
        CheckConstraint("(content IS NULL) = (made_at IS NULL)", name="made_with_content"),
    )

    id: Mapped[PublicId]
    session_id: Mapped[str] = mapped_column(ForeignKey("case_session.id", ondelete="CASCADE"), index=True)
    kind: Mapped[MadeKind] = mapped_column(words(MadeKind, "made_kind"))
    user_id: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(80))
    language: Mapped[str] = mapped_column(String(2))
    media_type: Mapped[str | None] = mapped_column(String(80))
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    wanted_at: Mapped[Moment]
    attempts: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[MaybeMoment]
