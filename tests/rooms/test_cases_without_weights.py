"""Where the trained weights are missing or damaged, nothing is stored, nothing typed is lost, and somebody is told."""

from pathlib import Path

import pytest
from flask import Flask

from caseboard.anonymize import loading
from caseboard.anonymize.ner import weights
from tests.actors import Actor, Stage
from tests.rooms.test_cases_writing import TYPED, author, count, fields_of, previewed

__all__ = ["author"]


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation whose weights lost a byte on the way, after a restart."""
    (tmp_path / weights.CHECKSUM).write_bytes((weights.FOLDER / weights.CHECKSUM).read_bytes())
    (tmp_path / weights.WEIGHTS).write_bytes((weights.FOLDER / weights.WEIGHTS).read_bytes()[:-1])
    monkeypatch.setattr(loading, "_loaded", [])
    monkeypatch.setattr("caseboard.anonymize.recognizers.trained_names.FOLDER", tmp_path)
    monkeypatch.setattr(weights, "sound", lambda: weights_sound(tmp_path))


weights_sound = weights.sound


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

    assert "names.model is missing or damaged" in caplog.text
