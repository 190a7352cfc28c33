"""The error tree: everything that can go wrong in a way a person should hear about.

Messages are lazy catalogue strings and never quote what somebody typed. What a person may not know of is
answered as if it were absent, so `NotAllowed` shares the status and the words of `NotFound`.
"""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l


class CaseboardError(Exception):
    """Base of the tree; `status` is the HTTP status, `sentence` what people read."""

    status = 500
    sentence: str | LazyString = _l("Something went wrong. Nothing of what you typed was stored.")

    def __init__(self, sentence: str | LazyString | None = None) -> None:
        super().__init__(type(self).__name__)
        if sentence is not None:
            self.sentence = sentence


class NotFound(CaseboardError):
    """There is no such thing."""

    status = 404
    sentence = _l("This page does not exist, or it is not meant for you.")


class NotAllowed(NotFound):
    """The wrong person asks: for them the thing does not exist."""


class SignInNeeded(CaseboardError):
    """Nobody is signed in."""

    status = 401
    sentence = _l("Please sign in.")


class WrongMoment(CaseboardError):
    """The right person asks at the wrong moment: say so kindly."""

    status = 409
    sentence = _l("This is not possible at this moment. The page has been refreshed for you.")


class Conflict(CaseboardError):
    """Somebody else changed the same thing first."""

    status = 409
    sentence = _l("Somebody else has just changed this. Please look at the new state and try again.")


class InvalidInput(CaseboardError):
    """What was typed cannot be taken; `fields` maps field names to sentences shown beside them."""

    status = 422
    sentence = _l("Please check the marked fields.")

    def __init__(self, fields: Mapping[str, str | LazyString]) -> None:
        super().__init__()
        self.fields = dict(fields)


class TooManyAttempts(CaseboardError):
    """The throttle is shut for a while."""

    status = 429
    sentence = _l("Too many attempts. Please wait a few minutes and try again.")


class TooLarge(CaseboardError):
    """The request is bigger than anything a case needs."""

    status = 413
    sentence = _l("This is too long.")


class Unavailable(CaseboardError):
    """A part that is needed for safety cannot run, so nothing is stored."""

    status = 503
    sentence = _l("The text cannot be checked for personal data at the moment, so nothing was stored. Try again soon.")


class Misconfigured(RuntimeError):
    """The application refuses to start; the message is for the operator."""
