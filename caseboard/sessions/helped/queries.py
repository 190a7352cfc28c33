"""Reading the collection: entries by words and theme, and what waits for somebody's check."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, false, or_, select

from caseboard import taxonomy
from caseboard.db import db, find
from caseboard.models import Helped, HelpedTheme, Theme, User
from caseboard.policy import aftermath as rules

PER_PAGE = 12
MOST_WORDS = 8


@dataclass(frozen=True)
class Search:
    """What somebody looks for."""

    words: str = ""
    theme_id: str = ""
    page: int = 1

    @property
    def narrowed(self) -> bool:
        """Whether anything was asked for at all."""
        return bool(self.words or self.theme_id)


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
    pages = max(1, -(-len(ordered) // PER_PAGE))
    page = min(max(1, wanted.page), pages)
    shown = ordered[(page - 1) * PER_PAGE : page * PER_PAGE]
    rows = {row.id: row for row in db.session.scalars(select(Helped).where(Helped.id.in_(shown)))}
    waiting = db.session.scalars(rules.checkable_helped(user).order_by(Helped.month, Helped.id))
    names = theme_names(language)
    return Collection(
        entries=tuple(_entry(rows[key], names) for key in shown),
        to_check=tuple(_entry(row, names) for row in waiting),
        page=page,
        pages=pages,
        narrowed=wanted.narrowed,
    )


def entry(helped: Helped, language: str) -> Entry:
    """One entry."""
    return _entry(helped, theme_names(language))


def themes_to_choose(language: str) -> dict[str, str]:
    """The names of the active themes by id."""
    return taxonomy.names(language)


def theme_names(language: str) -> dict[str, str]:
    """The names of all themes by id, also of those that are retired."""
    column = Theme.name_en if language == "en" else Theme.name_de
    return {row.id: row.name for row in db.session.execute(select(Theme.id, column.label("name")))}


def _entry(row: Helped, names: dict[str, str]) -> Entry:
    return Entry(row.id, row.text or "", row.month, tuple(sorted(names[key] for key in row.theme_ids)))


def _matching(user: User, wanted: Search) -> Select[tuple[Helped]]:
    wish = rules.readable_helped(user).where(*_conditions(wanted.words))
    if not wanted.theme_id:
        return wish
    theme = find(Theme, wanted.theme_id)
    labelled = select(HelpedTheme.helped_id).where(HelpedTheme.theme_id == theme.id if theme else false())
    return wish.where(Helped.id.in_(labelled))


def _conditions(words: str) -> Iterator[ColumnElement[bool]]:
    """Every word must stand in it; SQLite folds the case of ASCII alone, so umlauts are tried both ways."""
    for word in words.split()[:MOST_WORDS]:
        spellings = {word, word.lower(), word.upper(), word.capitalize()}
        yield or_(*(Helped.text.icontains(each, autoescape=True) for each in sorted(spellings)))
