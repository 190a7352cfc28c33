"""The room of the themes: what recurs across the houses, shown rounded, and kept in order by moderators."""

from caseboard.themes.routes import bp

__all__ = ["bp"]
