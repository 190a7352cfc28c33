"""The life of a measure: which stage can follow which, and from when on it crosses county borders."""

from collections.abc import Iterable

from caseboard.models import MeasureStage

WAY = (
    MeasureStage.CONCEPT,
    MeasureStage.COMMITMENTS,
    MeasureStage.BODIES,
    MeasureStage.PROCUREMENT,
    MeasureStage.RUNNING,
    MeasureStage.REVIEW,
)
"""The stages everybody can follow on the bar; after the review it is kept, changed or ended."""

OUTCOMES = (MeasureStage.KEPT, MeasureStage.CHANGED, MeasureStage.ENDED)

FOLLOWING: dict[MeasureStage, tuple[MeasureStage, ...]] = {
    MeasureStage.CONCEPT: (MeasureStage.COMMITMENTS, MeasureStage.ENDED),
    MeasureStage.COMMITMENTS: (MeasureStage.CONCEPT, MeasureStage.BODIES, MeasureStage.ENDED),
    # a process or a joint function is not bought, so it can start once the bodies have agreed
    MeasureStage.BODIES: (MeasureStage.PROCUREMENT, MeasureStage.RUNNING, MeasureStage.ENDED),
    MeasureStage.PROCUREMENT: (MeasureStage.RUNNING, MeasureStage.ENDED),
    MeasureStage.RUNNING: (MeasureStage.REVIEW, MeasureStage.ENDED),
    MeasureStage.REVIEW: OUTCOMES,
}

NEEDS_A_HOUSE = frozenset({MeasureStage.BODIES, MeasureStage.PROCUREMENT, MeasureStage.RUNNING})
"""What no house wants cannot go before the bodies."""

LEAST_COUNTIES = 2


def following(stage: MeasureStage) -> tuple[MeasureStage, ...]:
    """The stages that can come next; none once the outcome is known."""
    return FOLLOWING.get(stage, ())


def is_over(stage: MeasureStage) -> bool:
    """Whether the measure has found its outcome."""
    return stage in OUTCOMES


def crosses_counties(committed: Iterable[str]) -> bool:
    """Whether the committed houses, given by their counties, lie in at least two of them."""
    return len(set(committed)) >= LEAST_COUNTIES
