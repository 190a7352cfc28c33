"""The verbs that change a consultation; each is one transaction, and each judges the rule again."""

from caseboard.sessions.service.closing import (
    Outcome,
    conclude,
    observe,
    require_concluding,
    require_observing,
    require_result,
)
from caseboard.sessions.service.handing import hand_over, take_over
from caseboard.sessions.service.moving import (
    Arrangement,
    Move,
    Overtaken,
    arrange,
    arrangement_of,
    date_stamp,
    move,
    require_movable,
    speak,
)
from caseboard.sessions.service.planning import (
    TAKEN,
    DateTaken,
    Plan,
    cancel,
    invite_more,
    plan,
    require_open,
    require_unplanned,
    urge,
)
from caseboard.sessions.service.running import contribute, note_reading, perspective_mark, require_writing, withdraw
from caseboard.sessions.service.seats import answer, consider

__all__ = [
    "TAKEN",
    "Arrangement",
    "DateTaken",
    "Move",
    "Outcome",
    "Overtaken",
    "Plan",
    "answer",
    "arrange",
    "arrangement_of",
    "cancel",
    "conclude",
    "consider",
    "contribute",
    "date_stamp",
    "hand_over",
    "invite_more",
    "move",
    "note_reading",
    "observe",
    "perspective_mark",
    "plan",
    "require_concluding",
    "require_movable",
    "require_observing",
    "require_open",
    "require_result",
    "require_unplanned",
    "require_writing",
    "speak",
    "take_over",
    "urge",
    "withdraw",
]
