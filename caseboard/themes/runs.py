"""The runs that reckon the whole history anew: asked for, begun by one process alone, watched, stopped."""

import time
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select, update

from caseboard import audit, clock, policy
from caseboard.db import command, db
from caseboard.errors import Unavailable
from caseboard.models import ModelRun, RunState, User
from caseboard.policy import themes as rules

SILENT = timedelta(minutes=15)
"""A run that has not been heard of for so long has lost its process."""

HEARD_EVERY = 1.0
"""In seconds: how often progress is written down."""

UNDER_WAY = (RunState.QUEUED, RunState.RUNNING)


Ending = Callable[[], bool]
"""Whether the process that reckons is to end."""


def never() -> bool:
    """The process of a command ends when the command does."""
    return False


class Stopped(Exception):
    """Somebody asked the run to stop; nothing of it is kept."""


class Ended(Exception):
    """The process of the run ends; the next one begins it anew."""


@command
def ask(user: User) -> ModelRun:
    """Ask for a run at whose end states may change; one that waits already is the same."""
    policy.require(rules.may_set_rule(user))
    waiting = db.session.scalars(select(ModelRun).where(ModelRun.state.in_(UNDER_WAY)).with_for_update()).first()
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
def begin(*, nightly: bool, decides: bool = False) -> str | None:
    """Take the run that waits, or make one; None where another process is at it, or no run is due."""
    db.session.execute(_lost())
    if db.session.scalars(select(ModelRun.id).where(ModelRun.state == RunState.RUNNING)).first():
        return None
    queued = select(ModelRun).where(ModelRun.state == RunState.QUEUED).order_by(ModelRun.asked_at).with_for_update()
    run = db.session.scalars(queued).first()
    if run is None:
        if nightly and not _due():
            return None
        run = ModelRun(decides=decides)
        db.session.add(run)
    run.state, run.started_at, run.seen_at = RunState.RUNNING, clock.now(), clock.now()
    db.session.flush()
    return run.id


def waits() -> bool:
    """Whether the worker has something to do; read without a lock, because it asks every minute."""
    queued = db.session.scalars(select(ModelRun.id).where(ModelRun.state == RunState.QUEUED).limit(1)).first()
    return queued is not None or _due()


def _due() -> bool:
    """Once a night, and where the machine slept through it, in the morning; a run that was stopped is not repeated."""
    midnight = clock.midnight(clock.today())
    begun = select(ModelRun.id).where(ModelRun.asked_by_id.is_(None), ModelRun.started_at >= midnight)
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
