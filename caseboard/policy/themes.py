"""Who may see themes, keep them, label cases, set the rule, watch it being reckoned, and make a proposal."""

from sqlalchemy import Select, false, or_, select

from caseboard import policy
from caseboard.models import (
    Case,
    ModelRun,
    Role,
    Standing,
    Theme,
    ThemeCandidate,
    ThemeEvent,
    ThemeSnapshot,
    ThemeState,
    User,
)
from caseboard.policy.cases import may_read_case


def may_see_theme(user: User, theme: Theme) -> bool:
    """Whoever consults sees the themes in use, moderators also what is out of use, leadership only what recurs.

    What has risen in one house alone recurs for the leadership of that house too: it is who can do something about it.
    """
    if policy.moderates(user):
        return True
    if theme.state is not ThemeState.ACTIVE:
        return False
    return policy.consults(user) or (policy.leads(user) and (theme.recurs or theme.rises_only_in(user.jobcenter_id)))


def may_open_theme(user: User, theme: Theme) -> bool:
    """The page of a merged theme leads on to the one it has become, which then decides for itself."""
    return may_see_theme(user, theme) or (theme.state is ThemeState.MERGED and policy.sees_the_network(user))


def seeable_themes(user: User) -> Select[tuple[Theme]]:
    """Every theme `may_see_theme` says yes for."""
    if policy.moderates(user):
        return select(Theme)
    in_use = select(Theme).where(Theme.state == ThemeState.ACTIVE)
    if policy.consults(user):
        return in_use
    here = ThemeSnapshot.local_jobcenter_id == user.jobcenter_id
    recurs = or_(ThemeSnapshot.flagged, ThemeSnapshot.standing == Standing.STANDING, here)
    return in_use.where(Theme.newest.has(recurs) if policy.leads(user) else false())


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


def may_read_report(user: User) -> bool:
    """Moderators and leadership read the quarterly report, which holds only what leadership may see."""
    return policy.moderates(user) or policy.leads(user)


def may_write_report(user: User) -> bool:
    """Moderators write what they recommend; leadership decides on it elsewhere."""
    return policy.moderates(user)


def may_undo(user: User, event: ThemeEvent) -> bool:  # noqa: ARG001 - the same for every event, so far
    """Moderators undo what moderators did to the taxonomy."""
    return policy.moderates(user)


def may_decide_candidate(user: User, candidate: ThemeCandidate) -> bool:  # noqa: ARG001 - the same for every one
    """Moderators decide whether a candidate becomes a theme."""
    return policy.moderates(user)


def may_label_case(user: User, case: Case) -> bool:
    """Moderators correct the themes of cases that they may read."""
    return policy.moderates(user) and may_read_case(user, case)


def may_see_rule(user: User) -> bool:
    """Whoever sees what the rule says may see the rule, and so may those who set it."""
    return policy.sees_the_network(user) or may_set_rule(user)


def may_set_rule(user: User) -> bool:
    """Network administration sets the numbers of the rule, and lets it decide between two month ends."""
    return Role.NETWORK_ADMINISTRATION in user.roles


def may_watch_runs(user: User) -> bool:
    """Moderators and network administration see how far the reckoning is."""
    return policy.moderates(user) or may_set_rule(user)


def may_stop_run(user: User, run: ModelRun) -> bool:  # noqa: ARG001 - the same for every run, so far
    """Whoever watches a run may stop it; nothing is lost, because the former figures stay."""
    return may_watch_runs(user)
