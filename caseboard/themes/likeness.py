"""Which themes have much in common by their own words; what cases have in common is never told, it would be counts."""

from caseboard import labels
from caseboard.db import db
from caseboard.models import Theme, ThemeState, User
from caseboard.policy import themes as rules
from caseboard.themes.lineage import Relative, name_of
from caseboard.topics.classifier import untaught

LEAST = 0.06
"""Below that a theme comes first only because one has to."""


def similar(user: User, theme: Theme, language: str) -> tuple[Relative, ...]:
    """The themes in use that the words of this one would be suggested for too, the likeliest first."""
    if theme.state is not ThemeState.ACTIVE:
        return ()
    found = untaught(labels.specs()).suggest(" ".join([theme.definition, *theme.seeds])).best
    near = [one.theme for one in found if one.theme != theme.id and one.score >= LEAST]
    wanted = rules.seeable_themes(user).where(Theme.id.in_(near), Theme.state == ThemeState.ACTIVE)
    rows = {row.id: row for row in db.session.scalars(wanted)}
    return tuple(Relative(key, name_of(rows[key], language)) for key in near if key in rows)
