"""The room of the measures: from a proposal over leadership's answer to what the houses do together."""

from caseboard.measures.routes import bp

__all__ = ["bp"]
