"""The verbs of a single theme: give it other words, put it aside, take it into use again."""

from flask_babel import lazy_gettext as _l

from caseboard import policy
from caseboard.db import command
from caseboard.errors import InvalidInput
from caseboard.models import EventKind, Theme, ThemeState, User
from caseboard.policy import themes as rules
from caseboard.themes import events, kinship
from caseboard.themes.entries import PARENT, Entry, put, words_of

NOT_ABOVE = _l("This theme is itself part of the one that you are editing.")

NOTICES = {EventKind.RETIRE: "theme.retired", EventKind.REACTIVATE: "theme.reactivated"}


@command
def edit(moderator: User, theme: Theme, entry: Entry, parent_id: str | None = None) -> None:
    """Give a theme new words and a broader theme; what was labelled with it stays labelled.

    Raises:
        InvalidInput: the broader theme is part of this one.
    """
    policy.require(rules.may_edit_theme(moderator, theme))
    events.hold()
    if not kinship.may_be_part_of(theme.id, parent_id, *kinship.known()):
        raise InvalidInput({"parent": NOT_ABOVE})
    before, after = words_of(theme), {**entry.plain(), PARENT: parent_id}
    if before == after:
        return
    put(theme, after)
    event = events.write(moderator, EventKind.EDIT, theme, {"before": before, "after": after})
    if events.is_seen(event):
        events.tell(events.cases_of({theme.id}), "theme.edited", f"theme:{theme.id}", but=moderator)


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
