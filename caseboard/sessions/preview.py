"""Show, then store: the stripped texts that somebody confirms, and the seal that says what they were shown."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass

from caseboard import airlock, guard
from caseboard.anonymize import SafeText, Stripped


@dataclass(frozen=True)
class Replaced:
    """One replaced passage; only the page of whoever typed it ever shows it."""

    before: str
    after: str


@dataclass(frozen=True)
class Preview:
    """The texts as they would be stored, and what the reader should know about them."""

    texts: Mapping[str, SafeText]
    replaced: tuple[Replaced, ...]
    seal: str
    confirmed: bool
    """Whether exactly these texts were shown before and are confirmed now."""
    changed: bool
    """Whether something else was shown before than what stands here now."""


def look(about: str, texts: Mapping[str, str], *, seal: str, confirms: bool) -> Preview:
    """Strip the texts of one contribution and compare them with what was shown before.

    Args:
        about: person, consultation and purpose; the seal holds for these alone.
        texts: what was typed, by field.
        seal: what the page carries from the look before, or nothing.
        confirms: whether the reader agreed to what was shown.

    Raises:
        InvalidInput: the text cannot be taken as it is.
        Unavailable: stripping cannot run; nothing may be stored.
    """
    stripped = airlock.through(texts, profile="contribution")
    fresh = _seal(about, stripped)
    same = hmac.compare_digest(fresh.encode(), seal.encode())
    return Preview(stripped.texts, _replaced(stripped), fresh, confirms and same, confirms and not same)


def _seal(about: str, stripped: Stripped) -> str:
    content = json.dumps([about, stripped.model, sorted(stripped.texts.items())], separators=(",", ":"))
    return guard.keyed("sessions.preview", content)


def _replaced(stripped: Stripped) -> tuple[Replaced, ...]:
    seen = dict.fromkeys((find.surface, find.replacement) for find in stripped.finds)
    return tuple(Replaced(before, after) for before, after in seen)
