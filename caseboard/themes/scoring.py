"""The classifier on the whole history: taught from what people said, and heard only where they said nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from caseboard import labels
from caseboard.db import command, db
from caseboard.models import Case, EventKind, ThemeAssignment, ThemeEvent, ThemeLabel
from caseboard.themes.reading import Library, Report

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from caseboard.topics.classifier import Classifier

AT_ONCE = 2000
TAUGHT_BY = 100
"""So many labelled cases of a theme teach the classifier; more of them hardly change what it says."""


@dataclass
class Scored:
    """What one version of the classifier says of every case."""

    version: str
    rows: list[dict[str, object]] = field(default_factory=list)


def lessons() -> dict[str, tuple[str, ...]]:
    """The cases to learn from with their themes by the word of people, always the same ones: their ids decide."""
    leads_to = labels.redirects()
    taken: dict[str, int] = {}
    chosen: dict[str, tuple[str, ...]] = {}
    for case_id, words in sorted(labels.words_of().items()):
        themes = tuple(sorted(labels.present(words, leads_to)))
        if any(taken.get(key, 0) < TAUGHT_BY for key in themes or ("",)):
            chosen[case_id] = themes
            for key in themes or ("",):
                taken[key] = taken.get(key, 0) + 1
    return chosen


def weights(library: Library) -> csr_matrix:
    """The texts as rows of length one, weighed by how rare their terms are among themselves."""
    from caseboard.topics.features import rarity, weighed

    return weighed(library.counts, rarity(library.counts))


def score(library: Library, report: Report) -> Scored:
    """Teach the classifier and ask it about every case."""
    from caseboard.topics.classifier import Classifier, Labelled

    specs = labels.specs()
    in_use = {spec.key for spec in specs}
    report("learning", 0, 1)
    lesson = [
        Labelled(text, tuple(key for key in themes if key in in_use))
        for _case_id, text, themes in sorted(library.lessons)
    ]
    classifier = Classifier(specs, lesson)
    scored = Scored(_version(specs, lesson))
    heard = _Heard.now()
    for start in range(0, len(library), AT_ONCE):
        scored.rows += _rows(library, classifier, heard, scored.version, start)
        report("scoring", min(start + AT_ONCE, len(library)), len(library))
    return scored


def _version(*parts: object) -> str:
    """The same themes and labels make the same version."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _rows(
    library: Library, classifier: Classifier, heard: _Heard, version: str, start: int
) -> Iterator[dict[str, object]]:
    from scipy.special import expit

    odds = classifier.log_odds(library.counts[start : start + AT_ONCE])
    for row, column in zip(*classifier.sure(odds).nonzero(), strict=True):
        case_id, theme_id = library.ids[start + row], classifier.keys[column]
        yield {
            "case_id": case_id,
            "theme_id": theme_id,
            "score": round(float(expit(odds[row, column])), 4),
            "counts": heard.nothing_of(case_id, theme_id),
            "model_version": version,
        }


@dataclass(frozen=True)
class _Heard:
    """Where people have spoken, so that the classifier is silent: their word holds for ever."""

    words: dict[str, dict[str | None, bool]]
    answered: dict[str, datetime]
    made: dict[str, datetime]
    leads_to: dict[str, str]

    @classmethod
    def now(cls) -> _Heard:
        """As it stands in this run."""
        last = (
            select(ThemeLabel.case_id, func.max(ThemeLabel.at))
            .join(Case, Case.id == ThemeLabel.case_id)
            .where(ThemeLabel.user_id == Case.author_id)
            .group_by(ThemeLabel.case_id)
        )
        accepted = select(ThemeEvent.theme_id, ThemeEvent.at).where(ThemeEvent.kind == EventKind.ACCEPT)
        return cls(
            labels.words_of(),
            dict(db.session.execute(last).tuples().all()),
            dict(db.session.execute(accepted).tuples().all()),
            labels.redirects(),
        )

    def nothing_of(self, case_id: str, theme_id: str) -> bool:
        """Whether nobody has said anything of this theme in this case.

        An author who ticks themes looks at all that there are, so that the classifier only adds themes which were
        accepted later. Children of a split are never added: splitting a theme moves no case that nobody has moved.
        """
        if any(self.leads_to.get(key, key) == theme_id for key in self.words.get(case_id, ()) if key):
            return False
        answered = self.answered.get(case_id)
        made = self.made.get(theme_id)
        return answered is None or (made is not None and made > answered)


@command
def put(scored: Scored) -> None:
    """Take the assignments of this version in place of all others; of cases that went in the meantime none is kept."""
    db.session.execute(delete(ThemeAssignment))
    there = set(db.session.scalars(select(Case.id)))
    rows = [row for row in scored.rows if row["case_id"] in there]
    for start in range(0, len(rows), AT_ONCE):
        db.session.execute(insert(ThemeAssignment), rows[start : start + AT_ONCE])
