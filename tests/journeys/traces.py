"""Looks for traces of words that must not be anywhere: in files, logs, cookies, mails and pages, in pieces."""

from collections.abc import Iterable

from sqlalchemy import inspect, text

from caseboard.db import db
from tests.database_files import files_of

PIECE = 8
"""A search for the whole word misses most of what a database leaves behind; a piece of eight characters does not."""


def pieces(words: Iterable[str]) -> set[bytes]:
    """Every run of eight characters of each word, as stored in UTF-8 and UTF-16."""
    runs = {word[at : at + PIECE] for word in words for at in range(max(1, len(word) - PIECE + 1))}
    return {run.encode(code) for run in runs for code in ("utf-8", "utf-16-le")}


def traces(where: str, content: bytes, wanted: set[bytes]) -> list[str]:
    """Which pieces stand in the content."""
    return [f"{where}: {piece!r}" for piece in sorted(wanted) if piece in content]


def of_the_database() -> dict[str, bytes]:
    """All bytes of the database: its files, with journal, or every row of every table."""
    if db.engine.dialect.name == "sqlite":
        return files_of(db.engine)
    with db.engine.connect() as connection:
        quote = connection.dialect.identifier_preparer.quote
        return {
            table: repr(connection.execute(text(f"SELECT * FROM {quote(table)}")).all()).encode()  # noqa: S608
            for table in inspect(connection).get_table_names()
        }
