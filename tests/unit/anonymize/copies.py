"""A copy of everything the anonymiser reads from disk, in which a test may damage what it likes."""

import shutil
from pathlib import Path

import pytest

from caseboard.anonymize import loading, signed


def copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy; from now on the engine, which is not loaded yet, reads it instead."""
    for name in (*signed.digests(), signed.CHECKSUMS):
        shutil.copyfile(signed.FOLDER / name, folder / name)
    monkeypatch.setattr(loading, "_loaded", [])
    monkeypatch.setattr(signed, "FOLDER", folder)
    return folder


def flip(path: Path, at: float = 0.5) -> None:
    """Change one bit in one byte."""
    held = bytearray(path.read_bytes())
    held[int(len(held) * at)] ^= 1
    path.write_bytes(held)
