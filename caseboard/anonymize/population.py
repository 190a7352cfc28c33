"""Population figures for the risk estimate: Unterfranken and its counties; facts with their sources, nothing guessed.

Sources: population, foreign share: Zensus 2022, 15.05.2022 (table 1000A-0000; municipalities summed up). Share of women
and of people over 64: INKAR (BBSR) 2022. Age classes: Destatis GENESIS 12411-0017, 31.12.2020; Bad Kissingen: Zensus
2022 after Main-Post. Nationalities: Zensus 2022 after Main-Post (Unterfranken). Single parents, children per family,
people living alone: Bavarian statistical office, press release 374/2025 (Mikrozensus 2024), of adults of 2020.
Benefit quota: statistics of the Bundesagentur für Arbeit after mindelmedia, 09.12.2025. Immigrated people: Zensus 2022,
Bavaria. Children per family: Bavarian statistical office, Mikrozensus 2024 (siblings of all children, turned into
families as above); families: the same press release (1.9 million, 79 percent of them couples). Regions of the world
without a figure of their own count as `RAREST_REGION`, an assumption far below every region that has one. People in
villages: as many municipalities below 2,000 as a county has (Zensus 2022), each as small as the smallest of them; where
nobody counted them, the share of the region. What shares a group of occupations or of illnesses nobody counted either:
`JOB_GROUP` and `ILLNESS_GROUP` are assumptions, one in a hundred and one in fifty, alike for every group.
"""

import re
from dataclasses import dataclass

QUOTA = 0.042
SINGLE_PARENTS = 400_000 / 10_963_901  # families of single parents per adult in Bavaria
LIVING_ALONE = 0.20
CHILDREN_OF_SINGLE_PARENTS = {1: 0.68, 2: 0.25, 3: 0.06}  # 3 stands for three and more
ADULTS = 10_963_901  # of Bavaria, 2020
PARENTS = (1_900_000 * 0.79 * 2 + 400_000) / ADULTS  # adults who live with children of their own
CHILDREN_OF_PARENTS = {1: 0.485, 2: 0.393, 3: 0.122}  # 29/1, 47/2 and 24/3.3 children as families
NATIONALITIES = {"türkisch": 14_633, "syrisch": 12_538, "rumänisch": 12_352}  # of Unterfranken
IMMIGRATED_PER_FOREIGN = 20.0 / 14.3  # Bavaria: people who immigrated for each foreigner
UKRAINIANS = 12_352 * 182_000 / 213_800  # as many for each Romanian as in the register of foreigners, Bavaria 2023
REGIONS = {"Türkei und Naher Osten": 14_633 + 12_538, "Osteuropa": 12_352 + UKRAINIANS}  # no fewer than these
RAREST_REGION = 0.02  # of all foreigners
JOB_GROUP, ILLNESS_GROUP = 0.01, 0.02
VILLAGERS = {
    "Landkreis Bad Kissingen": 11 * 789,
    "Landkreis Rhön-Grabfeld": 26 * 575,
    "Landkreis Haßberge": 13 * 543,
    "Landkreis Kitzingen": 20 * 820,
    "Landkreis Miltenberg": 9 * 725,
    "Landkreis Main-Spessart": 24 * 797,
    "Landkreis Schweinfurt": 8 * 809,
    "Landkreis Würzburg": 21 * 730,
}  # no fewer than these live in municipalities below 2,000


@dataclass(frozen=True)
class Unit:
    """A region: who lives there, as shares of all its people."""

    name: str
    people: int
    foreign: float
    women: float
    over_64: float
    ages: tuple[tuple[int, int, float], ...]  # from, below, share

    @property
    def immigrated(self) -> float:
        """Share of people who came from another country, whatever their passport."""
        return self.foreign * IMMIGRATED_PER_FOREIGN

    @property
    def clients(self) -> float:
        """Expected number of people under 65 who receive benefits."""
        return self.people * (1 - self.over_64) * QUOTA

    def age_share(self, low: int, below: int) -> float:
        """Share of an age band, each class taken as even."""
        return sum(share * max(0, min(below, end) - max(low, start)) / (end - start) for start, end, share in self.ages)


