"""The quarterly report on the themes: what moderators recommend, and the files made of it."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from caseboard.anonymize import SafeText
from caseboard.db import Base, Safe
from caseboard.models.columns import MaybeMoment, Moment, PublicId


class ThemeReport(Base):
    """What moderators recommend in the report of one quarter; its figures stand in the weekly snapshots."""

    __tablename__ = "theme_report"

    quarter: Mapped[date] = mapped_column(primary_key=True)
    recommendations: Mapped[SafeText | None] = mapped_column(Safe)
    """On all themes together; of single ones see `advice`."""
    version: Mapped[int] = mapped_column(default=1)

    advice: Mapped[list["ThemeAdvice"]] = relationship(
        lazy="selectin", order_by="ThemeAdvice.theme_id", cascade="all, delete-orphan", passive_deletes=True
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads this attribute as it stands


class ThemeAdvice(Base):
    """What moderators recommend in one report on the themes that belong together with one theme."""

    __tablename__ = "theme_advice"

    quarter: Mapped[date] = mapped_column(ForeignKey("theme_report.quarter", ondelete="CASCADE"), primary_key=True)
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"), primary_key=True)
    words: Mapped[SafeText] = mapped_column(Safe)


class ReportFile(Base):
    """A report as a file in one language, of the snapshot of one week; without content it is still wanted."""

    __tablename__ = "theme_report_file"
    __table_args__ = (
        UniqueConstraint("quarter", "language"),
        CheckConstraint("(content IS NULL) = (made_at IS NULL)", name="made_with_content"),
    )

    id: Mapped[PublicId]
    quarter: Mapped[date] = mapped_column(ForeignKey("theme_report.quarter", ondelete="CASCADE"))
    language: Mapped[str] = mapped_column(String(2))
    week: Mapped[date]
    media_type: Mapped[str | None] = mapped_column(String(80))
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    wanted_at: Mapped[Moment]
    attempts: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[MaybeMoment]
