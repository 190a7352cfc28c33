"""The table of a consultation: who may do what in which phase; everything else is the wrong person or moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from caseboard.models import SessionKind, SessionState
from caseboard.policy.sessions import Part
from caseboard.sessions.phases import Fit, PhaseSpec, Work


class Action(StrEnum):
    """Everything that somebody can do in a consultation that has been accepted.

    Looking back is none of it: it is spoken, and what somebody wants to leave goes without a name into the feedback.
    """

    READ = "read"
    JOIN = "join"
    START = "start"
    ASSIGN = "assign"
    NEXT_PHASE = "next_phase"
    STEP_BACK = "step_back"
    EXTEND = "extend"
    NEED_TIME = "need_time"
    FINISH = "finish"
    HAND_OVER = "hand_over"
    TAKE_OVER = "take_over"
    ASK = "ask"
    ASK_ANEW = "ask_anew"
    ANSWER = "answer"
    OFFER_QUESTION = "offer_question"
    PHRASE_KEY_QUESTION = "phrase_key_question"
    CHOOSE_METHOD = "choose_method"
    POST_CARD = "post_card"
    CHANGE_CARD = "change_card"
    TAKE_BACK_CARD = "take_back_card"
    PASS_TURN = "pass_turn"  # noqa: S105 - a turn in a round
    NOTE = "note"
    REVEAL = "reveal"
    SEND_BACK = "send_back"
    GROUP = "group"
    NAME_GROUP = "name_group"
    PARK = "park"
    TAKE_ALONG = "take_along"
    FIRST_STEP = "first_step"


LETTERS = {
    "G": Part.CASE_GIVER,
    "M": Part.MODERATOR,
    "C": Part.CO_MODERATOR,
    "A": Part.ADVISER,
    "N": Part.NOTE_TAKER,
    "O": Part.OBSERVER,
}

LIVE = """
                     casting  report  questions  key_question  method  consultation  response  closing  reflection
read                 GMCANO   GMCANO  GMCANO     GMCANO        GMCANO  GMCANO        GMCANO    GMCANO   GMCANO
join                 GMCANO   GMCANO  GMCANO     GMCANO        GMCANO  GMCANO        GMCANO    GMCANO   GMCANO
start                -        -       -          -             -       -             -         -        -
assign               M        M       M          M             M       M             M         M        -
next_phase           M        M       M          M             M       M             M         M        -
step_back            M        M       M          M             M       M             M         M        M
extend               M        M       M          M             M       M             M         M        M
need_time            GAN      GAN     GAN        GAN           GAN     AN            GAN       GAN      GAN
finish               -        -       -          -             -       -             -         M        M
hand_over            M        M       M          M             M       M             M         M        M
take_over            C        C       C          C             C       C             C         C        C
ask                  -        AN      AN         -             -       -             -         -        -
ask_anew             -        AN      AN         AN            AN      AN            AN        AN       -
answer               -        G       G          G             -       -             -         -        -
offer_question       -        -       -          AN            -       -             -         -        -
phrase_key_question  -        -       -          GM            -       -             -         -        -
choose_method        -        -       -          -             M       M             -         -        -
post_card            -        -       -          -             -       AN            -         -        -
change_card          -        AN      AN         AN            AN      AN            AN        AN       -
take_back_card       -        AN      AN         AN            AN      AN            AN        AN       -
pass_turn            -        -       MAN        -             -       MAN           -         -        MAN
note                 -        N       N          N             N       N             N         N        -
reveal               -        -       -          M             -       M             M         M        -
send_back            -        M       M          M             -       M             M         M        -
group                -        -       -          -             -       MCN           MCN       MCN      -
name_group           -        -       -          -             -       MCN           MCN       MCN      -
park                 -        -       MCN        MCN           MCN     MCN           MCN       MCN      -
take_along           -        -       -          -             -       -             G         G        -
first_step           -        -       -          -             -       -             -         G        -
"""
"""A live session: who may do it, by the work of the phase; a dash is nobody.

What the moderator can send back can be written anew as long by whoever wrote it, whatever the process and the mode say.
"""

WRITTEN = """
                     casting  report  questions  key_question  method  consultation  response  closing  reflection
read                 GMCA     GMCA    GMCA       GMCA          GMCA    GMCA          GMCA      GMCA     GMCA
next_phase           M        M       M          M             M       M             M         M        M
step_back            M        M       M          M             M       M             M         M        M
extend               M        M       M          M             M       M             M         M        M
need_time            A        A       A          A             A       A             A         A        A
hand_over            M        M       M          M             M       M             M         M        M
take_over            C        C       C          C             C       C             C         C        C
ask                  -        A       A          -             -       A             -         -        -
answer               -        G       G          G             -       G             -         -        -
post_card            -        -       -          -             -       A             -         -        -
change_card          A        A       A          A             A       A             A         A        A
take_back_card       -        -       -          -             -       A             -         -        -
reveal               M        M       M          M             M       M             M         M        M
send_back            M        M       M          M             M       M             M         M        M
"""
"""A written round, in which a perspective is the only card: nobody keeps time, takes turns, takes notes or listens.

