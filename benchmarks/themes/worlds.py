"""Invented networks in which it is known what really rises: houses, habits, seasons, noise, and what is planted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from caseboard.themes.signals import Cube

THEMES, MONTHS, YEAR = 30, 24, 12
SEASONAL, LATE = 6, 2
RISES, BURSTS = 2, 4
RISE, RISE_MONTHS = 3, 8
BURST = 10
NEW_BEFORE, NEW_AFTER = 0.0005, 0.04
WRONG_LABELS = 0.15


class Planted(StrEnum):
    """What was planted."""

    RISE = "rise"
    NEW = "new"
    BURST = "burst"


@dataclass(frozen=True)
class Event:
    """Something planted in a theme from month `start` up to but without month `end`."""

    kind: Planted
    theme: int
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class World:
    """A network's counts by theme, house and month, and what was planted in them."""

    counts: NDArray[np.int_]
    events: tuple[Event, ...]

    def cube(self) -> Cube:
        """The counts as the rule takes them."""
        themes, houses, months = self.counts.shape
        return Cube(
            themes=tuple(f"theme {number}" for number in range(themes)),
            houses=tuple(f"house {number}" for number in range(houses)),
            months=tuple(date(2024 + month // 12, month % 12 + 1, 1) for month in range(months)),
            counts=self.counts,
        )


def world(seed: int, volume: int, houses: int = 12, touched: int = 6, planted: bool = True) -> World:
    """A network of 24 months with about `volume` cases a month; what rises or is new does so in `touched` houses."""
    random = np.random.default_rng([seed, volume, houses])
    shares = _shares(random, houses)
    events: tuple[Event, ...] = ()
    if planted:
        events = _events(random)
        for event in events:
            _plant(random, shares, event, touched)
    rates = shares * _volumes(random, houses, volume) * random.gamma(5, 1 / 5, size=shares.shape)
    labelled = (1 - WRONG_LABELS) * rates + WRONG_LABELS * rates.sum(axis=0) / THEMES
    return World(random.poisson(labelled), events)


def _shares(random: np.random.Generator, houses: int) -> NDArray[np.float64]:
    """The share of every theme in every house and month; the last theme is the one that is hardly there yet.

    What is planted afterwards comes on top of the other cases and takes nothing from them.
    """
    overall = random.dirichlet(np.full(THEMES - 1, 3.0))
    habits = np.array([random.dirichlet(overall * 60 + 0.05) for _ in range(houses)]).T
    habits = np.vstack([habits * (1 - NEW_BEFORE), np.full(houses, NEW_BEFORE)])
    shares = np.repeat(habits[:, :, None], MONTHS, axis=2)
    waves = 1 + 0.3 * np.sin(2 * np.pi * (np.arange(MONTHS) + random.uniform(0, 12, size=(SEASONAL, 1))) / 12)
    shares[random.choice(THEMES - 1, SEASONAL, replace=False)] *= waves[:, None, :]
    return shares * np.maximum(random.normal(1, 0.08, size=(THEMES, 1, MONTHS)), 0.5)


def _volumes(random: np.random.Generator, houses: int, volume: int) -> NDArray[np.float64]:
    sizes = random.lognormal(0, 0.7, size=houses)
    usage = np.linspace(0.6, 1.4, MONTHS) * random.gamma(10, 1 / 10, size=(houses, MONTHS))
    for late in random.choice(houses, LATE, replace=False):
        usage[late, : random.integers(4, 13)] = 0
    return volume * sizes[:, None] / sizes.sum() * usage


def _events(random: np.random.Generator) -> tuple[Event, ...]:
    """Everything starts in the second year, so that a year of comparison and half a year to find it are there."""
    rising, bursting = np.split(random.choice(THEMES - 1, RISES + BURSTS, replace=False), [RISES])
    rises = [
        Event(Planted.RISE, int(theme), start := int(random.integers(12, 18)), start + RISE_MONTHS) for theme in rising
    ]
    new = Event(Planted.NEW, THEMES - 1, int(random.integers(12, 18)), MONTHS)
    bursts = [
        Event(Planted.BURST, int(theme), start := int(random.integers(12, 20)), start + int(random.integers(2, 4)))
        for theme in bursting
    ]
    return (*rises, new, *bursts)


def _plant(random: np.random.Generator, shares: NDArray[np.float64], event: Event, touched: int) -> None:
    houses: Sequence[int] = random.choice(shares.shape[1], 1 if event.kind is Planted.BURST else touched, replace=False)
    months = slice(event.start, event.end)
    for house in houses:
        if event.kind is Planted.NEW:
            shares[event.theme, house, months] += NEW_AFTER
        else:
            shares[event.theme, house, months] *= RISE if event.kind is Planted.RISE else BURST
