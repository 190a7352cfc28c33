"""What the demo tells: raw fiction in German, written for it, to be stripped by the real pipeline."""

from pathlib import Path
from typing import Any

import yaml


def read(name: str) -> Any:
    """The content of one of the files here."""
    return yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text("utf-8"))
