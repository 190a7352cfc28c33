"""Reading the collection: entries by words and theme, and what waits for somebody's check."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select

from caseboard import searching, taxonomy
from caseboard.db import db
from caseboard.models import Helped, HelpedTheme, User
from caseboard.policy import aftermath as rules
from caseboard.searching import Search


@dataclass(frozen=True)
class Entry:
    """Something that has helped; it knows its month, and neither house nor case."""

    id: str
    text: str
    month: date
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Collection:
    """One page of the collection, and what waits for the reader's check."""

    entries: tuple[Entry, ...]
    to_check: tuple[Entry, ...]
    page: int
    pages: int
    narrowed: bool


def collection(user: User, wanted: Search, language: str) -> Collection:
    """The page that fits the search, the newest month first; inside a month the random ids decide."""
    found = db.session.execute(_matching(user, wanted).with_only_columns(Helped.id, Helped.month)).all()
    ordered = [row.id for row in sorted(found, key=lambda row: (-row.month.toordinal(), row.id))]
    page = searching.page_of(ordered, wanted.page)
    rows = {row.id: row for row in db.session.scalars(select(Helped).where(Helped.id.in_(page.keys)))}
    waiting = db.session.scalars(rules.checkable_helped(user).order_by(Helped.month, Helped.id))
    names = searching.theme_names(language)
    return Collection(
        entries=tuple(_entry(rows[key], names) for key in page.keys),
        to_check=tuple(_entry(row, names) for row in waiting),
        page=page.number,
        pages=page.count,
        narrowed=wanted.narrowed,
    )


def entry(helped: Helped, language: str) -> Entry:
    """One entry."""
    return _entry(helped, searching.theme_names(language))


def themes_to_choose(language: str) -> dict[str, str]:
    """The names of the active themes by id."""
    return taxonomy.names(language)


def _entry(row: Helped, names: dict[str, str]) -> Entry:
    return Entry(row.id, row.text or "", row.month, tuple(sorted(names[key] for key in row.theme_ids)))


def _matching(user: User, wanted: Search) -> Select[tuple[Helped]]:
    wish = rules.readable_helped(user).where(*searching.containing(wanted.words, [Helped.text]))
    if not wanted.theme_id:
        return wish
    return wish.where(Helped.id.in_(searching.labelled(HelpedTheme.helped_id, HelpedTheme.theme_id, wanted.theme_id)))
