"""The words of the case room: states, lights, kinds of finds and the reasons of the risk light, as sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

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

WRITTEN_ROUND, LIVE_SESSION = _l("Written round"), _l("Live session")

LIGHTS: Mapping[Light, LazyString] = {
    Light.GREEN: _l("Low risk of recognition"),
    Light.AMBER: _l("Raised risk of recognition"),
    Light.RED: _l("High risk of recognition"),
}

SHORT_LIGHTS: Mapping[Light, LazyString] = {
    Light.GREEN: _l("green"),
    Light.AMBER: _l("amber"),
    Light.RED: _l("red"),
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
    "SEX": _l("Sex"),
    "FAME": _l("Known to many"),
    "OFFICE": _l("Office or honorary post"),
    "HOBBY": _l("Unusual pursuit"),
    "PERSONAL": _l("Personal trait"),
}

RARE, HIDDEN = "rare", "hide:"

STEPS: Mapping[str, LazyString] = {
    "age:decade": _l("say the age by its decade"),
    "age:none": _l("leave out the age"),
    "origin:region": _l("leave out the region of origin"),
    "origin:none": _l("leave out the origin"),
    "group:none": _l("leave out what kind of occupation, illness or place it is"),
    "family:none": _l("put the family more generally"),
}
"""What an author can ask for, beside hiding single words."""

BANDS: Mapping[str, LazyString] = {
    "under 5": _l("fewer than 5 people"),
    "5-10": _l("5 to 10 people"),
    "over 10": _l("more than 10 people"),
}


def kind(code: str) -> str:
    """What a find is, in a word."""
    return str(KINDS.get(code, KINDS["WORD"]))


def reason(code: str, attributes: Sequence[str], band: str) -> str:
    """One combination of the risk light as a sentence; it names kinds, never the words of the text."""
    what = together(attributes)
    if code == RARE:
        return gettext("%(what)s: this alone can point to one person, whatever the numbers say.", what=what)
    return gettext("%(what)s: fits probably %(people)s.", what=what, people=str(BANDS.get(band, BANDS["under 5"])))


def reason_of(stored: Mapping[str, Any]) -> str:
    """The same for a reason as it is stored with a case."""
    return reason(stored["code"], stored["attributes"], stored["band"])


def together(kinds: Sequence[str]) -> str:
    """A combination in words: 'Age + Family + Origin'."""
    return " + ".join(kind(code) for code in dict.fromkeys(kinds))


def step(steps: Sequence[str], surfaces: Sequence[str]) -> str:
    """What happens when an offer is taken."""
    general = [str(STEPS[each]) for each in steps if each in STEPS]
    single = [each.removeprefix(HIDDEN) for each in steps if each.startswith(HIDDEN)]
    hidden = surfaces if single and surfaces else single
    if hidden:
        quoted = ", ".join(gettext("“%(words)s”", words=each) for each in hidden)
        general.insert(0, gettext("put %(words)s more generally", words=quoted))
    return "; ".join(general)
