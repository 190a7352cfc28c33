"""What is reckoned from labels and texts: assignments, counts, traces of ended cases, frozen signals, and the runs."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    ScalarSelect,
    String,
    UniqueConstraint,
    false,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from caseboard.db import Base
from caseboard.models.columns import MaybeMoment, Moment, PublicId, words
from caseboard.models.theme import Standing


class ThemeTrace(Base):
    """What stays of cases whose text is gone: theme, house and month, for the rule that counts and nothing else."""

    __tablename__ = "theme_trace"
    __table_args__ = (CheckConstraint("n > 0", name="counts_something"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"))
    jobcenter_id: Mapped[str] = mapped_column(ForeignKey("jobcenter.id"))
    month: Mapped[date] = mapped_column(index=True)
    n: Mapped[int] = mapped_column(default=1, server_default="1")


class ThemeFollower(Base):
    """Somebody who hears what becomes of a theme, because they brought or advised a case of it that is over."""

    __tablename__ = "theme_follower"

    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    month: Mapped[date]


class RunState(StrEnum):
    """How a reckoning of the whole history goes."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class RunKind(StrEnum):
    """What a run does: it reckons the whole history anew, or looks for themes that may be missing."""

    REBUILD = "rebuild"
    SEARCH = "search"


class ModelRun(Base):
    """Work of minutes on the whole history, its progress, and who stopped it; there is never more than one at a time.

    A rebuild reckons everything with one version of the classifier; a search puts candidates for themes forward.
    """

    __tablename__ = "model_run"

    id: Mapped[PublicId]
    kind: Mapped[RunKind] = mapped_column(words(RunKind, "run_kind"), default=RunKind.REBUILD, server_default="rebuild")
    state: Mapped[RunState] = mapped_column(words(RunState, "run_state"), default=RunState.QUEUED, index=True)
    decides: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether states may change at its end, although no month is over."""
    asked_by_id: Mapped[str | None] = mapped_column(ForeignKey("user.id"))
    stopped_by_id: Mapped[str | None] = mapped_column(ForeignKey("user.id"))
    stop_asked: Mapped[bool] = mapped_column(default=False, server_default=false())
    step: Mapped[str] = mapped_column(String(32), default="")
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    cases: Mapped[int] = mapped_column(default=0)
    version: Mapped[str] = mapped_column(String(64), default="")
    asked_at: Mapped[Moment]
    started_at: Mapped[MaybeMoment]
    seen_at: Mapped[MaybeMoment]
    finished_at: Mapped[MaybeMoment]


class ThemeModel(Base):
    """What the last night that was finished learned from labels, in numbers alone, and by which run: the only row.

    What other runs have said of cases counts for nothing.
    """

    __tablename__ = "theme_model"
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint("(content IS NULL) = (digest = '')", name="digest_of_something"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1)
    run_id: Mapped[str] = mapped_column(ForeignKey("model_run.id"))
    version: Mapped[str] = mapped_column(String(64))
    labels: Mapped[int]
    """How many labelled cases it has learned from."""
    digest: Mapped[str] = mapped_column(String(64), default="", server_default="")
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    """See `caseboard.topics.learned`: no text, and nothing about a term that fewer than three houses use."""
    at: Mapped[Moment]


def present_run() -> ScalarSelect[str]:
    """The run whose word on cases holds."""
    return select(ThemeModel.run_id).scalar_subquery()


class ThemeAssignment(Base):
    """What the classifier says a case is about, and whether that counts beside the words of people.

    Every run writes its own rows bit by bit; they hold from the moment at which the run is named as the present one.
    """

    __tablename__ = "theme_assignment"

    run_id: Mapped[str] = mapped_column(ForeignKey("model_run.id"), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), primary_key=True, index=True)
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"), primary_key=True)
    score: Mapped[float]
    counts: Mapped[bool]
    model_version: Mapped[str] = mapped_column(String(64))


class NearDuplicate(Base):
    """A case that says almost the same as an earlier one of its house within two weeks, and so counts for nothing.

    Written by every run like its assignments.
    """

    __tablename__ = "near_duplicate"

    run_id: Mapped[str] = mapped_column(ForeignKey("model_run.id"), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), primary_key=True, index=True)


class ThemeCount(Base):
    """How many cases of a theme a house brought in a month; made anew by every run, with one version."""

    __tablename__ = "theme_count"

    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"), primary_key=True)
    jobcenter_id: Mapped[str] = mapped_column(ForeignKey("jobcenter.id"), primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    n: Mapped[int]
    model_version: Mapped[str] = mapped_column(String(64))


class ThemeSignal(Base):
    """What the rule said of a theme at one evaluation, frozen with its evidence; never changed afterwards."""

    __tablename__ = "theme_signal"
    __table_args__ = (
        UniqueConstraint("run_id", "theme_id"),
        CheckConstraint("(standing = 'local') OR (jobcenter_id IS NULL)", name="house_only_when_local"),
        Index("ix_theme_signal_theme_id_evaluated_at", "theme_id", "evaluated_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("model_run.id"))
    theme_id: Mapped[str] = mapped_column(ForeignKey("theme.id"))
    month: Mapped[date]
    """The last month that was looked at; its end made the decision due."""
    evaluated_at: Mapped[Moment]
    standing: Mapped[Standing] = mapped_column(words(Standing, "standing"))
    jobcenter_id: Mapped[str | None] = mapped_column(ForeignKey("jobcenter.id"))
    weak: Mapped[int] = mapped_column(default=0)
    """How many evaluations in a row were below watch while the signal still stands."""
    evidence: Mapped[dict[str, Any]] = mapped_column(JSON)
    rule_version: Mapped[str] = mapped_column(String(64))
    model_version: Mapped[str] = mapped_column(String(64))


class RuleSetting(Base):
    """The numbers of the rule from one moment on, and who set them; rows are only ever added, the last one holds."""

    __tablename__ = "rule_setting"

    id: Mapped[int] = mapped_column(primary_key=True)
    numbers: Mapped[dict[str, Any]] = mapped_column(JSON)
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id"))
    at: Mapped[Moment]
