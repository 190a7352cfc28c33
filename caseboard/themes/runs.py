"""Work of minutes on the whole history: asked for, begun by one process alone, watched, stopped."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import func, select, update
from sqlalchemy.exc import SQLAlchemyError

from caseboard import audit, clock, policy
from caseboard.db import command, db
from caseboard.errors import CaseboardError, Unavailable
from caseboard.models import ModelRun, RunKind, RunState, User
from caseboard.policy import themes as rules

SILENT = timedelta(minutes=15)
"""A run that has not been heard of for so long has lost its process."""

AGAIN = timedelta(days=1)
"""What failed by itself is tried again after so long."""

HEARD_EVERY = 1.0
"""In seconds: how often progress is written down."""

UNDER_WAY = (RunState.QUEUED, RunState.RUNNING)

STEPS: dict[RunKind, tuple[str, ...]] = {
    RunKind.REBUILD: ("reading", "learning", "scoring", "duplicates", "writing", "counting"),
    RunKind.SEARCH: ("reading", "duplicates", "grouping"),
}
"""The steps of a run in their order; for whoever watches, each is an equal part of the whole."""


Ending = Callable[[], bool]
"""Whether the process that reckons is to end."""


def never() -> bool:
    """The process of a command ends when the command does."""
    return False


def percent(kind: RunKind, step: str, done: int, total: int) -> int:
    """How far a run is with all its steps, so that it never falls back."""
    steps = STEPS[kind]
    if step not in steps:
        return 0
    return int(100 * (steps.index(step) + min(1.0, done / max(total, 1))) / len(steps))


class Stopped(Exception):
    """Somebody asked the run to stop; nothing of it is kept."""


class Ended(Exception):
    """The process of the run ends; the next one begins it anew."""


@command
def ask(user: User) -> ModelRun:
    """Ask for a run at whose end states may change; one that waits already is the same."""
    policy.require(rules.may_set_rule(user))
    same = (ModelRun.kind == RunKind.REBUILD, ModelRun.state.in_(UNDER_WAY))
    waiting = db.session.scalars(select(ModelRun).where(*same).with_for_update()).first()
    if waiting is not None:
        waiting.decides = True
        return waiting
    run = ModelRun(decides=True, asked_by_id=user.id)
    db.session.add(run)
    db.session.flush()
    audit.record(user, "theme.run", f"run:{run.id}")
    return run


@command
def stop(user: User, run: ModelRun) -> None:
    """Ask a run to stop; one that has not begun is over at once."""
    policy.require(rules.may_stop_run(user, run))
    if run.state not in UNDER_WAY:
        return
    run.stop_asked, run.stopped_by_id = True, user.id
    if run.state is RunState.QUEUED:
        run.state, run.finished_at = RunState.CANCELLED, clock.now()
    audit.record(user, "theme.stop", f"run:{run.id}")


@command
def begin(*, nightly: bool, decides: bool = False, kind: RunKind = RunKind.REBUILD) -> str | None:
    """Take the run of this kind that waits, or make one; None where another process is at any, or no run is due."""
    db.session.execute(_lost())
    if db.session.scalars(select(ModelRun.id).where(ModelRun.state == RunState.RUNNING)).first():
        return None
    queued = select(ModelRun).where(ModelRun.kind == kind, ModelRun.state == RunState.QUEUED)
    run = db.session.scalars(queued.order_by(ModelRun.asked_at).with_for_update()).first()
    if run is None:
        if nightly and not _due():
            return None
        run = ModelRun(kind=kind, decides=decides)
        db.session.add(run)
    run.state, run.started_at, run.seen_at = RunState.RUNNING, clock.now(), clock.now()
    db.session.flush()
    return run.id


def waits() -> bool:
    """Whether the worker has something to do; read without a lock, because it asks every minute."""
    queued = select(ModelRun.id).where(ModelRun.kind == RunKind.REBUILD, ModelRun.state == RunState.QUEUED)
    return db.session.scalars(queued.limit(1)).first() is not None or _due()


def given_up(kind: RunKind, since: datetime) -> bool:
    """Whether the last run of this kind since then was stopped, or failed less than a day ago: it is not repeated."""
    last = select(ModelRun).where(ModelRun.kind == kind, ModelRun.finished_at >= since)
    run = db.session.scalars(last.order_by(ModelRun.finished_at.desc()).limit(1)).first()
    if run is None or run.state is not RunState.FAILED:
        return run is not None and run.state is RunState.CANCELLED
    return clock.now() < (run.finished_at or since) + AGAIN


def last_done() -> datetime | None:
    """When the last run began whose counts hold; what was released since then is in none of them."""
    done = (ModelRun.kind == RunKind.REBUILD, ModelRun.state == RunState.DONE)
    return db.session.scalar(select(func.max(ModelRun.started_at)).where(*done))


def _due() -> bool:
    """Once a night, and where the machine slept through it, in the morning; a run that was stopped is not repeated."""
    midnight = clock.midnight(clock.today())
    by_itself = (ModelRun.kind == RunKind.REBUILD, ModelRun.asked_by_id.is_(None))
    begun = select(ModelRun.id).where(*by_itself, ModelRun.started_at >= midnight)
    return clock.now() >= midnight + timedelta(hours=2) and db.session.scalars(begun.limit(1)).first() is None


def _lost() -> object:
    silent = (ModelRun.state == RunState.RUNNING, ModelRun.seen_at < clock.now() - SILENT)
    return update(ModelRun).where(*silent).values(state=RunState.FAILED, finished_at=clock.now())


@command
def heard(run_id: str, step: str, done: int, total: int) -> bool:
    """Write down how far a run is; False if it is to stop, or was given up because nobody had heard of it."""
    run = db.session.get_one(ModelRun, run_id)
    if run.state is not RunState.RUNNING:
        return False
    run.step, run.done, run.total, run.seen_at = step, done, total, clock.now()
    return not run.stop_asked


@command
def hold(run_id: str) -> None:
    """Let nobody stop the run any more until this transaction is over.

    Raises:
        Stopped: somebody has.
    """
    run = db.session.get_one(ModelRun, run_id, with_for_update=True, populate_existing=True)
    if run.state is not RunState.RUNNING or run.stop_asked:
        raise Stopped


@command
def put_back(run_id: str) -> None:
    """Let the run wait for the next process."""
    run = db.session.get_one(ModelRun, run_id)
    if run.state is RunState.RUNNING:
        run.state, run.started_at, run.seen_at, run.step, run.done, run.total = RunState.QUEUED, None, None, "", 0, 0


def may_decide(run_id: str) -> bool:
    """Whether states may change at the end of a run although no month is over."""
    return db.session.get_one(ModelRun, run_id).decides


@command
def finish(run_id: str, state: RunState, *, version: str = "", cases: int = 0) -> None:
    """Say how a run ended."""
    run = db.session.get_one(ModelRun, run_id)
    run.state, run.finished_at, run.version, run.cases = state, clock.now(), version, cases


def carried_out(run_id: str, work: Callable[[], None]) -> RunState:
    """Do the work of a run that has begun, and say how it ended; what is well done says so itself, with its results."""
    try:
        work()
    except Ended:
        db.session.rollback()
        put_back(run_id)
        return RunState.QUEUED
    except Stopped:
        return _over(run_id, RunState.CANCELLED)
    except KeyboardInterrupt:
        _over(run_id, RunState.CANCELLED)
        raise
    except (CaseboardError, SQLAlchemyError):
        _over(run_id, RunState.FAILED)
        raise
    return RunState.DONE


def _over(run_id: str, state: RunState) -> RunState:
    db.session.rollback()
    finish(run_id, state)
    return state


class Progress:
    """Tells a run's row, and whoever looks on, how far it is; stops the run where somebody asked for it."""

    def __init__(
        self, run_id: str, watch: Callable[[str, int, int], None] | None = None, ending: Ending = never
    ) -> None:
        self._run_id = run_id
        self._watch = watch
        self._ending = ending
        self._last = 0.0
        self._step = ""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Report; cheap enough to be called often.

        Raises:
            Stopped: somebody asked the run to stop.
            Ended: the process ends.
        """
        if self._ending():
            raise Ended
        if self._watch:
            self._watch(step, done, total)
        if step == self._step and time.monotonic() - self._last < HEARD_EVERY:
            return
        self._step, self._last = step, time.monotonic()
        try:
            goes_on = heard(self._run_id, step, done, total)
        except Unavailable:  # somebody else is writing for long; the next report comes soon
            return
        if not goes_on:
            raise Stopped

    def beside(self, step: str, done: int, total: int) -> None:
        """The same out of the middle of a long reading: over a connection of its own, so that the reading goes on."""
        with current_app.app_context():
            self(step, done, total)
