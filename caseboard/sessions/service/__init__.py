"""The verbs that change a consultation; each is one transaction, and each judges the rule again."""

from caseboard.sessions.service.closing import (
    Outcome,
    conclude,
    observe,
    require_concluding,
    require_observing,
    require_result,
)
from caseboard.sessions.service.planning import Plan, cancel, invite_more, plan, require_unplanned, urge
from caseboard.sessions.service.running import contribute, note_reading, open_session, require_writing, reveal, withdraw
from caseboard.sessions.service.seats import answer, consider

__all__ = [
    "Outcome",
    "Plan",
    "answer",
    "cancel",
    "conclude",
    "consider",
    "contribute",
    "invite_more",
    "note_reading",
    "observe",
    "open_session",
    "plan",
    "require_concluding",
    "require_observing",
    "require_result",
    "require_unplanned",
    "require_writing",
    "reveal",
    "urge",
    "withdraw",
]
