"""Whatever goes wrong with a sent text, the page that says so holds it; and it holds nothing that others smuggle in."""

from typing import Any

import pytest
from werkzeug.test import TestResponse

from caseboard.cases import service as case_verbs
from caseboard.errors import Conflict, Unavailable
from caseboard.models import SessionKind
from caseboard.sessions import service as session_verbs
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import Round
from tests.rooms.test_cases_writing import TYPED, count, fields_of, previewed
from tests.rooms.written_stage import hidden

OWN = {"Origin": "http://localhost"}
VIEW = "Bei uns half ein Gespräch zu dritt,\nund zwar & <sofort>."


def sends(actor: Actor, path: str, data: dict[str, Any], **headers: str) -> TestResponse:
    """Send a form as a browser does, which says where the page is from."""
    return actor.client.post(path, data={"csrf_token": actor.token(), **data}, headers=headers or OWN)


def breaks(error: Exception) -> Any:
    """A verb in the middle of which something goes wrong."""

    def verb(*_about: Any, **_more: Any) -> None:
        raise error

    return verb


@pytest.fixture
def table(stage: Stage) -> Round:
    """A round in which everybody may write."""
    return Round(stage, kind=SessionKind.WRITTEN).all_accept()


def writes(table: Round, **headers: str) -> TestResponse:
    """Confirm a perspective."""
    adviser, path = table.advisers[0], f"{table.address}/perspektive"
    look = adviser.sends(path, {"text": VIEW, "step": "look"})
    data = {"text": VIEW, **hidden(look), "step": "confirm"}
    return sends(adviser, path, data, **headers)


@pytest.mark.parametrize("error", [ValueError("no"), Unavailable(), Conflict()])
def test_a_fault_in_the_middle_gives_the_text_back(
    table: Round, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    # given a verb that breaks
    monkeypatch.setattr(session_verbs, "contribute", breaks(error))
    # when somebody confirms their perspective
    answer = writes(table)
    page = answer.get_data(as_text=True)
    # then the page holds it, ready to be copied
    assert answer.status_code >= 409
    assert "Ihr Text steht noch hier" in page
    assert "Bei uns half ein Gespräch zu dritt,\nund zwar &amp; &lt;sofort&gt;." in page.replace("\r", "")


def test_what_may_be_over_in_a_minute_is_sent_once_more_with_one_button(
    table: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a perspective that met a fault
    with monkeypatch.context() as broken:
        broken.setattr(session_verbs, "contribute", breaks(ValueError("no")))
        page = writes(table)
    # when it is sent again from the page that says so
    again = fields_of(page)
    assert f'action="{table.address}/perspektive"' in page.get_data(as_text=True)
    answer = sends(table.advisers[0], f"{table.address}/perspektive", again)
    # then it is handed in
    assert answer.status_code == 303
    assert "Gespräch zu dritt" in table.advisers[0].opens(f"{table.address}/perspektive").get_data(as_text=True)


def test_a_case_survives_a_fault_without_script(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a sealed preview
    author = stage.case_manager("kg")
    sealed = previewed(author)
    with monkeypatch.context() as broken:
        broken.setattr(case_verbs, "submit", breaks(ValueError("no")))
        page = sends(author, "/faelle", sealed)
    assert page.status_code == 500
    assert count() == 0
    # when it is sent once more
    answer = sends(author, "/faelle", fields_of(page))
    # then it is handed in with every answer
    assert answer.status_code == 303
    assert count() == 1


@pytest.mark.parametrize("origin", ["https://anderswo.example", "null", ""])
def test_no_other_site_shows_words_of_its_own_here(table: Round, monkeypatch: pytest.MonkeyPatch, origin: str) -> None:
    monkeypatch.setattr(session_verbs, "contribute", breaks(ValueError("no")))

    answer = writes(table, Origin=origin)

    assert answer.status_code == 500
    assert "Gespräch zu dritt" not in answer.get_data(as_text=True)


def test_a_page_that_was_open_too_long_gives_the_text_back(stage: Stage) -> None:
    # given a token of a browser session that is no more
    author = stage.case_manager("kg")
    answer = author.client.post("/faelle/vorschau", data={**TYPED, "csrf_token": "verfallen"}, headers=OWN)
    # then the text is there to be copied, and no button sends it unseen
    assert answer.status_code == 400
    assert "zum dritten Mal abgebrochen" in answer.get_data(as_text=True)
    assert "Noch einmal senden" not in answer.get_data(as_text=True)


def test_a_password_is_never_shown_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = stage.stranger().post(
        "/anmelden", data={"email": "a b", "password": "acht kleine Äpfel", "csrf_token": "x"}, headers=OWN
    )

    assert answer.status_code == 400
    assert "Äpfel" not in answer.get_data(as_text=True)
