"""A bigger spaCy model of one's own reads along; when it is configured but missing, nothing is stripped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy

from caseboard.anonymize import EngineUnavailable, broken, loading, plug_in, strip


@pytest.fixture(autouse=True)
def _fresh_engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(loading, "_loaded", [])
    yield
    plug_in(None)


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

    assert broken() == ("NER_MODEL",)
    with pytest.raises(EngineUnavailable):
        strip("Frau Wiesinger war da.")


def test_a_model_without_names_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spacy.blank("de").to_disk(tmp_path / "model")
    monkeypatch.setenv("CASEBOARD_NER_MODEL", str(tmp_path / "model"))

    assert broken() == ("NER_MODEL",)
    with pytest.raises(EngineUnavailable):
        strip("Frau Wiesinger war da.")


def test_the_settings_of_an_application_go_before_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given an engine that has read without a model, and an environment that names one that is missing
    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Dings"}])
    nlp.to_disk(tmp_path / "model")
    assert "Dings" in strip("Er kommt aus Dings.")
    monkeypatch.setenv("CASEBOARD_NER_MODEL", "/no/such/folder")
    # when an application names one
    plug_in(str(tmp_path / "model"))
    # then it is whole, and the next text is read with it
    assert broken() == ()
    assert "Dings" not in strip("Er kommt aus Dings.")


@pytest.mark.parametrize("gone", ["meta.json", "config.cfg"])
def test_a_model_that_lost_a_part_is_reported(tmp_path: Path, gone: str) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler")
    nlp.to_disk(tmp_path / "model")
    plug_in(str(tmp_path / "model"))
    assert broken() == ()

    (tmp_path / "model" / gone).unlink()

    assert broken() == ("NER_MODEL",)
    with pytest.raises(EngineUnavailable):
        strip("Frau Wiesinger war da.")


@pytest.mark.parametrize("data", ["de_own-1.0", ""])
def test_an_installed_package_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    # given a package as spaCy lays models out, and one whose data did not come along
    package = tmp_path / "de_own"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "meta.json").write_text('{"pipeline": ["tok2vec", "ner"]}')
    if data:
        (package / data).mkdir()
        (package / data / "config.cfg").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    # when the settings name it
    plug_in("de_own")
    # then only the whole one counts
    assert broken() == (() if data else ("NER_MODEL",))
