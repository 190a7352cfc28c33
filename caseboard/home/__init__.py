"""The home page: what lies with the person who looks, in one list, and what they should know."""

from caseboard.home.routes import bp

__all__ = ["bp"]
