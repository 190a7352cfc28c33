"""A passage: a stretch of the matching form that will be replaced, and why."""

from dataclasses import dataclass

from caseboard.anonymize.report import QUASI

CERTAIN, FIRM = 0.72, 0.9
"""From which score on nobody may keep a passage, and from which on no weighing touches it."""

HALF_HEARD = "half-heard"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the matching form that will be replaced."""

    start: int
    end: int
    kind: str
    score: float
    evidence: tuple[str, ...]

    @property
    def certain(self) -> bool:
        return self.score >= CERTAIN

    @property
    def quasi(self) -> bool:
        return self.kind in QUASI

    @property
    def perhaps(self) -> bool:
        """A mere candidate: the networks think of a name, and nobody else does."""
        return self.evidence[:1] != () and self.evidence[0].startswith(HALF_HEARD)
