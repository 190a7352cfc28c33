"""Worlds in which one theme is new: a year of cases, a recent quarter with another mix, and some cases of the theme."""

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from caseboard.topics.classifier import Classifier, Labelled
from caseboard.topics.knowledge import Knowledge, Scale
from caseboard.topics.sampling import Case
from caseboard.topics.spec import ThemeSpec, shipped_specs

BASELINE, RECENT, HOUSES, DRIFT = 2_000, 300, 12, 0.5
LABELS = 20
END = date(2026, 11, 1)
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„\[])|\n+")

UNTAUGHT = Knowledge(Scale(), {})
"""No starting knowledge: its table was learned from the very texts that are mixed here."""


@dataclass(frozen=True)
class World:
    """Cases of two periods, which of them are of the new theme, and a classifier that has never heard of it."""

    theme: str
    cases: list[Case]
    new: frozenset[str]
    classifier: Classifier


def of_laws(path: Path, number: int, seed: int) -> World:
    """Sections of thirty laws, one law unseen; the classifier knows names and twenty sections of each other law."""
    rng = random.Random(seed)  # noqa: S311 -- a world that can be made again
    texts = {law: list(sections) for law, sections in _laws(path).items()}
    theme = rng.choice(sorted(law for law in texts if len(texts[law]) >= number))
    for law in sorted(texts):
        rng.shuffle(texts[law])
    known = sorted(set(texts) - {theme})
    taught = [Labelled(text, (law,)) for law in known for text in texts[law][:LABELS]]
    classifier = Classifier([ThemeSpec(law, law) for law in known], taught, UNTAUGHT)
    piles = {law: texts[law][LABELS:] for law in known}

    def draw(law: str) -> str | None:
        return piles[law].pop() if piles[law] else None

    sizes = {law: float(len(piles[law])) for law in known}
    now, before = _mixed(rng, sizes, draw)
    return _world(rng, theme, now, before, texts[theme][:number], classifier)


@cache
def _laws(path: Path) -> Mapping[str, Sequence[str]]:
    texts: defaultdict[str, list[str]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            texts[row["law"]].append(row["text"])
    return dict(texts)


def of_cases(folder: Path, number: int, seed: int) -> World:
    """Our written texts recombined: sentences of two or three texts of one main theme, as many as a text has.

    A text that names the new theme beside another stays out of the other's pile. The classifier has seeds and
    definitions alone. Whole sentences come back in several texts, which makes this world easier than a real one.
    """
    rng = random.Random(seed)  # noqa: S311 -- a world that can be made again
    piles: defaultdict[str, list[tuple[frozenset[str], list[str]]]] = defaultdict(list)
    for path in sorted(folder.glob("*.jsonl")):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            main = row["themes"][0] if row["themes"] else "none"
            piles[main].append((frozenset(row["themes"]), sentences(row["text"])))
    theme = rng.choice(sorted(key for key, pile in piles.items() if key != "none" and len(pile) >= 4))
    kept = {key: [text for themes, text in pile if theme not in themes] for key, pile in sorted(piles.items())}
    sizes = {key: rng.lognormvariate(0, 0.5) for key, pile in kept.items() if len(pile) > 1}
    now, before = _mixed(rng, sizes, lambda key: recombined(rng, kept[key]))
    new = [recombined(rng, [text for _themes, text in piles[theme]]) for _ in range(number)]
    specs = [spec for spec in shipped_specs() if spec.key != theme]
    return _world(rng, theme, now, before, new, Classifier(specs, (), UNTAUGHT))


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part.strip() for part in SENTENCE.split(text) if part.strip()]


def recombined(rng: random.Random, texts: Sequence[list[str]]) -> str:
    """Some sentences of two or three texts in their order, together as many as one text has."""
    chosen = rng.sample(texts, min(len(texts), rng.choice((2, 2, 3))))
    pile = [sentence for text in chosen for sentence in text]
    number = min(len(pile), max(5, round(len(pile) / len(chosen))))
    return " ".join(pile[place] for place in sorted(rng.sample(range(len(pile)), number)))


def _mixed(rng: random.Random, sizes: Mapping[str, float], draw: object) -> tuple[list[str], list[str]]:
    """Recent texts and those before, the mix of the themes moved by up to half in between."""
    moved = {key: size * rng.uniform(1 - DRIFT, 1 + DRIFT) for key, size in sizes.items()}
    return _drawn(rng, moved, draw, RECENT), _drawn(rng, sizes, draw, BASELINE)


def _drawn(rng: random.Random, sizes: Mapping[str, float], draw: object, number: int) -> list[str]:
    found: list[str] = []
    while len(found) < number:
        text = draw(rng.choices(list(sizes), list(sizes.values()))[0])
        found += [text] if text else []
    return found


def _world(
    rng: random.Random, theme: str, now: list[str], before: list[str], new: list[str], classifier: Classifier
) -> World:
    cases: list[Case] = []
    for text, first, last in (
        *((text, 0, 89) for text in (*new, *now)),
        *((text, 90, 454) for text in before),
    ):
        day = END - timedelta(days=rng.randint(first, last))
        cases.append(Case(str(len(cases)), text, f"house {rng.randrange(HOUSES)}", day))
    cases.append(Case(str(len(cases)), "", "house 0", END))  # so that the quarter ends on the same day in every world
    return World(theme, cases, frozenset(str(place) for place in range(len(new))), classifier)
