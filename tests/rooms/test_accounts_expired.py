"""A sign-in that expires while somebody writes: the text stays in the page, is stored nowhere, and goes on."""

import html
import re
from datetime import timedelta

import pytest
from flask import request
from sqlalchemy import text
from werkzeug.test import TestResponse

from caseboard import clock, guard
from caseboard.accounts import passwords
from caseboard.db import db
from caseboard.models import User
from tests.actors import Actor, Stage

PASSWORD = "drei Birnen im Regal"
HASH = passwords.hashed(PASSWORD)
TYPED = "Frau Kornblum-Ahrweiler wohnt\r\nin der Quittengasse 17 & züchtet <Zwergziegen>"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
LATER = timedelta(minutes=31)


@pytest.fixture
def writer(stage: Stage) -> Actor:
    """Somebody with a password who is signed in and has a page open."""
    actor = stage.case_manager("kg")
    actor.user.password_hash = HASH
    db.session.commit()
    return actor


def sends_too_late(writer: Actor) -> TestResponse:
    """Send a form half an hour after the last sign of life; the page with its token was opened before."""
    token = writer.token()
    fields = {"csrf_token": token, "situation": TYPED, "themes": ["schulden", "wohnen"], "present_password": "geheim"}
    with clock.at(clock.now() + LATER):
        return writer.client.post("/konto/passwort?seite=2", data=fields)


def carried(page: str) -> list[tuple[str, str]]:
    """The hidden fields of a page but its tokens and the way back of the switches."""
    pairs = [(html.unescape(name), html.unescape(value)) for name, value in HIDDEN.findall(page)]
    return [pair for pair in pairs if pair[0] not in {"csrf_token", "next"}]


def signs_in_again(writer: Actor, page: str, password: str = PASSWORD, email: str = "") -> TestResponse:
    """Fill in the form of the page that carries the text."""
    fields: dict[str, list[str]] = {"csrf_token": [token_of(page)]}
    for name, value in carried(page):
        fields.setdefault(name, []).append(value)
    fields |= {"email": [email or writer.user.email], "password": [password]}
    return writer.client.post("/anmelden/weiter", data=fields)


def token_of(page: str) -> str:
    return next(value for name, value in HIDDEN.findall(page) if name == "csrf_token")


def test_the_text_comes_back_in_the_page(writer: Actor) -> None:
    # when somebody sends a text after their sign-in has expired
    answer = sends_too_late(writer)
    page = answer.get_data(as_text=True)
    # then the page says so and carries every field with all its values, but neither token nor password
    assert answer.status_code == 401
    assert "Ihr Text ist noch da" in page
    assert carried(page) == [
        ("target", "/konto/passwort?seite=2"),
        ("kept-situation", TYPED),
        ("kept-themes", "schulden"),
        ("kept-themes", "wohnen"),
    ]


def test_whoever_signs_in_again_goes_on_with_the_text(writer: Actor) -> None:
    # given the page that carries the text
    page = sends_too_late(writer).get_data(as_text=True)
    # when they sign in there
    again = signs_in_again(writer, page)
    # then one button sends the same fields to where they were going, with a token that holds
    on = again.get_data(as_text=True)
    assert again.status_code == 200
    assert 'action="/konto/passwort?seite=2"' in on
    assert carried(on) == [("situation", TYPED), ("themes", "schulden"), ("themes", "wohnen")]
    arrived = writer.client.post("/konto/passwort?seite=2", data={"csrf_token": token_of(on)})
    assert arrived.status_code == 422


def test_a_wrong_password_loses_nothing(writer: Actor) -> None:
    # given the page that carries the text
    page = sends_too_late(writer).get_data(as_text=True)
    before = carried(page)
    # when they mistype five times, and once more
    for status in (422, 422, 422, 422, 422, 429):
        answer = signs_in_again(writer, page, "falsch und vertippt")
        page = answer.get_data(as_text=True)
        # then the text is still there, also when the throttle is shut
        assert answer.status_code == status
        assert carried(page) == before


def test_an_empty_form_loses_nothing_either(writer: Actor) -> None:
    page = sends_too_late(writer).get_data(as_text=True)
    answer = signs_in_again(writer, page, "")
    assert answer.status_code == 422
    assert carried(answer.get_data(as_text=True)) == carried(page)


