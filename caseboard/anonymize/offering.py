"""What an author can still decide about the risk, each with the lights as they will shine afterwards."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from caseboard.anonymize.groups import COARSE
from caseboard.anonymize.profiling import ALONE, CHILDREN, SINGLE_PARENT
from caseboard.anonymize.report import Decisions, Offer, Stripped
from caseboard.anonymize.residue import traits
from caseboard.anonymize.steps import DECADE, HIDE, NO_AGE, NO_FAMILY, NO_GROUP, NO_ORIGIN, NO_REGION, trait_step
from caseboard.anonymize.stripping import Case, decide

Step = tuple[Literal["coarser", "restore"], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_GENERAL = (
    (DECADE, "AGE", re.compile(r"\[Alter, (?:Anfang|Mitte|Ende) [2-9]0\]")),
    (NO_AGE, "AGE", re.compile(r"\[Alter, [^\]]+\d\]")),
    (NO_REGION, "ORIGIN", re.compile(r"\[Herkunft, [^\]]+\]")),
    (NO_ORIGIN, "ORIGIN", re.compile(r"\[Herkunft(?:, [^\]]+)?\]")),
    (NO_GROUP, "JOB", COARSE),
    (NO_FAMILY, "FAMILY", re.compile("|".join(each.pattern for each in (SINGLE_PARENT, ALONE, CHILDREN)))),
)

MOST = 16
"""No page lists more than that, and nobody waits for it."""


def offers_for(case: Case, decisions: Decisions, county: str | None) -> tuple[Offer, ...]:
    """Coarser words as far as a light is not green, what is enough of them at the end; and what could be put back."""
    now = decide(case, decisions, county)
    coarser = [] if _green(now) else [_offer(case, decisions, county, *step) for step in _steps(now)]
    if coarser and not any(offer.written == offer.live == "green" for offer in coarser):
        coarser += _enough(case, decisions, county)
    return (*coarser, *_restorable(case, now, decisions, county))


def _green(done: Stripped) -> bool:
    return done.risk.light == done.live.light == "green"


def _enough(case: Case, decisions: Decisions, county: str | None) -> Iterator[Offer]:
    """Several steps together, as few as will do: all that there are, and then without each that is not needed."""
    steps: dict[str, Step] = {}
    for _ in range(MOST):
        done = decide(case, _with(decisions, steps), county)
        more = {each[1][0]: each for each in _steps(done) if each[1][0] not in steps}
        if _green(done) or not more:
            break
        steps |= more
    if not _green(decide(case, _with(decisions, steps), county)):
        return
    for step in list(steps):
        fewer = {name: each for name, each in steps.items() if name != step}
        if _green(decide(case, _with(decisions, fewer), county)):
            steps = fewer
    kinds = dict.fromkeys(kind for each in steps.values() for kind in each[2])
    hidden = [surface for each in steps.values() if each[1][0].startswith(HIDE) for surface in each[3]]
    yield _offer(case, decisions, county, "coarser", tuple(steps), tuple(kinds), tuple(hidden))


def _with(decisions: Decisions, steps: Iterable[str]) -> Decisions:
    return replace(decisions, coarser=decisions.coarser | set(steps))


def _steps(now: Stripped) -> Iterator[Step]:
    """What is still said and could be said more generally."""
    text = "\n".join(now.texts.values())
    hidden: dict[str, Step] = {}
    for trait in traits(text):
        surface = text[trait.start : trait.end]
        hidden.setdefault(trait_step(surface), ("coarser", (trait_step(surface),), (trait.kind,), (surface,)))
    yield from list(hidden.values())[:MOST]
    for step, kind, pattern in _GENERAL:
        said = tuple(dict.fromkeys(match[0] for match in pattern.finditer(text)))
        if said:
            yield "coarser", (step,), (kind,), said


def _restorable(case: Case, now: Stripped, decisions: Decisions, county: str | None) -> Iterator[Offer]:
    open_ones = {find.key: find for find in now.finds if find.tier == "quasi" and find.decidable}
    for key, find in list(open_ones.items())[:MOST]:
        yield _offer(case, decisions, county, "restore", (key,), (find.kind,), (find.surface,))


def _offer(
    case: Case,
    decisions: Decisions,
    county: str | None,
    decision: Literal["coarser", "restore"],
    steps: tuple[str, ...],
    kinds: tuple[str, ...],
    surfaces: tuple[str, ...],
) -> Offer:
    taken = replace(decisions, **{decision: getattr(decisions, decision) | set(steps)})
    then = decide(case, taken, county)
    return Offer(decision, steps, kinds, surfaces, then.risk.light, then.live.light)
