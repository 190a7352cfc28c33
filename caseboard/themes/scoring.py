"""The classifier on the whole history: taught from what people said, and heard only where they said nothing.

Its rows are written some at a time under the run that makes them, and hold for nobody before the run is named as the
present one: so a run is all or nothing, and still nobody waits for its writing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from math import exp
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from caseboard import clock, labels
from caseboard.db import Base, command, db
from caseboard.models import Case, EventKind, NearDuplicate, ThemeAssignment, ThemeEvent, ThemeLabel, ThemeModel
from caseboard.themes.reading import WITH_TEXT, Report

if TYPE_CHECKING:
    from caseboard.topics.classifier import Classifier, Labelled
    from caseboard.topics.learned import Learned
    from caseboard.topics.rescoring import Rescored
    from caseboard.topics.spec import ThemeSpec

AT_ONCE = 1000
"""So many rows are written in one transaction: some hundredths of a second in which nobody else can write."""

STAGED = (ThemeAssignment, NearDuplicate)


def taught(specs: Sequence[ThemeSpec], lessons: Sequence[Labelled], report: Report) -> Classifier:
    """The classifier of these themes, taught by these cases."""
    from caseboard.topics.classifier import ENOUGH, Classifier
    from caseboard.topics.fitting import TURNS

    steps = count(1)
    every = len(specs) * (1 + TURNS if len(lessons) >= ENOUGH else 1)
    report("learning", 0, every)
    return Classifier(specs, lessons, tick=lambda: report("learning", next(steps), every))


def version_of(specs: Sequence[ThemeSpec], lessons: Sequence[Labelled]) -> str:
    """The same themes, labels and starting knowledge make the same version."""
    from caseboard.topics.learned import mark

    return hashlib.sha256(repr(([mark(one) for one in specs], lessons)).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Said:
    """What one run of the classifier says of the cases, by their ids in the order of the stream."""

    run_id: str
    version: str
    ids: Sequence[str]
    keys: Sequence[str]
    found: Rescored


def put(said: Said, report: Report) -> None:
    """Write down what a run says, some rows at a time; it does not hold yet."""
    import numpy as np

    twins = [said.ids[place] for place in np.flatnonzero(said.found.doubles).tolist()]
    total, done = len(said.found.rows) + len(twins), 0
    for start in range(0, len(said.found.rows), AT_ONCE):
        done += _write(ThemeAssignment, list(_assignments(said, start)))
        report("writing", done, total)
    for start in range(0, len(twins), AT_ONCE):
        rows = [{"run_id": said.run_id, "case_id": case_id} for case_id in twins[start : start + AT_ONCE]]
        done += _write(NearDuplicate, rows)
        report("writing", done, total)


def _assignments(said: Said, start: int) -> Iterator[dict[str, object]]:
    part = slice(start, start + AT_ONCE)
    places, themes, odds = (column[part].tolist() for column in (said.found.rows, said.found.themes, said.found.odds))
    heard = _Heard.now({said.ids[place] for place in places})
    for place, theme, log_odds in zip(places, themes, odds, strict=True):
        case_id, theme_id = said.ids[place], said.keys[theme]
        yield {
            "run_id": said.run_id,
            "case_id": case_id,
            "theme_id": theme_id,
            "score": round(1 / (1 + exp(-log_odds)), 4),
            "counts": heard.nothing_of(case_id, theme_id),
            "model_version": said.version,
        }


@command
def _write(table: type[Base], rows: Sequence[dict[str, object]]) -> int:
    """Add these rows but for cases whose text went in the meantime; how many rows were looked at.

    What such a case was about is in the traces already, and would count twice.
    """
    ids = {str(row["case_id"]) for row in rows}
    living = select(Case.id).where(*WITH_TEXT).with_for_update(read=True, of=Case)
    there = {key for part in labels.parts(ids, Case.id) for key in db.session.scalars(living.where(part))}
    if kept := [row for row in rows if row["case_id"] in there]:
        db.session.execute(insert(table), kept)
    return len(rows)


@dataclass(frozen=True)
class _Heard:
    """Where people have spoken, so that the classifier is silent: their word holds for ever."""

    words: Mapping[str, labels.Words]
    answered: Mapping[str, datetime]
    made: Mapping[str, datetime]
    leads_to: Mapping[str, str]
    children: Collection[str]

    @classmethod
    def now(cls, case_ids: Collection[str] | None = None) -> _Heard:
        """What has been said of these cases, or of all."""
        last = (
            select(ThemeLabel.case_id, func.max(ThemeLabel.at))
            .where(ThemeLabel.event_id.is_(None))  # what a split or a new theme writes is no answer
            .group_by(ThemeLabel.case_id)
        )
        answered = (pair for part in labels.parts(case_ids) for pair in db.session.execute(last.where(part)).tuples())
        accepted = select(ThemeEvent.theme_id, ThemeEvent.at).where(ThemeEvent.kind == EventKind.ACCEPT)
        made = db.session.execute(accepted).tuples()
        leads_to, divided = labels.redirects(), labels.divided()
        joined = {end for start, end in leads_to.items() if start not in divided}
        children = divided.keys() - joined  # one that another theme became part of counts what that one counted
        return cls(labels.words_of(case_ids), dict(answered), dict(made.all()), leads_to, children)

    def nothing_of(self, case_id: str, theme_id: str) -> bool:
        """Whether nobody has said anything of this theme in this case.

        Whoever answers for a case, its author or a moderator, looks at all themes that there are, so that the
        classifier only adds themes which were accepted later. Children of a split are never added, whether anybody
        has answered or not: splitting a theme moves no case that nobody has moved.
        """
        if theme_id in self.children:
            return False
        if any(self.leads_to.get(key, key) == theme_id for key in self.words.get(case_id, ()) if key):
            return False
        answered = self.answered.get(case_id)
        made = self.made.get(theme_id)
        return answered is None or (made is not None and made > answered)


@command
def silence(case_id: str) -> None:
    """Let the classifier count a case for nothing at once, also in a run that is under way; see `_Heard`."""
    said = update(ThemeAssignment).where(ThemeAssignment.case_id == case_id)
    db.session.execute(said.values(counts=False), execution_options={"synchronize_session": False})


@command
def name_present(run_id: str, version: str, learned: Learned | None) -> None:
    """From now on what this run has written holds, and suggestions are made by what it has learned."""
    from caseboard.topics.learned import packed
    from caseboard.topics.shelf import digest_of

    content = packed(learned) if learned else None
    row = ThemeModel(
        id=1,
        run_id=run_id,
        version=version,
        labels=learned.texts if learned else 0,
        digest=digest_of(content) if content else "",
        content=content,
        at=clock.now(),
    )
    db.session.merge(row)


def sweep() -> None:
    """Delete what runs have written whose word does not hold, some rows at a time."""
    for table in STAGED:
        present = db.session.scalar(select(ThemeModel.run_id)) or ""
        for run_id in db.session.scalars(select(table.run_id).where(table.run_id != present).distinct()).all():
            while _sweep_some(table, run_id):
                pass


@command
def _sweep_some(table: type[ThemeAssignment | NearDuplicate], run_id: str) -> int:
    some = select(table.case_id).where(table.run_id == run_id).limit(AT_ONCE)
    return db.session.execute(delete(table).where(table.run_id == run_id, table.case_id.in_(some))).rowcount
