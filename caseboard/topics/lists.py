"""Plain lists of words that lie beside the code, one a line."""

from pathlib import Path

FOLDER = Path(__file__).parent / "data"


def listed(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset((FOLDER / f"{name}.txt").read_text("utf-8").split())
