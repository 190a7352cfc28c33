"""What checkers still find is counted by kind, over the network, and shown to administration and data protection."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from caseboard import clock
from caseboard.anonymize.placeholder import PLACEHOLDER
from caseboard.cases.checks import service
from caseboard.cases.checks.marking import Coarser
from caseboard.cases.checks.recall import DIRECT, LEAST_CASES, recall, wilson
from caseboard.cases.checks.tally import KIND_OF
from caseboard.db import db
from caseboard.models import Case, CaseState, StrippingTally
from tests.actors import Actor, Stage
from tests.rooms.some_cases import released_case, safe, submitted_case
from tests.rooms.test_cases_writing import TYPED, fields_of, only_case, previewed

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


def test_checkers_can_name_every_kind_that_has_a_row_of_its_own(people: tuple[Actor, Actor, Actor]) -> None:
    # given a phone number that the pipeline overlooked
    author, colleague, _ = people
    case = submitted_case(author, texts={"hope": "Ein Anruf unter 0171 5550199."})
    page = colleague.opens(f"/pruefen/{case.id}").get_data(as_text=True)
    assert '<option value="[Telefonnummer]">Eine Telefonnummer</option>' in page
    # when a checker names it
    colleague.sends(f"/pruefen/{case.id}/markieren", {"passage": "0171 5550199", "coarser": Coarser.PHONE.value})
    # then it is missing from the share of its own kind, and no row says 100 percent because nobody had a word for it
    assert case.missed == {"PHONE": 1}
    assert set(DIRECT) <= set(KIND_OF.values())
    assert all(PLACEHOLDER.fullmatch(each.value) for each in Coarser)


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


def test_what_a_draft_found_still_counts_when_it_is_handed_in(people: tuple[Actor, Actor, Actor]) -> None:
    # given a draft in which things were found
    author = people[0]
    author.sends("/faelle/spaeter", TYPED)
    found = only_case().kinds
    assert found["PERSON"] >= 2
    # when it is opened again, gets one more name and is handed in
    again = handed_in(author, only_case(), " Auch Herr Wiesinger war da.")
    # then the earlier finds count once, and the new one beside them
    assert only_case().state is CaseState.SUBMITTED
    assert only_case().kinds == {**found, "PERSON": found["PERSON"] + 1}
    # and a second send of the same words adds nothing
    author.sends("/faelle/spaeter", {**again, "case_id": only_case().id})
    assert only_case().kinds == {**found, "PERSON": found["PERSON"] + 1}


def test_the_same_raw_text_sent_twice_is_not_found_twice(people: tuple[Actor, Actor, Actor]) -> None:
    # given a preview that was put aside
    author = people[0]
    sealed = previewed(author)
    author.sends("/faelle/spaeter", sealed)
    found = only_case().kinds
    # when the arrow of the browser leads back to it and it is handed in
    author.sends("/faelle", sealed)
    # then it is one case, and nothing in it was found twice
    assert only_case().state is CaseState.SUBMITTED
    assert only_case().kinds == found


def test_what_was_sent_back_keeps_finds_beside_misses(stage: Stage, people: tuple[Actor, Actor, Actor]) -> None:
    # given a case in which a checker hides something and sends it back
    author, colleague, moderator = people
    stage.case_manager("kg")
    author.sends("/faelle", previewed(author))
    case = only_case()
    found = case.kinds
    service.mark(colleague.user, case, "der Bus", Coarser.DETAIL)
    service.send_back(colleague.user, case, safe("Bitte allgemeiner."))
    # when its author writes on and hands it in again, and both let it through
    handed_in(author, case, " Sie kommt seit Wochen nicht.")
    assert only_case().kinds == found
    service.pass_check(colleague.user, only_case())
    service.pass_check(moderator.user, only_case())
    # then what the programme found and what it missed are counted side by side
    assert tallies() == {**{kind: (count, 0) for kind, count in found.items()}, "WORD": (found.get("WORD", 0), 1)}


def handed_in(author: Actor, case: Case, more: str) -> dict[str, Any]:
    """Open a case again, write something behind it and hand it in; gives what was sent."""
    fields = fields_of(author.opens(f"/faelle/meine/{case.id}/bearbeiten"))
    look = author.sends("/faelle/vorschau", {**fields, "situation": fields["situation"][0] + more})
    sent = {**fields_of(look), "no_theme": "y"}
    author.sends("/faelle", sent)
    return sent


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
