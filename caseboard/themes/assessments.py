"""What colleagues say before the rule has fired: cases or words of three houses, an assessment and no measured rise."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LEAST_CASES = 3
LEAST_SUBMITTERS = 3
LEAST_HOUSES = 3
"""Official labour statistics hide what fewer than three stand behind; a figure here needs three of each kind."""

WINDOW = timedelta(days=365)
"""One planning year: what lies further back was already on the table when the last budget was made."""

LARGEST_SHARE = 50
"""In percent. Where one house brings more than half, the theme is first of all its own; it needs no joint measure."""

STEP = 5
"""All figures are shown in steps of five, so that one case more or less is not seen."""

SAFE_CELL = 10
"""From this size on a figure is shown although one house dominates it: its share no longer gives away the rest."""


class Reason(StrEnum):
    """Why a theme is flagged or not. Only the first two are ever shown; the others would tell how few there are."""

    CASES = "cases"
    OBSERVATIONS = "observations"
    TOO_FEW = "too_few"
    ONE_HOUSE = "one_house"


@dataclass(frozen=True)
class Occurrence:
    """A released case of the theme, or one adviser's word that it is the same at home."""

    case_id: str
    jobcenter_id: str
    submitter_id: str
    day: date
    same_here: bool = False


@dataclass(frozen=True)
class Signal:
    """The answer of the rule: None for a figure that must not be shown, 0 for fewer than five."""

    flagged: bool
    cases_rounded: int | None
    observations_rounded: int | None
    reason: Reason


def recurs(occurrences: Iterable[Occurrence], today: date) -> Signal:
    """Judge cases and observations each on their own, never mixed: either of them can flag, cases come first."""
    recent = [one for one in occurrences if today - WINDOW < one.day <= today]
    cases = list({one.case_id: one for one in recent if not one.same_here}.values())
    observations = list({one.submitter_id: one for one in recent if one.same_here}.values())
    flags = {Reason.CASES: _judge(cases), Reason.OBSERVATIONS: _judge(observations)}
    reason = next((kind for kind, verdict in flags.items() if verdict is None), flags[Reason.CASES] or Reason.TOO_FEW)
    return Signal(
        flagged=reason in flags,
        cases_rounded=_figure(cases),
        observations_rounded=_figure(observations),
        reason=reason,
    )


def rounded(count: int) -> int:
    """The nearest multiple of five; 0 stands for fewer than five, so that three and four look alike."""
    return 0 if count < STEP else STEP * round(count / STEP)


def _judge(some: Sequence[Occurrence]) -> Reason | None:
    if not _enough(some):
        return Reason.TOO_FEW
    return Reason.ONE_HOUSE if _dominated(some) else None


def _figure(some: Sequence[Occurrence]) -> int | None:
    if not _enough(some) or (_dominated(some) and len(some) < SAFE_CELL):
        return None
    return rounded(len(some))


def _enough(some: Sequence[Occurrence]) -> bool:
    return (
        len(some) >= LEAST_CASES
        and len({one.submitter_id for one in some}) >= LEAST_SUBMITTERS
        and len({one.jobcenter_id for one in some}) >= LEAST_HOUSES
    )


def _dominated(some: Sequence[Occurrence]) -> bool:
    largest = max(Counter(one.jobcenter_id for one in some).values())
    return largest * 100 > LARGEST_SHARE * len(some)
