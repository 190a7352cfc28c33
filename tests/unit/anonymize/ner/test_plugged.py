"""A bigger spaCy model of one's own reads along; when it is configured but missing, nothing is stripped."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from caseboard.anonymize import MODEL, EngineUnavailable, broken, loading, plug_in, strip, strip_fields
from caseboard.anonymize.ner.plugged import PluggedReader

LONGEST = 64
"""What the table of cases has room for."""


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
    text = "Er kommt aus Dings und sagt etwas zum SGB II."
    assert "Dings" in strip(text)
    monkeypatch.setenv("CASEBOARD_NER_MODEL", "/no/such/folder")
    # when an application names one
    plug_in(str(tmp_path / "model"))
    # then it is whole, and the next text is read with it
    assert broken() == ()
    assert "Dings" not in strip(text)


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


def own_model(folder: Path, *places: str) -> str:
    """A model that knows these words alone."""
    nlp = spacy.blank("de")
    patterns = [{"label": "GPE", "pattern": [{"TEXT": {"REGEX": f"^{place}$"}}]} for place in places]
    nlp.add_pipe("entity_ruler").add_patterns(patterns)
    nlp.to_disk(folder)
    return str(folder)


def test_it_reads_for_many_threads_at_once(tmp_path: Path) -> None:
    # given the model of an installation with several threads, and words that nobody has seen before
    reader = PluggedReader(own_model(tmp_path / "model", "Dings"))
    texts = [" ".join(f"wort{number}x{at}" for at in range(40)) + " in Dings" for number in range(240)]
    documents = [loading.engine().read(text) for text in texts]
    # when all are read at the same time
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda document: [*reader.guesses(document)], documents))
    # then each comes out as alone
    assert [[each.label for each in row] for row in found] == [["LOC"]] * len(documents)


def test_a_model_that_fails_on_a_text_closes_the_airlock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in(own_model(tmp_path / "model", "Dings"))
    monkeypatch.setattr(Language, "__call__", lambda *_args: {}["Frau Wiesinger"])

    with pytest.raises(EngineUnavailable) as refused:
        strip("Frau Wiesinger war da.")

    assert refused.value.__suppress_context__


def test_what_was_stripped_names_the_model_that_read_along(tmp_path: Path) -> None:
    # given a text stripped without, with one model, and with another that has its name and place
    without = strip_fields({"text": "Er kommt."}).model
    plug_in(own_model(tmp_path / "model", "Dings"))
    one = strip_fields({"text": "Er kommt."}).model
    loading.forget()
    again = strip_fields({"text": "Er kommt."}).model
    own_model(tmp_path / "model", "Bumms")
    loading.forget()
    other = strip_fields({"text": "Er kommt."}).model
    # then no preview that was sealed with one holds for another
    assert one == again
    assert len({without, one, other}) == 3
    assert all(each.startswith(MODEL) and len(each) <= LONGEST for each in (without, one, other))


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
