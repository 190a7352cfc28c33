"""Cases that were written twice: almost the same words, from the same house, within two weeks; they count once."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from caseboard.db import command, db
from caseboard.models import Case, NearDuplicate
from caseboard.themes.reading import Library, Report

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


def find(library: Library, weights: csr_matrix, report: Report) -> set[str]:
    """The ids of cases that an earlier case of their house has told already; of one day the first by its id stays."""
    import numpy as np

    from caseboard.topics.duplicates import twice

    report("duplicates", 0, 1)
    places = {house: place for place, house in enumerate(sorted(set(library.houses)))}
    houses = np.array([places[house] for house in library.houses], int)
    days = np.array([day.toordinal() for day in library.days], int)
    found = twice(weights, houses, days)  # the library is in the order of its ids
    report("duplicates", 1, 1)
    return {library.ids[place] for place in np.flatnonzero(found)}


@command
def put(ids: Collection[str]) -> None:
    """Remember which cases count for nothing, in place of those that were remembered before."""
    db.session.execute(delete(NearDuplicate))
    there = set(db.session.scalars(select(Case.id)))
    rows = [{"case_id": case_id} for case_id in sorted(ids) if case_id in there]
    if rows:
        db.session.execute(insert(NearDuplicate), rows)
