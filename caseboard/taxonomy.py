"""Which themes a stripped text may belong to, asked of the classifier as last night left it, with the themes in use."""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Thread

from sqlalchemy import select

from caseboard import labels
from caseboard.db import db
from caseboard.models import Theme, ThemeModel, ThemeState
from caseboard.topics.classifier import Classifier
from caseboard.topics.shelf import Shelf

SUGGESTED = 3

NOTHING_FITS = 0.9
"""From here on it is so likely that no theme fits that none is suggested."""

_shelf = Shelf()
"""Of this process."""


@dataclass(frozen=True)
class Suggestion:
    """A theme that may fit, and how likely it is."""

    theme_id: str
    name: str
    score: float


@dataclass(frozen=True)
class Offer:
    """What an author is offered: the likeliest themes, best first, and how likely it is that none fits."""

    themes: tuple[Suggestion, ...]
    none: float


def offer(texts: Mapping[str, str] | str, language: str = "de") -> Offer:
    """What to offer for a text beside "fits no theme".

    Args:
        texts: stripped text, by field or as one; raw text never gets here.
        language: in which the names are written, "de" or "en".
    """
    whole = texts if isinstance(texts, str) else "\n".join(texts.values())
    found = classifier().suggest(whole)
    if found.none >= NOTHING_FITS:
        return Offer((), found.none)
    called = names(language)
    return Offer(tuple(Suggestion(one.theme, called[one.theme], one.score) for one in found.best), found.none)


def suggest(texts: Mapping[str, str] | str, limit: int = SUGGESTED, language: str = "de") -> list[Suggestion]:
    """The themes of the offer alone, as many as wanted."""
    return list(offer(texts, language).themes[:limit])


def classifier() -> Classifier:
    """The classifier by what last night learned from labels, or by the shipped knowledge alone where there was none."""
    return _shelf.classifier(labels.specs(), _digest(), _content)


def get_ready() -> Thread | None:
    """Let the classifier be made while somebody writes, so that the first suggestion does not wait for it."""
    specs, digest = labels.specs(), _digest()
    return None if _shelf.holds(specs, digest) else _shelf.warm_up(specs, digest, _content())


def _digest() -> str:
    return db.session.scalar(select(ThemeModel.digest)) or ""


def _content() -> bytes | None:
    return db.session.scalar(select(ThemeModel.content))


def names(language: str = "de") -> dict[str, str]:
    """The names of all active themes by id, in the order of the alphabet."""
    rows = db.session.execute(select(Theme.id, Theme.name_in(language)).where(Theme.state == ThemeState.ACTIVE)).all()
    return dict(sorted(((key, name) for key, name in rows), key=lambda pair: pair[1].casefold()))
