"""What advisers say before the rule has fired: words of three houses are an assessment, and no measured rise."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from caseboard.themes import publishing

LEAST_CASES = 3
LEAST_SUBMITTERS = 3
LEAST_HOUSES = 3
"""Official labour statistics hide what fewer than three stand behind; an assessment needs three of each kind."""

WINDOW = timedelta(days=365)
"""One planning year: what lies further back was already on the table when the last budget was made."""

LARGEST_SHARE = 50
"""In percent. Where one house says more than half of it, the theme is first of all its own, and no joint measure."""


@dataclass(frozen=True)
class Occurrence:
    """One adviser's word that it is the same at home."""

    jobcenter_id: str
    submitter_id: str
    day: date


@dataclass(frozen=True)
class Assessment:
    """Whether several houses know it, and the figure that may be shown of how many advisers say so."""

    flagged: bool
    figure: int | None


def assess(occurrences: Iterable[Occurrence], today: date, network: int) -> Assessment:
    """Judge what was said in the last year; an adviser counts once. `network` is how many houses take part."""
    recent = list({one.submitter_id: one for one in occurrences if today - WINDOW < one.day <= today}.values())
    by_house = Counter(one.jobcenter_id for one in recent)
    return Assessment(_flagged(recent, by_house), publishing.figure(by_house, len(recent), network))


def _flagged(recent: Sequence[Occurrence], by_house: Counter[str]) -> bool:
    return (
        len(recent) >= max(LEAST_CASES, LEAST_SUBMITTERS)
        and len(by_house) >= LEAST_HOUSES
        and max(by_house.values()) * 100 <= LARGEST_SHARE * len(recent)
    )
