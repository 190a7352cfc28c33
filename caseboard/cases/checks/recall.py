"""How much of what points to a person the pipeline finds, estimated from what checkers still found after it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask_babel import format_percent
from sqlalchemy import func, select

from caseboard import clock
from caseboard.cases import wording
from caseboard.db import db
from caseboard.models import Case, StrippingTally

LEAST_CASES: Final = 20
"""Below so many released cases a figure would speak of single ones, and prove nothing."""

DIRECT: Final = ("PERSON", "STREET", "POSTCODE", "PLACE", "ORG", "DATE", "PHONE", "EMAIL", "URL", "ID")
"""Kinds that point to a person by themselves."""

UNNAMED: Final = "WORD"
"""What a checker hid without saying what it was is missed; unknown words that the pipeline hid are no finds."""

_SURE: Final = 1.959964


@dataclass(frozen=True)
class KindShare:
    """One kind: how many the pipeline found, how many people found after it, and the share of the first."""

    code: str
    found: int
    missed: int

    @property
    def kind(self) -> str:
        """What it is, in a word."""
        return wording.kind(self.code)

    @property
    def share(self) -> str:
        """The estimated recall, as people write it."""
        return _percent(self.found / (self.found + self.missed))


@dataclass(frozen=True)
class RecallView:
    """The estimate over the whole network up to the end of the last month; empty while there are too few cases."""

    until: date
    cases: int
    found: int
    missed: int
    kinds: tuple[KindShare, ...]

    @property
    def enough(self) -> bool:
        """Whether there are cases enough to say anything."""
        return self.cases >= LEAST_CASES and self.found + self.missed > 0

    @property
    def share(self) -> str:
        """The estimated recall of direct identifiers."""
        return _percent(self.found / (self.found + self.missed))

    @property
    def interval(self) -> tuple[str, str]:
        """Between what the share lies with a certainty of 95 in a hundred."""
        low, high = wilson(self.found, self.found + self.missed)
        return _percent(low), _percent(high)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 percent score interval of a share (Wilson, Journal of the American Statistical Association 22, 1927)."""
    share, spread = hits / of, _SURE * _SURE / of
    middle = (share + spread / 2) / (1 + spread)
    half = _SURE * math.sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def recall() -> RecallView:
    """The estimate up to the end of the last month, over all houses, so that no single case can be told from it."""
    until = clock.today().replace(day=1)
    rows = _counts(until)
    named = tuple(KindShare(kind, *rows[kind]) for kind in (*DIRECT, UNNAMED) if kind in rows)
    cases = db.session.scalar(select(func.count()).where(Case.released_at < clock.midnight(until))) or 0
    found, missed = (sum(getattr(each, name) for each in named) for name in ("found", "missed"))
    view = RecallView(until, cases, found, missed, named)
    return view if view.enough else RecallView(until, cases, 0, 0, ())


def _counts(until: date) -> dict[str, tuple[int, int]]:
    wanted = (
        select(StrippingTally.kind, func.sum(StrippingTally.found), func.sum(StrippingTally.missed))
        .where(StrippingTally.month < until, StrippingTally.kind.in_((*DIRECT, UNNAMED)))
        .group_by(StrippingTally.kind)
    )
    found: Sequence[tuple[str, int, int]] = db.session.execute(wanted).tuples().all()
    counts = {kind: (0 if kind == UNNAMED else int(hits), int(missed)) for kind, hits, missed in found}
    return {kind: pair for kind, pair in counts.items() if any(pair)}


def _percent(share: float) -> str:
    return format_percent(share, "#,##0.0 %")
