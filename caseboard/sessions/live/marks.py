"""What somebody had before their eyes when they pressed a button: who comes second is shown what the first has done."""

import hashlib

from caseboard.errors import Conflict
from caseboard.models import CaseSession
from caseboard.sessions.phases import Wording


class Collision(Conflict):
    """Somebody else was faster; `present` is how it stands now, for whoever may read it, and `now` its mark."""

    def __init__(self, present: str | Wording, now: str) -> None:
        super().__init__()
        self.present, self.now = present, now


def mark(*values: object) -> str:
    """A short sign of what stood there; forms carry it along."""
    return hashlib.sha256("\x1f".join(map(str, values)).encode()).hexdigest()[:16]


def phase_mark(case_session: CaseSession) -> str:
    """The phase in which a session stands, and since when."""
    return mark(case_session.phase, case_session.phase_started_at)


def clock_mark(case_session: CaseSession) -> str:
    """The phase and the end of its time."""
    return mark(case_session.phase, case_session.phase_started_at, case_session.phase_ends_at)


def require_same(seen: str, now: str, present: str | Wording) -> None:
    """Go on only where nothing has changed since.

    Raises:
        Collision: something has.
    """
    if seen != now:
        raise Collision(present, now)
