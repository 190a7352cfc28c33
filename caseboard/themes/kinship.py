"""Which themes are part of a broader one; nothing is counted twice by it, it only says what belongs together."""

from collections.abc import Mapping

from sqlalchemy import select

from caseboard.db import db
from caseboard.models import Theme


def parents() -> dict[str, str | None]:
    """The broader theme of every theme."""
    return dict(db.session.execute(select(Theme.id, Theme.parent_id)).tuples().all())


def may_be_part_of(theme_id: str, parent_id: str | None, parents: Mapping[str, str | None]) -> bool:
    """Whether a theme can be part of another one: of none of itself, and of none that is part of it in turn."""
    seen: set[str] = set()
    here = parent_id
    while here is not None and here not in seen:
        if here == theme_id:
            return False
        seen.add(here)
        here = parents.get(here)
    return True
