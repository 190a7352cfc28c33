"""Reference data that comes with the program: the start taxonomy of themes, edited in the application afterwards."""

from pathlib import Path

import yaml

from caseboard.db import command, db
from caseboard.models import Theme

TAXONOMY = Path(__file__).parent / "data" / "themes.yaml"


@command
def fill() -> None:
    """Add the themes that are not there yet; what curators changed stays as they left it."""
    for row in yaml.safe_load(TAXONOMY.read_text("utf-8"))["themes"]:
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
