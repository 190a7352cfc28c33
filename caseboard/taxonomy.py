"""Which themes a stripped text may belong to: the curators' seed terms, found through inflection and in compounds."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import simplemma
from sqlalchemy import select

from caseboard.db import db
from caseboard.models import Theme, ThemeState

PLACEHOLDER = re.compile(r"\[[^\]]*\]")
"""What the anonymiser put in says how it masked, never what the case is about."""

WORD = re.compile(r"[^\W_]+")
LINKS = ("", "s", "es", "n", "en", "e", "er")
"""The letters that German puts between the parts of a compound."""

SHORTEST_SEED = 3
SHORTEST_REST, SHORTEST_LINKED_REST = 4, 5
"""What is left of a compound beside the seed must be a word of its own: "Autoren" is no "Auto"."""

WHOLE, PART, PHRASE = 1.0, 0.7, 1.5
"""A seed on its own says more than one inside a compound, and several words together say most."""

LEAST_SCORE = 0.6


class Seed(NamedTuple):
    """One seed term of one theme, and how many themes share it."""

    theme_id: str
    term: str
    weight: float


@dataclass(frozen=True)
class Suggestion:
    """A theme that fits, with a score that only orders."""

    theme_id: str
    name: str
    score: float


@dataclass(frozen=True)
class Index:
    """All seeds of the active themes by the forms a text can show them in."""

    words: Mapping[str, tuple[Seed, ...]]
    phrases: Mapping[tuple[str, ...], tuple[Seed, ...]]


def suggest(texts: Mapping[str, str] | str, limit: int = 3, language: str = "de") -> list[Suggestion]:
    """The active themes that fit best, best first; empty where nothing fits.

    Args:
        texts: stripped text, by field or as one; raw text never gets here.
        limit: how many at most.
        language: in which the names are written, "de" or "en".
    """
    whole = texts if isinstance(texts, str) else "\n".join(texts.values())
    rows = db.session.execute(
        select(Theme.id, Theme.name_de, Theme.name_en, Theme.seeds).where(Theme.state == ThemeState.ACTIVE)
    ).all()
    index = _index(tuple((row.id, tuple(row.seeds)) for row in rows))
    called = {row.id: row.name_en if language == "en" else row.name_de for row in rows}
    scores = _scores(whole, index)
    best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Suggestion(key, called[key], round(score, 2)) for key, score in best[:limit] if score >= LEAST_SCORE]


def names(language: str = "de") -> dict[str, str]:
    """The names of all active themes by id, in the order of the alphabet."""
    column = Theme.name_en if language == "en" else Theme.name_de
    rows = db.session.execute(select(Theme.id, column).where(Theme.state == ThemeState.ACTIVE)).all()
    return dict(sorted(((key, name) for key, name in rows), key=lambda pair: pair[1].casefold()))


def _scores(text: str, index: Index) -> dict[str, float]:
    """What each theme collects; a seed counts once however often the text repeats it."""
    words = WORD.findall(PLACEHOLDER.sub(" ", text))
    found: dict[Seed, float] = {}
    for word in dict.fromkeys(words):
        for seed, worth in _hits(word, index):
            found[seed] = max(found.get(seed, 0.0), worth)
    for seed in _phrase_hits(words, index):
        found[seed] = PHRASE
    scores: dict[str, float] = {}
    for seed, worth in found.items():
        scores[seed.theme_id] = scores.get(seed.theme_id, 0.0) + worth * seed.weight
    return scores


def _hits(word: str, index: Index) -> Iterator[tuple[Seed, float]]:
    forms = _forms(word)
    for form in forms:
        yield from ((seed, WHOLE) for seed in index.words.get(form, ()))
    for form in forms:
        for part in _parts(form, index):
            yield from ((seed, PART) for seed in index.words[part])


def _phrase_hits(words: list[str], index: Index) -> Iterator[Seed]:
    lemmas = [_lemma(word) for word in words]
    for phrase, seeds in index.phrases.items():
        span = len(phrase)
        if any(tuple(lemmas[at : at + span]) == phrase for at in _places(lemmas, phrase[0])):
            yield from seeds


def _places(lemmas: list[str], first: str) -> Iterator[int]:
    return (at for at, lemma in enumerate(lemmas) if lemma == first)


def _parts(form: str, index: Index) -> Iterator[str]:
    """The seeds that a compound begins or ends with, if the rest of it is a German word."""
    for cut in range(SHORTEST_SEED, len(form) - SHORTEST_SEED + 1):
        head, tail = form[:cut], form[cut:]
        if tail in index.words and _is_rest(head):
            yield tail
        if head in index.words and _is_rest(tail, at_its_end=False):
            yield head


@lru_cache(maxsize=20_000)
def _is_rest(part: str, *, at_its_end: bool = True) -> bool:
    """Whether the rest of a compound is a word, with or without the link between it and the seed."""
    cut = part.removesuffix if at_its_end else part.removeprefix
    return any(
        len(stem) >= (SHORTEST_REST if stem == part else SHORTEST_LINKED_REST) and _is_word(stem)
        for stem in map(cut, LINKS)
    )


def _is_word(stem: str) -> bool:
    return simplemma.is_known(stem.capitalize(), "de") or simplemma.is_known(stem, "de")


@lru_cache(maxsize=20_000)
def _lemma(word: str) -> str:
    return simplemma.lemmatize(word, lang="de").casefold()


def _forms(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((word.casefold(), _lemma(word))))


@lru_cache(maxsize=4)
def _index(themes: tuple[tuple[str, tuple[str, ...]], ...]) -> Index:
    shared: dict[str, int] = {}
    for _theme_id, terms in themes:
        for term in terms:
            shared[term.casefold()] = shared.get(term.casefold(), 0) + 1
    words: dict[str, list[Seed]] = {}
    phrases: dict[tuple[str, ...], list[Seed]] = {}
    for theme_id, terms in themes:
        for term in terms:
            seed = Seed(theme_id, term, 1 / shared[term.casefold()])
            split = WORD.findall(term)
            if len(split) > 1:
                phrases.setdefault(tuple(map(_lemma, split)), []).append(seed)
            else:
                for form in _forms(term):
                    words.setdefault(form, []).append(seed)
    return Index(
        {form: tuple(seeds) for form, seeds in words.items()},
        {phrase: tuple(seeds) for phrase, seeds in phrases.items()},
    )
