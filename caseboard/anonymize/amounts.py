"""Amounts of money as people write them: 4.817,63 Euro, 120 T€, 1,2 Mio. €, dreitausendvierhundert Euro."""

import math
import re

from caseboard.anonymize.numerals import count

CURRENCIES = "Mark|DM|Dollar|Rupien|Lewa|Z[łl]oty|Lira|Dinar|Pfund|Franken|CFA|Hrywnja|Griwna|Rubel|Birr|Naira"
"""Money that is no Euro: it is found, but never rounded to Euro."""

_LONGEST = 15  # digits; what is longer is no amount of money
_LONGEST_RANGE = 64
_DIGITS = re.compile(r"\d[\d. ’']*(?:,\d+)?")
_SCALES = (
    (1000, re.compile(r"\s?(?:T-?€|T-?EURO?\b|Tsd\b|tausend|k€|kEUR\b)", re.I)),
    (1_000_000, re.compile(r"\s?Mi(?:o\b|llion)", re.I)),
    (1_000_000_000, re.compile(r"\s?M(?:rd\b|illiarde)", re.I)),
)
_ROUGHLY = re.compile(
    r"(?:in etwa|etwa|rund|ca\.?|circa|zirka|ungefähr|knapp|gut|fast|beinahe|nahezu|annähernd|schätzungsweise|um die"
    r"|über) ",
    re.I,
)
_SPELT = re.compile(
    r"(?P<whole>[^\W\d_][\w -]*?)\s?(?:€|Euros?\b|EUR\b)(?: (?:und )?(?P<cents>.+?)(?: ?Cents?)?)?\Z", re.I
)

_RANGE = re.compile(
    r"(?P<low>\d(?:[\d. ’']*\d)?(?:,\d+)?)(?P<to>[ \n]?[-–][ \n]?|[ \n](?:bis|und|auf)(?:[ \n]zu)?[ \n])"
    r"(?P<high>\d(?:[\d. ’']*\d)?(?:,\d+)?)(?P<unit>[ \n]?\D.*)",
    re.S,
)


def ends(surface: str) -> tuple[str, str, str] | None:
    """Both ends of a range, each with the unit behind it, and what joins them: '1.217-1.533 Euro'."""
    parts = _RANGE.search(surface) if len(surface) <= _LONGEST_RANGE else None
    if parts is None:
        return None
    return parts["low"] + parts["unit"], parts["to"], parts["high"] + parts["unit"]


def value_of(surface: str) -> float | None:
    """What a passage says in Euro, or nothing where it cannot be read."""
    digits = _DIGITS.search(surface)
    if digits:
        written = amount(digits[0].strip(". ’'"))
        factor = next((size for size, unit in _SCALES if unit.match(surface, digits.end())), 1)
        return None if written is None else written * factor
    said = _SPELT.match(_ROUGHLY.sub("", surface, count=1))
    whole = count(said["whole"]) if said else None
    cents = (count(said["cents"]) or 0) if said and said["cents"] else 0
    return None if whole is None else whole + cents / 100


def amount(number: str) -> float | None:
    """A German number as a float: 4.817,63 → 4817.63."""
    whole, _, part = re.sub(r"[. ’']", "", number).partition(",")
    if len(whole) > _LONGEST:
        return None
    return int(whole) + (float(f"0.{part[:_LONGEST]}") if part.isdigit() else 0)


def step(value: float) -> int:
    """To how much an amount is rounded: two telling digits."""
    if value < 10_000:
        return 1 if value < 20 else 10 if value < 300 else 50 if value < 1000 else 100
    return int(10 ** (math.floor(math.log10(value)) - 1))


def is_round(value: float) -> bool:
    """Whether rounding would change nothing."""
    return value % step(value) == 0
