"""The texts that are reckoned with: read some at a time, given on, and held no longer than somebody works with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from caseboard import clock, labels
from caseboard.db import db
from caseboard.models import Case, CaseState, ThemeLabel
from caseboard.policy.cases import OUT

if TYPE_CHECKING:
    from caseboard.topics.classifier import Labelled
    from caseboard.topics.sampling import Case as Text

FIELDS = (Case.title, Case.situation, Case.attempts, Case.key_question, Case.hope)
WITH_TEXT = (
    Case.state.not_in([state for state in CaseState if state not in OUT]),
    Case.released_at.is_not(None),
    Case.situation.is_not(None),
)
"""Every released case that still has its text.

Said by the states it is not in: nearly all cases are out, and an embedded database that is asked for these would look
them all up by their state and sort them, for every page that is read.
"""

AT_ONCE = 1000
TAUGHT_BY = 100
"""So many labelled cases of a theme teach the classifier; more of them hardly change what it says."""

Report = Callable[[str, int, int], None]


def total() -> int:
    """How many cases have a text to read."""
    return db.session.scalar(select(func.count(Case.id)).where(*WITH_TEXT)) or 0


def texts(*conditions: ColumnElement[bool]) -> Iterator[Text]:
    """These cases in the order of their ids, some at a time; between two of them no transaction stays open.

    Whoever reads a whole history may take minutes, and an open transaction would keep the journal from being cut back.
    """
    from caseboard.topics.sampling import Case as Text

    wanted = select(Case.id, Case.jobcenter_id, Case.released_at, *FIELDS).where(*(conditions or WITH_TEXT))
    last = ""
    while rows := db.session.execute(wanted.where(Case.id > last).order_by(Case.id).limit(AT_ONCE)).all():
        db.session.rollback()
        for row in rows:
            yield Text(row.id, _whole(row), row.jobcenter_id, row.released_at.astimezone(clock.BERLIN).date())
        last = rows[-1].id


def lessons(in_use: Collection[str], report: Report) -> list[Labelled]:
    """The cases to learn from with their themes by the word of people, always the same ones: their ids decide.

    Args:
        in_use: the ids of the themes that can be learned.
        report: is told how many texts of how many are read.
    """
    from caseboard.topics.classifier import Labelled

    chosen = chosen_cases()
    known = {key: tuple(one for one in themes if one in in_use) for key, themes in chosen.items()}
    found: list[Labelled] = []
    for start in range(0, len(chosen), labels.AT_ONCE):
        some = sorted(chosen)[start : start + labels.AT_ONCE]
        found += [Labelled(one.text, known[one.id], one.house) for one in texts(*WITH_TEXT, Case.id.in_(some))]
        report("reading", min(start + labels.AT_ONCE, len(chosen)), len(chosen))
    return found


def chosen_cases() -> dict[str, tuple[str, ...]]:
    """The ids of the cases that teach the classifier, with their themes.

    A case that was moved to the child of a split still teaches the theme that it was split from: of all other cases
    the classifier says the same as before.
    """
    leads_to, divided = labels.redirects(), labels.divided()
    taken: dict[str, int] = {}
    chosen: dict[str, tuple[str, ...]] = {}
    for case_id, words in _words_in_order():
        themes = tuple(sorted(_with_origins(labels.present(words, leads_to), divided, leads_to)))
        if any(taken.get(key, 0) < TAUGHT_BY for key in themes or ("",)):
            chosen[case_id] = themes
            for key in themes or ("",):
                taken[key] = taken.get(key, 0) + 1
    return chosen


def _with_origins(themes: set[str], divided: Mapping[str, str], leads_to: Mapping[str, str]) -> set[str]:
    found, new = set(themes), themes
    while new := {leads_to.get(divided[key], divided[key]) for key in new if key in divided} - found:
        found |= new
    return found


def _words_in_order() -> Iterator[tuple[str, labels.Words]]:
    """What people last said of every case that has a text, case by case."""
    of_cases = select(ThemeLabel.case_id).join(Case, Case.id == ThemeLabel.case_id).where(*WITH_TEXT).distinct()
    last = ""
    while ids := _page(of_cases.where(ThemeLabel.case_id > last).order_by(ThemeLabel.case_id)):
        yield from sorted(labels.words_of(ids).items())
        last = ids[-1]


def _page(ids: Select[tuple[str]]) -> Sequence[str]:
    db.session.rollback()
    return db.session.scalars(ids.limit(labels.AT_ONCE)).all()


def _whole(row: Row[Any]) -> str:
    return "\n".join(part for part in (row.title, row.situation, row.attempts, row.key_question, row.hope) if part)
