"""The model of the tagger (HanTa), a pickle: read only as its package was installed, by the package's checksum."""

import base64
import hashlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, PackagePath, files
from pathlib import Path

from caseboard.anonymize.signed import Damaged

NAME = "morphmodel_ger.pgz"
_PACKAGE = "HanTa"


def path() -> Path:
    """Where it stands, and never in the folder the process was started in.

    Raises:
        Damaged: it is missing, or not the one that was installed.
    """
    if not is_whole():
        raise Damaged
    return Path(_installed().locate())


def is_whole() -> bool:
    """Whether it is there as it was installed; read again only when something has touched it."""
    try:
        here = _installed()
        place = Path(here.locate())
        state = place.stat()
        return here.hash is not None and here.hash.value == _digest(
            place, (state.st_ino, state.st_size, state.st_mtime_ns)
        )
    except (PackageNotFoundError, StopIteration, OSError):
        return False


def _installed() -> PackagePath:
    return next(path for path in files(_PACKAGE) or () if path.name == NAME)


@lru_cache(maxsize=4)
def _digest(place: Path, _state: tuple[int, ...]) -> str:
    """As the package's own list has it; the state of the file is part of the question."""
    digest = hashlib.sha256(place.read_bytes()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
