"""The processes that come with the program, and the agenda that is made of one."""

import pytest

from caseboard.models import CaseSession, SessionKind, SessionState
from caseboard.policy.sessions import Part
from caseboard.reference import shipped
from caseboard.sessions.phases import (
    USUAL,
    Agenda,
    Work,
    agenda_of,
    first_in_the_app,
    freeze,
    may_be_revealed,
    read_agenda,
    takes_outcome,
    usual,
)

PROCESSES = {row["id"]: row for row in shipped("processes")["processes"]}

HELD = [(name, kind) for name, row in PROCESSES.items() for kind in SessionKind if row[kind.value]]
"""Every process in every kind for which it is made."""


def planned(name: str, kind: SessionKind, *without: str) -> Agenda:
    """The agenda of a consultation that is planned with a process as it comes with the program."""
    return read_agenda(freeze(PROCESSES[name]["phases"], kind, without=without))


def test_six_phases_take_forty_minutes_and_five_more_with_the_reflection() -> None:
    whole, short = planned(USUAL, SessionKind.LIVE), planned(USUAL, SessionKind.LIVE, "reflection")
    assert [phase.minutes for phase in short.phases] == [5, 10, 5, 5, 10, 5]
    assert (short.minutes(), whole.minutes()) == (40, 45)


def test_only_optional_phases_can_be_left_out() -> None:
    assert planned(USUAL, SessionKind.LIVE, "consultation").first_of(Work.CONSULTATION) is not None


def test_a_written_round_of_the_usual_process_takes_five_working_days() -> None:
    agenda = planned(USUAL, SessionKind.WRITTEN)
    assert [phase.key for phase in agenda.phases] == ["consultation", "closing"]
    assert agenda.days() == 5


@pytest.mark.parametrize(("name", "kind"), HELD)
def test_each_phase_leads_to_the_next_and_back_and_the_last_to_none(name: str, kind: SessionKind) -> None:
    # given the first phase, when one follows the agenda
    agenda = planned(name, kind)
    path, phase = [], agenda.first
    while phase is not None:
        path.append(phase)
        phase = agenda.after(phase.key)
    # then every phase comes once, in order, and leads back to the one before
    assert tuple(path) == agenda.phases
    assert [agenda.before(phase.key) for phase in path] == [None, *path[:-1]]
    assert [agenda.number(phase.key) for phase in path] == list(range(1, len(path) + 1))


@pytest.mark.parametrize(("name", "kind"), HELD)
def test_every_process_lets_the_group_consult_and_then_the_case_giver_close(name: str, kind: SessionKind) -> None:
    works = [phase.work for phase in planned(name, kind).phases]
    assert Work.CONSULTATION in works
    assert works.index(Work.CLOSING) > works.index(Work.CONSULTATION)
    assert works.count(Work.CLOSING) == 1


@pytest.mark.parametrize("row", PROCESSES.values(), ids=PROCESSES)
def test_every_phase_is_said_in_both_languages_and_has_a_goal_and_a_sentence_of_help(row: dict) -> None:
    for phase in read_agenda(row["phases"]).phases:
        for words in (phase.name, phase.goal, phase.help, *phase.prompts.values()):
            assert words.de, phase.key
            assert words.en, phase.key
    assert len({phase["key"] for phase in row["phases"]}) == len(row["phases"])


@pytest.mark.parametrize("row", PROCESSES.values(), ids=PROCESSES)
def test_the_case_giver_only_listens_while_others_advise(row: dict) -> None:
    for phase in read_agenda(row["phases"]).phases:
        if phase.work is Work.CONSULTATION:
            assert Part.CASE_GIVER not in phase.speaks | phase.writes, phase.key


@pytest.mark.parametrize("row", PROCESSES.values(), ids=PROCESSES)
def test_advisers_hold_back_while_the_case_is_told(row: dict) -> None:
    for phase in read_agenda(row["phases"]).phases:
        if phase.work is Work.REPORT:
            assert Part.ADVISER not in phase.speaks, phase.key


