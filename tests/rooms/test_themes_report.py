"""The quarterly report: rounded figures by state, recommendations without names, and a file by the worker."""

import re

import pytest
from flask_babel import force_locale

from caseboard import paper
from caseboard.db import command, db
from caseboard.models import ReportFile, Theme, ThemeReport
from caseboard.themes import report, report_files
from tests.actors import Actor, Stage
from tests.rooms.recurring import HOUSES, counted, recurring
from tests.rooms.test_sessions_files import streams
from tests.rooms.test_themes import MOBILITY, words

PAGE = "/themen/bericht"
WORDS = "Ein gemeinsamer Rufbus, zuerst am Abend."


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without Pango."""
    monkeypatch.setattr(paper, "has_pango", lambda: False)


def quarter() -> str:
    """The newest quarter that there is a report of."""
    return next(iter(report.quarters())).isoformat()


def writes(actor: Actor, text: str, version: int = 0, **on_families: str) -> int:
    """What becomes of recommendations that somebody sends."""
    data = {"quarter": quarter(), "version": str(version), "recommendations": text, **on_families}
    return actor.sends(PAGE, data).status_code


def test_the_report_holds_what_recurs_by_state_in_rounded_figures(stage: Stage) -> None:
    recurring(stage, MOBILITY)

    page = words(stage.leader("kt").opens(PAGE).get_data(as_text=True))

    assert page.index("Was sich häuft") < page.index("Mobilität") < page.index("Dauerthemen") < page.index("Sucht")
    assert "etwa 20 Fälle" in page
    assert not re.search(r"\b18\b", page)
    assert "Kinderbetreuung" not in page
    assert "Entwurf" in page


def test_without_a_closed_quarter_there_is_no_report_yet(stage: Stage) -> None:
    moderator = stage.moderator("has")
    assert "Es gibt noch keinen Bericht" in moderator.opens(PAGE).get_data(as_text=True)
    assert moderator.opens(f"{PAGE}?quartal=2020-01-01").status_code == 404
    assert stage.case_manager("kg").opens(PAGE).status_code == 404


def test_moderators_write_and_leadership_reads_what_is_recommended(stage: Stage) -> None:
    recurring(stage, MOBILITY)
    moderator, leader = stage.moderator("has"), stage.leader("kt")

    assert writes(moderator, WORDS) == 200
    assert WORDS in words(leader.opens(PAGE).get_data(as_text=True))
    assert writes(leader, "Nein.") == 404
    assert db.session.query(ThemeReport).one().recommendations == WORDS


def test_a_name_is_refused_and_nothing_typed_is_lost(stage: Stage) -> None:
    recurring(stage, MOBILITY)
    moderator = stage.moderator("has")
    answer = moderator.sends(
        PAGE, {"quarter": quarter(), "version": "0", "recommendations": "Frau Steinmetzger fragen."}
    )

    assert answer.status_code == 422
    assert "Frau Steinmetzger fragen." in answer.get_data(as_text=True)
    assert db.session.query(ThemeReport).count() == 0


def test_of_two_who_write_at_once_the_second_sees_the_first(stage: Stage) -> None:
    recurring(stage, MOBILITY)
    first, second = stage.moderator("has"), stage.moderator("nes")
    assert writes(first, WORDS) == 200

    answer = second.sends(PAGE, {"quarter": quarter(), "version": "0", "recommendations": "Etwas anderes."})

    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert WORDS in page
    assert "Etwas anderes." in page
    assert writes(second, "Etwas anderes.", db.session.query(ThemeReport).one().version) == 200


@command
def part_of(theme: str, broader: str) -> None:
    """Let one theme be part of another one."""
    db.session.get_one(Theme, theme).parent_id = broader


def test_themes_of_one_broader_theme_stand_together_in_every_state(stage: Stage) -> None:
    # given four themes that recur; by their names the two of one broader theme are apart, and two are a pair of words
    for key in ("aufstocken", "psyche", "gesundheit", "energie"):
        for house in HOUSES:
            for months_ago in (1, 2, 3):
                counted(key, stage.house(house).id, months_ago, 2)
    for key in ("energie", "mobilitaet"):
        part_of(key, "wohnraum")
    recurring(stage, MOBILITY)

    # when
    with force_locale("de"):
        view = report.report(*next(iter(report.quarters().items())), "de")

    # then
    (section,) = (one for one in view.sections if one.key == "signal")
    found = [[item.id for item in cluster.items] for cluster in section.clusters]
    assert found == [["energie", "mobilitaet"], ["gesundheit", "psyche"], ["aufstocken"]]
    assert [one.key for one in view.advice][:3] == ["wohnraum", "gesundheit", "aufstocken"]
    page = words(stage.leader("kt").opens(PAGE).get_data(as_text=True))
    assert page.count("Übergeordnetes Thema: Angemessener Wohnraum") == 2
    assert "Nahe nach seinen Wörtern" in page


def test_each_family_of_themes_has_recommendations_of_its_own(stage: Stage, plain: None) -> None:
    # given
    recurring(stage, MOBILITY)
    moderator, leader = stage.moderator("has"), stage.leader("kt")

    # when a moderator writes on all themes, and on one
    assert writes(moderator, "Beides gehört zusammen.", on_mobilitaet=WORDS) == 200

    # then leadership reads both, each in its place, and so does whoever opens the file
    page = words(leader.opens(PAGE).get_data(as_text=True)).partition("Empfehlungen")[2]
    assert page.index("Beides gehört zusammen.") < page.index("Mobilität im ländlichen Raum") < page.index(WORDS)
    leader.sends(f"{PAGE}/datei", {"quarter": quarter()})
    report_files.make_reports()
    assert WORDS in leader.opens(f"{PAGE}/datei").get_data(as_text=True)

    # and whoever has not read the words on one theme does not overwrite them
    version = db.session.query(ThemeReport).one().version
    assert writes(moderator, "Beides gehört zusammen.", version, on_mobilitaet="Zwei Busse.") == 200
    assert writes(stage.moderator("nes"), "Beides gehört zusammen.", version, on_mobilitaet="Kein Bus.") == 422
    assert [one.words for one in db.session.query(ThemeReport).one().advice] == ["Zwei Busse."]


def test_words_on_a_theme_that_recurs_no_more_stay_and_a_name_is_refused_there_too(stage: Stage) -> None:
    # given words on a theme that leaves the report before they are sent
    recurring(stage, MOBILITY)
    moderator = stage.moderator("has")
    assert writes(moderator, "", on_kinderbetreuung="Eine Liste der Plätze.") == 200

    # then they stand there under its name, and can be changed
    page = moderator.opens(PAGE).get_data(as_text=True)
    assert "Eine Liste der Plätze." in words(page)
    assert 'name="on_kinderbetreuung"' in page
    assert writes(moderator, "", 1, on_mobilitaet="Frau Steinmetzger fragen.") == 422
    assert "Eine Liste der Plätze." in words(moderator.opens(PAGE).get_data(as_text=True))


def test_the_worker_makes_the_file_and_new_words_make_it_anew(stage: Stage, plain: None) -> None:
    # given a report with recommendations
    recurring(stage, MOBILITY)
    moderator, leader = stage.moderator("has"), stage.leader("kt")
    writes(moderator, WORDS)

    # when leadership asks for a file and the worker comes by
    assert leader.opens(f"{PAGE}/datei").status_code == 404
    assert leader.sends(f"{PAGE}/datei", {"quarter": quarter()}).status_code == 200
    report_files.make_reports()

    # then it holds what the page holds, as plain text where there is no Pango
    file = leader.opens(f"{PAGE}/datei")
    text = file.get_data(as_text=True)
    assert file.mimetype == "text/plain"
    assert text.startswith("Quartalsbericht")
    assert WORDS in text
    assert "Mobilität im ländlichen Raum" in text
    assert "etwa 20 Fälle" in " ".join(text.split())
    assert re.search(r"3\. Quartal 2026: etwa 10; ", text)

    # and it is gone as soon as something else is recommended
    writes(moderator, "Anderes.", db.session.query(ThemeReport).one().version)
    assert db.session.query(ReportFile).count() == 0


def test_the_file_is_a_tagged_pdf_where_pango_is(stage: Stage) -> None:
    if not paper.has_pango():
        pytest.skip("no Pango: apt-get install libpangoft2-1.0-0")
    recurring(stage, MOBILITY)
    leader = stage.leader("kt")
    leader.sends(f"{PAGE}/datei", {"quarter": quarter()})
    report_files.make_reports()

    file = leader.client.get(f"{PAGE}/datei")
    assert file.mimetype == "application/pdf"
    inside = streams(file.get_data())
    for mark in ("/MarkInfo", "/StructTreeRoot", "/Lang (de)", "pdfuaid:part", "/S /H1", "/S /TH", "/S /Figure"):
        assert mark in inside, mark
