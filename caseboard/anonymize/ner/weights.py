"""The trained networks on disk: one file for each that reads, all of them signed."""

import re
from pathlib import Path

from caseboard.anonymize.signed import NETWORK, Damaged, digests, held

_NETWORKS = re.compile(r"names(?:-\d+)?\.model")


def content(folder: Path | None = None) -> tuple[bytes, ...]:
    """The bytes of the weights, one network after the other.

    Raises:
        Damaged: some are missing or damaged.
    """
    names = [name for name in digests(folder) if _NETWORKS.fullmatch(name)]
    if NETWORK not in names:
        raise Damaged
    return tuple(held(name, folder) for name in names)


def named(member: int) -> str:
    """The file of the first, second … network."""
    return NETWORK if member == 1 else f"names-{member}.model"
