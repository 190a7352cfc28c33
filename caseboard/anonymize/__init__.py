"""The cellar: takes out of a text what points to a person; it knows no Flask, no database and no user.

Importing this package is cheap; the engine is loaded at the first text.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from caseboard.anonymize import tagger_model
from caseboard.anonymize.lexicon import VERSION
from caseboard.anonymize.ner import choosing
from caseboard.anonymize.normalise import problems
from caseboard.anonymize.report import (
    Decisions,
    EngineUnavailable,
    Find,
    Lights,
    Offer,
    Problem,
    Profile,
    Reason,
    Restored,
    Risk,
    Stripped,
    Tier,
)
from caseboard.anonymize.signed import broken as broken_files
from caseboard.anonymize.signed import version
from caseboard.anonymize.text import SafeText

if TYPE_CHECKING:
    from caseboard.anonymize.stripping import Case as Document

MODEL = f"caseboard-de 0.3, lexicon {VERSION}, names {version()}"

__all__ = [
    "MODEL",
    "Decisions",
    "EngineUnavailable",
    "Find",
    "Lights",
    "Offer",
    "Problem",
    "Profile",
    "Reason",
    "Restored",
    "Risk",
    "SafeText",
    "Stripped",
    "Tier",
    "broken",
    "decide",
    "estimate",
    "mark",
    "offers",
    "plug_in",
    "problems",
    "read",
    "ready",
    "still_said",
    "strip",
    "strip_fields",
    "warm_up",
]

_NO_DECISIONS = Decisions()


def read(
    fields: Mapping[str, str],
    *,
    known: Sequence[str] = (),
    profile: Profile = "case",
    allow: Sequence[str] = (),
    remembered: Sequence[Restored] = (),
) -> "Document":
    """The slow half of stripping, which no decision changes: read once, then decide as often as you like.

    What comes back holds the raw text: it lives as long as the request and is never stored or logged.
    `remembered` is what the author put back in an earlier version.
    """
    from caseboard.anonymize.stripping import read_document

    return read_document(fields, tuple(known), profile, tuple(allow), tuple(remembered))


def decide(
    document: "Document", decisions: Decisions = _NO_DECISIONS, county: str | None = None, *, polish: bool = False
) -> Stripped:
    """The quick half: what is stripped of a document that was read, with these decisions.

    With `polish` the sentences of a case read better: no title before what says it, no genitive without an article.
    """
    from caseboard.anonymize.stripping import decide as decide_on

    return decide_on(document, decisions, county, polish=polish and document.profile == "case")


def strip_fields(
    fields: Mapping[str, str],
    *,
    decisions: Decisions = _NO_DECISIONS,
    known: Sequence[str] = (),
    profile: Profile = "case",
    county: str | None = None,
    allow: Sequence[str] = (),
    polish: bool = False,
    remembered: Sequence[Restored] = (),
) -> Stripped:
    """Strip all fields of one thing as one document: who is found in one field is masked in all."""
    document = read(fields, known=known, profile=profile, allow=allow, remembered=remembered)
    return decide(document, decisions, county, polish=polish)


def offers(document: "Document", decisions: Decisions = _NO_DECISIONS, county: str | None = None) -> tuple[Offer, ...]:
    """What the author of a case can still decide, each with both lights as they will shine once it is taken."""
    from caseboard.anonymize.offering import offers_for

    return offers_for(document, decisions, county)


def estimate(texts: Iterable[SafeText], restored: Iterable[Restored] = (), county: str | None = None) -> Lights:
    """The lights of a text that is stripped already, such as after a checker has masked more of it."""
    from caseboard.anonymize.profiling import lights_of, person_of, reading_of

    return lights_of(person_of(reading_of(texts), tuple(restored)), county)


def still_said(texts: Iterable[SafeText], restored: Iterable[Restored]) -> tuple[Restored, ...]:
    """What of that which was put back still stands in a text, also where a line break runs through it."""
    from caseboard.anonymize.profiling import reading_of, standing

    return standing(restored, reading_of(texts))


def strip(
    raw: str,
    *,
    profile: Profile = "contribution",
    decisions: Decisions = _NO_DECISIONS,
    known: Sequence[str] = (),
    county: str | None = None,
    allow: Sequence[str] = (),
) -> SafeText:
    """Strip a single text."""
    done = strip_fields({"text": raw}, decisions=decisions, known=known, profile=profile, county=county, allow=allow)
    return done.texts["text"]


def mark(safe: SafeText, start: int, end: int, replacement: str, *, everywhere: bool = False) -> SafeText:
    """Mask a passage of text that is already safe, for good; with `everywhere` all occurrences of its words."""
    from caseboard.anonymize.marking import mark_passage

    return mark_passage(safe, start, end, replacement, everywhere=everywhere)


def ready() -> bool:
    """Whether the engine is loaded in this process."""
    from caseboard.anonymize import loading

    return loading.ready()


def broken() -> tuple[str, ...]:
    """What is missing or damaged of that without which nothing can be stripped, by name. Costs milliseconds."""
    others = ((tagger_model.NAME, tagger_model.is_whole), ("NER_MODEL", choosing.is_there))
    return (*broken_files(), *(name for name, there in others if not there()))


def plug_in(model: str | None) -> None:
    """Let a spaCy model of one's own read along, by the name of its package or its path.

    Without one the environment decides; see `ner.choosing`.
    """
    from caseboard.anonymize import loading

    if choosing.choose(model):
        loading.forget()


def warm_up() -> None:
    """Load the engine now, so that nobody waits for it later."""
    from caseboard.anonymize import loading

    loading.engine()