def test_nothing_of_the_text_is_stored(writer: Actor) -> None:
    # when a text goes the whole way through an expired sign-in
    page = sends_too_late(writer).get_data(as_text=True)
    signs_in_again(writer, page, "falsch und vertippt")
    signs_in_again(writer, page)
    # then no table and no cookie holds a piece of it
    stored = everything_stored() + str(writer.client.get_cookie("caseboard"))
    with writer.client.session_transaction() as cookie:
        stored += str(dict(cookie))
    assert not [piece for piece in fragments(TYPED) if piece in stored]


def test_a_colleague_at_the_same_machine_sends_nothing_in_their_name(stage: Stage, writer: Actor) -> None:
    # given a page with somebody's text, and a colleague who signs in on it
    colleague = stage.case_manager("kg").user
    colleague.password_hash = HASH
    db.session.commit()
    page = sends_too_late(writer).get_data(as_text=True)
    # when they do
    answer = signs_in_again(writer, page, email=colleague.email)
    # then they are in, and the text is gone
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example", ""])
def test_the_text_never_leaves_the_house(writer: Actor, target: str) -> None:
    # given a page whose target somebody has tampered with
    page = sends_too_late(writer).get_data(as_text=True).replace("/konto/passwort?seite=2", target)
    # when they sign in again, then the text would go to the start page
    assert 'action="/"' in signs_in_again(writer, page).get_data(as_text=True)


def test_a_page_in_another_tab_still_has_a_valid_token(writer: Actor) -> None:
    # given a form that was opened before the sign-in expired, and a sign-in in another tab
    token = writer.token()
    page = sends_too_late(writer).get_data(as_text=True)
    signs_in_again(writer, page)
    # when the old form is sent, then its token is still good
    assert writer.client.post("/konto/passwort", data={"csrf_token": token}).status_code == 422


def test_another_person_gets_another_token(stage: Stage, writer: Actor) -> None:
    # given a token from the time when one person was signed in
    token = writer.token()
    colleague = stage.case_manager("nes").user
    colleague.password_hash = HASH
    db.session.commit()
    page = sends_too_late(writer).get_data(as_text=True)
    signs_in_again(writer, page, email=colleague.email)
    # when it is used after another person has signed in in this browser, then it is worth nothing
    assert writer.client.post("/konto/passwort", data={"csrf_token": token}).status_code == 400


def test_looking_without_a_sign_in_leads_to_the_sign_in_page(writer: Actor) -> None:
    with clock.at(clock.now() + LATER):
        answer = writer.client.get("/konto")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/anmelden?next=/konto"


def test_going_out_when_one_is_out_already_asks_for_nothing(writer: Actor) -> None:
    token = writer.token()
    with clock.at(clock.now() + LATER):
        answer = writer.client.post("/abmelden", data={"csrf_token": token})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_a_forged_post_gets_no_page_to_type_into(stage: Stage) -> None:
    answer = stage.stranger().post("/anmelden/weiter", data={"target": "/konto", "kept-a": "geschmuggelt"})
    assert answer.status_code == 400
    assert "geschmuggelt" not in answer.get_data(as_text=True)


def test_sources_are_counted_by_net_and_kept_as_keyed_hashes(stage: Stage) -> None:
    # given addresses of one line and of others
    def source(address: str) -> str:
        with stage.app.test_request_context(environ_base={"REMOTE_ADDR": address}):
            assert request.remote_addr == address
            return guard.source()

    # then one IPv6 line is one source, and an IPv4 address is one of its own, mapped or not
    assert source("2001:db8:1:2::3") == source("2001:db8:1:2:ffff::9")
    assert source("2001:db8:1:2::3") != source("2001:db8:1:3::3")
    assert source("192.0.2.1") != source("192.0.2.2")
    assert source("::ffff:192.0.2.1") != source("::ffff:192.0.2.2")


def everything_stored() -> str:
    """Every value of every table."""
    tables = User.metadata.sorted_tables
    return "".join(str(db.session.execute(text(f'SELECT * FROM "{table.name}"')).all()) for table in tables)  # noqa: S608


def fragments(typed: str) -> list[str]:
    """Every piece of eight characters."""
    return [typed[at : at + 8] for at in range(len(typed) - 7)]
