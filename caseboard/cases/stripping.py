"""Stripping a case with its author's decisions: what is theirs to decide holds, everything else is dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from caseboard import airlock
from caseboard.anonymize import Decisions, Find, Offer, Restored, Stripped

MOST_TRIES = 8
"""Each try strips the whole case once more; nobody waits for more than that."""


@dataclass(frozen=True)
class Reading:
    """A case after stripping, with the decisions that were valid and the finds they were made on."""

    typed: Mapping[str, str]
    stripped: Stripped
    decisions: Decisions
    undecided: tuple[Find, ...]
    refused: bool = False
    offers: tuple[Offer, ...] = ()

    @property
    def kept(self) -> tuple[Find, ...]:
        """The suspicious words that the author called no name."""
        return tuple(find for find in self.undecided if find.tier == "suspicious" and find.key in self.decisions.keep)

    @property
    def restored(self) -> tuple[Find, ...]:
        """The generalised passages that the author put back."""
        return tuple(find for find in self.undecided if find.tier == "quasi" and find.key in self.decisions.restore)


@dataclass(frozen=True)
class Typed:
    """What somebody typed, and what helps to read it: words to search for, their county, what they put back before."""

    fields: Mapping[str, str]
    known: Sequence[str] = ()
    county: str | None = None
    remembered: Sequence[Restored] = ()

    def strip(self, decisions: Decisions) -> Stripped:
        """Through the airlock with these decisions."""
        return airlock.through(
            self.fields,
            decisions=decisions,
            known=self.known,
            county=self.county,
            polish=True,
            remembered=self.remembered,
        )

    def offers(self, decisions: Decisions) -> tuple[Offer, ...]:
        """What is still open to a decision, with the lights it will give."""
        return airlock.offers(
            self.fields, decisions=decisions, known=self.known, county=self.county, remembered=self.remembered
        )


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
    keys are open to which decision. Slow; call it before the transaction.

    Raises:
        InvalidInput: the text cannot be taken as it is.
        Unavailable: stripping cannot run; nothing may be stored.
    """
    typed, wanted = Typed(fields, known, county, remembered), decisions or Decisions()
    masked = Decisions(mask=wanted.mask, coarser=wanted.coarser)
    first = typed.strip(masked)
    keep = _chosen(first, "suspicious", wanted.keep)
    kept = replace(masked, keep=keep)
    stripped = typed.strip(kept) if keep else first
    asked = _chosen(stripped, "quasi", wanted.restore)
    if not asked:
        return Reading(fields, stripped, kept, first.finds)
    final, result = _restore(typed, kept, sorted(asked), stripped)
    return Reading(fields, result, final, first.finds, refused=final.restore != asked)


def with_offers(
    reading: Reading,
    *,
    known: Sequence[str] = (),
    county: str | None = None,
    remembered: Sequence[Restored] = (),
) -> Reading:
    """The reading with what its author can still decide about the risk; for the page that shows it."""
    typed = Typed(reading.typed, known, county, remembered)
    return replace(reading, offers=typed.offers(reading.decisions))


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
