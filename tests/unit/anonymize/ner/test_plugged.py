"""A bigger spaCy model of one's own reads along; when it is configured but missing, nothing is stripped."""

from pathlib import Path

import pytest
import spacy

from caseboard.anonymize import EngineUnavailable, loading, strip


@pytest.fixture(autouse=True)
def _fresh_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_loaded", [])


def test_its_entities_are_masked_with_our_kinds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a model that takes an ordinary word for a place, and a field term for a person
    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler").add_patterns([
        {"label": "GPE", "pattern": "Dings"}, {"label": "MISC", "pattern": "etwas"}, {"label": "PER", "pattern": "SGB"},
    ])  # fmt: skip
    nlp.to_disk(tmp_path / "model")
    text = "Er kommt aus Dings und sagt etwas zum SGB II."
    assert "Dings" in strip(text)
    monkeypatch.setattr(loading, "_loaded", [])
    monkeypatch.setenv("CASEBOARD_NER_MODEL", str(tmp_path / "model"))

    # when
    stripped = strip(text)

    # then
    assert "Dings" not in stripped
    assert "etwas" in stripped
    assert "SGB II" in stripped


@pytest.mark.parametrize("name", ["no_such_package", "/no/such/folder"])
def test_a_configured_model_that_is_missing_closes_the_airlock(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEBOARD_NER_MODEL", name)

    with pytest.raises(EngineUnavailable):
        strip("Frau Wiesinger war da.")


def test_a_model_without_names_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spacy.blank("de").to_disk(tmp_path / "model")
    monkeypatch.setenv("CASEBOARD_NER_MODEL", str(tmp_path / "model"))

    with pytest.raises(EngineUnavailable):
        strip("Frau Wiesinger war da.")
