"""Cases that were written twice: almost the same words, from the same house, within two weeks; they count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from caseboard.db import command, db
from caseboard.models import Case, NearDuplicate
from caseboard.themes.reading import Library, Report

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

ALIKE = 0.9
"""The cosine of two texts from which on they tell the same."""

WITHIN = timedelta(days=14)
AT_ONCE = 500


def find(library: Library, weights: csr_matrix, report: Report) -> set[str]:
    """The ids of cases that an earlier case of their house has told already."""
    by_house: defaultdict[str, list[int]] = defaultdict(list)
    for place, house in enumerate(library.houses):
        by_house[house].append(place)
    found: set[str] = set()
    for number, places in enumerate(by_house.values(), 1):
        places.sort(key=lambda place: (library.days[place], library.ids[place]))
        found |= _in_house(library, weights, places)
        report("duplicates", number, len(by_house))
    return found


def _in_house(library: Library, weights: csr_matrix, places: list[int]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(places), AT_ONCE):
        block = places[start : start + AT_ONCE]
        first = library.days[block[0]] - WITHIN
        near = [place for place in places[: start + len(block)] if library.days[place] >= first]
        alike = (weights[block] @ weights[near].T).tocoo()
        for row, column, cosine in zip(alike.row, alike.col, alike.data, strict=True):
            later, earlier = block[row], near[column]
            if cosine > ALIKE and _comes_after(library, later, earlier):
                found.add(library.ids[later])
    return found


def _comes_after(library: Library, later: int, earlier: int) -> bool:
    days = library.days[later] - library.days[earlier]
    if days > WITHIN:
        return False
    return (library.days[later], library.ids[later]) > (library.days[earlier], library.ids[earlier])


@command
def put(ids: Collection[str]) -> None:
    """Remember which cases count for nothing, in place of those that were remembered before."""
    db.session.execute(delete(NearDuplicate))
    there = set(db.session.scalars(select(Case.id)))
    rows = [{"case_id": case_id} for case_id in sorted(ids) if case_id in there]
    if rows:
        db.session.execute(insert(NearDuplicate), rows)
