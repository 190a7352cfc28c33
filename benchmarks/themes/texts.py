"""Our own written cases, hand by hand, and more by recombination: halves of two cases of one main theme."""

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from caseboard.topics.learning import Written, texts_in

CASES = Path(__file__).parent / "cases"
SENTENCE = re.compile(r"(?<=[.!?“])\s+|\n+")
MOST_THEMES = 3


def own() -> list[Written]:
    """All written cases."""
    return texts_in(CASES)


def recombined(texts: Sequence[Written], wanted: int, seed: int) -> list[Written]:
    """So many new texts for each main theme: the beginning of one case and the end of another of the same main theme.

    Both come from `texts`, so that nothing crosses a split. A theme with a single text cannot be recombined and gives
    that text alone. Themes are the main one and what else the two were given, three at most.
    """
    chance = random.Random(seed)  # noqa: S311 -- repeatable, no secret
    by_main: defaultdict[str, list[Written]] = defaultdict(list)
    for one in texts:
        if one.themes:
            by_main[one.themes[0]].append(one)
    made = []
    for _main, group in sorted(by_main.items()):
        pairs = [(one, other) for one in group for other in group if one is not other] or [(group[0], group[0])]
        chance.shuffle(pairs)
        made += [joined(*pair) for pair in pairs[:wanted]]
    return made


def joined(first: Written, second: Written) -> Written:
    """The beginning of one text and the end of another, with what both were given."""
    opening, ending = SENTENCE.split(first.text), SENTENCE.split(second.text)
    text = " ".join(opening[: (len(opening) + 1) // 2] + ending[len(ending) // 2 :])
    themes = tuple(dict.fromkeys((*first.themes, *second.themes)))[:MOST_THEMES]
    return Written(f"{first.hand}+{second.hand}", text, themes)


def drawn(texts: Sequence[Written], labels: int, seed: int) -> list[Written]:
    """Texts by chance until every theme has so many labels as its main theme, or all it has."""
    chance = random.Random(seed)  # noqa: S311 -- repeatable, no secret
    order = list(texts)
    chance.shuffle(order)
    had: defaultdict[str, int] = defaultdict(int)
    taken = []
    for one in order:
        if one.themes and had[one.themes[0]] < labels:
            had[one.themes[0]] += 1
            taken.append(one)
    return taken
