"""The log of the taxonomy: writing a change down, and undoing it exactly."""

from collections.abc import Callable, Collection, Iterable

from flask_babel import lazy_gettext as _l
from sqlalchemy import or_, select

from caseboard import audit, labels, outbox, policy
from caseboard.db import command, db
from caseboard.models import (
    CandidateState,
    Case,
    CaseTheme,
    EventKind,
    Theme,
    ThemeCandidate,
    ThemeEvent,
    ThemeLabel,
    ThemeState,
    User,
)
from caseboard.policy import themes as rules
from caseboard.policy.cases import GONE
from caseboard.themes import kinship
from caseboard.themes.entries import PARENT, SEEN, put

CUTS = frozenset({EventKind.MERGE, EventKind.SPLIT, EventKind.ACCEPT})
"""What changes which cases a theme has: figures from before and after are not the same thing."""

LATER_FIRST = _l("Something that came later builds on this. Please undo that first.")
UNDONE = _l("This has been undone already.")


def hold() -> None:
    """Let nobody else change themes until this transaction is over."""
    db.session.scalars(select(Theme).order_by(Theme.id).with_for_update()).all()


def write(
    moderator: User,
    kind: EventKind,
    theme: Theme | None,
    payload: dict[str, object],
    candidate: ThemeCandidate | None = None,
) -> ThemeEvent:
    """Add an event to the log, inside the running transaction."""
    event = ThemeEvent(
        kind=kind,
        theme_id=theme.id if theme else None,
        candidate_id=candidate.id if candidate else None,
        payload=payload,
        user_id=moderator.id,
    )
    db.session.add(event)
    db.session.flush()
    thing = f"theme:{theme.id}" if theme else f"candidate:{candidate.id if candidate else ''}"
    audit.record(moderator, f"theme.{kind.value}", thing)
    return event


@command
def undo(moderator: User, event: ThemeEvent) -> None:
    """Put everything back as it was before `event`; what was ticked since then stays.

    Raises:
        WrongMoment: it is undone already, or something that came later builds on it.
    """
    policy.require(rules.may_undo(moderator, event))
    hold()
    done = set(db.session.scalars(select(ThemeEvent.undoes_id).where(ThemeEvent.undoes_id.is_not(None))))
    policy.require_moment(event.id not in done, UNDONE)
    later = db.session.scalars(select(ThemeEvent).where(ThemeEvent.id > event.id, ThemeEvent.kind != EventKind.UNDO))
    policy.require_moment(not any(one.id not in done and builds_on(one, event) for one in later), LATER_FIRST)
    concerned = cases_of(touched(event)) | _labelled_by(event)
    theme = db.session.get(Theme, event.theme_id) if event.theme_id else None
    candidate = db.session.get(ThemeCandidate, event.candidate_id) if event.candidate_id else None
    row = write(moderator, EventKind.UNDO, theme, {"kind": event.kind.value}, candidate)
    row.undoes_id = event.id
    BACK[event.kind](event)
    labels.settle(concerned)
    if is_seen(event):
        tell(concerned, "theme.undone", f"event:{row.id}", but=moderator)


def is_seen(event: ThemeEvent) -> bool:
    """Whether others than moderators notice it: other terms of a theme only change what is suggested."""
    if event.kind is not EventKind.EDIT:
        return True
    before, after = event.payload["before"], event.payload["after"]
    return any(before.get(name) != after.get(name) for name in SEEN)


def builds_on(later: ThemeEvent, event: ThemeEvent) -> bool:
    """Whether `later` would make no sense, or something else, without `event`."""
    if event.kind is EventKind.EDIT or later.kind is EventKind.EDIT:
        return later.kind is event.kind and later.theme_id == event.theme_id
    if later.candidate_id and later.candidate_id == event.candidate_id:
        return True
    if later.kind is EventKind.MERGE and later.payload["into"] in brought_into_use(event):
        return True
    return later.theme_id is not None and later.theme_id in touched(event)


def brought_into_use(event: ThemeEvent) -> set[str]:
    """The ids of the themes that are in use by this event, so that undoing it would leave their cases nowhere."""
    if event.kind is EventKind.SPLIT:
        return set(event.payload["children"])
    return {event.theme_id} if event.kind in {EventKind.ACCEPT, EventKind.REACTIVATE} and event.theme_id else set()


def touched(event: ThemeEvent) -> set[str]:
    """The ids of all themes that an event was about."""
    into = event.payload.get("into")
    return {key for key in (event.theme_id, into, *event.payload.get("children", ())) if key}


def cases_of(theme_ids: Collection[str]) -> set[str]:
    """The ids of all cases that have, or once had, one of these themes, under whatever name it was ticked."""
    names = set(theme_ids) | {start for start, end in labels.redirects().items() if end in theme_ids}
    present = select(CaseTheme.case_id).where(CaseTheme.theme_id.in_(names))
    return set(db.session.scalars(labels.labelled_with(names))) | set(db.session.scalars(present))


def tell(case_ids: Collection[str], kind: str, thing: str, *, but: User) -> None:
    """Tell the authors of these cases, as long as their cases are there."""
    authors = select(Case.author_id).where(Case.state.not_in(GONE))
    found = {author for part in _chunks(case_ids) for author in db.session.scalars(authors.where(Case.id.in_(part)))}
    active = select(User.id).where(User.active, User.id.in_(found - {but.id}))
    outbox.tell_again(db.session.scalars(active).all(), kind, thing)


def _labelled_by(event: ThemeEvent) -> set[str]:
    return set(db.session.scalars(select(ThemeLabel.case_id).where(ThemeLabel.event_id == event.id)))


def _chunks(ids: Collection[str]) -> Iterable[list[str]]:
    ordered = sorted(ids)
    return (ordered[start : start + labels.AT_ONCE] for start in range(0, len(ordered), labels.AT_ONCE))


def _edit_back(event: ThemeEvent) -> None:
    theme, before = db.session.get_one(Theme, event.theme_id), event.payload["before"]
    # what it was part of may have become part of it since
    above = kinship.may_be_part_of(theme.id, before.get(PARENT), *kinship.known())
    policy.require_moment(above, LATER_FIRST)
    put(theme, before)


def _state_back(event: ThemeEvent) -> None:
    theme = db.session.get_one(Theme, event.theme_id)
    theme.state, theme.merged_into_id = ThemeState(event.payload["was"]), None


def _split_back(event: ThemeEvent) -> None:
    """The children lead to their parent again: what was ticked for them since counts for it."""
    _state_back(event)
    children = select(Theme).where(or_(*(Theme.id == key for key in event.payload["children"])))
    for child in db.session.scalars(children):
        child.state, child.merged_into_id = ThemeState.MERGED, event.theme_id


def _accept_back(event: ThemeEvent) -> None:
    db.session.get_one(Theme, event.theme_id).state = ThemeState.RETIRED
    _dismiss_back(event)


def _dismiss_back(event: ThemeEvent) -> None:
    candidate = db.session.get(ThemeCandidate, event.candidate_id) if event.candidate_id else None
    if candidate is not None:
        candidate.state, candidate.decided_at = CandidateState.OPEN, None


BACK: dict[EventKind, Callable[[ThemeEvent], None]] = {
    EventKind.EDIT: _edit_back,
    EventKind.MERGE: _state_back,
    EventKind.SPLIT: _split_back,
    EventKind.RETIRE: _state_back,
    EventKind.REACTIVATE: _state_back,
    EventKind.ACCEPT: _accept_back,
    EventKind.DISMISS: _dismiss_back,
}
