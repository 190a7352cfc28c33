"""What a stripped text still tells about its main person: its placeholders, its plain words, what was put back."""

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from caseboard.anonymize.amounts import is_round, value_of
from caseboard.anonymize.fold import fold
from caseboard.anonymize.groups import share_of
from caseboard.anonymize.numerals import number
from caseboard.anonymize.origins import region_of
from caseboard.anonymize.population import NATIONALITIES
from caseboard.anonymize.report import Lights, Restored
from caseboard.anonymize.residue import traits
from caseboard.anonymize.risk import Person, anywhere, assess

SINGLE_PARENT = re.compile(r"\b(?:[Aa]llein ?[Ee]rziehend\w*|[Aa]lleinstehende (?:Mutter|Vater)|Ein-Eltern-Familie)\b")
ALONE = re.compile(
    r"\b(?:[Aa]llein ?lebend\w*|(?:lebt|wohnt|haust) (?:\w+ )?allein|[Ss]ingle-?[Hh]aushalt|[Ee]inpersonenhaushalt)\b"
)
CHILDREN = re.compile(
    r"\b(?P<n>[Ee]in(?:em)?|[Zz]wei|[Dd]rei|[123])(?: (?:klein|minderjährig|gemeinsam|schulpflichtig|eigen)\w*)?"
    r" (?:Kind(?:e?rn?)?|Ki\.)(?!\w)"
)
_WOMAN = re.compile(r"\b(?:Frau|Mutter|[Kk]undin|[Kk]lientin)\b|\bFr\.")
_MAN = re.compile(r"\b(?:Herrn?|Mann|[Kk]unden?|[Kk]lient(?:en)?)\b|\bHr\.")
_AGE = re.compile(r"\[Alter, (?:(?P<part>Anfang|Mitte|Ende) )?(?P<from>\d\d)(?: bis (?P<to>\d\d))?\]")
_PARTS = {"Anfang": (0, 4), "Mitte": (4, 7), "Ende": (7, 10)}
_ORIGIN = re.compile(r"\[Herkunft(?:, (?P<region>[^\]]+))?\]")
_ARRIVED = re.compile(
    r"\b(?:Integrationskurs\w*|I-Kurs\w*|Deutschkurs\w*|Sprachkurs\w*|BAMF|Aufenthalts(?:titel|erlaubnis|gestattung)\w*|"
    r"Fiktionsbescheinigung\w*|Niederlassungserlaubnis|Duldung|Asyl\w*|Ausländer(?:amt|behörde)\w*|Einbürgerung\w*)\b"
)
_TONGUE = re.compile(r"\b(?:[A-ZÄÖÜ][a-zäöüß]{2,16}isch|Tigrinya|Kurmandschi|Sorani|Farsi|Paschtu|Urdu|Tamil|Somali)\b")
_TONGUES = {"kurmandschi": "Türkei und Naher Osten", "sorani": "Türkei und Naher Osten",
            "farsi": "Türkei und Naher Osten", "paschtu": "Süd- und Ostasien", "urdu": "Süd- und Ostasien"}  # fmt: skip
_CHILD = re.compile(r"\[(?P<who>Sohn|Tochter|Kind)(?:es)?(?P<number>(?: \d+)?)\]")
_NUMBERS = {"ein": 1, "zwei": 2, "drei": 3, "1": 1, "2": 2, "3": 3, "einem": 1}
_GROWN_UP, _OLDEST, _MANY = 18, 95, 3
_ALWAYS_RARE = frozenset({"EVENT", "JOB"})


def person_of(text: str, restored: Iterable[Restored] = ()) -> Person:
    """The main person of a stripped text; whatever can be read in it counts, not what was once replaced."""
    put_back = [each for each in restored if each.surface in text]
    region, arrived = _coarse_origin(text)
    nationality = _nationality(put_back)
    rare = {trait.kind for trait in traits(text)} | {each.kind for each in put_back if _rare(each)}
    return Person(
        sex=_sex(text),
        age=_exact_age(put_back) or _age(text),
        nationality=nationality,
        region=region,
        immigrated=arrived,
        single_parent=bool(SINGLE_PARENT.search(text)),
        children=_children(text, put_back),
        alone=bool(ALONE.search(text)),
        illness=_illness(put_back),
        rare=tuple(sorted(rare)),
    )


