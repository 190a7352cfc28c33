"""What a group of texts is called: the words that its texts share more than others, as people write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from caseboard.topics.words import reader

MOST_TERMS = 6
LEAST_HOUSES = 3
"""A term that fewer houses use is never shown, and neither is a form of one: it might be a name."""

LEAST_SHARE = 1 / 3
"""A term that names a group is in at least so many of its texts."""


@dataclass
class Term:
    """How a group uses a term: who writes it, in which texts, in which forms; a mere part of words has no form."""

    base: str
    texts: set[int] = field(default_factory=set)
    houses: set[str] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    houses_of: dict[str, set[str]] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The form that is written most often, of those that enough houses write.

        Otherwise what they have in common; a noun, or a part of compounds, as the noun that it is.
        """
        common = [form for form, houses in self.houses_of.items() if len(houses) >= LEAST_HOUSES]
        if not common:
            return self.base if self.rank == 2 else self.base.capitalize()
        return max(common, key=lambda form: (self.forms[form], form[0].isupper(), form))

    @property
    def rank(self) -> int:
        """Nouns first, then parts of nouns, then everything else, participles among it."""
        if not self.forms:
            return 1
        capital = sum(n for form, n in self.forms.items() if form[0].isupper())
        return 0 if 2 * capital > self.forms.total() else 2

    def within(self, other: Term) -> bool:
        """Whether it is a part of another term, or the other way round, and says nothing beyond it."""
        return self.texts <= other.texts and (self.base in other.base or other.base in self.base)


def used(texts: Iterable[Sequence[str]], houses: Iterable[str]) -> dict[str, Term]:
    """The terms of some texts, given as words."""
    terms: dict[str, Term] = {}
    for number, (words, house) in enumerate(zip(texts, houses, strict=True)):
        for word in words:
            for place, base in enumerate(reader().terms(word)):
                term = terms.setdefault(base, Term(base))
                term.texts.add(number)
                term.houses.add(house)
                if place == 0:
                    term.forms[word] += 1
                    term.houses_of.setdefault(word, set()).add(house)
    return terms


def names(terms: Mapping[str, Term], strengths: Mapping[str, float], size: int) -> list[str]:
    """The strongest terms as people write them; none from fewer than three houses, nothing without a noun.

    Args:
        terms: how the group uses its terms.
        strengths: how far the group uses each of them more than others do; above zero is more.
        size: how many texts the group has.
    """
    fit = [
        term
        for base, term in terms.items()
        if strengths[base] > 0 and len(term.houses) >= LEAST_HOUSES and len(term.texts) >= LEAST_SHARE * size
    ]
    chosen: list[Term] = []
    for term in sorted(fit, key=lambda term: (term.rank, -strengths[term.base], term.base)):
        if len(chosen) < MOST_TERMS and not any(map(term.within, chosen)):
            chosen.append(term)
    return [term.shown for term in chosen] if any(term.rank < 2 for term in chosen) else []
