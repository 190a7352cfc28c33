"""The verbs of a single theme: give it other words, put it aside, take it into use again."""

from caseboard import policy
from caseboard.db import command
from caseboard.models import EventKind, Theme, ThemeState, User
from caseboard.policy import themes as rules
from caseboard.themes import events
from caseboard.themes.entries import Entry, put, words_of

NOTICES = {EventKind.RETIRE: "theme.retired", EventKind.REACTIVATE: "theme.reactivated"}


@command
def edit(moderator: User, theme: Theme, entry: Entry) -> None:
    """Give a theme new words; what was labelled with it stays labelled."""
    policy.require(rules.may_edit_theme(moderator, theme))
    before, after = words_of(theme), entry.plain()
    if before == after:
        return
    put(theme, after)
    events.write(moderator, EventKind.EDIT, theme, {"before": before, "after": after})


@command
def retire(moderator: User, theme: Theme) -> None:
    """Take a theme out of use: it is suggested and counted no more, and what was stays."""
    policy.require(rules.may_edit_theme(moderator, theme))
    policy.require_moment(theme.state is ThemeState.ACTIVE)
    _pass(moderator, theme, EventKind.RETIRE, ThemeState.RETIRED)


@command
def reactivate(moderator: User, theme: Theme) -> None:
    """Take a theme into use again that was put aside, or divided without staying in use."""
    policy.require(rules.may_edit_theme(moderator, theme))
    policy.require_moment(theme.state is ThemeState.RETIRED)
    _pass(moderator, theme, EventKind.REACTIVATE, ThemeState.ACTIVE)


def _pass(moderator: User, theme: Theme, kind: EventKind, state: ThemeState) -> None:
    events.write(moderator, kind, theme, {"was": theme.state.value})
    theme.state = state
    events.tell(events.cases_of({theme.id}), NOTICES[kind], f"theme:{theme.id}", but=moderator)
