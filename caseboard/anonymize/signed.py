"""What the anonymiser has learnt and knows, on disk: read only when its SHA-256 is the one that stands beside it.

The networks and the weights of the evidence are committed with their checksums; whoever trains them signs them. The
word index is built where the project is installed, and whoever builds it signs it. A changed byte would make none of
them fail: it would make them overlook names. Knowing whether all are whole costs milliseconds and loads no library.
"""

import hashlib
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "data"
CHECKSUMS = "names.sha256"
NETWORK, EVIDENCE, INDEX = "names.model", "weights.tsv", "lexicon.bin"


class Damaged(RuntimeError):
    """A file is missing, or not the one that was signed."""


def digests(folder: Path | None = None) -> dict[str, str]:
    """The checksum of each file that was signed; of a list that nobody can read, none."""
    try:
        lines = ((folder or FOLDER) / CHECKSUMS).read_text(encoding="ascii").splitlines()
        return {name: digest for digest, name in map(str.split, lines)}
    except (OSError, ValueError):
        return {}


def held(name: str, folder: Path | None = None) -> bytes:
    """The bytes of a signed file.

    Raises:
        Damaged: it is missing or damaged.
    """
    try:
        content = ((folder or FOLDER) / name).read_bytes()
    except OSError:
        raise Damaged from None
    if hashlib.sha256(content).hexdigest() != digests(folder).get(name):
        raise Damaged
    return content


def is_whole(name: str, folder: Path | None = None) -> bool:
    """Whether a file is there as it was signed; read again only when something has touched it."""
    path = (folder or FOLDER) / name
    try:
        state = path.stat()
        return _digest(path, (state.st_ino, state.st_size, state.st_mtime_ns)) == digests(folder).get(name)
    except OSError:
        return False


def broken(folder: Path | None = None) -> tuple[str, ...]:
    """The files without which nothing can be stripped, as far as they are missing or damaged."""
    needed = dict.fromkeys((NETWORK, *digests(folder), EVIDENCE, INDEX))
    return tuple(name for name in needed if not is_whole(name, folder))


def version(folder: Path | None = None) -> str:
    """The beginning of a checksum over the checksums, as a name for everything that was signed."""
    try:
        return hashlib.sha256(((folder or FOLDER) / CHECKSUMS).read_bytes()).hexdigest()[:8]
    except OSError:
        return "missing"


def sign(folder: Path, *names: str) -> dict[str, str]:
    """Write the checksums of these files, the networks first; those of all others stay as they are."""
    found = digests(folder) | {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    ranked = sorted(found, key=lambda name: (not name.endswith(".model"), name != NETWORK, name))
    lines = "".join(f"{found[name]}  {name}\n" for name in ranked)
    (folder / CHECKSUMS).write_text(lines, encoding="ascii")
    return found


@lru_cache(maxsize=16)
def _digest(path: Path, _state: tuple[int, int, int]) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
