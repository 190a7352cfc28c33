"""Once a week: which themes the taxonomy may be missing, as candidates for whoever keeps it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, select

from caseboard import audit, clock, taxonomy
from caseboard.db import command, db
from caseboard.models import CandidateCase, CandidateSearch, CandidateState, Case, ThemeCandidate
from caseboard.themes import counting, deciding, publishing, reading
from caseboard.themes.runs import Ending, never
from caseboard.themes.snapshots import monday

if TYPE_CHECKING:
    from caseboard.topics.candidates import Candidate
    from caseboard.topics.sampling import Periods

EXAMPLES = 3
LEAST_BEFORE = 60
"""With fewer cases before the last 90 days nobody can say what is new; the rule of recurrence asks for as many."""


def discover(ending: Ending = never) -> bool:
    """Look for candidates unless that was done this week; a job, so it has no actor.

    Args:
        ending: whether the worker is to end; then the next one looks.
    """
    week = monday(clock.today())
    if _done(week):
        return False
    found = search(ending)
    return found is not None and _keep(week, found)


def search(ending: Ending = never) -> list[Candidate] | None:
    """The candidates of today, without those like one that somebody has decided on; nothing where this is to end.

    What is known of the themes is what the last night has learned, as for whoever writes a case.
    """
    from caseboard.topics.candidates import find
    from caseboard.topics.sampling import Periods

    periods = Periods(clock.today())
    for text in reading.texts(*counting.counting(), Case.situation.is_not(None)):
        if ending():
            return None
        periods.offer(text)
    if not _enough(periods):
        return []
    classifier, decided = taxonomy.classifier(), [_known(row) for row in _decided()]
    db.session.rollback()  # nothing stays open while this is searched
    return find(periods, classifier, decided)


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
def _keep(week: date, found: Sequence[Candidate]) -> bool:
    """The candidates of the week in place of the open ones; one that was open already keeps its address."""
    # the lock lets a second worker wait and then find the week done
    open_ones = db.session.scalars(
        select(ThemeCandidate).where(ThemeCandidate.state == CandidateState.OPEN).with_for_update()
    ).all()
    if _done(week):
        return False
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
    db.session.add(CandidateSearch(week=week, found=len(stay)))
    audit.record(None, "theme.candidates", f"week:{week.isoformat()}")
    return True


def _fill(row: ThemeCandidate, candidate: Candidate) -> None:
    row.terms, row.houses = list(candidate.terms), candidate.houses
    row.middle = {str(place): weight for place, weight in candidate.middle.items()}
    db.session.add(row)
    db.session.flush()
    db.session.execute(delete(CandidateCase).where(CandidateCase.candidate_id == row.id))
    db.session.add_all(CandidateCase(candidate_id=row.id, case_id=key) for key in _still_there(candidate.ids))


def _still_there(ids: Collection[str]) -> list[str]:
    """The three most typical cases, of those that nobody has withdrawn or paused in the meantime."""
    some = set(db.session.scalars(select(Case.id).where(Case.id.in_(list(ids)[:50]), *counting.counting())))
    return [key for key in ids if key in some][:EXAMPLES]


def _done(week: date) -> bool:
    return bool(db.session.scalar(select(exists().where(CandidateSearch.week == week))))
