"""Stripping a case with its author's decisions: what is theirs to decide holds, everything else is dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from caseboard import airlock
from caseboard.anonymize import Decisions, Find, Stripped

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

    @property
    def kept(self) -> tuple[Find, ...]:
        """The suspicious words that the author called no name."""
        return tuple(find for find in self.undecided if find.tier == "suspicious" and find.key in self.decisions.keep)

    @property
    def restored(self) -> tuple[Find, ...]:
        """The generalised passages that the author put back."""
        return tuple(find for find in self.undecided if find.tier == "quasi" and find.key in self.decisions.restore)


def read(fields: Mapping[str, str], *, decisions: Decisions | None = None, known: Sequence[str] = ()) -> Reading:
    """Strip all fields as one document and let the author's decisions hold where they may.

    Identifiers are never kept or put back, whatever a forged form says: a first pass without decisions says which
    keys are open to which decision. Slow; call it before the transaction.

    Raises:
        InvalidInput: the text cannot be taken as it is.
        Unavailable: stripping cannot run; nothing may be stored.
    """
    wanted = decisions or Decisions()
    masked = Decisions(mask=wanted.mask)
    first = airlock.through(fields, decisions=masked, known=known)
    keep = _chosen(first, "suspicious", wanted.keep)
    kept = replace(masked, keep=keep)
    stripped = airlock.through(fields, decisions=kept, known=known) if keep else first
    asked = _chosen(stripped, "quasi", wanted.restore)
    if not asked:
        return Reading(fields, stripped, kept, first.finds)
    final, result = _restore(fields, kept, sorted(asked), known, stripped)
    return Reading(fields, result, final, first.finds, refused=final.restore != asked)


def _chosen(stripped: Stripped, tier: str, wanted: frozenset[str]) -> frozenset[str]:
    """The keys among `wanted` that are open to a decision; a word that is certain elsewhere in the text is not.

    A word counts as well as its key: that is how the words kept in an earlier version stay kept.
    """
    closed = {find.key for find in stripped.finds if not find.decidable}
    candidates = (find for find in stripped.finds if find.tier == tier and find.key not in closed)
    return frozenset(find.key for find in candidates if wanted & {find.key, find.surface})


def _restore(
    fields: Mapping[str, str], kept: Decisions, asked: Sequence[str], known: Sequence[str], before: Stripped
) -> tuple[Decisions, Stripped]:
    """Put back what leaves the light green: all at once where that works, else one after the other."""
    everything = replace(kept, restore=frozenset(asked))
    at_once = airlock.through(fields, decisions=everything, known=known)
    if at_once.risk.light == "green":
        return everything, at_once
    decided, stripped = kept, before
    if before.risk.light != "green":
        return decided, stripped
    for key in asked[:MOST_TRIES]:
        more = replace(decided, restore=decided.restore | {key})
        tried = airlock.through(fields, decisions=more, known=known)
        if tried.risk.light == "green":
            decided, stripped = more, tried
    return decided, stripped
