"""The words of what follows a consultation: answers, parts, and the three questions of the feedback."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from caseboard.models import SeatPart, StepDone

DONE: Mapping[StepDone, LazyString] = {
    StepDone.DONE: _l("The first step is done."),
    StepDone.PARTLY: _l("The first step is partly done."),
    StepDone.NOT: _l("The first step was not taken."),
}

CLICKS: Mapping[StepDone, LazyString] = {
    StepDone.DONE: _l("Done"),
    StepDone.PARTLY: _l("Partly done"),
    StepDone.NOT: _l("Not done"),
}

PARTS: Mapping[SeatPart, LazyString] = {
    SeatPart.ADVISER: _l("Adviser"),
    SeatPart.NOTE_TAKER: _l("Note taker"),
    SeatPart.OBSERVER: _l("Observer"),
}
MODERATOR, CO_MODERATOR = _l("Moderator"), _l("Co-moderator")

MARKS: Mapping[str, LazyString] = {
    "useful": _l("The consultation was useful."),
    "safe": _l("One could say openly what one thinks."),
    "led": _l("It was led well."),
}

SCALE: Mapping[int, LazyString] = {
    1: _l("not at all"),
    2: _l("hardly"),
    3: _l("in parts"),
    4: _l("mostly"),
    5: _l("entirely"),
}
