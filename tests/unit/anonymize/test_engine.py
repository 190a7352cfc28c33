"""The engine: light to import, quiet, and closed when it cannot run."""

import inspect
import json
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

import caseboard.anonymize
from caseboard.anonymize import EngineUnavailable, engine, loading, strip, strip_fields
from caseboard.anonymize.__main__ import answer
from caseboard.anonymize.lexicon.index import BrokenIndex, Index, write
from caseboard.anonymize.recognizers.trained_names import TrainedNames

ROOT = Path(caseboard.anonymize.__file__).resolve().parents[2]
LIGHT = """
import sys, types
package = types.ModuleType("caseboard")
package.__path__ = [sys.argv[1]]
sys.modules["caseboard"] = package
import caseboard.anonymize
print([name for name in ("flask", "numpy", "presidio_analyzer", "spacy", "sqlalchemy") if name in sys.modules])
"""


def test_importing_loads_nothing_heavy() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LIGHT, str(ROOT / "caseboard")], capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "[]"


def test_if_the_engine_cannot_be_loaded_nothing_is_stripped(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise OSError("disk on fire: Frau Brezina")

    monkeypatch.setattr(loading, "_loaded", [])
    monkeypatch.setattr("caseboard.anonymize.engine.Engine.__init__", lambda _self: broken())

    with pytest.raises(EngineUnavailable) as refused:
        strip("Frau Brezina")

    assert "Brezina" not in str(refused.value)
    assert refused.value.__suppress_context__


def test_the_index_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.bin"
    write(path, {"koch": 7, "mueller": 9}, 3)

    assert Index(path, 3).get("mueller") == 9
    assert Index(path, 3).get("unbekannt") == 0
    with pytest.raises(BrokenIndex):
        Index(path, 4)


def test_a_cut_off_index_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.bin"
    write(path, {"koch": 7, "mueller": 9}, 3)
    path.write_bytes(path.read_bytes()[:-3])

    with pytest.raises(BrokenIndex):
        Index(path, 3)


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        strip("Frau Brezina, IBAN DE89370400440532013000")

    assert "Brezina" not in caplog.text
    assert "DE89" not in caplog.text


def test_who_asks_the_networks_stands_right_behind_them() -> None:
    order, asking = engine._RECOGNIZERS, engine._ASK_THE_NETWORKS
    reads = re.compile(r"document\.(?:believed|doubts|opinions)\b")

    assert {kind for kind in order if reads.search(inspect.getsource(sys.modules[kind.__module__]))} == set(asking)
    assert order[order.index(TrainedNames) + 1 :][: len(asking)] == asking


def test_the_command_line_keeps_its_contract() -> None:
    raw = "Gestern rief Frau Brezina an."

    row = answer({"id": "x", "text": raw})

    assert json.loads(json.dumps(row)) == {
        "id": "x",
        "text": "Gestern rief Frau [Kundin] an.",
        "spans": [{"start": 18, "end": 25, "type": "PERSON", "replacement": "[Kundin]", "tier": "certain"}],
    }


def test_empty_fields_stay_empty() -> None:
    assert dict(strip_fields({"a": "", "b": " \n"}).texts) == {"a": "", "b": " \n"}
