"""Every action in every phase by every part, against a table that people can read: what fits, when, and for whom."""

import pytest

from caseboard.models import SessionKind, SessionState
from caseboard.policy.sessions import Part
from caseboard.reference import shipped
from caseboard.sessions.actions import CONTENT, Action, Standing, fit, has_turns, speakers, writers
from caseboard.sessions.phases import Fit, PhaseSpec, Wording, Work, read_agenda
from caseboard.sessions.wording import WRONG_MOMENTS

WORKS = list(Work)
LETTER = {
    Part.CASE_GIVER: "G",
    Part.MODERATOR: "M",
    Part.CO_MODERATOR: "C",
    Part.ADVISER: "A",
    Part.NOTE_TAKER: "N",
    Part.OBSERVER: "O",
}

ALL = "G M C A N O"

EXPECTED_LIVE: dict[Action, dict[str, str]] = {
    # what everybody does
    Action.READ: dict.fromkeys(Work, ALL),
    Action.JOIN: dict.fromkeys(Work, ALL),
    Action.NEED_TIME: {work: "A N" if work is Work.CONSULTATION else "G A N" for work in Work},
    # what moderators do: they lead, and have no contribution of their own
    Action.START: {},
    Action.ASSIGN: {work: "M" for work in Work if work is not Work.REFLECTION},
    Action.NEXT_PHASE: {work: "M" for work in Work if work is not Work.REFLECTION},
    Action.STEP_BACK: dict.fromkeys(Work, "M"),
    Action.EXTEND: dict.fromkeys(Work, "M"),
    Action.FINISH: {"closing": "M", "reflection": "M"},
    Action.HAND_OVER: dict.fromkeys(Work, "M"),
    Action.TAKE_OVER: dict.fromkeys(Work, "C"),
    Action.CHOOSE_METHOD: {"method": "M", "consultation": "M"},
    Action.REVEAL: {"key_question": "M", "consultation": "M", "response": "M", "closing": "M"},
    Action.SEND_BACK: dict.fromkeys(
        ("report", "questions", "key_question", "consultation", "response", "closing"), "M"
    ),
    # what is sorted on the board
    Action.GROUP: dict.fromkeys(("consultation", "response", "closing"), "M C N"),
    Action.NAME_GROUP: dict.fromkeys(("consultation", "response", "closing"), "M C N"),
    Action.PARK: dict.fromkeys(("questions", "key_question", "method", "consultation", "response", "closing"), "M C N"),
    # what the group writes; the case giver only listens meanwhile
    Action.ASK: {"report": "A N", "questions": "A N"},
    Action.OFFER_QUESTION: {"key_question": "A N"},
    Action.POST_CARD: {"consultation": "A N"},
    # what is hidden or was sent back, as long as the moderator sends back and between the phases in which they do
    **{
        anew: {work: "A N" for work in Work if work not in {Work.CASTING, Work.REFLECTION}}
        for anew in (Action.CHANGE_CARD, Action.TAKE_BACK_CARD, Action.ASK_ANEW)
    },
    # whoever has the turn, and the moderator where somebody's laptop has closed
    Action.PASS_TURN: dict.fromkeys(("questions", "consultation", "reflection"), "M A N"),
    Action.NOTE: dict.fromkeys(
        ("report", "questions", "key_question", "method", "consultation", "response", "closing"), "N"
    ),
    # what the case giver writes
    Action.ANSWER: {"report": "G", "questions": "G", "key_question": "G"},
    Action.PHRASE_KEY_QUESTION: {"key_question": "G M"},
    Action.TAKE_ALONG: {"response": "G", "closing": "G"},
    Action.FIRST_STEP: {"closing": "G"},
}

PEOPLE = "G M C A"

