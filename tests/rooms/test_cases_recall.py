"""What checkers still find is counted by kind, over the network, and shown to administration and data protection."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from caseboard import clock
from caseboard.cases.checks import service
from caseboard.cases.checks.marking import Coarser
from caseboard.cases.checks.recall import LEAST_CASES, recall, wilson
from caseboard.cases.checks.tally import KIND_OF
from caseboard.db import db
from caseboard.models import StrippingTally
from tests.actors import Actor, Stage
from tests.rooms.some_cases import released_case, submitted_case

MAY = datetime(2026, 5, 12, 9, tzinfo=UTC)
JUNE = datetime(2026, 6, 2, 9, tzinfo=UTC)


@pytest.fixture
def people(stage: Stage) -> tuple[Actor, Actor, Actor]:
    """An author, a colleague and a moderator elsewhere."""
    return stage.case_manager("kg"), stage.case_manager("kg"), stage.moderator("nes")


def tallies() -> dict[str, tuple[int, int]]:
    """What was counted so far."""
    return {row.kind: (row.found, row.missed) for row in db.session.scalars(select(StrippingTally))}


def many(people: tuple[Actor, Actor, Actor], times: int, **columns: Any) -> None:
    """Release some cases in May."""
    with clock.at(MAY):
        for _ in range(times):
            released_case(*people, **columns)


def test_a_marking_counts_in_every_place_and_only_when_the_case_is_released(
    people: tuple[Actor, Actor, Actor],
) -> None:
    # given a case in which a checker hides an employer that stands there twice
    author, colleague, moderator = people
    case = submitted_case(author, kinds={"PERSON": 3, "DATE": 1}, texts={"hope": "Wieder in die Kugellagerhalle."})
    service.mark(colleague.user, case, "Kugellagerhalle", Coarser.EMPLOYER)
    assert tallies() == {}
    # when both have confirmed it
    service.pass_check(colleague.user, case)
    assert tallies() == {}
    service.pass_check(moderator.user, case)
    # then kinds and numbers are left, in the month and nowhere near the case
    assert tallies() == {"PERSON": (3, 0), "DATE": (1, 0), "ORG": (0, 2)}
    assert {column.name for column in StrippingTally.__table__.columns} == {"id", "month", "kind", "found", "missed"}


def test_every_word_of_a_checker_counts_as_some_kind() -> None:
    assert set(KIND_OF) == set(Coarser)


def test_the_estimate_waits_for_enough_cases_and_for_the_end_of_the_month(people: tuple[Actor, Actor, Actor]) -> None:
    many(people, LEAST_CASES - 1, kinds={"PERSON": 5})
    with clock.at(JUNE):
        assert not recall().enough
    many(people, 1, kinds={"PERSON": 4}, missed={"PERSON": 1, "JOB": 7})
    with clock.at(MAY):
        assert not recall().enough
    with clock.at(JUNE):
        view = recall()
    # a hidden occupation is no direct identifier that was missed
    assert (view.cases, view.found, view.missed) == (LEAST_CASES, 99, 1)


def test_words_hidden_to_be_safe_are_no_finds_and_unnamed_markings_are_misses(
    people: tuple[Actor, Actor, Actor],
) -> None:
    many(people, LEAST_CASES, kinds={"PERSON": 1, "WORD": 9}, missed={"WORD": 1})
    with clock.at(JUNE):
        view = recall()
    assert (view.found, view.missed) == (LEAST_CASES, LEAST_CASES)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"), [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)]
)
def test_the_interval_is_wilsons(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.0001)


def test_administration_and_data_protection_read_the_estimate(stage: Stage, people: tuple[Actor, Actor, Actor]) -> None:
    officer, administrator = stage.officer("has"), stage.administrator("msp")
    # given too few cases, then enough
    assert "Noch nicht genug Fälle" in officer.opens("/erkennung").get_data(as_text=True)
    many(people, LEAST_CASES, kinds={"PERSON": 19, "PLACE": 1}, missed={"PERSON": 1})
    with clock.at(JUNE):
        pages = [who.opens("/erkennung").get_data(as_text=True) for who in (officer, administrator)]
    for page in pages:
        assert "findet das Programm etwa 95,2" in page
        assert "zwischen 92,8" in page
    # and nobody else does
    author, _colleague, moderator = people
    assert [who.opens("/erkennung").status_code for who in (author, moderator, stage.leader("kt"))] == [404] * 3
