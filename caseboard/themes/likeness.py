"""Which themes have much in common by their own words; what cases have in common is never told, it would be counts."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set

from sqlalchemy import select

from caseboard.db import db
from caseboard.models import Theme, ThemeState, User
from caseboard.policy import themes as rules
from caseboard.themes.lineage import Relative

PIECE = 5
"""Pieces of words of so many letters find the parts of compounds, and need no dictionary."""

LEAST = 0.06
MOST = 3
WORD = re.compile(r"[^\W\d_]{5,}")


def similar(user: User, theme: Theme, language: str) -> tuple[Relative, ...]:
    """The themes in use whose words have most in common with those of this one, the nearest first."""
    if theme.state is not ThemeState.ACTIVE:
        return ()
    themes = db.session.scalars(select(Theme).where(Theme.state == ThemeState.ACTIVE)).all()
    near = nearest(theme.id, texts(themes))
    seen = rules.seeable_themes(user).where(Theme.id.in_(near), Theme.state == ThemeState.ACTIVE)
    names = {one.id: one.name_in(language) for one in db.session.scalars(seen)}
    return tuple(Relative(key, names[key]) for key in near if key in names)


def texts(themes: Iterable[Theme]) -> dict[str, str]:
    """What each theme says of itself."""
    return {one.id: " ".join([one.name_de, one.definition, *one.seeds]) for one in themes}


def nearest(key: str, texts: Mapping[str, str]) -> list[str]:
    """The keys of the texts that are nearest to one of them, where pieces that many of them have weigh little."""
    pieces = {one: _pieces(text) for one, text in texts.items()}
    having = Counter(piece for some in pieces.values() for piece in some)
    weight = {piece: math.log(len(texts) / count) for piece, count in having.items()}

    def size(some: Set[str]) -> float:
        return math.sqrt(sum(weight[piece] for piece in some)) or 1.0

    shared = {one: size(pieces[key] & some) ** 2 / size(pieces[key]) / size(some) for one, some in pieces.items()}
    ordered = sorted(shared, key=lambda one: (-shared[one], one))
    return [one for one in ordered if one != key and shared[one] >= LEAST][:MOST]


def _pieces(text: str) -> set[str]:
    words = WORD.findall(text.casefold())
    return {word[start : start + PIECE] for word in words for start in range(len(word) - PIECE + 1)}
