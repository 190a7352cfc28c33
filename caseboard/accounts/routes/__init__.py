"""The addresses of the accounts room, one file for each thing people come for."""

from caseboard.accounts.routes import door, houses, invitations, own, people, resume

__all__ = ["door", "houses", "invitations", "own", "people", "resume"]
