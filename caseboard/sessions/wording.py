"""The words of a consultation: kinds, states, answers, and the questions that are asked."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from caseboard.models import Answer, SeatState, SessionKind, SessionState

KINDS: Mapping[SessionKind, LazyString] = {
    SessionKind.WRITTEN: _l("Written round"),
    SessionKind.LIVE: _l("Live session"),
}

CHOICES: Mapping[SessionKind, LazyString] = {
    SessionKind.WRITTEN: _l("Written round: starts today, ends after five working days at 18:00"),
    SessionKind.LIVE: _l("Live session: on one date, by video"),
}

STATES: Mapping[SessionState, LazyString] = {
    SessionState.PLANNED: _l("Planned"),
    SessionState.INVITED: _l("Invitations are out"),
    SessionState.RUNNING: _l("Perspectives are being written"),
    SessionState.FINISHED: _l("Perspectives are revealed"),
    SessionState.RESULT_SENT: _l("Result sheet is there"),
    SessionState.CANCELLED: _l("Called off"),
}

STEPS: Mapping[SessionState, int] = {
    SessionState.PLANNED: 0,
    SessionState.INVITED: 0,
    SessionState.RUNNING: 1,
    SessionState.FINISHED: 2,
    SessionState.RESULT_SENT: 3,
    SessionState.CANCELLED: 0,
}
"""Where each state stands among the three steps: invitations, perspectives, result."""

SEATS: Mapping[SeatState, LazyString] = {
    SeatState.INVITED: _l("has not answered yet"),
    SeatState.TENTATIVE: _l("may be able to take part"),
    SeatState.ACCEPTED: _l("takes part"),
    SeatState.SUBSTITUTE: _l("moves up when a place falls free"),
    SeatState.DECLINED: _l("cannot take part"),
}

ANSWERS: Mapping[Answer, LazyString] = {
    Answer.YES: _l("Yes"),
    Answer.SOMETIMES: _l("Sometimes"),
    Answer.NO: _l("No"),
}
