"""Stripping a case with its author's decisions: what is theirs to decide holds, everything else is dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from caseboard import airlock, anonymize
from caseboard.anonymize import Decisions, Find, Offer, Restored, Stripped

if TYPE_CHECKING:
    from caseboard.anonymize.stripping import Case as Document

MOST_TRIES = 8
"""Each try decides on the whole case once more; nobody waits for more than that."""


@dataclass(frozen=True, repr=False)
class Typed:
    """What somebody typed, read once for this request: whatever is decided about it, is decided on the same finds."""

    fields: Mapping[str, str]
    document: "Document"
    county: str | None = None

    def strip(self, decisions: Decisions) -> Stripped:
        """What comes out of the airlock with these decisions."""
        return anonymize.decide(self.document, decisions, self.county, polish=True)

    def offers(self, decisions: Decisions) -> tuple[Offer, ...]:
        """What is still open to a decision, with the lights it will give."""
        return anonymize.offers(self.document, decisions, self.county)


@dataclass(frozen=True, repr=False)
class Reading:
    """A case after stripping, with the decisions that were valid and the finds they were made on."""

    source: Typed
    stripped: Stripped
    decisions: Decisions
    undecided: tuple[Find, ...]
    refused: bool = False
    offers: tuple[Offer, ...] = ()

    @property
    def typed(self) -> Mapping[str, str]:
        """The fields as somebody typed them."""
        return self.source.fields

    @property
    def kept(self) -> tuple[Find, ...]:
        """The suspicious words that the author called no name."""
        return tuple(find for find in self.undecided if find.tier == "suspicious" and find.key in self.decisions.keep)

    @property
    def restored(self) -> tuple[Find, ...]:
        """The generalised passages that the author put back."""
        return tuple(find for find in self.undecided if find.tier == "quasi" and find.key in self.decisions.restore)


def read(
    fields: Mapping[str, str],
    *,
    decisions: Decisions | None = None,
    known: Sequence[str] = (),
    county: str | None = None,
    remembered: Sequence[Restored] = (),
) -> Reading:
    """Strip all fields as one document and let the author's decisions hold where they may.

    Identifiers are never kept or put back, whatever a forged form says: a first pass without decisions says which
    keys are open to which decision. Reading is the slow part and done once; call this before the transaction.

    Args:
        fields: what was typed, by field.
        decisions: what the author wants, as the form says it.
        known: words that must not appear.
        county: where the author works, for the light of a live session.
        remembered: what the author put back in an earlier version.

    Raises:
        InvalidInput: the text cannot be taken as it is.
        Unavailable: stripping cannot run; nothing may be stored.
    """
    wanted = decisions or Decisions()
    typed = Typed(fields, airlock.read(fields, known=known, remembered=remembered), county)
    masked = Decisions(mask=wanted.mask, coarser=wanted.coarser)
    first = typed.strip(masked)
    keep = _chosen(first, "suspicious", wanted.keep)
    kept = replace(masked, keep=keep)
    stripped = typed.strip(kept) if keep else first
    asked = _chosen(stripped, "quasi", wanted.restore)
    if not asked:
        return Reading(typed, stripped, kept, first.finds)
    final, result = _restore(typed, kept, sorted(asked), stripped)
    return Reading(typed, result, final, first.finds, refused=final.restore != asked)


def with_offers(reading: Reading) -> Reading:
    """The reading with what its author can still decide about the risk; for the page that shows it."""
    return replace(reading, offers=reading.source.offers(reading.decisions))


def _chosen(stripped: Stripped, tier: str, wanted: frozenset[str]) -> frozenset[str]:
    """The keys among `wanted` that are open to a decision; a word that is certain elsewhere in the text is not.

    A word counts as well as its key: that is how the words kept in an earlier version stay kept.
    """
    closed = {find.key for find in stripped.finds if not find.decidable}
    candidates = (find for find in stripped.finds if find.tier == tier and find.key not in closed)
    return frozenset(find.key for find in candidates if wanted & {find.key, find.surface})


def _restore(typed: Typed, kept: Decisions, asked: Sequence[str], before: Stripped) -> tuple[Decisions, Stripped]:
    """Put back what leaves the light green: all at once where that works, else one after the other."""
    everything = replace(kept, restore=frozenset(asked))
    at_once = typed.strip(everything)
    if at_once.risk.light == "green":
        return everything, at_once
    decided, stripped = kept, before
    if before.risk.light != "green":
        return decided, stripped
    for key in asked[:MOST_TRIES]:
        more = replace(decided, restore=decided.restore | {key})
        tried = typed.strip(more)
        if tried.risk.light == "green":
            decided, stripped = more, tried
    return decided, stripped
