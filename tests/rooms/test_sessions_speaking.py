"""A case giver speaks in a live session only by choice, and only where the light is green with their county known."""

import pytest

from caseboard.db import db
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.models import Case, SessionKind
from caseboard.models.case import Light
from caseboard.policy.speaking import case_giver_speaks
from caseboard.sessions import service
from tests.actors import Stage
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
