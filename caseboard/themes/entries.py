"""What moderators write about themes, on its way through the airlock."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from caseboard import airlock
from caseboard.anonymize import SafeText
from caseboard.db import db
from caseboard.errors import InvalidInput
from caseboard.models import Theme

POINTS_AT_SOMEBODY = _l("This looks like the name, number or address of a person. Please write it without.")
FIELDS = ("name_de", "name_en", "definition")
LISTS = ("seeds", "excludes")
PARENT = "parent_id"
SEEN = (*FIELDS, PARENT)
"""What everybody sees of a theme; its terms are for moderators alone."""

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
LONGEST_KEY = 40


@dataclass(frozen=True)
class Entry:
    """What moderators write about a theme, stripped."""

    name_de: SafeText
    name_en: SafeText
    definition: SafeText
    seeds: tuple[SafeText, ...]
    excludes: tuple[SafeText, ...] = ()

    def plain(self) -> dict[str, object]:
        """The words as the theme's row holds them."""
        return {
            **{name: str(getattr(self, name)) for name in FIELDS},
            **{name: [str(term) for term in getattr(self, name)] for name in LISTS},
        }


def words_of(theme: Theme) -> dict[str, object]:
    """The words of a theme as they are, and what it is part of, to put them back one day."""
    return {name: getattr(theme, name) for name in SEEN} | {name: list(getattr(theme, name)) for name in LISTS}


def put(theme: Theme, words: Mapping[str, object]) -> None:
    """Give a theme these words; what older entries of the log do not name stays."""
    for name in (*SEEN, *LISTS):
        setattr(theme, name, words.get(name, getattr(theme, name)))


def clean(theme: Theme | None, typed: Mapping[str, str]) -> Entry:
    """Pass what is new in an entry through the airlock; reference data with a gap in it helps nobody, so refuse it.

    Raises:
        InvalidInput: a field points to somebody.
        Unavailable: stripping cannot run.
    """
    present = {name: getattr(theme, name) if theme else "" for name in FIELDS}
    new = {name: typed[name] for name, text in present.items() if typed[name] != text}
    kept: dict[str, list[str]] = {}
    for name in LISTS:
        terms = list(dict.fromkeys(line.strip() for line in typed.get(name, "").splitlines() if line.strip()))
        known = getattr(theme, name) if theme else ()
        kept[name] = [term for term in terms if term in known]
        new[name] = "\n".join(term for term in terms if term not in kept[name])
    stripped = _through(new)
    texts = {name: stripped.get(name) or SafeText.trusted(text) for name, text in present.items()}
    terms = {name: (*kept[name], *stripped.get(name, SafeText.trusted("")).splitlines()) for name in LISTS}
    return Entry(**texts, **{name: tuple(map(SafeText.trusted, some)) for name, some in terms.items()})


def _through(new: Mapping[str, str]) -> Mapping[str, SafeText]:
    english = airlock.english_words(new.get("name_en", ""))
    stripped = airlock.business({name: text for name, text in new.items() if text}, allow=english)
    found = {find.field for find in stripped.finds}
    if found:
        raise InvalidInput(dict.fromkeys(sorted(found), POINTS_AT_SOMEBODY))
    return stripped.texts


def key_for(name: str) -> str:
    """A readable key for a new theme that no theme has had before; nothing is ever known of it from elsewhere."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold().translate(UMLAUTS)).strip("-")[:LONGEST_KEY] or "thema"
    taken = set(db.session.scalars(select(Theme.id)))
    while (key := f"{plain}-{secrets.token_hex(3)}") in taken:
        pass
    return key
