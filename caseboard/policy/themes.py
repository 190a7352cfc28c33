"""Who may see themes, edit them, and make a proposal of one."""

from sqlalchemy import Select, false, select

from caseboard import policy
from caseboard.models import Theme, ThemeSnapshot, ThemeState, User


def may_see_theme(user: User, theme: Theme) -> bool:
    """Whoever consults sees the themes in use, leadership only what is flagged, moderators also what is retired."""
    if policy.moderates(user):
        return True
    if theme.state is not ThemeState.ACTIVE:
        return False
    return policy.consults(user) or (policy.leads(user) and theme.flagged)


def seeable_themes(user: User) -> Select[tuple[Theme]]:
    """Every theme `may_see_theme` says yes for."""
    if policy.moderates(user):
        return select(Theme)
    in_use = select(Theme).where(Theme.state == ThemeState.ACTIVE)
    if policy.consults(user):
        return in_use
    return in_use.where(Theme.newest.has(ThemeSnapshot.flagged) if policy.leads(user) else false())


def may_edit_theme(user: User, theme: Theme) -> bool:  # noqa: ARG001 - the same for every theme, so far
    """Moderators keep the themes: names, definitions, seed terms, in use or retired."""
    return policy.moderates(user)


def editable_themes(user: User) -> Select[tuple[Theme]]:
    """Every theme `may_edit_theme` says yes for."""
    return select(Theme) if policy.moderates(user) else select(Theme).where(false())


def may_propose(user: User, theme: Theme) -> bool:
    """Moderators make a proposal of a theme in use once it is flagged, by cases or by what other houses observe."""
    return policy.moderates(user) and theme.state is ThemeState.ACTIVE and theme.flagged


def proposable_themes(user: User) -> Select[tuple[Theme]]:
    """Every theme `may_propose` says yes for."""
    if not policy.moderates(user):
        return select(Theme).where(false())
    return select(Theme).where(Theme.state == ThemeState.ACTIVE, Theme.newest.has(ThemeSnapshot.flagged))
