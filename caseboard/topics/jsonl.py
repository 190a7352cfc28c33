"""Lines of JSON from people's own files: what is wrong is said by its number, and never by what stands there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any


class BadLine(ValueError):
    """A line is not what it should be; the message names its number and the rule, nothing of the line."""


def objects(lines: Iterable[str], wanted: str, **kinds: type) -> Iterator[dict[str, Any]]:
    """The objects of lines that each hold one with these fields; empty lines are left out.

    Args:
        lines: the lines.
        wanted: how such a line looks, for the message.
        kinds: the fields and what they hold; `object` allows anything.

    Raises:
        BadLine: a line is no JSON or has not these fields.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _object(line, number, wanted, kinds)


def _object(line: str, number: int, wanted: str, kinds: dict[str, type]) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(
        name in found and isinstance(found[name], kind) for name, kind in kinds.items()
    ):
        raise BadLine(f"line {number} is not like {wanted}") from None
    return found
