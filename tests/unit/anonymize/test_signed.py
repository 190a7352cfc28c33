"""What the anonymiser reads from disk: whole, small, and refused when it is not what was signed."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseboard.anonymize import EngineUnavailable, broken, lexicon, signed, strip, weighing
from caseboard.anonymize.lexicon import build, index
from caseboard.anonymize.ner import weights
from caseboard.anonymize.ner.reading import NameReader
from tests.unit.anonymize.copies import copied, flip

LIGHT = """
import sys
from caseboard.anonymize import broken
print(broken(), [name for name in ("thinc", "spacy", "numpy", "presidio_analyzer") if name in sys.modules])
"""
MEMBERS = (weights.named(1), weights.named(2))
ALL = (*MEMBERS, signed.EVIDENCE, signed.INDEX)
TEXT = "Frau Wiesinger war da."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy that the engine reads, taken away again, because it is large."""
    yield copied(tmp_path, monkeypatch)
    for file in tmp_path.iterdir():
        file.unlink()


def test_everything_shipped_is_whole_and_the_weights_are_small() -> None:
    assert broken() == ()
    assert tuple(signed.digests()) == (*MEMBERS, signed.INDEX, signed.EVIDENCE)
    assert len(weights.content()) == len(MEMBERS)
    assert sum(map(len, weights.content())) <= 10_000_000


def test_looking_after_the_files_loads_nothing_heavy() -> None:
    run = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "() []"


def test_the_engine_runs_with_whole_files(folder: Path) -> None:
    assert "Wiesinger" not in strip(TEXT)


@pytest.mark.parametrize("name", ALL)
def test_where_one_is_missing_nothing_is_stripped(folder: Path, name: str) -> None:
    (folder / name).unlink()

    assert broken() == (name,)
    with pytest.raises(EngineUnavailable):
        strip(TEXT)


def test_without_checksums_nothing_is_stripped(folder: Path) -> None:
    (folder / signed.CHECKSUMS).unlink()

    assert set(broken()) == {signed.NETWORK, signed.EVIDENCE, signed.INDEX}
    with pytest.raises(EngineUnavailable):
        strip(TEXT)


@pytest.mark.parametrize("lines", ["", "no list of checksums\n", "\xe4"])
def test_a_list_of_checksums_that_nobody_can_read_vouches_for_nothing(folder: Path, lines: str) -> None:
    (folder / signed.CHECKSUMS).write_text(lines, encoding="utf-8")

    assert set(broken()) == {signed.NETWORK, signed.EVIDENCE, signed.INDEX}
    with pytest.raises(EngineUnavailable):
        strip(TEXT)


@pytest.mark.parametrize("name", ALL)
def test_a_file_without_its_line_is_refused(folder: Path, name: str) -> None:
    lines = (folder / signed.CHECKSUMS).read_text().splitlines(keepends=True)
    (folder / signed.CHECKSUMS).write_text("".join(line for line in lines if name not in line))

    if name == MEMBERS[1]:  # a committee of one is whole as well
        assert broken() == ()
    else:
        assert broken() == (name,)
        with pytest.raises(EngineUnavailable):
            strip(TEXT)


@pytest.mark.parametrize("at", [0.0, 0.5, 0.999])
@pytest.mark.parametrize("name", ALL)
def test_a_single_changed_bit_is_noticed(folder: Path, name: str, at: float) -> None:
    flip(folder / name, at)

    assert broken() == (name,)
    with pytest.raises(EngineUnavailable):
        strip(TEXT)


def test_damage_is_noticed_also_after_the_file_was_whole(folder: Path) -> None:
    assert broken() == ()

    flip(folder / signed.INDEX)

    assert broken() == (signed.INDEX,)


def test_weights_of_another_network_are_refused_even_when_signed(folder: Path) -> None:
    (folder / signed.NETWORK).write_bytes(b"PK\x05\x06" + b"\0" * 18)
    signed.sign(folder, signed.NETWORK)

    assert broken() == ()
    with pytest.raises(signed.Damaged):
        NameReader(folder)


@pytest.mark.parametrize("table", [b"", b"(bias)\tmuch\n", b"title\t1\t3\n", b"\xff\t1\n"])
def test_a_table_that_is_none_is_refused_even_when_signed(folder: Path, table: bytes) -> None:
    (folder / signed.EVIDENCE).write_bytes(table)
    signed.sign(folder, signed.EVIDENCE)

    with pytest.raises(signed.Damaged):
        weighing.weights()
    with pytest.raises(EngineUnavailable):
        strip(TEXT)


def test_an_index_of_another_version_is_refused_even_when_signed(folder: Path) -> None:
    index.write(folder / signed.INDEX, {"koch": 7}, lexicon.VERSION + 1)
    signed.sign(folder, signed.INDEX)

    with pytest.raises(index.BrokenIndex):
        lexicon.load()
    with pytest.raises(EngineUnavailable):
        strip(TEXT)


def test_signing_one_file_vouches_for_no_other(folder: Path) -> None:
    # given a damaged network beside a new table
    before = signed.digests(folder)
    flip(folder / signed.NETWORK)
    (folder / signed.EVIDENCE).write_bytes(b"(bias)\t0\n")
    # when the table is signed
    signed.sign(folder, signed.EVIDENCE)
    # then the network stays refused, and everything keeps its place
    assert broken() == (signed.NETWORK,)
    after = signed.digests(folder)
    assert list(after) == list(before)
    assert {name for name in after if after[name] != before[name]} == {signed.EVIDENCE}


def test_an_index_is_built_anew_and_signed_where_it_is_missing_damaged_or_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given word lists of two words
    for source in ("dictionary", "names", "places"):
        monkeypatch.setattr(build, source, dict)
    monkeypatch.setattr(build, "frequencies", lambda: {"koch": 7, "mueller": 9})
    assert not build.is_fresh(tmp_path)
    # when the index is built
    assert build.renew(tmp_path) >= 2
    # then it is fresh until something happens to it
    assert build.is_fresh(tmp_path)
    flip(tmp_path / signed.INDEX, 0.9)
    assert not build.is_fresh(tmp_path)
    build.renew(tmp_path)
    assert build.is_fresh(tmp_path)
    monkeypatch.setattr(build, "VERSION", lexicon.VERSION + 1)
    assert not build.is_fresh(tmp_path)
