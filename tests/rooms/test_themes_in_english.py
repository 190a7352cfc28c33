"""Whoever reads English reads the radar, a theme, the table and the report in English, and hears German as German."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from caseboard import paper
from caseboard.themes import report_files
from tests.actors import Actor, Stage
from tests.rooms.recurring import recurring
from tests.rooms.test_themes import MOBILITY, words
from tests.rooms.test_themes_report import PAGE, quarter

GERMAN = Path(__file__).parents[2] / "caseboard" / "translations" / "de" / "LC_MESSAGES" / "messages.po"
IN_GERMAN = re.compile(r'<(?!html)(\w+)[^>]*\blang="de"[^>]*>.*?</\1>', re.DOTALL)
PLACE = re.compile(r"%\(\w+\)[sd]")


def pieces() -> Iterator[str]:
    """What only the German catalogue says, sentence by sentence, without what is filled in."""
    with GERMAN.open("rb") as file:
        for message in read_po(file, locale="de"):
            said = message.string if isinstance(message.string, str) else message.string[-1]
            for piece in PLACE.split(said):
                if len(piece.strip()) > 12 and message.id and piece.strip() not in str(message.id):
                    yield piece.strip()


def german_in(page: str) -> list[str]:
    """The German of our own that somebody who reads English would meet, outside of what is marked as German."""
    seen = IN_GERMAN.sub("", page)
    return [piece for piece in pieces() if piece in seen]


@pytest.fixture
def reader(stage: Stage) -> Actor:
    """A moderator who reads English, in a network where a theme recurs."""
    recurring(stage, MOBILITY)
    moderator = stage.moderator("msp")
    assert "Was sich häuft" in german_in(moderator.opens("/themen").get_data(as_text=True))
    moderator.sends("/sprache", {"language": "en"})
    return moderator


def test_the_radar_and_the_sentence_are_in_english(reader: Actor) -> None:
    radar, page = (reader.opens(path).get_data(as_text=True) for path in ("/themen", f"/themen/{MOBILITY}"))

    assert (german_in(radar), german_in(page)) == ([], [])
    assert "Rural mobility recurs Cases in the last four closed quarters about 10" in words(radar)
    seen = words(page)
    assert "there were about 20 cases; fewer than 5 would have been expected" in seen
    assert "At least 3 of 6 jobcenters lie above what is usual for them." in seen
    assert "Carefully reckoned it is at least 5 times as much." in seen


def test_definitions_and_seed_terms_are_there_in_german_alone_and_say_so(reader: Actor) -> None:
    page = reader.opens(f"/themen/{MOBILITY}").get_data(as_text=True)

    marked = [found[0] for found in IN_GERMAN.finditer(page)]
    assert any('class="lead"' in one for one in marked)
    assert any("Fahrtkosten" in one for one in marked)


def test_the_table_is_in_english(reader: Actor) -> None:
    sheet = reader.opens("/themen/verlauf.csv").get_data(as_text=True)

    head = sheet.splitlines()[0].lstrip("\ufeff").split(";")
    assert (head[:2], head[-2:]) == (["Theme", "State"], ["Together", "“Do you have this too?”"])
    assert all(re.fullmatch(r"Quarter [1-4] of \d{4}", one) for one in head[2:-2])
    assert re.search(r"^Rural mobility;recurs;", sheet, re.MULTILINE)
    assert german_in(sheet) == []


def test_the_report_and_its_file_are_in_english(reader: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a machine without Pango, where the file can be read
    monkeypatch.setattr(paper, "has_pango", lambda: False)
    page = reader.opens(PAGE).get_data(as_text=True)
    reader.sends(f"{PAGE}/datei", {"quarter": quarter()})

    # when the worker makes it
    report_files.make_reports()
    file = reader.opens(f"{PAGE}/datei")

    # then
    text = file.get_data(as_text=True)
    assert "quarterly-report" in file.headers["Content-Disposition"]
    assert (german_in(page), german_in(text)) == ([], [])
    for seen in (words(page), " ".join(text.split())):
        assert "Rural mobility" in seen
        assert "there were about 20 cases; fewer than 5 would have been expected" in seen
