"""Which groups of recent cases are offered as new themes, under which words."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random

import pytest
from click.testing import CliRunner

from caseboard.topics.candidates import MOST, Candidate, NothingBefore, find
from caseboard.topics.classifier import Classifier
from caseboard.topics.command import themes
from caseboard.topics.sampling import Case
from caseboard.topics.spec import ThemeSpec

END = date(2026, 10, 31)

BUSES = "Bus Haltestelle Fahrplan Dorf Führerschein Auto Fahrtkosten Landstraße Roller Anbindung Verspätung Bahnhof"
DEBTS = "Gläubiger Konto Raten Mahnung Inkasso Pfändung Gericht Insolvenz Schulden Kredit Bürgschaft Handyvertrag"
BEES = "Bienen Imker Honig Waben Bienenstock Schleuder Königin Milben Blütenstaub"
FILLER = (
    "Gespräch Familie Frühjahr Absage Küche Kurs Telefon Zeugnis Nachbarin Einkauf Arbeit Lager Schicht Chefin "
    "Kollegen müde pünktlich freundlich skeptisch Kinder Wohnung Winter Termin Antrag Brief Schule Abschluss Bruder"
)


def _case(number: int, words: str, days_ago: int, house: int | None = None) -> Case:
    """A text of some of these words among others, never twice in the same order."""
    rng = Random(number)  # noqa: S311 -- the same text every time
    chosen = [*rng.sample(words.split(), 6), *rng.sample(FILLER.split(), 8)]
    rng.shuffle(chosen)
    return Case(f"c{number}", " ".join(chosen), f"house {(number if house is None else house) % 6}", _day(days_ago))


def _day(days_ago: int) -> date:
    return END - timedelta(days=days_ago)


def _usual() -> Iterator[Case]:
    """Buses and debts, before and now alike."""
    for number in range(200):
        yield _case(number, (BUSES, DEBTS)[number % 2], 2 * number)


def _bees(houses: int = 6, number: int = 10) -> Iterator[Case]:
    for at in range(number):
        yield _case(1000 + at, BEES, at, house=at % houses)


@cache
def _classifier() -> Classifier:
    return Classifier(
        [
            ThemeSpec("bus", "Bus", seeds=tuple(BUSES.split())),
            ThemeSpec("debts", "Schulden", seeds=tuple(DEBTS.split())),
        ]
    )


def test_a_new_theme_is_found_with_readable_terms_and_its_cases() -> None:
    # when
    best = find([*_usual(), *_bees()], _classifier())[0]

    # then
    assert set(BEES.split()) & set(best.terms)
    assert sum(int(one[1:]) >= 1000 for one in best.ids) >= max(8, 0.75 * len(best.ids))
    assert all(int(one[1:]) >= 1000 for one in best.ids[:3])
    assert best.houses >= 3


def test_there_are_six_candidates_at_most() -> None:
    assert len(find([*_usual(), *_bees()], _classifier())) <= MOST


@pytest.mark.parametrize("houses", [1, 2])
def test_no_term_of_fewer_than_three_houses_is_shown(houses: int) -> None:
    # when
    found = find([*_usual(), *_bees(houses)], _classifier())

    # then
    assert not [one for one in found if set(BEES.split()) & set(one.terms)]


def test_a_name_that_two_houses_write_is_no_term_of_a_candidate_of_many_houses() -> None:
    # given
    named = [
        Case(case.id, f"{case.text} Frau Xylander war da." if at % 6 < 2 else case.text, case.house, case.day)
        for at, case in enumerate(_bees())
    ]

    # when
    found = find([*_usual(), *named], _classifier())

    # then
    assert set(BEES.split()) & set(found[0].terms)
    assert "Xylander" not in {term for one in found for term in one.terms}


def test_a_dismissed_candidate_is_not_offered_again() -> None:
    # given
    cases = [*_usual(), *_bees()]
    first = find(cases, _classifier())[0]

    # then neither by its terms, nor by its middle
    for dismissed in (
        Candidate(first.terms, (), 0, {}),
        Candidate((), (), 0, first.middle),
    ):
        assert not any(first.like(one) for one in find(cases, _classifier(), [dismissed]))


def test_the_phrases_of_a_form_and_what_the_anonymiser_put_in_are_no_theme() -> None:
    # given a form that is new this quarter, in cases of all kinds
    form = "Bitte beachten Sie das neue Merkblatt der Direktion. [Kundin] [Kundin]"
    filled = [
        Case(case.id, f"{case.text} {form}" if case.day > _day(80) else case.text, case.house, case.day)
        for case in _usual()
    ]

    # when
    shown = {term for one in find([*filled, *_bees()], _classifier()) for term in one.terms}

    # then
    assert not shown & {"Merkblatt", "Direktion", "Kundin"}


def test_a_case_that_a_house_wrote_three_times_is_one_case() -> None:
    # given three houses with one case each, and its copies
    copies = [Case(f"c{1000 + at}", BEES, f"house {at % 3}", _day(at)) for at in range(10)]

    # when
    found = find([*_usual(), *copies], _classifier())

    # then
    assert all(sum(int(one[1:]) >= 1000 for one in candidate.ids) <= 3 for candidate in found)


def test_without_a_past_nothing_is_new() -> None:
    assert find([], _classifier()) == []
    with pytest.raises(NothingBefore):
        find(_bees(), _classifier())


def test_the_same_cases_give_the_same_candidates() -> None:
    cases = [*_usual(), *_bees()]
    assert find(cases, _classifier()) == find(cases, _classifier())


def _lines(cases: list[Case]) -> str:
    return "\n".join(
        json.dumps({"id": int(one.id[1:]), "text": one.text, "jobcenter": one.house, "day": one.day.isoformat()})
        for one in cases
    )


def test_the_command_line_reads_cases_and_writes_candidates() -> None:
    # when
    done = CliRunner().invoke(themes, ["candidates", "--jsonl"], input=_lines([*_usual(), *_bees()]))

    # then
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert done.exit_code == 0
    assert 1 <= len(rows) <= MOST
    assert all(set(row) == {"terms", "ids"} for row in rows)
    assert any(len([one for one in row["ids"] if one >= 1000]) >= 5 for row in rows)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": 1, "text": "geheim", "jobcenter": "a"}', "line 1 is not like"),
        ('{"id": 1, "text": "geheim", "jobcenter": "a", "day": "gestern"}', "case 1 has no day like"),
        ('{"id": 1, "text": "geheim", "jobcenter": "a", "day": "2026-10-01"}', "all cases are of the last 90 days"),
    ],
)
def test_the_command_line_says_what_is_wrong_and_nothing_of_the_text(line: str, message: str) -> None:
    # when
    done = CliRunner().invoke(themes, ["candidates", "--jsonl"], input=line)

    # then
    assert done.exit_code == 1
    assert message in done.output
    assert "geheim" not in done.output