def said_more_generally(person: Person, text: str, restored: Iterable[Restored]) -> Person:
    """The same person in a text in which nothing but ages and origins has become coarser."""
    region, arrived = _coarse_origin(text)
    put_back = [each for each in restored if each.surface in text]
    return replace(person, age=_exact_age(put_back) or _age(text), region=region, immigrated=arrived)


def lights_of(person: Person, county: str | None) -> Lights:
    """In a written round the county is unknown; who hears the case giver speak knows it."""
    return Lights(assess(person, None), assess(person, county), anywhere(person))


def _rare(each: Restored) -> bool:
    """Whether nobody knows how many share what was put back: a single illness, an exact amount, an occupation."""
    if each.kind == "HEALTH":
        return share_of(each.surface) is None
    if each.kind == "MONEY":
        value = value_of(each.surface)
        return value is None or not is_round(value)
    return each.kind in _ALWAYS_RARE or (each.kind == "FAMILY" and not _count(each.surface))


def _illness(put_back: list[Restored]) -> float | None:
    """The share of people who have all the common illnesses that were put back."""
    named = {fold(each.surface): share_of(each.surface) for each in put_back if each.kind == "HEALTH"}
    shares = [share for share in named.values() if share is not None]
    return math.prod(shares) if shares else None


def _sex(text: str) -> Literal["f", "m"] | None:
    women, men = len(_WOMAN.findall(text)), len(_MAN.findall(text))
    return "f" if women > men else "m" if men else None


def _age(text: str) -> tuple[int, int] | None:
    """The first grown-up age, as a part of a decade or a decade."""
    for match in _AGE.finditer(text):
        low, below = _PARTS.get(match["part"] or "", (0, 10))
        top = int(match["to"]) + 1 if match["to"] else int(match["from"]) + below
        age = max(_GROWN_UP, int(match["from"]) + low), min(_OLDEST, top)
        if age[0] < age[1]:
            return age
    return None


def _exact_age(put_back: list[Restored]) -> tuple[int, int] | None:
    for each in put_back:
        years = number(each.surface) if each.kind == "AGE" else None
        if years is not None and _GROWN_UP <= years < _OLDEST:
            return years, years + 1
    return None


def _nationality(put_back: list[Restored]) -> str | None:
    for each in put_back:
        if each.kind == "ORIGIN":
            folded = fold(each.surface)
            known = (name for name in NATIONALITIES if any(w.startswith(fold(name)[:3]) for w in folded.split()))
            return next(known, "rare")
    return None


def _coarse_origin(text: str) -> tuple[str | None, bool]:
    """The region of the world that a placeholder or a language names, and whether the person came from elsewhere."""
    regions = [match["region"] for match in _ORIGIN.finditer(text) if match["region"]]
    regions += [_TONGUES.get(fold(m[0])) or region_of(m[0]) for m in _TONGUE.finditer(text)]
    named = next((region for region in regions if region), None)
    return named, bool(named or _ORIGIN.search(text) or _ARRIVED.search(text))


def _children(text: str, put_back: list[Restored]) -> int | None:
    """The highest number that is said, or the number of children who have a placeholder of their own."""
    said = [_NUMBERS[match["n"].lower()] for match in CHILDREN.finditer(text)]
    said += [count for each in put_back if each.kind == "FAMILY" and (count := _count(each.surface))]
    said.append(len({(match["who"], match["number"]) for match in _CHILD.finditer(text)}))
    return min(_MANY, max(said)) or None


def _count(surface: str) -> int | None:
    """'vier Kinder' → 4; twins, widows and the like are no number."""
    counted = re.fullmatch(r"(?P<n>\w+) (?:\w+ )?(?:Kinder[n]?|Ki\.|Kd\.|Söhnen?|Töchtern?)", surface)
    return number(counted["n"]) if counted else None
