"""Every address, everybody, every thing: who gets what is one table, and an address without a row in it fails.

A row names an address and the thing it is tried on, and for each status who gets it. Everybody else gets 404, as if
there were nothing; somebody who is not signed in is asked to sign in.
"""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from tests.actors import TOKEN, Stage
from tests.house.matrix_cast import THINGS, WHO, Cast
from tests.house.matrix_table import TABLE


class Row(NamedTuple):
    """One line of the table, with the people it lets in by name."""

    method: str
    endpoint: str
    thing: str
    answers: dict[str, int]
    form: dict[str, str]


def rows() -> Iterator[Row]:
    """The table, read."""
    for method, endpoint, thing, answers, form in TABLE:
        by_name = {name: status for status, names in answers.items() for name in names.split()}
        unknown = set(by_name) - {*WHO, "sameCounty", "stranger"}
        assert not unknown, unknown
        yield Row(method, endpoint, thing, by_name, form)


def address(rule: Rule, key: str) -> str:
    """The address with the id in its place, and a phase that every process has."""
    return rule.rule.replace("<id>", key).replace("<token>", key).replace("<key>", "closing")


def doors(app: Flask) -> dict[tuple[str, str], Rule]:
    """Every address of the house by method and endpoint; one endpoint with several addresses counts once."""
    return {
        (method, rule.endpoint): rule
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def asked_to_sign_in(row: Row) -> int:
    """What a stranger gets where nothing else is said."""
    return 303 if row.method == "GET" else 401


def test_every_address_stands_in_the_table(built_app: Flask) -> None:
    assert set(doors(built_app)) == {(row.method, row.endpoint) for row in rows()}


@pytest.mark.parametrize("thing", sorted(THINGS))
def test_everybody_gets_exactly_what_is_theirs(app: Flask, stage: Stage, thing: str) -> None:
    cast, wrong = Cast(stage), []
    stranger = stage.stranger()
    for row in (row for row in rows() if row.thing == thing):
        untouched = THINGS[thing](cast)
        for name in (*cast.people, "stranger"):
            expected = row.answers.get(name, asked_to_sign_in(row) if name == "stranger" else 404)
            # whoever is let in may change the thing, so they get one of their own
            key = untouched if expected in {401, 404} else THINGS[thing](cast)
            got = _knock(cast, name, stranger, row, address(doors(app)[row.method, row.endpoint], key))
            if got != expected:
                wrong.append(f"{row.method} {row.endpoint} on {thing}: {name} gets {got}, not {expected}")
    assert wrong == []


def _knock(cast: Cast, name: str, stranger: FlaskClient, row: Row, path: str) -> int:
    if row.method == "GET":
        return (stranger if name == "stranger" else cast.people[name].client).get(path).status_code
    if name == "stranger":
        token = {"csrf_token": _token(stranger)}
        return stranger.post(path, data={**token, **row.form}).status_code
    status = cast.people[name].sends(path, row.form, follow=False).status_code
    if row.endpoint == "accounts.sign_out":
        cast.signs_in_again(name)
    return status


def _token(stranger: FlaskClient) -> str:
    found = TOKEN.search(stranger.get("/barrierefreiheit").get_data(as_text=True))
    assert found
    return found[1]
