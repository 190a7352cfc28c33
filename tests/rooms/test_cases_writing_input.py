"""What people paste and what goes wrong while they do: each gets a clear answer, and nothing typed is lost."""

from typing import Any

import pytest
from sqlalchemy import update

from caseboard import clock
from caseboard.airlock import LIMIT
from caseboard.db import db
from caseboard.models import SignIn
from tests.actors import Actor, Stage
from tests.rooms.test_cases_writing import TYPED, count, fields_of, only_case, previewed

PATHS = ("/faelle/vorschau", "/faelle", "/faelle/spaeter")


@pytest.fixture
def author(stage: Stage) -> Actor:
    """A case manager in a house with two colleagues who can check."""
    stage.case_manager("kg")
    stage.case_manager("kg")
    return stage.case_manager("kg")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"title": ""}, "Bitte füllen Sie dieses Feld aus"),
        ({"situation": " \n\t "}, "Bitte füllen Sie dieses Feld aus"),
        ({"key_question": ""}, "Bitte füllen Sie dieses Feld aus"),
        ({"title": "x" * 81}, "höchstens 80 Zeichen"),
        ({"situation": "wort " * 2001}, "höchstens 10000 Zeichen"),
        ({"key_question": "wort " * 101}, "höchstens 500 Zeichen"),
        ({"situation": "wort " * 1900, "attempts": "wort " * 600}, "länger als 12.000 Zeichen"),
        ({"situation": "Guten\0Tag"}, "NUL"),
        ({"attempts": "Guten\x07Tag"}, "Steuerzeichen"),
        ({"hope": "Guten \u202etag"}, "Leserichtung"),
        ({"known": "M\u0430rtin"}, "Alphabet"),
    ],
)
def test_what_cannot_be_taken_comes_back_with_its_reason(author: Actor, typed: dict[str, str], sentence: str) -> None:
    for path in PATHS[:2]:
        # when it is sent
        response = author.sends(path, {**TYPED, "attempts": "Zweimal angerufen.", **typed})
        # then the form says what is wrong, and everything stands where it was
        assert response.status_code == 422, path
        assert sentence in response.get_data(as_text=True)
        kept = fields_of(response)
        for name, value in {**TYPED, "attempts": "Zweimal angerufen.", **typed}.items():
            assert "".join(kept.get(name, [""])).strip().split() == value.strip().split(), name
    assert count() == 0


def test_too_much_is_refused_before_the_engine_sees_it(author: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    def engine(*_args: Any, **_options: Any) -> None:
        pytest.fail("the engine was asked")

    monkeypatch.setattr("caseboard.anonymize.read", engine)
    long = {"situation": "wort " * 1990, "attempts": "wort " * ((LIMIT - 9950) // 5 + 1)}

    for path in PATHS:
        assert author.sends(path, {**TYPED, **long}).status_code == 422


def test_ten_thousand_characters_are_taken(author: Actor) -> None:
    text = ("Sie sucht Arbeit und findet keine. " * 285).strip()

    author.sends("/faelle", previewed(author, situation=text))

    assert only_case().situation == text


@pytest.mark.parametrize("harmless", ["Sie freut sich 🙂👩‍👧 sehr.", "Er sagt: مرحبا, und geht.", "§ 16² — „so“ … gut"])
def test_emoji_and_other_scripts_are_taken_as_they_are(author: Actor, harmless: str) -> None:
    response = author.sends("/faelle/vorschau", {**TYPED, "situation": harmless})

    assert response.status_code == 200
    assert fields_of(response)["situation"] == [harmless]


def test_what_is_typed_is_never_run(author: Actor) -> None:
    page = author.sends("/faelle/vorschau", {**TYPED, "situation": '"><script>alert(1)</script> & Co'})

    assert "<script>alert" not in page.get_data(as_text=True)
    assert fields_of(page)["situation"] == ['"><script>alert(1)</script> & Co']


@pytest.mark.parametrize("path", PATHS)
def test_a_text_that_is_many_times_too_long_comes_back(author: Actor, path: str) -> None:
    # given a whole file pasted by mistake
    long = "äö " * 120_000
    # when it is sent without script
    response = author.sends(path, {**TYPED, "situation": long})
    # then the form says so, with all of it
    assert response.status_code == 422
    assert "höchstens 10000 Zeichen" in response.get_data(as_text=True)
    assert fields_of(response)["situation"][0].split() == long.split()


def test_more_than_the_house_takes_gets_a_kind_answer(author: Actor, stage: Stage) -> None:
    response = author.sends("/faelle/vorschau", {**TYPED, "situation": "ä" * 400_000})
    stranger = stage.stranger().post("/anmelden", data={"email": "ä" * 300_000})

    for refused in (response, stranger):
        assert refused.status_code == 413
        assert "zu lang" in refused.get_data(as_text=True)


def test_forged_keys_do_not_reach_the_database(author: Actor) -> None:
    sealed = previewed(author)

    author.sends("/faelle", {**sealed, "once": "x" * 500, "keep": ["y" * 5000] * 30})

    assert only_case().once_key is None


@pytest.mark.parametrize("path", PATHS)
def test_a_sign_in_that_ended_while_typing_loses_nothing(author: Actor, path: str) -> None:
    # given a written page whose sign-in has ended on the server
    sealed = previewed(author)
    token = author.token()
    db.session.execute(update(SignIn).values(ended_at=clock.now()))
    db.session.commit()
    # when it is sent
    response = author.client.post(path, data={"csrf_token": token, **sealed})
    # then it is not stored, and the page that asks to sign in carries every field
    assert response.status_code == 401
    assert count() == 0
    carried = {name.removeprefix("kept-"): values for name, values in fields_of(response).items()}
    assert [" ".join(value.split()) for value in carried["situation"]] == [" ".join(TYPED["situation"].split())]
    assert carried["once"] == sealed["once"]
    assert carried["seal"] == sealed["seal"]
