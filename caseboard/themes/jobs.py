"""What is reckoned at night: classifier taught, history scored as a stream, themes counted, and states decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from caseboard import clock, labels
from caseboard.db import command
from caseboard.models import RunState
from caseboard.themes import counting, deciding, reading, runs, scoring
from caseboard.themes.runs import Ending, never

if TYPE_CHECKING:
    from collections import Counter

    from caseboard.topics.classifier import Classifier
    from caseboard.topics.rescoring import Rescored

Watch = Callable[[str, int, int], None]


def reckon(ending: Ending = never) -> bool:
    """Run what is asked for, and once a night by itself; a job of the worker, harmless to call often.

    Args:
        ending: whether the worker is to end; then the run waits for the next one.
    """
    if not runs.waits():
        return False
    run_id = runs.begin(nightly=True)
    return run_id is not None and carry_out(run_id, ending=ending) is RunState.DONE


def rebuild(watch: Watch, *, decides: bool = False, processes: int = 1) -> RunState | None:
    """Reckon everything now, for the command line; None where another process is at it."""
    run_id = runs.begin(nightly=False, decides=decides)
    return None if run_id is None else carry_out(run_id, watch, processes=processes)


def carry_out(run_id: str, watch: Watch | None = None, *, processes: int = 1, ending: Ending = never) -> RunState:
    """Do a run that has begun; stopped or failed, it leaves everything as it was."""
    progress = runs.Progress(run_id, watch, ending)
    state = runs.carried_out(run_id, lambda: _reckon(run_id, progress, processes))
    if state is not RunState.QUEUED:
        scoring.sweep()
    return state


def _reckon(run_id: str, progress: runs.Progress, processes: int) -> None:
    scoring.sweep()
    specs = labels.specs()
    lessons = reading.lessons({spec.key for spec in specs}, progress)
    version = scoring.version_of(specs, lessons)
    classifier = scoring.taught(specs, lessons, progress)
    ids: list[str] = []
    found = _rescored(ids, classifier, processes, progress)
    scoring.put(scoring.Said(run_id, version, ids, classifier.keys, found), progress)
    _take_over(run_id, version, classifier, counting.count(run_id, progress.beside), len(ids))


def _rescored(ids: list[str], classifier: Classifier, processes: int, progress: runs.Progress) -> Rescored:
    """What the classifier says of every text, in the order of `ids`, which are noted while the texts pass."""
    from caseboard.topics.rescoring import rescore
    from caseboard.topics.sampling import Case as Text

    total = reading.total()

    def noted() -> Iterator[Text]:
        for text in reading.texts():
            ids.append(text.id)
            yield text

    def report(done: int) -> None:
        progress("scoring", done, max(done, total))

    def comparing(done: int, total: int) -> None:
        progress("duplicates", done, total)

    return rescore(noted(), classifier, clock.today(), processes, report, comparing)


@command
def _take_over(run_id: str, version: str, classifier: Classifier, cells: Counter[counting.Cell], cases: int) -> None:
    """Let a run hold in one transaction, so that figures of two versions never stand beside each other."""
    runs.hold(run_id)
    counting.put(cells, version)
    scoring.name_present(run_id, version, classifier.learned)
    if runs.may_decide(run_id) or deciding.is_due():
        deciding.decide(run_id, version)
    runs.finish(run_id, RunState.DONE, version=version, cases=cases)
