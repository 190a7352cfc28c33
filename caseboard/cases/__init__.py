"""The room of the case: writing, previewing, checking, releasing and reading it."""

from caseboard.cases import routes  # noqa: F401 - hangs the addresses of writing on the blueprint
from caseboard.cases.blueprint import bp
from caseboard.cases.checks import routes as check_routes  # noqa: F401 - and those of checking and reading

__all__ = ["bp"]
