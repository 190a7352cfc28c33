"""Once a week: which themes the taxonomy may be missing, as candidates for whoever keeps it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, select

from caseboard import audit, clock, taxonomy
from caseboard.db import command, db
from caseboard.models import CandidateCase, CandidateSearch, CandidateState, Case, RunKind, RunState, ThemeCandidate
from caseboard.themes import counting, deciding, publishing, reading, runs
from caseboard.themes.runs import Ending, Progress, never
from caseboard.themes.snapshots import monday

if TYPE_CHECKING:
    from caseboard.topics.candidates import Candidate
    from caseboard.topics.sampling import Periods

Watch = Callable[[str, int, int], None]

EXAMPLES = 10
"""So many are kept, of which everybody is shown the first three that they may read."""

MOST_TYPICAL = 50
LEAST_BEFORE = 60
"""With fewer cases before the last 90 days nobody can say what is new; the rule of recurrence asks for as many."""


def discover(ending: Ending = never) -> bool:
    """Look for candidates unless that was done this week, or somebody has stopped it; a job, so it has no actor.

    Args:
        ending: whether the worker is to end; then the next one looks.
    """
    week = monday(clock.today())
    if _done(week) or runs.given_up(RunKind.SEARCH, clock.midnight(week)):
        return False
    run_id = runs.begin(nightly=False, kind=RunKind.SEARCH)
    return run_id is not None and carry_out(run_id, ending=ending) is RunState.DONE


def look_now(watch: Watch) -> RunState | None:
    """Look for candidates once more this week, for the command line; None where another process is at something."""
    run_id = runs.begin(nightly=False, kind=RunKind.SEARCH)
    return None if run_id is None else carry_out(run_id, watch, again=True)


def carry_out(run_id: str, watch: Watch | None = None, *, ending: Ending = never, again: bool = False) -> RunState:
    """Do a search that has begun; stopped or failed, it leaves the candidates as they were."""
    progress, week = Progress(run_id, watch, ending), monday(clock.today())
    return runs.carried_out(run_id, lambda: _keep(run_id, week, search(progress), again=again))


def search(progress: Progress) -> list[Candidate]:
    """The candidates of today, without those like one that somebody has decided on.

    What is known of the themes is what the last night has learned, as for whoever writes a case.
    """
    from caseboard.topics.candidates import find
    from caseboard.topics.sampling import Periods

    periods, total = Periods(clock.today()), reading.total()
    for number, text in enumerate(reading.texts(*counting.counting(), Case.situation.is_not(None))):
        if number % reading.AT_ONCE == 0:
            progress("reading", number, max(number, total))
        periods.offer(text)
    if not _enough(periods):
        return []
    classifier, decided = taxonomy.classifier(), [_known(row) for row in _decided()]
    db.session.rollback()  # nothing stays open while this is searched
    return find(periods, classifier, decided, progress)


def _enough(periods: Periods) -> bool:
    network = deciding.network() >= publishing.LEAST_NETWORK
    return network and len(periods.before) >= LEAST_BEFORE and bool(periods.recent)


def _decided() -> list[ThemeCandidate]:
    """What was dismissed is not put forward again, and what was accepted is a theme."""
    return list(db.session.scalars(select(ThemeCandidate).where(ThemeCandidate.state != CandidateState.OPEN)))


def _known(row: ThemeCandidate) -> Candidate:
    from caseboard.topics.candidates import Candidate

    middle = {int(place): weight for place, weight in row.middle.items()}
    return Candidate(tuple(row.terms), (), row.houses, middle)


@command
def _keep(run_id: str, week: date, found: Sequence[Candidate], *, again: bool) -> None:
    """The candidates of the week in place of the open ones; one that was open already keeps its address."""
    runs.hold(run_id)
    runs.finish(run_id, RunState.DONE)
    # the lock lets a second worker wait and then find the week done
    open_ones = db.session.scalars(
        select(ThemeCandidate).where(ThemeCandidate.state == CandidateState.OPEN).with_for_update()
    ).all()
    if _done(week) and not again:
        return
    decided, stay = [_known(row) for row in _decided()], set()
    for candidate in found:
        if any(map(candidate.like, decided)):  # somebody decided while this was searched
            continue
        former = (row for row in open_ones if row.id not in stay and candidate.like(_known(row)))
        row = next(former, None) or ThemeCandidate(found_at=clock.now())
        _fill(row, candidate)
        stay.add(row.id)
    for row in open_ones:
        if row.id not in stay:
            db.session.delete(row)
    db.session.merge(CandidateSearch(week=week, found=len(stay)))
    audit.record(None, "theme.candidates", f"week:{week.isoformat()}")


def _fill(row: ThemeCandidate, candidate: Candidate) -> None:
    row.terms, row.houses = list(candidate.terms), candidate.houses
    row.middle = {str(place): weight for place, weight in candidate.middle.items()}
    db.session.add(row)
    db.session.flush()
    db.session.execute(delete(CandidateCase).where(CandidateCase.candidate_id == row.id))
    db.session.add_all(
        CandidateCase(candidate_id=row.id, case_id=key, place=place)
        for place, key in enumerate(_still_there(candidate.ids))
    )


def _still_there(ids: Collection[str]) -> list[str]:
    """The most typical cases in their order, of those that nobody has withdrawn or paused in the meantime."""
    typical = list(ids)[:MOST_TYPICAL]
    some = set(db.session.scalars(select(Case.id).where(Case.id.in_(typical), *counting.counting())))
    return [key for key in typical if key in some][:EXAMPLES]


def _done(week: date) -> bool:
    return bool(db.session.scalar(select(exists().where(CandidateSearch.week == week))))
