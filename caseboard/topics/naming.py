"""What a group of texts is called: the words that its texts share more than others, as people write them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from caseboard.topics.words import reader

MOST_TERMS = 6
LEAST_HOUSES = 3
"""A term that fewer houses use is never shown: it might be a name."""

LONGEST_RUN = 3
LEAST_SHARE = 1 / 3
"""A term that names a group is in at least so many of its texts."""


@dataclass
class Term:
    """How a group uses a term: who writes it, in which texts, in which forms."""

    texts: set[int] = field(default_factory=set)
    houses: set[str] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def shown(self) -> str:
        """The form that is written most often; a capital where there is a draw."""
        return max(self.forms, key=lambda form: (self.forms[form], form[0].isupper(), form))

    @property
    def is_noun(self) -> bool:
        """Whether it is mostly written with a capital."""
        capital = sum(n for form, n in self.forms.items() if form[0].isupper())
        return 2 * capital > self.forms.total()


def used(texts: Iterable[Sequence[str]], houses: Iterable[str]) -> dict[str, Term]:
    """The terms of some texts, given as words: whole words alone, because a part of a word is no form of its own."""
    terms: defaultdict[str, Term] = defaultdict(Term)
    for number, (words, house) in enumerate(zip(texts, houses, strict=True)):
        for word in words:
            for base in reader().terms(word)[:1]:
                terms[base].texts.add(number)
                terms[base].houses.add(house)
                terms[base].forms[word] += 1
    return dict(terms)


def names(terms: dict[str, Term], strengths: dict[str, float], size: int) -> list[str]:
    """The strongest terms as people write them, nouns first; none from fewer than three houses.

    Args:
        terms: how the group uses its terms.
        strengths: how far the group uses each of them more than others do; above zero is more.
        size: how many texts the group has.
    """
    fit = [
        base
        for base, term in terms.items()
        if strengths[base] > 0 and len(term.houses) >= LEAST_HOUSES and len(term.texts) >= LEAST_SHARE * size
    ]
    fit.sort(key=lambda base: (not terms[base].is_noun, -strengths[base], base))
    return [terms[base].shown for base in fit[:MOST_TERMS]]
