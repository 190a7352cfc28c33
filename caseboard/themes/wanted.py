"""What somebody wants to see of the radar; every choice only leaves out some of what is published."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caseboard import client_groups
from caseboard.models import Basis, Standing

if TYPE_CHECKING:
    from caseboard.themes.queries import ThemeCard

PERIODS: dict[str, int | None] = {"4": 4, "8": 8, "alle": None}
STATES = (
    Standing.SIGNAL,
    Standing.WATCH,
    Standing.LOCAL,
    Standing.STANDING,
    Standing.QUIET,
    Standing.NO_BASIS,
    Basis.ASSESSMENT,
)
"""What the radar can be filtered by; there is no filter that would count anew."""


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to see of the radar: how many of the last quarters, which state, and which client group."""

    quarters: int | None = 4
    state: str = ""
    group: str = ""

    @classmethod
    def of(cls, quarters: str | None, state: str | None, group: str | None = None) -> "Wanted":
        """From an address; what is no choice of ours is the first choice."""
        known = client_groups.known(group) or ""
        return cls(PERIODS.get(quarters or "", 4), state if state in STATES else "", known)

    @property
    def narrowed(self) -> bool:
        """Whether some themes are left out."""
        return bool(self.state or self.group)

    @property
    def period(self) -> str:
        """The choice as addresses write it."""
        return next(key for key, count in PERIODS.items() if count == self.quarters)

    def shows(self, card: "ThemeCard") -> bool:
        """Whether a theme stands where the filter says, and the client group is named in one of its quarters."""
        named = not self.group or any(self.group in bar.groups for bar in card.trend.bars)
        stands = self.state in ("", card.basis if self.state == Basis.ASSESSMENT else card.standing)
        return named and stands


EVERYTHING = Wanted()
"""The radar as it is opened: all states, the last four quarters."""