@pytest.mark.parametrize("state", SessionState)
@pytest.mark.parametrize("work", Work)
def test_the_outcome_is_taken_once_everything_is_revealed(state: SessionState, work: Work) -> None:
    expected = state is SessionState.FINISHED and work is Work.CLOSING
    assert takes_outcome(state, work) is expected


@pytest.mark.parametrize(("name", "kind"), HELD)
def test_whatever_runs_in_the_app_begins_where_the_group_consults(name: str, kind: SessionKind) -> None:
    assert first_in_the_app(planned(name, kind)).work is Work.CONSULTATION


@pytest.mark.parametrize("kind", SessionKind)
def test_a_consultation_from_before_there_was_a_choice_stands_in_the_usual_process(kind: SessionKind) -> None:
    for key in ("casting", "consultation", "closing"):
        assert usual(kind).at(key).key == key


@pytest.mark.parametrize(
    ("name", "days", "ends"),
    [
        (USUAL, None, {"consultation": 5}),
        (USUAL, 2, {"consultation": 2}),
        ("questions_first", None, {"questions": 1, "probing": 2, "consultation": 5}),
        ("questions_first", 10, {"questions": 2, "probing": 4, "consultation": 10}),
        ("questions_first", 3, {"questions": 1, "probing": 2, "consultation": 3}),
        ("turns", None, {"questions": 1, "hypotheses": 2, "ideas": 4, "warnings": 5}),
        ("turns", 4, {"questions": 1, "hypotheses": 2, "ideas": 3, "warnings": 4}),
        ("turns", 2, {"questions": 1, "hypotheses": 2, "ideas": 2, "warnings": 2}),
    ],
)
def test_the_phases_of_a_round_share_its_working_days(name: str, days: int | None, ends: dict[str, int]) -> None:
    assert planned(name, SessionKind.WRITTEN).ends_after(days) == ends


def test_later_edits_change_nothing_in_an_agenda_that_was_frozen() -> None:
    # given a process and the agenda that was made of it
    rows = [dict(row) for row in PROCESSES[USUAL]["phases"]]
    agenda = freeze(rows, SessionKind.LIVE)
    # when somebody edits the process
    rows[0]["minutes"] = 50
    # then the agenda stays as it was
    assert read_agenda(agenda).first.minutes == 5


@pytest.mark.parametrize(
    ("kind", "count", "ended", "expected"),
    [
        (SessionKind.WRITTEN, 2, False, False),
        (SessionKind.WRITTEN, 3, False, True),
        (SessionKind.WRITTEN, 1, True, True),
        (SessionKind.WRITTEN, 0, True, False),
        (SessionKind.LIVE, 2, False, False),
        (SessionKind.LIVE, 3, False, True),
        (SessionKind.LIVE, 0, True, True),
    ],
)
def test_there_must_be_enough_to_reveal(kind: SessionKind, count: int, ended: bool, expected: bool) -> None:
    assert may_be_revealed(kind, SessionState.RUNNING, count, 3, ended=ended) is expected


@pytest.mark.parametrize("state", [state for state in SessionState if state is not SessionState.RUNNING])
def test_nothing_is_revealed_unless_it_runs(state: SessionState) -> None:
    assert not may_be_revealed(SessionKind.WRITTEN, state, 9, 3, ended=True)


def test_an_agenda_is_read_once_for_each_state_of_its_row() -> None:
    # given a consultation whose agenda was read
    row = CaseSession(kind=SessionKind.LIVE, agenda=[{"key": "one", "work": "report", "name": {"de": "Eins"}}])
    assert agenda_of(row) is agenda_of(row)
    # when another agenda stands in the row, it is read anew
    row.agenda = [{"key": "two", "work": "closing", "name": {"de": "Zwei"}}]
    assert agenda_of(row).first.key == "two"
