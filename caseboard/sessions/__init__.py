"""The consultation: written rounds and dated sessions, from the plan to the result sheet."""

from caseboard.sessions import (
    handing_routes,  # noqa: F401 - those on which two moderators change places
    routes,  # noqa: F401 - hangs the addresses of one consultation on the blueprint
)
from caseboard.sessions.afterwards import routes as afterwards_routes  # noqa: F401 - those of what follows it
from caseboard.sessions.blueprint import bp
from caseboard.sessions.helped import routes as helped_routes  # noqa: F401 - those of what has helped
from caseboard.sessions.live import (
    card_routes,  # noqa: F401 - those of cards on the live board
    leading_routes,  # noqa: F401 - those of whoever leads a live session
    talking_routes,  # noqa: F401 - those of questions and answers there
)
from caseboard.sessions.live import routes as live_routes  # noqa: F401 - and those of its page
from caseboard.sessions.methods import routes as method_routes  # noqa: F401 - those of the library of methods
from caseboard.sessions.planning import (
    arranging_routes,  # noqa: F401 - those of changing what was planned
    calendar_routes,  # noqa: F401 - those of calendar files
    series_routes,  # noqa: F401 - those of dates that come back
)
from caseboard.sessions.planning import routes as planning_routes  # noqa: F401 - and those of planning
from caseboard.sessions.processes import routes as process_routes  # noqa: F401 - those of keeping processes
from caseboard.sessions.written import (
    rewriting_routes,  # noqa: F401 - the one of what was sent back
)
from caseboard.sessions.written import routes as written_routes  # noqa: F401 - and those of written rounds

__all__ = ["bp"]
