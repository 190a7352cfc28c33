"""Which themes the report treats together: those of one broader theme, and pairs that are near by their words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from caseboard import labels
from caseboard.db import db
from caseboard.models import Theme, ThemeState
from caseboard.themes import kinship, likeness


@dataclass(frozen=True)
class Family:
    """Themes that belong together, named by the broadest of them, or by one of a pair."""

    key: str
    paired: bool = False

    def name(self, themes: Iterable[str], names: Mapping[str, str]) -> str:
        """What these themes of it are called together."""
        some = sorted((names[one] for one in themes), key=str.casefold)
        return names[self.key] if len(some) > 1 and not self.paired else ", ".join(some)


def of_themes() -> dict[str, Family]:
    """The family of every theme.

    Curators' words come first: only themes that are neither part of another one nor have parts are paired, and only
    where each is nearest to the other. States play no part in it, so one that changes takes no theme elsewhere. A
    merged theme belongs where it leads to.
    """
    parents, leads_to = kinship.present(), labels.redirects()
    related = {one for pair in parents.items() if pair[0] not in leads_to and pair[1] for one in pair}
    active = db.session.scalars(select(Theme).where(Theme.state == ThemeState.ACTIVE))
    pairs = _pairs(likeness.texts(theme for theme in active if theme.id not in related))
    paired = {key: Family(min(key, other), paired=True) for key, other in pairs.items()}
    return {key: paired.get(leads_to.get(key, key)) or Family(_broadest(key, parents)) for key in parents}


def _pairs(texts: Mapping[str, str]) -> dict[str, str]:
    """The themes each of which is nearest to the other."""
    first = {key: near[0] for key in texts if (near := likeness.nearest(key, texts))}
    return {key: other for key, other in first.items() if first.get(other) == key}


def _broadest(key: str, parents: Mapping[str, str | None]) -> str:
    seen = {key}
    while (above := parents.get(key)) and above not in seen:
        seen.add(above)
        key = above
    return key