EXPECTED_WRITTEN: dict[Action, dict[str, str]] = {
    # a round takes neither notes nor listeners
    Action.READ: dict.fromkeys(Work, PEOPLE),
    Action.NEED_TIME: dict.fromkeys(Work, "A"),
    # whichever phases are held in writing, the moderator goes through them and can end the round in each
    **dict.fromkeys(
        (Action.NEXT_PHASE, Action.STEP_BACK, Action.EXTEND, Action.HAND_OVER, Action.REVEAL, Action.SEND_BACK),
        dict.fromkeys(Work, "M"),
    ),
    Action.TAKE_OVER: dict.fromkeys(Work, "C"),
    # nobody listens to anybody here, so questions and answers go on while the group writes
    Action.ASK: {"report": "A", "questions": "A", "consultation": "A"},
    Action.ANSWER: {"report": "G", "questions": "G", "key_question": "G", "consultation": "G"},
    # a perspective is the only card; what was sent back is put in other words in any phase
    Action.POST_CARD: {"consultation": "A"},
    Action.CHANGE_CARD: dict.fromkeys(Work, "A"),
    Action.TAKE_BACK_CARD: {"consultation": "A"},
}

OUTSIDE_LIVE: dict[SessionState, dict[Action, str]] = {
    SessionState.PLANNED: {
        Action.READ: ALL,
        Action.ASSIGN: "M",
        Action.HAND_OVER: "M",
        Action.TAKE_OVER: "C",
    },
    SessionState.INVITED: {
        Action.READ: ALL,
        Action.START: "M",
        Action.ASSIGN: "M",
        Action.HAND_OVER: "M",
        Action.TAKE_OVER: "C",
    },
    SessionState.FINISHED: {
        Action.READ: ALL,
        Action.HAND_OVER: "M",
        Action.TAKE_OVER: "C",
        Action.TAKE_ALONG: "G",
        Action.FIRST_STEP: "G",
    },
    SessionState.RESULT_SENT: {Action.READ: ALL},
    SessionState.CANCELLED: {},
}
"""What can be done before the first phase and after the last."""

OUTSIDE_WRITTEN: dict[SessionState, dict[Action, str]] = {
    SessionState.PLANNED: {Action.READ: PEOPLE, Action.HAND_OVER: "M", Action.TAKE_OVER: "C"},
    SessionState.INVITED: {Action.READ: PEOPLE, Action.EXTEND: "M", Action.HAND_OVER: "M", Action.TAKE_OVER: "C"},
    SessionState.FINISHED: {Action.READ: PEOPLE, Action.HAND_OVER: "M", Action.TAKE_OVER: "C"},
    SessionState.RESULT_SENT: {Action.READ: PEOPLE},
    SessionState.CANCELLED: {},
}

OUTSIDE = {SessionKind.LIVE: OUTSIDE_LIVE, SessionKind.WRITTEN: OUTSIDE_WRITTEN}

EXPECTED = {SessionKind.LIVE: EXPECTED_LIVE, SessionKind.WRITTEN: EXPECTED_WRITTEN}


def otherwise(action: Action, kind: SessionKind, part: Part) -> Fit:
    """What somebody is told who cannot do it now: later, in the other one's place, or never."""
    if LETTER[part] in ever(action, kind):
        return Fit.WRONG_MOMENT
    places = kind is SessionKind.LIVE or action in {Action.HAND_OVER, Action.TAKE_OVER}
    return Fit.OTHER_LEADS if places and LETTER[part] in "MC" and {"M", "C"} & ever(action, kind) else Fit.WRONG_PERSON


def phase(work: Work, **changes: object) -> PhaseSpec:
    """A phase in which the process hinders nobody and everybody has a turn."""
    return PhaseSpec(
        **{"key": "x", "work": work, "name": Wording(), "writes": frozenset(Part), "turns": True, **changes}
    )


def ever(action: Action, kind: SessionKind) -> set[str]:
    """Who can do it at some moment."""
    cells = [*EXPECTED[kind].get(action, {}).values(), *(rows.get(action, "") for rows in OUTSIDE[kind].values())]
    return {letter for cell in cells for letter in cell.split()}


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("kind", SessionKind)
def test_each_action_fits_exactly_where_the_table_says(
    kind: SessionKind, action: Action, work: Work, part: Part
) -> None:
    found = fit(action, part, phase(work), Standing(kind, SessionState.RUNNING))
    if LETTER[part] in EXPECTED[kind].get(action, {}).get(work, "").split():
        assert found is Fit.FITS
    else:
        assert found is otherwise(action, kind, part)


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("state", OUTSIDE_LIVE)
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("kind", SessionKind)
def test_while_nothing_runs_the_phase_counts_for_nothing(
    kind: SessionKind, action: Action, state: SessionState, part: Part
) -> None:
    found = {fit(action, part, at, Standing(kind, state)) for at in (None, *map(phase, WORKS))}
    if LETTER[part] in OUTSIDE[kind][state].get(action, "").split():
        assert found == {Fit.FITS}
    else:
        assert found == {otherwise(action, kind, part)}


