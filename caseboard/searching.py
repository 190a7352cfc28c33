"""How people look for things by words and a theme, page by page: in the library, and in what has helped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from caseboard.db import db, find
from caseboard.models import Theme

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
class Page:
    """The ids on one page, and which of how many pages that is."""

    keys: tuple[str, ...]
    number: int
    count: int


def page_of(ordered: Sequence[str], number: int) -> Page:
    """The page with this number, or the nearest there is."""
    count = max(1, -(-len(ordered) // PER_PAGE))
    at = min(max(1, number), count)
    return Page(tuple(ordered[(at - 1) * PER_PAGE : at * PER_PAGE]), at, count)


def containing(words: str, columns: Sequence[InstrumentedAttribute[str | None]]) -> Iterator[ColumnElement[bool]]:
    """Every word must stand in some column; SQLite folds the case of ASCII alone, so umlauts are tried both ways."""
    for word in words.split()[:MOST_WORDS]:
        spellings = sorted({word, word.lower(), word.upper(), word.capitalize()})
        yield or_(*(column.icontains(each, autoescape=True) for column in columns for each in spellings))


def labelled(keys: InstrumentedAttribute[str], themes: InstrumentedAttribute[str], theme_id: str) -> Select[tuple[str]]:
    """The ids of what carries a theme, from the table that says so; none where there is no such theme."""
    theme = find(Theme, theme_id)
    return select(keys).where(themes == theme.id if theme else false())


def theme_names(language: str) -> dict[str, str]:
    """The names of all themes by id, also of those that are retired."""
    return dict(db.session.execute(select(Theme.id, Theme.name_in(language))).tuples().all())
