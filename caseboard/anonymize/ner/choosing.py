"""Which spaCy model of one's own reads along, and whether it is there; knowing that loads no library.

The application says which one, from its settings (NER_MODEL); without it the environment does (CASEBOARD_NER_MODEL).
"""

import hashlib
import json
import os
from importlib.util import find_spec
from pathlib import Path

VARIABLE = "CASEBOARD_NER_MODEL"
READERS = frozenset({"ner", "entity_ruler"})
"""The parts of a spaCy model that recognise names."""


class _Choice:
    """What the settings of the application say."""

    name: str | None = None


def choose(name: str | None) -> bool:
    """Take the model that the settings of an application name; says whether that is another one than before."""
    before, _Choice.name = chosen(), (name or "").strip() or None
    return before != chosen()


def chosen() -> str | None:
    """The configured model, if there is one."""
    return _Choice.name or os.environ.get(VARIABLE, "").strip() or None


def is_there() -> bool:
    """Whether the configured model, if there is one, lies in its place and recognises names; loads nothing."""
    name = chosen()
    return name is None or _recognises(name)


def checksum(name: str) -> str:
    """The beginning of a checksum over all files of a model, so that no other one passes for it.

    Raises:
        OSError: it is not there, or cannot be read.
    """
    folder, whole = _folder(name), hashlib.sha256()
    if folder is None:
        raise FileNotFoundError
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            whole.update(path.relative_to(folder).as_posix().encode())
            with path.open("rb") as file:
                whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()[:8]


def _recognises(name: str) -> bool:
    try:
        folder = _folder(name)
        if folder is None or not any((*folder.glob("config.cfg"), *folder.glob("*/config.cfg"))):
            return False
        return not READERS.isdisjoint(json.loads((folder / "meta.json").read_text(encoding="utf-8"))["pipeline"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _folder(name: str) -> Path | None:
    """Where a model lies: beside the code of its package, or where its path says."""
    package = find_spec(name) if name.isidentifier() else None
    if package and package.origin:
        return Path(package.origin).parent
    return Path(name) if Path(name).is_dir() else None
