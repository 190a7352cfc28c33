"""The library: who reads which released case, what the page says, and searching without leaving a trace."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from caseboard import clock
from caseboard.cases.checks import reading
from caseboard.cases.checks.figures import recognition_figures
from caseboard.db import db
from caseboard.flows import service as flows
from caseboard.models import CaseRead
from caseboard.searching import Search
from tests.actors import Actor, Stage
from tests.rooms.some_cases import TEXTS, released_case, submitted_case


@pytest.fixture
def author(stage: Stage) -> Actor:
    """Who wrote the case."""
    return stage.case_manager("kg", name="Verena Ohnegruppe")


@pytest.fixture
def checkers(stage: Stage) -> tuple[Actor, Actor]:
    """The two who let it through."""
    return stage.case_manager("kg"), stage.moderator("nes")


@pytest.fixture
def reader(stage: Stage) -> Actor:
    """Somebody in another house."""
    return stage.case_manager("has")


def test_other_houses_read_a_released_case_without_learning_whose_it_is(
    author: Actor, checkers: tuple[Actor, Actor], reader: Actor
) -> None:
    # given a released case with a theme
    case = released_case(author, *checkers, themes=("kinderbetreuung",))
    # when somebody elsewhere looks it up and reads it
    shelf = reader.opens("/bibliothek").get_data(as_text=True)
    page = reader.opens(f"/bibliothek/{case.id}").get_data(as_text=True)
    # then it is all there
    assert TEXTS["title"] in shelf
    assert TEXTS["key_question"] in shelf
    assert "Seither meidet sie Gruppen." in page
    # but nothing of author, house, county, checkers or the hour
    hidden = [author.user.name, author.user_id, "Kissingen", checkers[0].user.name, checkers[1].user.name, "Rhön"]
    assert [word for word in hidden if word in shelf + page] == []
    assert case.released_at.astimezone(clock.BERLIN).strftime("%H:%M") not in shelf + page
    # and a print carries who printed it, when
    assert f"Gedruckt von {reader.user.name} am" in page


def test_reading_is_in_the_access_log_and_looking_through_the_library_is_not(
    author: Actor, checkers: tuple[Actor, Actor], reader: Actor
) -> None:
    case = released_case(author, *checkers)
    reader.opens("/bibliothek")
    assert db.session.scalars(select(CaseRead.user_id)).all() == []
    reader.opens(f"/bibliothek/{case.id}")
    assert db.session.scalars(select(CaseRead.user_id)).all() == [reader.user_id]


def test_nobody_reads_what_is_not_for_them(author: Actor, checkers: tuple[Actor, Actor], stage: Stage) -> None:
    # given a released case that leaves out a house
    stage.house("msp")
    case = released_case(author, *checkers, leaves_out=("msp",))
    barred = [
        author,
        stage.case_manager("kg"),
        stage.moderator("kg"),
        stage.case_manager("msp"),
        stage.moderator("msp"),
        stage.case_manager("has", serves=("kg",)),
        stage.case_manager("has", serves=("msp",)),
        stage.leader("has"),
        stage.administrator("has"),
        stage.officer("has"),
        stage.person("has", *stage.all_roles()),
    ]
    # then it stands nowhere for them: not in the library, not in a search, not under its address
    for person in barred:
        for page in (
            person.opens("/bibliothek"),
            person.sends("/bibliothek", {"words": "Brand"}),
            person.opens(f"/bibliothek/{case.id}"),
            person.opens("/pruefen"),
            person.opens(f"/pruefen/{case.id}"),
            person.sends(f"/bibliothek/{case.id}/erkannt"),
            person.opens("/pausiert"),
        ):
            assert TEXTS["title"] not in page.get_data(as_text=True)
        assert person.opens(f"/bibliothek/{case.id}").status_code == 404
        assert person.sends(f"/bibliothek/{case.id}/erkannt").status_code == 404
    assert case.paused_at is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("brand", True),
        ("KUGELLAGERHALLE", True),
        ("gruppe praktikum", True),
        ("gruppe feuerwehr", False),
        ("ärger", True),
        ("ÄRGER", True),
        ("%", False),
        ("_rand", False),
        ("Krügerlein", False),
    ],
)
def test_searching_finds_cases_in_which_every_word_stands(
    author: Actor, checkers: tuple[Actor, Actor], reader: Actor, words: str, found: bool
) -> None:
    released_case(author, *checkers, texts={"hope": "Weniger Ärger."})
    response = reader.sends("/bibliothek", {"words": words})
    page = response.get_data(as_text=True)
    assert response.status_code == 200
    assert (TEXTS["title"] in page) is found
    assert ("Kein Fall passt" in page) is not found


def test_searching_by_theme_shows_only_its_cases(author: Actor, checkers: tuple[Actor, Actor], reader: Actor) -> None:
    released_case(author, *checkers, themes=("kinderbetreuung",), texts={"title": "Keine Betreuung am Nachmittag"})
    released_case(author, *checkers, texts={"title": "Führerschein verloren"})
    page = reader.sends("/bibliothek", {"theme": "kinderbetreuung"}).get_data(as_text=True)
    assert "Keine Betreuung am Nachmittag" in page
    assert "Führerschein verloren" not in page


def test_the_library_is_ordered_by_day_and_gives_away_no_hour(
    author: Actor, checkers: tuple[Actor, Actor], reader: Actor
) -> None:
    # given cases released over two days, more than fit on a page
    start = datetime(2026, 3, 2, 8, tzinfo=UTC)
    made = []
    for number in range(15):
        case = released_case(author, *checkers)
        case.released_at = start + timedelta(days=number % 2, minutes=number)
        made.append(case)
    db.session.commit()
    # when all pages are laid in a row
    cards = [card for page in (1, 2) for card in reading.shelf(reader.user, Search(page=page), "de").cards]
    # then the younger day comes first, and inside a day the random ids decide
    days = [card.released_on for card in cards]
    assert days == sorted(days, reverse=True)
    assert len({card.id for card in cards}) == 15
    for day in set(days):
        ids = [card.id for card in cards if card.released_on == day]
        assert ids == sorted(ids)
    # and a page that does not exist is the last one
    assert "Seite 2 von 2" in reader.opens("/bibliothek?page=99").get_data(as_text=True)
    assert "Seite 2 von 2" in reader.sends("/bibliothek", {"words": "Brand", "page": "2"}).get_data(as_text=True)


def test_only_moderators_are_offered_to_plan(author: Actor, checkers: tuple[Actor, Actor], reader: Actor) -> None:
    case = released_case(author, *checkers)
    link = f"/beratungen/planen/{case.id}"
    assert link not in reader.opens(f"/bibliothek/{case.id}").get_data(as_text=True)
    assert link in checkers[1].opens(f"/bibliothek/{case.id}").get_data(as_text=True)


def test_an_empty_library_says_what_to_do(reader: Actor) -> None:
    page = reader.opens("/bibliothek").get_data(as_text=True)
    assert "Die Bibliothek ist noch leer" in page
    assert "/faelle/neu" in page


def test_recognitions_are_counted_at_the_end_of_each_quarter(
    author: Actor, checkers: tuple[Actor, Actor], reader: Actor
) -> None:
    # given four cases released in spring, one recognised then and one in summer
    with clock.at(datetime(2026, 3, 30, 9, tzinfo=UTC)):
        released = [released_case(author, *checkers) for _ in range(4)]
        flows.recognise(reader.user, released[0])
        # and one recognised by a checker before anybody else could read it, which is what checks are for
        flows.recognise(checkers[0].user, submitted_case(author))
    with clock.at(datetime(2026, 5, 5, 9, tzinfo=UTC)):
        flows.recognise(reader.user, released[1])
        # then a quarter counts only when it is over
        assert [(figure.quarter, figure.recognised) for figure in recognition_figures()] == [(1, 1)]
    with clock.at(datetime(2026, 7, 1, 9, tzinfo=UTC)):
        figures = recognition_figures()
        assert [(figure.quarter, figure.released, figure.recognised) for figure in figures] == [(1, 4, 1), (2, 4, 2)]
        # and a case that is withdrawn afterwards changes no figure
        flows.withdraw(author.user, released[0])
        assert recognition_figures() == figures
        # and everybody who reads cases is shown it
        assert "2 Mal jemand erkannt" in reader.opens("/bibliothek").get_data(as_text=True)
