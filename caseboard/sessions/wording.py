"""The words of a consultation: kinds, states, answers, and the questions that are asked."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from caseboard.models import Answer, SeatPart, SeatState, SessionKind, SessionState
from caseboard.policy.sessions import Part
from caseboard.sessions.actions import Action

KINDS: Mapping[SessionKind, LazyString] = {
    SessionKind.WRITTEN: _l("Written round"),
    SessionKind.LIVE: _l("Live session"),
}

CHOICES: Mapping[SessionKind, LazyString] = {
    SessionKind.WRITTEN: _l("Written round: starts today; how many working days it takes stands with the process"),
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

LIVE_STATES: Mapping[SessionState, LazyString] = {
    **STATES,
    SessionState.RUNNING: _l("The session is running"),
    SessionState.FINISHED: _l("The session is over"),
}

GATHERED: Mapping[SessionKind, LazyString] = {
    SessionKind.WRITTEN: _l("The perspectives"),
    SessionKind.LIVE: _l("What the session has brought"),
}
"""What stands above what people have given to a case."""

NOTHING_GATHERED: Mapping[SessionKind, LazyString] = {
    SessionKind.WRITTEN: _l("Nobody wrote a perspective."),
    SessionKind.LIVE: _l("Nothing was written on the board; what was said helps all the same."),
}

MIDDLES: Mapping[SessionKind, LazyString] = {
    SessionKind.WRITTEN: _l("Perspectives"),
    SessionKind.LIVE: _l("The session"),
}
"""What lies between the invitations and the result."""

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

PARTS: Mapping[SeatPart, LazyString | None] = {
    SeatPart.ADVISER: None,
    SeatPart.NOTE_TAKER: _l("takes notes"),
    SeatPart.OBSERVER: _l("observes"),
}
"""What somebody is there for, where it is not advising."""

ANSWERS: Mapping[Answer, LazyString] = {
    Answer.YES: _l("Yes"),
    Answer.SOMETIMES: _l("Sometimes"),
    Answer.NO: _l("No"),
}

WRITING_WAITS = _l("The group does not write at this moment. What you typed is still here.")
PERSPECTIVES_WAIT = _l(
    "Perspectives can be written and changed from the start of a consultation until they are revealed."
)
LATER = _l("This does not fit the phase in which the consultation stands now.")

WRONG_MOMENTS: Mapping[Action, LazyString] = {
    **dict.fromkeys(Action, LATER),
    Action.START: _l("This consultation runs already, or is over."),
    Action.ASK: _l("Questions are asked before the group consults; now it looks for thoughts of its own."),
    Action.ANSWER: _l("While the group consults you only listen. That is meant: you need not explain anything now."),
    Action.OFFER_QUESTION: _l("Questions are offered while the key question is being found."),
    Action.PHRASE_KEY_QUESTION: _l("The key question can be changed only while it is being found."),
    Action.CHOOSE_METHOD: _l("A method is chosen before the group consults, or changed while it does."),
    **dict.fromkeys((Action.POST_CARD, Action.CHANGE_CARD, Action.TAKE_BACK_CARD, Action.ASK_ANEW), WRITING_WAITS),
    Action.PASS_TURN: _l("There are no turns in this phase."),
    Action.NOTE: WRITING_WAITS,
    Action.REVEAL: _l("There is nothing to reveal in this phase."),
    Action.TAKE_ALONG: _l("You choose what you take along once the group has finished consulting."),
    Action.FIRST_STEP: _l("The first step comes at the end, once the group has finished consulting."),
    Action.FINISH: _l("A consultation ends with its closing phase."),
}
"""What the right person reads who does something at the wrong moment."""

WRONG_MOMENTS_IN_WRITING: Mapping[Action, LazyString] = {
    **WRONG_MOMENTS,
    Action.ASK: _l("Questions can be asked until the perspectives are revealed, once the round runs."),
    Action.ANSWER: _l("Questions can be answered until the perspectives are revealed."),
    Action.NEXT_PHASE: _l("This round is not in a phase that can be ended now."),
    Action.STEP_BACK: _l("This round is not in a phase from which it could go back."),
    Action.EXTEND: _l("A round can be extended until the perspectives are revealed."),
    Action.NEED_TIME: _l("More time can be wished for while the round runs."),
    Action.SEND_BACK: _l("Nothing can be sent back any more: the perspectives are revealed."),
    **dict.fromkeys((Action.POST_CARD, Action.CHANGE_CARD, Action.TAKE_BACK_CARD), PERSPECTIVES_WAIT),
    Action.REVEAL: _l("There are not enough perspectives yet to reveal them."),
}
"""The same where a written round has reasons of its own."""

EVERYBODY: Mapping[Part, LazyString] = {
    Part.MODERATOR: _l("moderator"),
    Part.CO_MODERATOR: _l("co-moderator"),
    Part.CASE_GIVER: _l("case giver"),
    Part.ADVISER: _l("advisers"),
    Part.NOTE_TAKER: _l("note taker"),
    Part.OBSERVER: _l("observers"),
}
"""Each part in one word, in the order in which they are named."""

SEAT_PARTS: Mapping[SeatPart, LazyString] = {
    SeatPart.ADVISER: _l("advise"),
    SeatPart.NOTE_TAKER: _l("take notes"),
    SeatPart.OBSERVER: _l("observe"),
}
"""What somebody can be asked to do."""
