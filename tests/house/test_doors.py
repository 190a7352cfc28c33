"""Every door of the house has a rule: who may come in is never left to memory."""

import re

import pytest
from flask import Flask
from werkzeug.routing import Rule

from tests.actors import TOKEN, Stage

OPEN = {
    "static",
    "accounts.sign_in",
    "accounts.resume",
    "accounts.set_language",
    "accounts.set_theme",
    "accounts.accept_invitation",
    "sessions.calendar_feed",  # calendar programmes cannot sign in: its address is the secret
    "pages.imprint",
    "pages.privacy",
    "pages.accessibility",
    "pages.ready",
}
"""All that anybody may open without signing in; a longer list needs a reason."""


def _address(rule: Rule) -> str:
    return re.sub(r"<[^>]+>", "0" * 32, rule.rule)


def test_every_endpoint_names_its_guard(built_app: Flask) -> None:
    unguarded = [
        endpoint
        for endpoint, view in built_app.view_functions.items()
        if endpoint != "static" and not hasattr(view, "guard")
    ]
    assert unguarded == []


def test_only_the_short_list_is_open(built_app: Flask) -> None:
    opened = {name for name, view in built_app.view_functions.items() if getattr(view, "guard", None) == "open"}
    assert opened | {"static"} == OPEN


def test_a_stranger_gets_no_page(app: Flask, stage: Stage) -> None:
    stranger = stage.stranger()
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint not in OPEN:
            response = stranger.get(_address(rule))
            assert response.status_code == 303, rule.rule
            assert response.location.startswith("/anmelden"), rule.rule


def test_no_form_is_taken_without_its_token(app: Flask, stage: Stage) -> None:
    # given somebody with every right there is
    everybody = stage.person("kg", *stage.all_roles())
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or ()):
            # when a form arrives without the token of this browser
            response = everybody.client.post(_address(rule))
            # then it is refused before anything looks at it
            assert response.status_code == 400, rule.rule


def test_reading_changes_nothing(app: Flask, stage: Stage) -> None:
    """No address takes GET and a changing verb in one view that does not look at the method."""
    for rule in app.url_map.iter_rules():
        assert not {"PUT", "PATCH", "DELETE"} & (rule.methods or set()), rule.rule


@pytest.mark.parametrize("header", ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"])
def test_every_answer_carries_the_headers(stage: Stage, header: str) -> None:
    assert header in stage.stranger().get("/impressum").headers
    assert header in stage.stranger().get("/gibt-es-nicht").headers


def test_pages_are_never_kept_by_caches(stage: Stage) -> None:
    assert stage.case_manager("kg").opens("/").headers["Cache-Control"] == "no-store"


def test_an_absent_page_and_a_forbidden_one_look_the_same(stage: Stage) -> None:
    # given an address that is kept by a rule, and one that leads nowhere
    reader = stage.case_manager("kg")
    # when somebody without the right opens both
    forbidden, absent = (reader.opens(path) for path in ("/personen", "/gibt-es-nicht"))
    # then all that differs is the address asked for, and the token, which carries the second it was made in
    assert forbidden.status_code == absent.status_code == 404
    seen = TOKEN.sub("", forbidden.get_data(as_text=True)).replace("/personen", "/gibt-es-nicht")
    assert seen == TOKEN.sub("", absent.get_data(as_text=True))
