"""What is reckoned at night: texts read, classifier taught, history scored, themes counted, and states decided."""

from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError

from caseboard.db import command, db
from caseboard.errors import CaseboardError
from caseboard.models import RunState
from caseboard.themes import counting, deciding, duplicates, reading, runs, scoring

Watch = Callable[[str, int, int], None]


def reckon() -> bool:
    """Run what is asked for, and once a night by itself; a job of the worker, harmless to call often."""
    if not runs.waits():
        return False
    run_id = runs.begin(nightly=True)
    return run_id is not None and carry_out(run_id) is RunState.DONE


def rebuild(watch: Watch, *, decides: bool = False) -> RunState | None:
    """Reckon everything now, for the command line; None where another process is at it."""
    run_id = runs.begin(nightly=False, decides=decides)
    return None if run_id is None else carry_out(run_id, watch)


def carry_out(run_id: str, watch: Watch | None = None) -> RunState:
    """Do a run that has begun; stopped or failed, it leaves everything as it was."""
    try:
        _reckon(run_id, runs.Progress(run_id, watch))
    except runs.Stopped:
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
    runs.finish(run_id, state)
    return state


def _reckon(run_id: str, progress: runs.Progress) -> None:
    library = reading.read(scoring.lessons(), progress)
    weights = scoring.weights(library)
    twice = duplicates.find(library, weights, progress)
    scored = scoring.score(library, progress)
    progress("counting", 0, 1)
    _keep(run_id, library, twice, scored)


@command
def _keep(run_id: str, library: reading.Library, twice: set[str], scored: scoring.Scored) -> None:
    """Everything of one run in one transaction, so that figures of two versions never stand beside each other."""
    duplicates.put(twice)
    scoring.put(scored)
    counting.recount(scored.version)
    if runs.may_decide(run_id) or deciding.is_due():
        deciding.decide(run_id, scored.version)
    runs.finish(run_id, RunState.DONE, version=scored.version, cases=len(library))
