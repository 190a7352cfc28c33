"""Where what the anonymiser reads is missing or damaged, nothing is stored, nothing typed lost, and somebody told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from caseboard import anonymize
from caseboard.anonymize import loading, signed
from tests.actors import Actor, Stage
from tests.rooms.test_cases_writing import TYPED, author, count, fields_of, previewed
from tests.unit.anonymize.copies import copied

__all__ = ["author"]


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation whose weights lost a byte on the way, after a restart."""
    weights = copied(tmp_path, monkeypatch) / signed.NETWORK
    weights.write_bytes(weights.read_bytes()[:-1])


def test_nothing_can_be_submitted_and_what_was_typed_stays(author: Actor, request: pytest.FixtureRequest) -> None:
    # given a preview from better days
    sealed = previewed(author)
    request.getfixturevalue("damaged")
    for path in ("/faelle/vorschau", "/faelle", "/faelle/spaeter"):
        # when anything is sent
        response = author.sends(path, sealed)
        # then the form comes back with a sentence and every word that was typed
        assert response.status_code == 503
        assert "kann im Augenblick nicht" in response.get_data(as_text=True)
        fields = fields_of(response)
        assert fields["title"] == [TYPED["title"]]
        assert fields["situation"] == [TYPED["situation"]]
    assert count() == 0


def test_the_monitor_is_told(stage: Stage, request: pytest.FixtureRequest) -> None:
    assert stage.stranger().get("/bereit").status_code == 200
    request.getfixturevalue("damaged")

    answer = stage.stranger().get("/bereit")

    assert answer.status_code == 503
    assert answer.get_data(as_text=True) == "nicht bereit: names.model\n"


def test_the_log_says_so_at_start(app: Flask, damaged: None, caplog: pytest.LogCaptureFixture) -> None:
    from caseboard import create_app

    create_app({"SECRET_KEY": "x" * 40, "SQLALCHEMY_DATABASE_URI": "sqlite://"})

    assert "missing or damaged: names.model;" in caplog.text


@pytest.fixture
def _unplugged(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(loading, "_loaded", [])
    yield
    anonymize.plug_in(None)


@pytest.mark.usefixtures("_unplugged")
def test_a_model_of_ones_own_that_is_missing_is_told_and_closes_the_airlock(
    author: Actor, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    # given an installation whose settings name a model that is not there
    from caseboard import create_app

    create_app({"SECRET_KEY": "x" * 40, "SQLALCHEMY_DATABASE_URI": "sqlite://", "NER_MODEL": "/no/such/model"})
    # then log and monitor say so, and nothing is stored
    assert "missing or damaged: NER_MODEL;" in caplog.text
    answer = stage.stranger().get("/bereit")
    assert (answer.status_code, answer.get_data(as_text=True)) == (503, "nicht bereit: NER_MODEL\n")
    assert author.sends("/faelle/spaeter", TYPED).status_code == 503
    assert count() == 0
