"""The room of the themes: what recurs across the houses, shown rounded, and kept in order by moderators."""

from caseboard.themes import curating, report_routes, routes, running  # noqa: F401 - they hang themselves on the blueprint
from caseboard.themes.blueprint import bp

__all__ = ["bp"]
