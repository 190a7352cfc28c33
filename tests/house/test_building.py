"""The plan of the building holds: imports point down, rooms are strangers, every module says what it is for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "caseboard"
ROOMS = {"accounts", "cases", "sessions", "themes", "measures", "home", "pages"}

FLOORS: list[set[str]] = [
    {"anonymize", "topics"},
    {"errors", "clock"},
    {"db"},
    {"models"},
    {"policy", "audit", "outbox", "notices", "airlock", "refusals", "config", "taxonomy", "similar", "reference"}
    | {"filters", "demo_people", "labels", "paper", "making", "searching", "client_groups", "figures"}
    | {"forgetting"},
    {"guard", "forms", "navigation", "worker", "answers"},
    ROOMS,
    {"flows"},
    {"demo"},
    {"cli"},
    {"wiring"},
    {"__init__"},
]
"""From the cellar to the roof; a module may import from its own floor and from below."""

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")


def _part(dotted: str) -> str:
    pieces = dotted.split(".")
    return pieces[1] if len(pieces) > 1 else "__init__"


def _floor(part: str) -> int:
    return next(level for level, parts in enumerate(FLOORS) if part in parts)


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            if module == "caseboard":
                yield from (f"caseboard.{alias.name}" for alias in node.names)
            else:
                yield module


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_point_down(path: Path) -> None:
    here = _part(_name(path))
    for imported in _imports(path):
        if not imported.startswith("caseboard"):
            continue
        there = _part(imported)
        assert there != "create_app", "nobody imports from caseboard/__init__.py"
        if there == here:
            continue
        assert _floor(there) <= _floor(here), f"{_name(path)} reaches up to {imported}"
        assert not ({here, there} <= ROOMS), f"{_name(path)} looks into another room: {imported}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    sentence = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n\n")[0]
    assert len(sentence) > 20, f"{_name(path)} has no sentence"
    assert sentence.rstrip().endswith((".", "!", "?")), f"{_name(path)}: the first paragraph is no sentence"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_presidio_stays_in_the_cellar(path: Path) -> None:
    foreign = {"presidio_analyzer", "presidio_anonymizer", "spacy"}
    if _part(_name(path)) == "anonymize":
        above = {name.split(".")[0] for name in _imports(path)} & {"flask", "sqlalchemy", "flask_sqlalchemy"}
        assert not above, f"{_name(path)} knows {above}"
    else:
        assert not {name.split(".")[0] for name in _imports(path)} & foreign


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_verbs_commit(path: Path) -> None:
    """`db.session.commit()` stands in the engine room and at the front door, which keeps sign-ins, and nowhere else."""
    if _part(_name(path)) in {"db", "guard"}:
        return
    assert "session.commit(" not in path.read_text("utf-8"), _name(path)


def test_every_folder_has_its_floor() -> None:
    parts = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES}
    assert parts <= set().union(*FLOORS), parts - set().union(*FLOORS)


def test_nothing_is_called_utils() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "util", "helpers", "misc"}]
