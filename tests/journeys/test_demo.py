"""The demo tells a whole year by the real pipeline and the real verbs, and one command takes all of it away."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from caseboard import audit, clock
from caseboard.db import Base, db
from caseboard.demo import texts
from caseboard.demo.empty import empty
from caseboard.demo.story import tell
from caseboard.models import (
    Case,
    CaseSession,
    CaseState,
    Helped,
    HelpedState,
    Jobcenter,
    Measure,
    MeasureStage,
    Proposal,
    ProposalState,
    SessionState,
    Theme,
)
from caseboard.policy import retention
from caseboard.policy.cases import OUT
from caseboard.reference import TAXONOMY
from tests.journeys.traces import of_the_database, pieces, traces


def _states(column: object) -> set[object]:
    return set(db.session.scalars(select(column)))  # type: ignore[call-overload]


def _known_names() -> set[str]:
    """What authors typed into the never-stored field, where it is long and rare enough to search for."""
    names = {name.strip() for row in texts.read("cases") for name in row.get("known", ())}
    return {name for name in names if " " in name and len(name) >= 14}


@pytest.fixture
def told(app: Flask) -> list[tuple[int, int]]:
    """The demo, told; gives the progress that was reported."""
    progress: list[tuple[int, int]] = []
    tell(lambda done, of: progress.append((done, of)))
    return progress


def test_a_year_of_the_network_is_there(told: list[tuple[int, int]]) -> None:
    # progress was shown to the end
    assert told[-1][0] == told[-1][1]
    # cases in every state that somebody can play with
    assert db.session.scalar(select(func.count()).select_from(Case)) >= 40
    assert _states(Case.state) >= {*OUT, CaseState.SUBMITTED, CaseState.CHECKED, CaseState.DRAFT}
    # none of which waits for ever, while what has helped stays
    half_a_year_ago = clock.now() - retention.WAITING_KEPT
    waiting = select(Case.state_since).where(Case.state == CaseState.RELEASED)
    assert min(db.session.scalars(waiting)) > half_a_year_ago
    assert _states(Helped.state) >= {HelpedState.SHOWN, HelpedState.WAITING}
    # consultations that are over, that run and that are to come
    assert _states(CaseSession.state) >= {SessionState.RESULT_SENT, SessionState.RUNNING, SessionState.INVITED}
    # themes that recur, a proposal with leadership and measures at different stages
    flagged = [theme for theme in db.session.scalars(select(Theme)) if theme.flagged]
    assert {"mobilitaet", "kinderbetreuung", "energie"} <= {theme.id for theme in flagged}
    assert ProposalState.UNDER_REVIEW in _states(Proposal.state)
    assert _states(Measure.stage) >= {MeasureStage.RUNNING, MeasureStage.COMMITMENTS}
    # and a trail without a gap
    assert audit.broken_link() is None


def test_no_name_of_a_client_is_stored(told: list[tuple[int, int]]) -> None:
    names = _known_names()
    assert len(names) > 20
    whole = {name.encode() for name in names}
    assert [one for where, content in of_the_database().items() for one in traces(where, content, whole)] == []


def test_one_command_takes_everything_away(told: list[tuple[int, int]]) -> None:
    # given a demo whose titles are in the database
    title = db.session.scalar(select(Case.title).where(Case.title.is_not(None)))
    assert title
    # when it is emptied
    empty()
    # then no row is left but the themes, and no piece of a text in the files
    assert db.session.scalar(select(func.count()).select_from(Jobcenter)) == 0
    left = {
        table.name
        for table in Base.metadata.sorted_tables
        if db.session.scalar(select(func.count()).select_from(table))
    }
    assert left == {"theme", "process"}
    db.session.rollback()
    # the words of processes stay, too: 'auf dem Tisch' stands in a title and in a process
    stays = TAXONOMY.read_bytes() + TAXONOMY.with_name("processes.yaml").read_bytes()
    wanted = {piece for piece in pieces([title]) if piece not in stays}
    assert wanted
    assert [one for where, content in of_the_database().items() for one in traces(where, content, wanted)] == []
