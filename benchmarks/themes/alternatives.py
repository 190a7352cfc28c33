"""Other counts of which all the same would have been said, so that nobody can tell which of them are the true ones.

A single such table proves of every count that is another one in it that it may be another one. So one case more or
less is tried for many themes at once, most of them with cases less or more elsewhere that make up for it; of the themes
of which something else would be said the change is taken back, and what is left is proof for everybody whose own row
is as it was. The fewer rows are others, the more of those who guess it is proof for.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from benchmarks.themes.nearest import Nearest, Question, Way
from benchmarks.themes.replay import Counts, Replay

SMALL = 3
MORE, LESS = 0, 1
WINDOW, YEAR = 3, 12
EFFORTS = (150, 300, 600)
"""So many rounds in vain, one after the other."""

TURNS = 5
TRIES = 9
WAYS = (Way.NEAR, Way.KEPT, Way.WIDE)
OTHER_BASE, PROOFS, LONGEST = 0.5, 300, 8
"""How often a search begins with other counts that are proof already, and which of these are remembered."""

Flags = NDArray[np.bool_]
Change = list[tuple[int, int, int, int, int]]
"""Theme, house, month, group and how many cases more."""

Aim = tuple[int, int, int, int]
"""What is to be shown of a theme: the kind of sum, more or less, the span and the group."""


@dataclass(frozen=True)
class Sums:
    """Spans of months whose sums must stay hidden, and whether client groups are looked at by themselves.

    Attributes:
        name: what they are called.
        spans: spans by months, one where a month is within.
        apart: whether every group has a sum of its own.
    """

    name: str
    spans: NDArray[np.int_]
    apart: bool

    def of(self, counts: Counts) -> NDArray[np.int_]:
        """The sums of a table theme × … × month × group, spans in place of months."""
        some = counts if self.apart else counts.sum(axis=-1, keepdims=True)
        return np.einsum("sm,...mg->...sg", self.spans, some)


def spans(replay: Replay) -> tuple[Sums, ...]:
    """Everything that figures, sentences and states are about: months, quarters, windows and years."""
    months, network = len(replay.network.months), replay.network
    single = np.eye(months, dtype=int)
    quarters = np.array([[month in within for month in range(months)] for _first, within in network.quarters], int)
    kinds = [
        Sums("month", single, apart=False),
        Sums("quarter", quarters.reshape(-1, months), apart=False),
        Sums("window", _sliding(months, WINDOW), apart=False),
        Sums("year", _sliding(months, YEAR), apart=False),
    ]
    if network.groups:
        kinds += [Sums("group in a month", single, apart=True), Sums("group in a quarter", quarters, apart=True)]
    return tuple(kinds)


def _sliding(months: int, length: int) -> NDArray[np.int_]:
    return np.array([[end - length < month <= end for month in range(months)] for end in range(months)], int)


class Search:
    """Looks for proof that small counts may be others, for everybody who guesses.

    What is shown and what is still open is kept by who guesses (a house, or somebody outside as the last one), of whom
    (a house, or all others together as the last one), more or less, theme, span and group.
    """

    def __init__(self, replay: Replay, dice: Random) -> None:
        self._replay, self._dice, self._true = replay, dice, replay.true
        self._houses = range(len(replay.network.houses))
        self.programmes = 0
        self._proofs: deque[Change] = deque(maxlen=PROOFS)
        self.kinds = spans(replay)
        self.now = [self._sums(kind) for kind in self.kinds]
        self.small = [(now < SMALL) & self._asked() for now in self.now]
        self.open = [
            np.stack([small, small & (now > 0)], axis=2) for small, now in zip(self.small, self.now, strict=True)
        ]

    def run(self, rounds: int) -> None:
        """Look until everything small is shown to be hidden, or so often in vain."""
        self.vain = 0
        while self.vain < rounds and (left := sum(int(one.sum()) for one in self.open)):
            self._round()
            self.vain = self.vain + 1 if left == sum(int(one.sum()) for one in self.open) else 0

    def exhaust(self) -> None:
        """Look, ask the integer programme, and look again from what it found, longer from time to time."""
        for rounds in EFFORTS:
            self.run(rounds)
            self.solve()
            if not any(one.any() for one in self.open):
                return

    def solve(self, tries: int = TRIES) -> None:
        """Ask an integer programme for what was looked for in vain."""
        nearest = {}
        for number, kind in enumerate(self.kinds):
            for guesser, whom, sign, theme, span, group in np.argwhere(self.open[number]).tolist():
                asked = nearest.setdefault(theme, Nearest(self._replay, theme))
                value = int(self.now[number][guesser, whom, theme, span, group]) + (1 if sign == MORE else -1)
                question = Question(guesser, whom, kind.spans[span], group if kind.apart else None, value)
                for turn in range(tries):
                    if not self.open[number][guesser, whom, sign, theme, span, group]:
                        break
                    self.programmes += 1
                    table = asked.table(question, WAYS[turn % len(WAYS)], self._dice)
                    if table is not None:
                        self._try({theme: _change_of(theme, table - self._true[theme])}, self._base(guesser))

    def _sums(self, kind: Sums) -> NDArray[np.int_]:
        """By who guesses, of whom, theme, span and group."""
        by_house = np.moveaxis(kind.of(self._true), 1, 0)
        total, outside = by_house.sum(axis=0), np.zeros_like(by_house[:1])
        others = total - np.concatenate([by_house, outside])
        known = np.broadcast_to(by_house, (len(others), *by_house.shape))
        return np.concatenate([known, others[:, None]], axis=1)

    def _asked(self) -> Flags:
        """Nobody is asked about their own house."""
        asked = ~np.eye(len(self._houses) + 1, dtype=bool)
        asked[-1, -1] = True
        asked[:-1, -1] = True
        return asked[:, :, None, None, None]

    def _round(self) -> None:
        """Change something of many themes at once in the rows of one or two houses."""
        kind = self._dice.choice([number for number, one in enumerate(self.open) if one.any()])
        guesser, whom, *_rest = self._dice.choice(np.argwhere(self.open[kind]).tolist())
        rows = self._dice.sample(others := [house for house in self._houses if house != guesser], len(others))
        if whom < len(self._houses):
            rows.sort(key=lambda house: house != whom)
        rows = rows[: self._dice.choice([1, 1, 2, 2, len(rows)])]
        self._try(
            {theme: self._change(theme, rows, aim) for theme, aim in self._aims(rows).items()}, self._base(guesser)
        )

    def _base(self, guesser: int) -> Change:
        """No change to begin with, or one of those that are proof already and leave this row alone."""
        fit = [one for one in self._proofs if all(house != guesser for _theme, house, *_rest in one)]
        return self._dice.choice(fit) if fit and self._dice.random() < OTHER_BASE else []

    def _aims(self, rows: Sequence[int]) -> dict[int, Aim]:
        """For every theme one of the things that are left to show in the first of these rows, or in all together."""
        guessers = [one for one in range(len(self._houses) + 1) if one not in rows]
        found: dict[int, list[Aim]] = {}
        for number, one in enumerate(self.open):
            left = one[np.ix_(guessers, [rows[0], -1])].any(axis=(0, 1))
            for sign, theme, span, group in np.argwhere(left).tolist():
                found.setdefault(theme, []).append((number, sign, span, group))
        return {theme: self._dice.choice(aims) for theme, aims in found.items()}

    def _change(self, theme: int, rows: Sequence[int], aim: Aim) -> Change:
        """A case more or less there, and in most turns some less or more elsewhere that make up for it."""
        number, sign, span, group = aim
        kind, step = self.kinds[number], 1 if sign == MORE else -1
        months, every = range(self._true.shape[2]), list(range(self._true.shape[3]))
        within = np.flatnonzero(kind.spans[span]).tolist()
        groups = [group] if kind.apart else every
        elsewhere = [month for month in months if month not in within]
        near = [month for month in elsewhere if any(month // WINDOW == one // WINDOW for one in within)]
        change = self._somewhere([theme], rows[:1], within, groups, step)
        themes, beside = [theme], [one for one in range(len(self._true)) if one != theme]
        ways = [
            (themes, rows[:1], near, groups),
            (themes, rows[:1], near, every),
            (themes, rows[:1], elsewhere, groups),
            (themes, rows[:1], within, [one for one in every if one not in groups]),
            (themes, rows[1:], within, groups),
            (themes, rows[1:], within, every),
            (themes, rows[1:], near, every),
            (themes, rows[1:], elsewhere, every),
            (beside, [one[1] for one in change], [one[2] for one in change], every),
            (beside, rows, near, every),
        ]
        for _more in range(self._dice.choice([0, 1, 1, 1, 2, 3]) if change else 0):
            step = -step
            change += self._somewhere(*self._dice.choice(ways), step)
        return change

    def _somewhere(
        self, themes: Sequence[int], houses: Sequence[int], months: Sequence[int], groups: Sequence[int], step: int
    ) -> Change:
        places = [
            (theme, house, month, group)
            for theme in themes
            for house in houses
            for month in months
            for group in groups
            if self._true[theme, house, month, group] + step >= 0
        ]
        return [(*self._dice.choice(places), step)] if places else []

    def _try(self, changes: dict[int, Change], base: Change) -> None:
        """Note what these changes show, once those are taken back of which something else would be said."""
        changes = {theme: one for theme, one in changes.items() if self._may_be(one, base)}
        for _turn in range(TURNS):
            if not changes:
                return
            every = base + [one for change in changes.values() for one in change]
            told = self._told(every)
            if not told:
                self._note(every)
                return
            left = {
                theme: change for theme, change in changes.items() if not told & {theme, *(one[0] for one in change)}
            }
            if len(left) == len(changes):  # it shows in a theme that was not changed
                left.pop(self._dice.choice(list(left)))
            changes = left

    def _told(self, change: Change) -> set[int]:
        counts = self._with(change)
        since = min(month for _theme, _house, month, _group, _step in change)
        return self._told_by_figures(counts, change) or self._replay.told_by_states(counts, since, _rows(change))

    def _may_be(self, change: Change, base: Change) -> bool:
        return bool(change) and not self._told_by_figures(self._with(base + change), change)

    def _told_by_figures(self, counts: Counts, change: Change) -> set[int]:
        """The themes of which a figure would be another one, or of which there would be fewer cases than none."""
        months: dict[int, set[int]] = {}
        for theme, _house, month, _group, _step in change:
            months.setdefault(theme, set()).add(month)
        return {
            theme
            for theme, some in months.items()
            if (counts[theme] < 0).any() or self._replay.told_by_figures(counts, theme, some)
        }

    def _with(self, change: Change) -> Counts:
        counts = self._true.copy()
        for theme, house, month, group, step in change:
            counts[theme, house, month, group] += step
        return counts

    def _note(self, change: Change) -> None:
        difference = self._with(change) - self._true
        rows = np.flatnonzero(difference.any(axis=(0, 2, 3))).tolist()
        guessers = [one for one in range(len(self._houses) + 1) if one not in rows]
        for kind, left in zip(self.kinds, self.open, strict=True):
            moved = kind.of(difference)
            for whom, some in [*((house, moved[:, house]) for house in rows), (-1, moved.sum(axis=1))]:
                for sign, step in ((MORE, 1), (LESS, -1)):
                    left[np.ix_(guessers, [whom], [sign])] &= some != step
        if len(change) <= LONGEST:
            self._proofs.append(change)


def _change_of(theme: int, difference: NDArray[np.int_]) -> Change:
    return [(theme, *place, int(difference[tuple(place)])) for place in np.argwhere(difference).tolist()]


def _rows(change: Change) -> set[int]:
    """The houses whose counts are others."""
    return {house for _theme, house, _month, _group, _step in change}
