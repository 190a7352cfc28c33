"""Once a week themes that the taxonomy may be missing are put forward, and nothing that somebody has put aside."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import func, select

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.models import (
    CandidateCase,
    CandidateSearch,
    CandidateState,
    Case,
    ThemeCandidate,
)
from caseboard.themes import cutting, discovery, overviews
from tests.actors import Stage
from tests.rooms.recurring import released_case

BEES = "Bienen Imker Honig Waben Bienenstock Schleuder Königin Milben Blütenstaub"
BUSES = "Bus Haltestelle Fahrplan Dorf Führerschein Auto Fahrtkosten Landstraße Roller Anbindung Verspätung Bahnhof"
OTHERS = (
    "Gespräch Familie Frühjahr Absage Küche Kurs Telefon Zeugnis Nachbarin Einkauf Arbeit Lager Schicht Chefin müde "
    "pünktlich freundlich skeptisch Kinder Wohnung Winter Termin Antrag Brief Schule Abschluss Bruder"
)


@pytest.fixture
def full_year(stage: Stage) -> Stage:
    """Seventy cases about buses in the year before, and ten about bees in the last weeks, from five houses."""
    authors = [stage.case_manager(house) for house in ("kg", "nes", "has", "msp", "kt")]
    moments = [(BUSES, 100 + 3 * place) for place in range(70)] + [(BUSES, place) for place in range(12)]
    for place, (words, days) in enumerate([*moments, *((BEES, place) for place in range(10))]):
        with clock.at(clock.now() - timedelta(days=days)):
            case_id = released_case(stage, authors[place % 5], "mobilitaet")
        _written(case_id, words, place, forget_labels=words == BEES)
    return stage


@command
def _written(case_id: str, words: str, seed: int, *, forget_labels: bool) -> None:
    """Give a case some of these words among others; nobody has said yet what the bees are about."""
    dice = Random(seed)  # noqa: S311 -- the same text every time
    case = db.session.get_one(Case, case_id)
    chosen = [*dice.sample(words.split(), 6), *dice.sample(OTHERS.split(), 8)]
    dice.shuffle(chosen)
    case.situation = SafeText.trusted(" ".join(chosen))
    if forget_labels:
        case.labels, case.theme_rows = [], []


def _open() -> list[ThemeCandidate]:
    return list(db.session.scalars(select(ThemeCandidate).where(ThemeCandidate.state == CandidateState.OPEN)))


def _of_bees(candidates: list[ThemeCandidate]) -> list[ThemeCandidate]:
    return [one for one in candidates if len(set(BEES.split()) & set(one.terms)) >= 2]


def test_once_a_week_candidates_are_put_forward_with_three_examples(full_year: Stage) -> None:
    # when the job runs twice in a week
    ran = [discovery.discover(), discovery.discover()]

    # then
    assert ran == [True, False]
    assert len(_open()) <= 6
    (bees,) = _of_bees(_open())
    assert bees.houses >= 3
    examples = db.session.scalars(select(CandidateCase.case_id).where(CandidateCase.candidate_id == bees.id)).all()
    assert 3 <= len(examples) <= discovery.EXAMPLES
    for case in db.session.scalars(select(Case).where(Case.id.in_(examples))):
        assert set(BEES.split()) & set(str(case.situation).split())


def test_moderators_of_every_house_are_shown_the_three_most_typical_examples_that_they_may_read(
    full_year: Stage,
) -> None:
    # given
    discovery.discover()
    (bees,) = _of_bees(_open())
    rows = select(CandidateCase).where(CandidateCase.candidate_id == bees.id).order_by(CandidateCase.place)
    ordered = [row.case_id for row in db.session.scalars(rows)]
    assert len(ordered) == len(set(ordered)) > 3
    bees_id = bees.id

    for house in ("kg", "nes", "has", "msp", "kt", "mil"):
        # when a moderator of this house looks at the candidate; cases of the own house are read by others
        moderator = full_year.moderator(house)
        shown = overviews.candidate_view(moderator.user, db.session.get_one(ThemeCandidate, bees_id)).cases

        # then there are three in the order of the search, and the page offers them
        others = [key for key in ordered if db.session.get_one(Case, key).jobcenter_id != house]
        assert [case.id for case in shown] == others[:3]
        page = moderator.opens(f"/themen/kandidaten/{bees_id}").get_data(as_text=True)
        assert page.count('name="cases"') == 3


def test_a_week_later_a_candidate_that_nobody_has_decided_on_keeps_its_address(full_year: Stage) -> None:
    # given
    discovery.discover()
    (before,) = [one.id for one in _of_bees(_open())]

    # when
    with clock.at(clock.now() + timedelta(days=7)):
        assert discovery.discover()

    # then
    assert [one.id for one in _of_bees(_open())] == [before]
    assert len(_open()) <= 6


def test_what_a_moderator_dismissed_stays_dismissed(full_year: Stage) -> None:
    # given
    discovery.discover()
    (bees,) = _of_bees(_open())
    cutting.dismiss(full_year.moderator("msp").user, bees)

    # when
    with clock.at(clock.now() + timedelta(days=7)):
        discovery.discover()

    # then
    assert _of_bees(_open()) == []


def test_without_enough_of_a_past_nothing_is_put_forward_and_the_week_is_done(stage: Stage) -> None:
    # given
    released_case(stage, stage.case_manager("kg"), "mobilitaet")

    # then
    assert [discovery.discover(), discovery.discover()] == [True, False]
    assert _open() == []
    assert db.session.scalar(select(func.count()).select_from(CandidateSearch)) == 1


def test_a_paused_case_is_no_example(full_year: Stage) -> None:
    # given
    discovery.discover()
    (bees,) = _of_bees(_open())
    example = db.session.scalars(select(CandidateCase.case_id).where(CandidateCase.candidate_id == bees.id)).first()
    _paused(example)

    # when
    with clock.at(clock.now() + timedelta(days=7)):
        discovery.discover()

    # then
    examples = db.session.scalars(select(CandidateCase.case_id)).all()
    assert examples
    assert example not in examples


@command
def _paused(case_id: str) -> None:
    db.session.get_one(Case, case_id).paused_at = clock.now()
