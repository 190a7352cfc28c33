"""The words of the case room: states, lights, kinds of finds and the reasons of the risk light, as sentences."""

from collections.abc import Mapping, Sequence

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l

from caseboard.models import CaseState
from caseboard.models.case import Light

FIELDS: Mapping[str, LazyString] = {
    "title": _l("Title"),
    "situation": _l("Situation"),
    "attempts": _l("What was tried so far"),
    "key_question": _l("Key question"),
    "hope": _l("What would help"),
}
"""The stored texts of a case, in the order in which they are read."""

STATES: Mapping[CaseState, LazyString] = {
    CaseState.DRAFT: _l("Draft"),
    CaseState.SUBMITTED: _l("In first check"),
    CaseState.SENT_BACK: _l("Sent back to you"),
    CaseState.CHECKED: _l("In second check"),
    CaseState.RELEASED: _l("Released"),
    CaseState.SCHEDULED: _l("In consultation"),
    CaseState.DISCUSSED: _l("Discussed"),
    CaseState.FOLLOWED_UP: _l("Followed up"),
    CaseState.CLOSED: _l("Closed"),
    CaseState.WITHDRAWN: _l("Withdrawn"),
    CaseState.EXPIRED: _l("Expired"),
}

LIGHTS: Mapping[Light, LazyString] = {
    Light.GREEN: _l("Low risk of recognition"),
    Light.AMBER: _l("Raised risk of recognition"),
    Light.RED: _l("High risk of recognition"),
}

KINDS: Mapping[str, LazyString] = {
    "PERSON": _l("Name"),
    "STREET": _l("Address"),
    "PLACE": _l("Place"),
    "POSTCODE": _l("Postcode"),
    "ORG": _l("Employer or institution"),
    "DATE": _l("Date"),
    "PHONE": _l("Phone number"),
    "EMAIL": _l("E-mail address"),
    "URL": _l("Web address"),
    "ID": _l("Number or file reference"),
    "AGE": _l("Age"),
    "FAMILY": _l("Family"),
    "ORIGIN": _l("Origin"),
    "JOB": _l("Occupation"),
    "HEALTH": _l("Illness"),
    "EVENT": _l("Event"),
    "MONEY": _l("Amount of money"),
    "WORD": _l("Unknown word"),
}

BANDS: Mapping[str, LazyString] = {
    "under 5": _l("fewer than 5 people"),
    "5-10": _l("5 to 10 people"),
    "over 10": _l("more than 10 people"),
}


def kind(code: str) -> str:
    """What a find is, in a word."""
    return str(KINDS.get(code, KINDS["WORD"]))


def reason(attributes: Sequence[str], band: str) -> str:
    """One combination of the risk light as a sentence; it names kinds, never the words of the text."""
    people = str(BANDS.get(band, BANDS["under 5"]))
    names = [gettext("“%(word)s”", word=kind(code)) for code in dict.fromkeys(attributes)]
    if len(names) == 1:
        return gettext("What the text says about %(what)s probably fits %(people)s.", what=names[0], people=people)
    return gettext(
        "%(first)s and %(last)s together probably fit %(people)s.",
        first=", ".join(names[:-1]),
        last="".join(names[-1:]),
        people=people,
    )