def _unit(name: str, people: int, foreign: float, women: float, over_64: float, ages: tuple[int, int, int]) -> Unit:
    young, middle, old = (count / sum(ages) for count in ages)
    classes = ((0, 18, young), (18, 60, middle), (60, 95, old))
    return Unit(name, people, foreign / 100, women / 100, over_64 / 100, classes)


_COUNTIES = (
    _unit("Stadt Aschaffenburg", 71_692, 18.30, 51.47, 21.16, (11_251, 39_769, 19_838)),
    _unit("Stadt Schweinfurt", 53_242, 19.90, 50.54, 23.67, (8_671, 28_193, 16_455)),
    _unit("Stadt Würzburg", 131_316, 13.60, 52.27, 20.27, (16_092, 77_804, 33_058)),
    _unit("Landkreis Aschaffenburg", 170_549, 10.26, 50.49, 22.60, (28_626, 93_968, 52_064)),
    _unit("Landkreis Rhön-Grabfeld", 79_114, 6.13, 50.27, 23.45, (13_070, 41_735, 24_705)),
    _unit("Landkreis Haßberge", 83_123, 5.34, 49.84, 22.64, (13_841, 45_150, 25_284)),
    _unit("Landkreis Kitzingen", 90_400, 10.51, 49.80, 21.37, (15_195, 50_303, 26_198)),
    _unit("Landkreis Miltenberg", 126_496, 11.52, 50.32, 22.56, (21_233, 69_495, 38_015)),
    _unit("Landkreis Main-Spessart", 125_045, 7.86, 50.22, 24.40, (19_543, 66_222, 40_211)),
    _unit("Landkreis Schweinfurt", 114_486, 7.25, 49.50, 22.90, (19_042, 61_683, 34_927)),
    _unit("Landkreis Würzburg", 159_854, 7.41, 50.47, 22.67, (27_525, 86_747, 48_425)),
    Unit(
        "Landkreis Bad Kissingen",
        103_047,
        0.0714,
        0.5077,
        0.2563,
        ((0, 18, 0.159), (18, 30, 0.112), (30, 50, 0.226), (50, 65, 0.246), (65, 95, 0.257)),
    ),
)


def _sum(name: str) -> Unit:
    people = sum(u.people for u in _COUNTIES)

    def mean(of: str) -> float:
        return sum(getattr(u, of) * u.people for u in _COUNTIES) / people

    ages = tuple(
        (low, low + 5, sum(u.age_share(low, low + 5) * u.people for u in _COUNTIES) / people) for low in range(0, 95, 5)
    )
    return Unit(name, people, mean("foreign"), mean("women"), mean("over_64"), ages)


REGION = _sum("Unterfranken")
COUNTIES = _COUNTIES
_KINDS_OF_COUNTIES = {
    **dict.fromkeys(("landkreis", "landkreises", "lkr", "lk", "kreis"), "county"),
    **dict.fromkeys(("stadt", "kreisfreie", "kreisfrei", "stadtkreis", "krfr", "sk"), "city"),
}


def share_of_foreigners(region: str) -> float:
    """How many of a hundred foreigners come at least from this region of the world."""
    return REGIONS[region] / (REGION.people * REGION.foreign) if region in REGIONS else RAREST_REGION


def share_of_villagers(unit: Unit) -> float:
    """How many live in a village at least."""
    counted = VILLAGERS.get(unit.name)
    return counted / unit.people if counted else sum(VILLAGERS.values()) / REGION.people


def units_of(county: str | None) -> tuple[Unit, ...]:
    """Every unit that a name can mean: none means the whole region, an unknown name any county of it.

    "Schweinfurt" is a city and a county: then both are meant, and whoever estimates takes the worse light.
    """
    if county is None:
        return (REGION,)
    kind, name = _read(county)
    meant = tuple(u for u in COUNTIES if _read(u.name)[1] == name and kind in ("", _read(u.name)[0]))
    return meant or COUNTIES


def _read(county: str) -> tuple[str, str]:
    """'Lkr. Schweinfurt' and 'Schweinfurt (Landkreis)' → ('county', 'schweinfurt'); nothing where no kind is said."""
    words = re.findall(r"[\w-]+", county.casefold())
    kinds = {_KINDS_OF_COUNTIES[word] for word in words if word in _KINDS_OF_COUNTIES}
    name = " ".join(word for word in words if word not in _KINDS_OF_COUNTIES)
    return kinds.pop() if len(kinds) == 1 else "", name
