"""The client group of a case: chosen by its author, seen by checkers, hidden from readers, and named in the radar."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from caseboard import clock
from caseboard.cases.checks import service as checks
from caseboard.db import db
from caseboard.flows.erasing import close, erase
from caseboard.models import Case, CaseState
from caseboard.themes import counting, publishing
from tests.actors import Actor, Stage
from tests.rooms.recurring import NETWORK, a_week, decided, history, released_case
from tests.rooms.some_cases import submitted_case
from tests.rooms.test_cases_writing import TYPED, fields_of
from tests.rooms.test_themes import MOBILITY, newest, words
from tests.rooms.test_themes_trends import sheet

ALONE, YOUNG = "single-parents", "under-25"
SAID = "Alleinerziehende"


def handed_in(author: Actor, **answers: str) -> Case:
    """The case that is stored after one way back to the text and forth again."""
    sent = fields_of(author.sends("/faelle/vorschau", TYPED))
    back = fields_of(author.sends("/faelle/neu", {**sent, "no_theme": "y", **answers}))
    assert back.get("client_group", [""]) == [answers.get("client_group", "")]
    page = author.sends("/faelle/vorschau", {**TYPED, **back})
    author.sends("/faelle", {**fields_of(page), **answers})
    return db.session.query(Case).one()


def test_an_author_may_choose_one_and_need_not(stage: Stage) -> None:
    author = stage.case_manager("kg")
    page = author.sends("/faelle/vorschau", TYPED).get_data(as_text=True)

    # given the preview, where nothing is chosen
    select = page.partition('name="client_group"')[2].partition("</select>")[0]
    assert "keine Angabe" in select
    assert select.count("<option") == 9
    assert "<option selected" in select.partition("keine Angabe")[0]

    # when the author leaves it so, then none is stored
    assert handed_in(author).client_group is None


def test_what_an_author_chooses_goes_back_and_forth_and_is_stored(stage: Stage) -> None:
    author = stage.case_manager("kg")

    case = handed_in(author, client_group=ALONE)

    assert case.client_group == ALONE
    assert SAID in words(author.opens(f"/faelle/meine/{case.id}").get_data(as_text=True))
    case.state = CaseState.SENT_BACK
    db.session.commit()
    assert fields_of(author.opens(f"/faelle/meine/{case.id}/bearbeiten"))["client_group"] == [ALONE]


def test_a_group_that_is_not_on_the_list_is_none(stage: Stage) -> None:
    assert handed_in(stage.case_manager("kg"), client_group="left-handed").client_group is None


def test_both_checkers_see_it_and_no_reader_does(stage: Stage) -> None:
    # given a case of a group, and its two checkers
    author, reader = stage.case_manager("kg"), stage.case_manager("mil")
    first, second = stage.case_manager("kg"), stage.moderator("nes")
    case = submitted_case(author, client_group=ALONE)

    # when they look at it one after the other
    pages = []
    for checker in (first, second):
        pages.append(words(checker.opens(f"/pruefen/{case.id}").get_data(as_text=True)))
        checks.pass_check(checker.user, case)

    # then both know what will be counted, and whoever reads it later does not
    assert all(SAID in page and "Sie wird nur gezählt" in page for page in pages)
    assert case.state is CaseState.RELEASED
    for somebody in (reader, second):
        answer = somebody.opens(f"/bibliothek/{case.id}")
        assert answer.status_code == 200
        assert SAID not in answer.get_data(as_text=True)


@pytest.mark.parametrize("end", [close, lambda case: erase(case, CaseState.WITHDRAWN)])
def test_it_goes_with_the_case(stage: Stage, end: object) -> None:
    key = of_group(stage.case_manager("kg"), stage, ALONE)
    case = db.session.get_one(Case, key)

    end(case)
    db.session.commit()

    assert db.session.get_one(Case, key).client_group is None


def last_quarter() -> date:
    """The first day of the quarter that is over."""
    return publishing.quarter_of(publishing.quarter_of(clock.today()) - timedelta(days=1))


def of_group(author: Actor, stage: Stage, group: str | None, theme: str = MOBILITY) -> str:
    """A case of this group that was released in the middle of the last quarter."""
    with clock.at(clock.midnight(last_quarter() + timedelta(days=40))):
        key = released_case(stage, author, theme)
    db.session.get_one(Case, key).client_group = group
    db.session.commit()
    return key


@contextmanager
def weeks_later(count: int) -> Iterator[None]:
    """Some weeks on."""
    with clock.at(clock.now() + timedelta(weeks=count)):
        yield


def told(stage: Stage, *groups: str | None) -> Actor:
    """Five houses with a case of mobility in the last quarter for each of these groups, counted and published."""
    history(stage, MOBILITY)
    for house in NETWORK:
        author = stage.case_manager(house)
        for group in groups:
            of_group(author, stage, group)
    decided()
    assert a_week()
    return stage.case_manager("kg")


def test_a_group_is_named_once_the_quarter_is_over_and_the_filter_finds_it(stage: Stage) -> None:
    # given about ten cases, half of them of one group
    reader = told(stage, ALONE, None)
    quarter = last_quarter().isoformat()
    assert newest(MOBILITY).quarters[quarter] == 10
    assert newest(MOBILITY).client_groups[quarter] == [ALONE]

    # when somebody asks for the themes of this group
    page = words(reader.opens(f"/themen?gruppe={ALONE}").get_data(as_text=True)).partition("Themen nach Quartalen")[2]

    # then the theme stands there with a tick and without a figure, and others do not
    assert "Personengruppe: Alleinerziehende" in page
    assert "Mobilität" in page
    assert "Sucht" not in page
    assert "etwa" not in page.partition("Themen mit dieser Personengruppe")[2]
    assert "bei keinem Thema genannt" in reader.opens(f"/themen?gruppe={YOUNG}").get_data(as_text=True)
    assert "Alleinerziehende" in words(reader.opens(f"/themen/{MOBILITY}").get_data(as_text=True))


def test_the_file_says_the_same_as_the_page(stage: Stage) -> None:
    reader = told(stage, ALONE, None)

    (row,) = sheet(reader, f"?gruppe={ALONE}")

    assert (row["Thema"], row["Personengruppe"]) == ("Mobilität im ländlichen Raum", SAID)
    assert [head for head, cell in row.items() if cell == "genannt"] == [
        f"{(last_quarter().month + 2) // 3}. Quartal {last_quarter().year}"
    ]
    assert not any(cell.isdigit() for cell in row.values())
    assert sheet(reader, f"?gruppe={YOUNG}") == []
    assert "Personengruppe" not in sheet(reader)[0]


def test_the_filter_speaks_english(stage: Stage) -> None:
    reader = told(stage, ALONE, None)
    reader.sends("/sprache", {"language": "en"})

    page = words(reader.opens(f"/themen?gruppe={ALONE}").get_data(as_text=True))

    assert "Client group: single parents" in page
    assert "named" in page


def test_of_two_groups_only_as_many_are_named_as_the_figure_allows(stage: Stage) -> None:
    told(stage, ALONE, YOUNG)

    assert newest(MOBILITY).client_groups[last_quarter().isoformat()] == [YOUNG]


def test_what_is_named_stays_named_and_nothing_is_named_afterwards(stage: Stage) -> None:
    # given a quarter that was published with one group
    told(stage, ALONE, None)
    quarter = last_quarter().isoformat()

    # when its cases change their group, and some are taken back
    for case in db.session.query(Case):
        case.client_group = YOUNG if case.client_group is None else None
    db.session.commit()
    with weeks_later(2):
        assert a_week()

    # then the following weeks say what the first one said
    assert newest(MOBILITY).client_groups[quarter] == [ALONE]


def test_cases_that_were_not_counted_last_night_name_nothing(stage: Stage) -> None:
    # given cases that are counted, and one that comes to the same theme after the counting
    history(stage, MOBILITY)
    authors = [stage.case_manager(house) for house in NETWORK]
    for author in authors:
        of_group(author, stage, ALONE)
        of_group(author, stage, ALONE)
    decided()
    of_group(authors[0], stage, ALONE)
    assert a_week()

    assert newest(MOBILITY).quarters[last_quarter().isoformat()] == 10
    assert newest(MOBILITY).client_groups[last_quarter().isoformat()] == []


def test_a_group_of_two_houses_is_not_named(stage: Stage) -> None:
    history(stage, MOBILITY)
    for house in NETWORK:
        author = stage.case_manager(house)
        for _each in range(2):
            of_group(author, stage, ALONE if house in NETWORK[:2] else None)
    decided()
    assert a_week()

    assert newest(MOBILITY).quarters[last_quarter().isoformat()] == 10
    assert newest(MOBILITY).client_groups[last_quarter().isoformat()] == []


def test_counting_does_not_depend_on_the_group(stage: Stage) -> None:
    told(stage, ALONE, None)
    before = counting.count()

    for case in db.session.query(Case):
        case.client_group = None
    db.session.commit()

    assert counting.count() == before
