"""The verbs that cross rooms: withdraw, pause, decide on a pause, block, and delete what is over its time."""

from caseboard.flows.routes import bp

__all__ = ["bp"]
