"""What an audit finds: how many small counts there were, and which of them can be told apart."""

from dataclasses import dataclass, field
from datetime import date

from benchmarks.themes.tables import Published

ALL_OTHERS = "all other jobcenters together"


@dataclass(frozen=True)
class Leak:
    """A count under three that can be told from a neighbour, and the bounds within which it is known."""

    theme: str
    house: str
    start: date
    end: date
    count: int
    least: int | None
    most: int | None
    known_to: str | None
    group: str | None = None

    @property
    def determined(self) -> bool:
        """Whether it is known exactly."""
        return self.least == self.most


@dataclass
class Report:
    """How much was looked at and what was found."""

    counts: int = 0
    programmes: int = 0
    revised: list[Published] = field(default_factory=list)
    leaks: list[Leak] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing can be told apart and nothing was published twice with different values."""
        return not self.leaks and not self.revised

    def __add__(self, other: "Report") -> "Report":
        return Report(
            self.counts + other.counts,
            self.programmes + other.programmes,
            self.revised + other.revised,
            self.leaks + other.leaks,
        )
