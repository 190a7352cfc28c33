"""The consultation: written rounds and dated sessions, from the plan to the result sheet."""

from caseboard.sessions import routes  # noqa: F401 - hangs the addresses of one consultation on the blueprint
from caseboard.sessions.blueprint import bp
from caseboard.sessions.planning import (
    calendar_routes,  # noqa: F401 - those of calendar files
    series_routes,  # noqa: F401 - those of dates that come back
)
from caseboard.sessions.planning import routes as planning_routes  # noqa: F401 - and those of planning

__all__ = ["bp"]
