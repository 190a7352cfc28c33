"""The trained weights on disk: read only when their SHA-256 is the one that was committed with them.

There is one file for each network that reads; the checksum file names them all. Knowing whether they are sound costs a
few milliseconds and loads no library.
"""

import hashlib
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data"
WEIGHTS, CHECKSUM = "names.model", "names.sha256"


class BrokenWeights(RuntimeError):
    """The weights are missing, or not the ones that belong to this version."""


def content(folder: Path = FOLDER) -> tuple[bytes, ...]:
    """The bytes of the weights, one network after the other.

    Raises:
        BrokenWeights: some are missing or damaged.
    """
    try:
        lines = [line.split() for line in (folder / CHECKSUM).read_text(encoding="ascii").splitlines()]
        held = tuple((folder / name).read_bytes() for _digest, name in lines)
    except (OSError, ValueError):
        raise BrokenWeights from None
    if not held or [hashlib.sha256(one).hexdigest() for one in held] != [digest for digest, _name in lines]:
        raise BrokenWeights
    return held


def sound(folder: Path = FOLDER) -> bool:
    """Whether the weights are there and whole."""
    try:
        return bool(content(folder))
    except BrokenWeights:
        return False


def version(folder: Path = FOLDER) -> str:
    """The beginning of a checksum over the checksums, as a name for these weights."""
    try:
        return hashlib.sha256((folder / CHECKSUM).read_bytes()).hexdigest()[:8]
    except OSError:
        return "missing"


def named(member: int) -> str:
    """The file of the first, second … network."""
    return WEIGHTS if member == 1 else f"names-{member}.model"


def sign(folder: Path) -> dict[str, str]:
    """Write the checksums beside all weights that lie there, the first network's first; give each by its file."""
    files = sorted(folder.glob("names*.model"), key=lambda file: (file.name != WEIGHTS, file.name))
    digests = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    lines = "".join(f"{digest}  {name}\n" for name, digest in digests.items())
    (folder / CHECKSUM).write_text(lines, encoding="ascii")
    return digests
