"""Which themes are part of a broader one; nothing is counted twice by it, it only says what belongs together."""

from collections.abc import Mapping

from sqlalchemy import select

from caseboard import labels
from caseboard.db import db
from caseboard.models import Theme

Parents = Mapping[str, str | None]


def parents() -> dict[str, str | None]:
    """The broader theme of every theme as moderators chose it, whatever has become of that one since."""
    return dict(db.session.execute(select(Theme.id, Theme.parent_id)).tuples().all())


def present() -> dict[str, str | None]:
    """The broader theme of every theme at present: parts of a merged theme, and itself, belong to what it has become.

    What was chosen stays as it was, so that everything is as before when the merge is undone.
    """
    leads_to = labels.redirects()
    above = {key: leads_to.get(parent, parent) if parent else None for key, parent in parents().items()}
    return {key: None if parent == key else parent for key, parent in {**above, **leads_to}.items()}


def known() -> tuple[Parents, Parents]:
    """What was chosen and what holds at present: no theme may be part of itself by either."""
    return parents(), present()


def may_be_part_of(theme_id: str, parent_id: str | None, *known: Parents) -> bool:
    """Whether a theme can be part of another one: of none of itself, and of none that is part of it in turn."""
    return all(_leads_elsewhere(theme_id, parent_id, some) for some in known)


def _leads_elsewhere(theme_id: str, parent_id: str | None, parents: Parents) -> bool:
    seen: set[str] = set()
    here = parent_id
    while here is not None and here not in seen:
        if here == theme_id:
            return False
        seen.add(here)
        here = parents.get(here)
    return True
