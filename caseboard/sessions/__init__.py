"""The consultation: written rounds and dated sessions, from the plan to the result sheet."""

from caseboard.sessions.routes import bp

__all__ = ["bp"]
