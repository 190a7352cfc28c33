"""The compact word index: sorted 64-bit hashes and one 32-bit value a word, mapped into memory."""

import mmap
import os
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

_HEAD = 32
_MAGIC = b"caseboard lexicon\0"


class BrokenIndex(RuntimeError):
    """The index file is not one of ours, or of another version."""


def _key(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")


def write(path: Path, words: Mapping[str, int], version: int) -> None:
    """Write the index beside its place and move it there, so that no reader ever sees half of it."""
    rows = sorted((_key(word), value) for word, value in words.items())
    head = (_MAGIC + bytes([version])).ljust(_HEAD - 8, b"\0") + len(rows).to_bytes(8, "little")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(head)
            array("Q", (key for key, _ in rows)).tofile(out)
            array("I", (value for _, value in rows)).tofile(out)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class Index:
    """Read-only look-up; opening costs nothing, the pages are shared between processes."""

    def __init__(self, path: Path, version: int) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._map[: len(_MAGIC) + 1] != _MAGIC + bytes([version]):
            raise BrokenIndex
        count = int.from_bytes(self._map[_HEAD - 8 : _HEAD], "little")
        if len(self._map) != _HEAD + count * 12:
            raise BrokenIndex
        view = memoryview(self._map)
        self._keys = view[_HEAD : _HEAD + 8 * count].cast("Q")
        self._values = view[_HEAD + 8 * count :].cast("I")

    def __len__(self) -> int:
        return len(self._keys)

    def get(self, word: str) -> int:
        """The value stored for a folded word, 0 when it is unknown."""
        key = _key(word)
        at = bisect_left(self._keys, key)
        return self._values[at] if at < len(self._keys) and self._keys[at] == key else 0
