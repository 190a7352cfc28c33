"""Reference data that comes with the program: themes, processes and methods; people edit the first two later."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from caseboard.db import command, db
from caseboard.models import Process, Theme

FOLDER = Path(__file__).parent / "data"
TAXONOMY = FOLDER / "themes.yaml"


@command
def fill() -> None:
    """Add the themes and processes that are not there yet; what people changed stays as they left it."""
    for row in shipped("themes")["themes"]:
        if db.session.get(Theme, row["id"]) is None:
            db.session.add(
                Theme(
                    id=row["id"],
                    name_de=row["de"],
                    name_en=row["en"],
                    definition=row["definition"],
                    seeds=row["seeds"],
                )
            )
    for position, row in enumerate(shipped("processes")["processes"]):
        if db.session.get(Process, row["id"]) is None:
            db.session.add(_process(row, position))


def _process(row: dict[str, Any], position: int) -> Process:
    least, most = row["people"]
    return Process(
        id=row["id"],
        name_de=row["name"]["de"],
        name_en=row["name"]["en"],
        line_de=row["line"]["de"],
        line_en=row["line"]["en"],
        live=row["live"],
        written=row["written"],
        least_people=least,
        most_people=most,
        phases=row["phases"],
        position=position,
    )


@cache
def shipped(name: str) -> dict[str, Any]:
    """What the file `name` of the data folder holds; read once, and for reading alone."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
