"""What stands beside a case: similar earlier ones that the reader may open anyway, and what helped in such cases."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import simplemma
from sqlalchemy import case as case_when
from sqlalchemy import select

from caseboard.db import db
from caseboard.models import Case, CaseTheme, Helped, HelpedTheme, User
from caseboard.policy.aftermath import readable_helped
from caseboard.policy.cases import readable_cases
from caseboard.topics.words import PLACEHOLDER

WORD = re.compile(r"[^\W\d_]{5,}")
"""Shorter words are mostly those that every text has."""

THEME_WORTH = 0.3
"""What one shared theme counts for, where all words in common would count for one."""

COMMON = 0.25
"""A word that stands in more than this share of the cases says nothing about any of them; among few, all may count."""

FEW = 8
FEWEST_WORDS = 15
"""Two texts that share one word of three have nothing in common yet."""

LEAST = 0.25
MOST_READ = 200
"""So many cases are looked at, those of the same themes and the newest first: no page waits for thousands of texts."""


@dataclass(frozen=True)
class Similar:
    """An earlier case, with a score that only orders."""

    id: str
    title: str
    key_question: str
    score: float


@dataclass(frozen=True)
class WhatHelped:
    """Something that has helped in a case of the same themes."""

    id: str
    text: str
    month: date


@dataclass(frozen=True)
class Beside:
    """What a reader finds beside a case."""

    cases: tuple[Similar, ...]
    helped: tuple[WhatHelped, ...]


def beside(user: User, texts: Iterable[str | None], theme_ids: Set[str], *, but: str | None = None) -> Beside:
    """Similar cases and what has helped, for the page of a case; see `cases`."""
    return Beside(cases(user, texts, theme_ids, but=but), helped(user, theme_ids))


def helped(user: User, theme_ids: Set[str], most: int = 2) -> tuple[WhatHelped, ...]:
    """What has helped in cases of these themes, the newest month first."""
    fitting = select(HelpedTheme.helped_id).where(HelpedTheme.theme_id.in_(theme_ids))
    wanted = readable_helped(user).where(Helped.id.in_(fitting)).order_by(Helped.month.desc(), Helped.id)
    return tuple(WhatHelped(row.id, row.text or "", row.month) for row in db.session.scalars(wanted.limit(most)))


def cases(
    user: User, texts: Iterable[str | None], theme_ids: Set[str], *, but: str | None = None, most: int = 3
) -> tuple[Similar, ...]:
    """The cases this reader may open that are most like the texts, the likest first.

    Args:
        user: who reads; nothing that they may not open is looked at.
        texts: stripped text; raw text never gets here.
        theme_ids: the themes of the case that is looked at.
        but: the id of that case.
        most: how many at most.
    """
    known = [(case, words_of(_whole(case))) for case in _nearest(user, theme_ids) if case.id != but]
    if not known:
        return ()  # the dictionary need not be read for nothing
    common = _common([words for _case, words in known])
    own = words_of("\n".join(part for part in texts if part)) - common
    found = [
        Similar(
            case.id, case.title or "", case.key_question or "", likeness(own, words - common, theme_ids, case.theme_ids)
        )
        for case, words in known
    ]
    likest = sorted((one for one in found if one.score >= LEAST), key=lambda one: (-one.score, one.id))
    return tuple(likest[:most])


def _nearest(user: User, theme_ids: Set[str]) -> Iterable[Case]:
    """The cases that are worth reading: of the same themes first, then the newest."""
    shares = Case.id.in_(select(CaseTheme.case_id).where(CaseTheme.theme_id.in_(theme_ids)))
    ordered = readable_cases(user).order_by(case_when((shares, 0), else_=1), Case.released_at.desc(), Case.id)
    return db.session.scalars(ordered.limit(MOST_READ))


def likeness(own: Set[str], other: Set[str], own_themes: Set[str], other_themes: Set[str]) -> float:
    """How much two texts share: their words in relation to the shorter of the two, and their themes."""
    words = len(own & other) / max(min(len(own), len(other)), FEWEST_WORDS)
    return words + THEME_WORTH * len(own_themes & other_themes)


def words_of(text: str) -> frozenset[str]:
    """The words of a text in their basic form, without what the anonymiser put in."""
    return frozenset(map(_lemma, set(WORD.findall(PLACEHOLDER.sub(" ", text)))))


@lru_cache(maxsize=20_000)
def _lemma(word: str) -> str:
    return simplemma.lemmatize(word, lang="de").casefold()


def _whole(case: Case) -> str:
    return "\n".join(part for part in (case.title, case.key_question, case.situation) if part)


def _common(texts: list[frozenset[str]]) -> frozenset[str]:
    counts: dict[str, int] = {}
    for words in texts:
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    enough = max(FEW, COMMON * len(texts))
    return frozenset(word for word, count in counts.items() if count > enough)
