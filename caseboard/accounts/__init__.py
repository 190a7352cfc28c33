"""The room of accounts: coming in and going out, one's own data, and who works in which house."""

from caseboard.accounts import commands, routes  # noqa: F401 - both hang themselves on the blueprint
from caseboard.accounts.blueprint import bp
from caseboard.accounts.routes.resume import ask_to_sign_in

__all__ = ["ask_to_sign_in", "bp"]
