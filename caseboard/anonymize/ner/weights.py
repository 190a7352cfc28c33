"""The trained weights on disk: read only when their SHA-256 is the one that was committed with them.

Knowing whether they are sound costs a few milliseconds and loads no library.
"""

import hashlib
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data"
WEIGHTS, CHECKSUM = "names.model", "names.sha256"


class BrokenWeights(RuntimeError):
    """The weights are missing, or not the ones that belong to this version."""


def content(folder: Path = FOLDER) -> bytes:
    """The bytes of the weights.

    Raises:
        BrokenWeights: they are missing or damaged.
    """
    try:
        wanted = (folder / CHECKSUM).read_text(encoding="ascii").split()
        held = (folder / WEIGHTS).read_bytes()
    except (OSError, UnicodeDecodeError):
        raise BrokenWeights from None
    if not wanted or hashlib.sha256(held).hexdigest() != wanted[0]:
        raise BrokenWeights
    return held


def sound(folder: Path = FOLDER) -> bool:
    """Whether the weights are there and whole."""
    try:
        return bool(content(folder))
    except BrokenWeights:
        return False


def version(folder: Path = FOLDER) -> str:
    """The beginning of the checksum, as a name for these weights."""
    try:
        return (folder / CHECKSUM).read_text(encoding="ascii")[:8]
    except (OSError, UnicodeDecodeError):
        return "missing"


def sign(folder: Path) -> str:
    """Write the checksum beside the weights and return it."""
    digest = hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest()
    (folder / CHECKSUM).write_text(f"{digest}  {WEIGHTS}\n", encoding="ascii")
    return digest