@pytest.mark.parametrize("kind", SessionKind)
def test_the_moderator_never_contributes_and_the_observer_never_writes(kind: SessionKind) -> None:
    contributions = {
        Action.ASK,
        Action.ANSWER,
        Action.ASK_ANEW,
        Action.POST_CARD,
        Action.CHANGE_CARD,
        Action.FIRST_STEP,
        Action.TAKE_ALONG,
    }
    for action in contributions:
        assert not {"M", "C", "O"} & ever(action, kind)
    assert {action for action in Action if "O" in ever(action, kind)} <= {Action.READ, Action.JOIN}


def test_where_all_speak_and_one_writes_only_the_note_taker_does() -> None:
    standing = Standing(SessionKind.LIVE, SessionState.RUNNING, writes_alone=True)
    at = phase(Work.CONSULTATION)
    assert fit(Action.POST_CARD, Part.NOTE_TAKER, at, standing) is Fit.FITS
    assert fit(Action.POST_CARD, Part.ADVISER, at, standing) is Fit.WRONG_MOMENT
    assert fit(Action.POST_CARD, Part.CASE_GIVER, at, standing) is Fit.WRONG_PERSON


@pytest.mark.parametrize("anew", [Action.CHANGE_CARD, Action.TAKE_BACK_CARD, Action.ASK_ANEW])
@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("alone", [False, True])
def test_whatever_can_be_sent_back_can_be_written_anew_in_the_same_phase(work: Work, anew: Action, alone: bool) -> None:
    standing = Standing(SessionKind.LIVE, SessionState.RUNNING, writes_alone=alone)
    at = phase(work, writes=frozenset(), turns=False)
    if fit(Action.SEND_BACK, Part.MODERATOR, at, standing) is Fit.FITS:
        assert {fit(anew, part, at, standing) for part in (Part.ADVISER, Part.NOTE_TAKER)} == {Fit.FITS}


def test_nobody_passes_a_turn_where_there_are_none() -> None:
    standing = Standing(SessionKind.LIVE, SessionState.RUNNING)
    assert fit(Action.PASS_TURN, Part.ADVISER, phase(Work.CONSULTATION, turns=False), standing) is Fit.WRONG_MOMENT


@pytest.mark.parametrize("kind", SessionKind)
def test_in_a_live_session_the_process_says_who_writes_too(kind: SessionKind) -> None:
    # given a process in which only the case giver writes while the case is told
    told = phase(Work.REPORT, writes=frozenset({Part.CASE_GIVER}))
    found = fit(Action.ASK, Part.ADVISER, told, Standing(kind, SessionState.RUNNING))
    assert found is (Fit.WRONG_MOMENT if kind is SessionKind.LIVE else Fit.FITS)


def test_every_action_has_a_kind_sentence_for_the_wrong_moment() -> None:
    assert set(WRONG_MOMENTS) == set(Action)


@pytest.mark.parametrize("work", WORKS)
def test_a_process_can_give_nobody_more_than_the_table(work: Work) -> None:
    # whoever can write something at all in a phase, and whether there are turns
    cells = [EXPECTED_LIVE[action].get(work, "") for action in CONTENT]
    assert {LETTER[part] for part in writers(work)} == {letter for cell in cells for letter in cell.split()}
    assert has_turns(work) is (work in EXPECTED_LIVE[Action.PASS_TURN])
    # the moderator always speaks, the case giver never while others advise, and nobody advises while the case is told
    assert Part.MODERATOR in speakers(work)
    assert Part.CASE_GIVER not in speakers(Work.CONSULTATION)
    assert Part.ADVISER not in speakers(Work.REPORT)


@pytest.mark.parametrize("row", shipped("processes")["processes"], ids=lambda row: row["id"])
def test_the_processes_that_come_with_the_program_stay_within_the_table(row: dict) -> None:
    for at in read_agenda(row["phases"]).phases:
        assert at.speaks, at.key
        assert at.speaks <= speakers(at.work), at.key
        assert at.writes <= writers(at.work), at.key
        assert has_turns(at.work) or not at.turns, at.key