The case giver answers while others write. Whichever phases its process holds in writing, the round can end in each of
them, and what names somebody can be sent back at any time, and be put in other words as long; what there is to reveal
is not a matter of the phase.
"""

OUTSIDE: Mapping[SessionKind, Mapping[Action, Mapping[SessionState, str]]] = {
    SessionKind.LIVE: {
        Action.READ: dict.fromkeys(
            (SessionState.PLANNED, SessionState.INVITED, SessionState.FINISHED, SessionState.RESULT_SENT), "GMCANO"
        ),
        Action.START: {SessionState.INVITED: "M"},
        Action.ASSIGN: {SessionState.PLANNED: "M", SessionState.INVITED: "M"},
        Action.HAND_OVER: dict.fromkeys((SessionState.PLANNED, SessionState.INVITED, SessionState.FINISHED), "M"),
        Action.TAKE_OVER: dict.fromkeys((SessionState.PLANNED, SessionState.INVITED, SessionState.FINISHED), "C"),
        Action.TAKE_ALONG: {SessionState.FINISHED: "G"},
        Action.FIRST_STEP: {SessionState.FINISHED: "G"},
    },
    SessionKind.WRITTEN: {
        Action.READ: dict.fromkeys(
            (SessionState.PLANNED, SessionState.INVITED, SessionState.FINISHED, SessionState.RESULT_SENT), "GMCA"
        ),
        Action.EXTEND: {SessionState.INVITED: "M"},
        Action.HAND_OVER: dict.fromkeys((SessionState.PLANNED, SessionState.INVITED, SessionState.FINISHED), "M"),
        Action.TAKE_OVER: dict.fromkeys((SessionState.PLANNED, SessionState.INVITED, SessionState.FINISHED), "C"),
    },
}
"""What can be done while no phase runs."""

LEADING = frozenset({Part.MODERATOR, Part.CO_MODERATOR})
PLACES = frozenset({Action.HAND_OVER, Action.TAKE_OVER})
"""Two who change places can do so in the middle of a click: then they hear who leads, and not that there is no page."""

CONTENT = frozenset(
    {Action.ASK, Action.ANSWER, Action.OFFER_QUESTION, Action.PHRASE_KEY_QUESTION, Action.POST_CARD, Action.FIRST_STEP}
)
"""What only those do in a live session whom the process lets write in this phase."""

SPEAKERS = {
    Work.CASTING: "MCANO",
    Work.REPORT: "GMC",
    Work.QUESTIONS: "GMCAN",
    Work.KEY_QUESTION: "GMCAN",
    Work.METHOD: "GMCAN",
    Work.CONSULTATION: "MCAN",
    Work.RESPONSE: "GMC",
    Work.CLOSING: "GMCANO",
    Work.REFLECTION: "GMCANO",
}
"""Who can speak at all while the phases of a work last: nobody advises while the case is told, and the case giver only
listens while the group consults. The call is not ours, so the board says it, and nothing enforces it."""

Rows = Mapping[Action, Mapping[Work, frozenset[Part]]]


@dataclass(frozen=True)
class Standing:
    """What the rules need to know of a consultation, beside its phase."""

    kind: SessionKind
    state: SessionState
    writes_alone: bool = False
    """All speak and one writes: the note taker, for everybody."""


def read_table(table: str) -> Rows:
    """A table as people read it, turned into one that can be asked."""
    head, *lines = [line.split() for line in table.strip().splitlines()]
    works = list(map(Work, head))
    return {
        Action(name): {work: _parts(cell) for work, cell in zip(works, cells, strict=True)} for name, *cells in lines
    }


def _parts(letters: str) -> frozenset[Part]:
    return frozenset(LETTERS[letter] for letter in letters if letter != "-")


TABLES: Mapping[SessionKind, Rows] = {SessionKind.LIVE: read_table(LIVE), SessionKind.WRITTEN: read_table(WRITTEN)}


def speakers(work: Work) -> frozenset[Part]:
    """Whom a process can let speak in a phase."""
    return _parts(SPEAKERS[work])


def writers(work: Work) -> frozenset[Part]:
    """Whom a process can let write in a phase: whoever the table lets, in a live session."""
    return frozenset[Part]().union(*(TABLES[SessionKind.LIVE][action][work] for action in CONTENT))


def has_turns(work: Work) -> bool:
    """Whether people can come one by one in a phase."""
    return bool(TABLES[SessionKind.LIVE][Action.PASS_TURN][work])


EVER: Mapping[SessionKind, Mapping[Action, frozenset[Part]]] = {
    kind: {
        action: frozenset[Part]().union(
            *rows.get(action, {}).values(), *map(_parts, OUTSIDE[kind].get(action, {}).values())
        )
        for action in Action
    }
    for kind, rows in TABLES.items()
}
"""Who can do something at any moment at all."""


def fit(action: Action, part: Part, phase: PhaseSpec | None, standing: Standing) -> Fit:
    """Whether `part` may do it now, could do it at another moment or in the place of the other moderator, or never can.

    Args:
        action: what somebody wants to do.
        part: what they are in this consultation.
        phase: the phase of its agenda in which it stands.
        standing: its kind and state.
    """
    ever = EVER[standing.kind][action]
    if part not in ever:
        changed = part in LEADING and ever & LEADING and (standing.kind is SessionKind.LIVE or action in PLACES)
        return Fit.OTHER_LEADS if changed else Fit.WRONG_PERSON
    if standing.state is not SessionState.RUNNING:
        now = _parts(OUTSIDE[standing.kind].get(action, {}).get(standing.state, ""))
    else:
        now = TABLES[standing.kind].get(action, {}).get(phase.work, frozenset()) if phase else frozenset()
        if not _fits_the_phase(action, part, phase, standing):
            return Fit.WRONG_MOMENT
    return Fit.FITS if part in now else Fit.WRONG_MOMENT


def _fits_the_phase(action: Action, part: Part, phase: PhaseSpec | None, standing: Standing) -> bool:
    """What the process and the mode add to the table."""
    if phase is None or standing.kind is SessionKind.WRITTEN:
        return True
    if action is Action.PASS_TURN and not phase.turns:
        return False
    if action is Action.POST_CARD and standing.writes_alone and part is not Part.NOTE_TAKER:
        return False
    return action not in CONTENT or part in phase.writes
