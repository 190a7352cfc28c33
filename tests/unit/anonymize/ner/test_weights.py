"""The shipped weights: whole, small, and refused when they are not what was committed."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseboard.anonymize import EngineUnavailable, loading, strip
from caseboard.anonymize.ner import weights
from caseboard.anonymize.ner.reading import NameReader

LIGHT = """
import sys
from caseboard.anonymize.ner.weights import sound
print(sound(), [name for name in ("thinc", "spacy", "numpy", "presidio_analyzer") if name in sys.modules])
"""

MEMBERS = (weights.named(1), weights.named(2))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped weights that the engine reads instead, and an engine that is not loaded yet."""
    for name in (*MEMBERS, weights.CHECKSUM):
        (tmp_path / name).write_bytes((weights.FOLDER / name).read_bytes())
    monkeypatch.setattr(loading, "_loaded", [])
    monkeypatch.setattr("caseboard.anonymize.recognizers.trained_names.FOLDER", tmp_path)
    return tmp_path


def test_the_shipped_weights_are_whole_and_small() -> None:
    assert weights.sound()
    assert len(weights.content()) == len(MEMBERS)
    assert sum(map(len, weights.content())) <= 10_000_000


def test_looking_after_the_weights_loads_nothing_heavy() -> None:
    run = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "True []"


def test_the_engine_runs_with_whole_weights(folder: Path) -> None:
    assert "Wiesinger" not in strip("Frau Wiesinger war da.")


@pytest.mark.parametrize("name", [*MEMBERS, weights.CHECKSUM])
def test_without_weights_nothing_is_stripped(folder: Path, name: str) -> None:
    (folder / name).unlink()

    assert not weights.sound(folder)
    with pytest.raises(EngineUnavailable):
        strip("Frau Wiesinger war da.")


@pytest.mark.parametrize("name", MEMBERS)
def test_a_single_changed_byte_is_noticed(folder: Path, name: str) -> None:
    held = bytearray((folder / name).read_bytes())
    held[len(held) // 2] ^= 1
    (folder / name).write_bytes(held)

    assert not weights.sound(folder)
    with pytest.raises(EngineUnavailable):
        strip("Frau Wiesinger war da.")


def test_weights_of_another_network_are_refused_even_when_signed(folder: Path) -> None:
    (folder / weights.WEIGHTS).write_bytes(b"PK\x05\x06" + b"\0" * 18)
    weights.sign(folder)

    assert weights.sound(folder)
    with pytest.raises(weights.BrokenWeights):
        NameReader(folder)
