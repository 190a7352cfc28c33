"""What was done to the themes, as moderators read it: who, when, what exactly, and what can be undone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import func, select

from caseboard.db import db
from caseboard.models import EventKind, Theme, ThemeEvent, User
from caseboard.themes import entries, events, wording
from caseboard.themes.lineage import Relative

AT_ONCE = 50


@dataclass(frozen=True)
class EventView:
    """One change of the taxonomy; `changes` are sentences on what an edit has changed."""

    id: int
    word: str
    about: tuple[Relative, ...]
    terms: tuple[str, ...]
    changes: tuple[str, ...]
    by: str
    at: datetime
    undone: bool
    may_undo: bool


@dataclass(frozen=True)
class Log:
    """One page of the changes, the newest first."""

    events: tuple[EventView, ...]
    page: int
    pages: int


def page(number: int, language: str) -> Log:
    """The page with this number, or the nearest that there is; every change stands on one of them."""
    count = db.session.scalar(select(func.count(ThemeEvent.id))) or 0
    pages = max(1, -(-count // AT_ONCE))
    number = min(max(number, 1), pages)
    newest = select(ThemeEvent, User.name).join(User, User.id == ThemeEvent.user_id).order_by(ThemeEvent.id.desc())
    # all that is newer comes with it, because it decides what can be undone
    rows = db.session.execute(newest.limit(number * AT_ONCE)).tuples().all()
    names = {theme.id: theme.name_in(language) for theme in db.session.scalars(select(Theme))}
    undone = {event.undoes_id for event, _name in rows}
    standing = [event for event, _name in rows if event.id not in undone and event.kind is not EventKind.UNDO]
    shown = rows[(number - 1) * AT_ONCE :]
    return Log(tuple(_view(event, by, names, undone, standing) for event, by in shown), number, pages)


def _view(
    event: ThemeEvent, by: str, names: Mapping[str, str], undone: set[int | None], standing: Sequence[ThemeEvent]
) -> EventView:
    later = (one for one in standing if one.id > event.id)
    return EventView(
        id=event.id,
        word=str(wording.EVENTS[event.kind]),
        about=tuple(Relative(key, names[key]) for key in _in_order(event) if key in names),
        terms=tuple(event.payload.get("terms", ())),
        changes=tuple(_changes(event.payload, names)) if event.kind is EventKind.EDIT else (),
        by=by,
        at=event.at,
        undone=event.id in undone,
        may_undo=event in standing and not any(events.builds_on(one, event) for one in later),
    )


def _in_order(event: ThemeEvent) -> list[str]:
    first = [event.theme_id] if event.theme_id else []
    return first + sorted(events.touched(event) - set(first))


def _changes(payload: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[str]:
    """What is different, field by field."""
    before, after = payload["before"], payload["after"]
    for name in entries.FIELDS:
        if before[name] != after[name]:
            yield _became(name, before[name], after[name])
    for name in entries.LISTS:
        more = [term for term in after[name] if term not in before[name]]
        fewer = [term for term in before[name] if term not in after[name]]
        if more:
            yield _("%(field)s added: %(terms)s", field=wording.FIELDS[name], terms=", ".join(more))
        if fewer:
            yield _("%(field)s removed: %(terms)s", field=wording.FIELDS[name], terms=", ".join(fewer))
    old, new = before.get(entries.PARENT), after.get(entries.PARENT)
    if old != new:
        yield _became(entries.PARENT, *(names.get(key, key) if key else _("no broader theme") for key in (old, new)))


def _became(name: str, before: str, after: str) -> str:
    return _("%(field)s: “%(before)s” became “%(after)s”", field=wording.FIELDS[name], before=before, after=after)
