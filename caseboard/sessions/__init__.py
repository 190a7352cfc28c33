"""The consultation: written rounds and dated sessions, from the plan to the result sheet."""

from caseboard.sessions import routes  # noqa: F401 - hangs the addresses of one consultation on the blueprint
from caseboard.sessions.blueprint import bp

__all__ = ["bp"]
