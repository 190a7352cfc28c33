"""The phases of a consultation: their order, their minutes, and who may do what when."""

import pytest

from caseboard.models import SessionKind, SessionState
from caseboard.sessions.phases import (
    FIRST_IN_THE_APP,
    NEXT,
    RULES,
    Fit,
    Part,
    Phase,
    may_be_revealed,
    takes_outcome,
    takes_perspectives,
    writing,
)


def test_six_phases_take_forty_minutes() -> None:
    assert [RULES[phase].minutes for phase in Phase] == [5, 10, 5, 5, 10, 5]


def test_each_phase_leads_to_the_next_and_closing_to_none() -> None:
    # given the first phase, when one follows the table
    path, phase = [], Phase.CASTING
    while phase is not None:
        path.append(phase)
        phase = NEXT[phase]
    # then every phase comes once, in order
    assert path == list(Phase)


def test_the_case_giver_only_listens_while_others_advise() -> None:
    rule = RULES[Phase.CONSULTATION]
    assert Part.CASE_GIVER not in rule.speaks | rule.writes


def test_advisers_hold_back_while_the_case_is_told() -> None:
    assert Part.ADVISER not in RULES[Phase.REPORT].speaks | RULES[Phase.REPORT].writes


@pytest.mark.parametrize("now", Phase)
def test_an_adviser_writes_perspectives_in_one_phase_only(now: Phase) -> None:
    expected = Fit.FITS if now is Phase.CONSULTATION else Fit.WRONG_MOMENT
    assert writing(Part.ADVISER, meant_for=Phase.CONSULTATION, now=now) is expected


@pytest.mark.parametrize("part", [Part.MODERATOR, Part.CASE_GIVER])
@pytest.mark.parametrize("now", Phase)
def test_moderator_and_case_giver_never_write_perspectives(part: Part, now: Phase) -> None:
    assert writing(part, meant_for=Phase.CONSULTATION, now=now) is Fit.WRONG_PERSON


@pytest.mark.parametrize("state", SessionState)
@pytest.mark.parametrize("phase", Phase)
def test_perspectives_are_taken_while_the_consultation_runs(state: SessionState, phase: Phase) -> None:
    expected = state is SessionState.RUNNING and phase is Phase.CONSULTATION
    assert takes_perspectives(state, phase) is expected


@pytest.mark.parametrize("state", SessionState)
@pytest.mark.parametrize("phase", Phase)
def test_the_outcome_is_taken_once_everything_is_revealed(state: SessionState, phase: Phase) -> None:
    expected = state is SessionState.FINISHED and phase is Phase.CLOSING
    assert takes_outcome(state, phase) is expected


@pytest.mark.parametrize("kind", SessionKind)
def test_whatever_runs_in_the_app_begins_where_it_takes_perspectives(kind: SessionKind) -> None:
    assert takes_perspectives(SessionState.RUNNING, FIRST_IN_THE_APP[kind])


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


@pytest.mark.parametrize("state", set(SessionState) - {SessionState.RUNNING})
def test_nothing_is_revealed_unless_it_runs(state: SessionState) -> None:
    assert not may_be_revealed(SessionKind.WRITTEN, state, 9, 3, ended=True)
