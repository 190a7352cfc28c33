"""The page for what cannot be done: whoever comes at the wrong moment is led back to where they came from."""

import pytest

from caseboard.models import SessionKind
from tests.actors import Stage
from tests.rooms.sessions_stage import Round

BACK = "Zurück zur vorigen Seite"
OPEN = "Sitzung eröffnen</span>"


def test_whoever_comes_too_early_finds_the_way_back(stage: Stage) -> None:
    # given a consultation without a result
    consultation = Round(stage)

    # when its author asks for the result sheet
    page = f"http://localhost{consultation.address}"
    answer = consultation.author.opens(f"{consultation.address}/ergebnis", headers={"Referer": page})

    # then the answer leads back
    assert answer.status_code == 409
    assert f'href="{consultation.address}"' in answer.text
    assert BACK in answer.text


@pytest.mark.parametrize(
    "elsewhere",
    ["", "https://anderswo.example/", "http://localhost//anderswo.example", "http://localhost/faelle/spaeterhin"],
)
def test_nobody_is_led_to_another_house_or_to_an_address_that_is_no_page(stage: Stage, elsewhere: str) -> None:
    consultation = Round(stage)

    answer = consultation.author.opens(f"{consultation.address}/ergebnis", headers={"Referer": elsewhere})

    assert answer.status_code == 409
    assert BACK not in answer.text


def test_a_live_session_is_opened_only_when_somebody_has_accepted(stage: Stage) -> None:
    # given a live session to which nobody has answered
    consultation = Round(stage, kind=SessionKind.LIVE)
    before = consultation.moderator.opens(consultation.address).text
    assert OPEN not in before
    assert "Sie können die Sitzung eröffnen, sobald genug Personen zugesagt haben." in before

    # when they accept
    consultation.all_accept()

    # then the button is there
    assert OPEN in consultation.moderator.opens(consultation.address).text
