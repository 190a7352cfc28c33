"""A share of something, and between what it lies."""

from dataclasses import dataclass

from caseboard.cases.checks.recall import wilson


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """The share itself."""
        return self.hits / self.of

    def __str__(self) -> str:
        if not self.of:
            return "–"
        low, high = wilson(self.hits, self.of)
        return f"{self.value:.3f} ({low:.3f}–{high:.3f})"
