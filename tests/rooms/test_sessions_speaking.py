"""A case giver speaks in a live session only by choice, and only where the light is green with their county known."""

import pytest

from caseboard import clock
from caseboard.db import db
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.models import Case, SessionKind
from caseboard.models.case import Light
from caseboard.policy.speaking import case_giver_speaks, may_speak
from caseboard.sessions import service
from tests.actors import Stage
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import Round, released_case

LINK = "https://video.example/raum"


def lit(table: Round, light: Light) -> Round:
    """Let the light with the county known shine like this."""
    table.case.live_light = light
    db.session.commit()
    return table


def test_with_a_green_light_the_case_giver_chooses_and_gets_the_link(stage: Stage) -> None:
    # given a case that could be told aloud, and nobody who has chosen yet
    table = lit(Round(stage, kind=SessionKind.LIVE), Light.GREEN)
    assert LINK not in table.author.opens(table.address).get_data(as_text=True)
    # when the case giver wants to speak, they get the link and the moderator hears of it
    assert LINK in table.author.sends(f"{table.address}/sprechen", {"speaks": "yes"}).get_data(as_text=True)
    assert case_giver_speaks(table.row)
    assert "möchte sprechen" in table.moderator.opens(table.address).get_data(as_text=True)
    # and back again
    assert LINK not in table.author.sends(f"{table.address}/sprechen", {"speaks": "no"}).get_data(as_text=True)
    assert not case_giver_speaks(table.row)


@pytest.mark.parametrize("light", [Light.AMBER, Light.RED])
def test_without_a_green_light_nobody_speaks(stage: Stage, light: Light) -> None:
    table = lit(Round(stage, kind=SessionKind.LIVE), light)
    assert 'value="yes"' not in table.author.opens(table.address).get_data(as_text=True)
    assert table.author.sends(f"{table.address}/sprechen", {"speaks": "yes"}).status_code == 409
    with pytest.raises(WrongMoment):
        service.speak(table.author.user, table.row, speaks=True)
    db.session.rollback()
    assert not table.row.case_giver_speaks


def test_a_light_that_changes_ends_the_choice(stage: Stage) -> None:
    table = lit(Round(stage, kind=SessionKind.LIVE), Light.GREEN)
    service.speak(table.author.user, table.row, speaks=True)
    lit(table, Light.AMBER)
    assert not case_giver_speaks(table.row)
    assert LINK not in table.author.opens(table.address).get_data(as_text=True)


def test_only_the_case_giver_chooses_and_only_in_a_live_session(stage: Stage) -> None:
    table = lit(Round(stage, kind=SessionKind.LIVE).all_accept(), Light.GREEN)
    for somebody in (table.moderator, table.advisers[0]):
        with pytest.raises(NotAllowed):
            service.speak(somebody.user, table.row, speaks=True)
        db.session.rollback()
    written = lit(Round(stage), Light.GREEN)
    with pytest.raises(WrongMoment):
        service.speak(written.author.user, written.row, speaks=True)


@pytest.mark.parametrize("light", Light)
@pytest.mark.parametrize("kind", SessionKind)
def test_the_rule_itself_knows_one_light_one_kind_and_one_person(stage: Stage, kind: SessionKind, light: Light) -> None:
    # given a case giver who has chosen to speak, whatever the other two lights show
    table = lit(Round(stage, kind=kind).all_accept(), light)
    table.case.light = table.case.anywhere_light = Light.AMBER if light is Light.GREEN else Light.GREEN
    table.row.case_giver_speaks = True
    db.session.commit()
    # then they speak only in a live session and only where the light with their county is green
    fits = (kind, light) == (SessionKind.LIVE, Light.GREEN)
    assert may_speak(table.author.user, table.row) is case_giver_speaks(table.row) is fits
    for somebody in (table.moderator, *table.advisers, stage.case_manager("kg")):
        assert not may_speak(somebody.user, table.row)


@pytest.mark.parametrize("presents", [False, True])
def test_on_the_board_the_link_and_the_words_follow_the_light(stage: Stage, presents: bool) -> None:
    # given a running session whose case giver has chosen to speak
    live = Live(stage, moderator_presents=presents)
    silent = "stellt den Fall vor" if presents else "bleibt ungenannt und schreibt hier"
    lit(live, Light.GREEN)
    assert LINK not in live.seen_by(live.author)
    service.speak(live.author.user, live.row, speaks=True)
    # while the light is green they get the link, and everybody reads that they speak
    assert LINK in live.seen_by(live.author)
    assert "spricht in der Videokonferenz" in live.seen_by(live.observer)
    # but not with any other, and neither on the board nor on what it fetches nor on the page before it
    for light in (Light.AMBER, Light.RED):
        lit(live, light)
        pages = [live.seen_by(live.author), live.asks(live.author).get_data(as_text=True)]
        pages.append(live.author.opens(f"{live.address}/regeln").get_data(as_text=True))
        assert all(LINK not in page for page in pages)
        assert silent in live.seen_by(live.observer)
        assert LINK in live.seen_by(live.observer)


@pytest.mark.parametrize("light", Light)
def test_whoever_plans_learns_only_what_holds_in_every_county(stage: Stage, light: Light) -> None:
    # given a case whose light with the county known says the opposite
    case_id = released_case(stage, stage.case_manager("kg"))
    moderator = stage.moderator("nes")
    case = db.session.get_one(Case, case_id)
    case.anywhere_light = light
    case.live_light = Light.RED if light is Light.GREEN else Light.GREEN
    db.session.commit()
    # then the page speaks of the light that tells no county
    page = moderator.opens(f"/beratungen/planen/{case_id}").get_data(as_text=True)
    assert ("gleich aus welchem Landkreis" in page) is (light is Light.GREEN)
    assert ("Wenn eine Stimme den Landkreis verrät" in page) is (light is not Light.GREEN)


@pytest.mark.parametrize(
    ("speaks", "presents", "says"),
    [
        (True, False, "stellen Sie Ihren Fall selbst vor"),
        (True, True, "stellen Sie Ihren Fall selbst vor"),
        (False, True, "Sie müssen nichts tun"),
        (False, False, "werden Sie im Raum der Sitzung gebraucht"),
    ],
)
def test_the_case_giver_reads_what_the_session_asks_of_them(
    stage: Stage, speaks: bool, presents: bool, says: str
) -> None:
    # given a session in which the case giver speaks, the moderator presents, or neither
    table = lit(Round(stage, kind=SessionKind.LIVE), Light.GREEN)
    row = table.row
    row.case_giver_speaks, row.moderator_presents = speaks, presents
    db.session.commit()
    page = table.author.opens(table.address).get_data(as_text=True)
    # then they read their part of it and nobody else's, with the day and the way to the room
    every = ("stellen Sie Ihren Fall selbst vor", "Sie müssen nichts tun", "werden Sie im Raum der Sitzung gebraucht")
    assert [one for one in every if one in page] == [says]
    day = table.row.starts_at.astimezone(clock.BERLIN)
    sentence = page[page.index(says) - 80 : page.index(says)]
    assert f"{day:%H:%M}" in sentence
    assert f"{table.address}/tafel" in page
